package audit

import (
	"time"

	"github.com/pincite/pincite/internal/finding"
)

// Circumstances are what a run knows of an answer beyond its words and the law:
// what changed since it was made, how the judge and the sources fared. The zero
// value means that nothing is known and nothing is accused.
type Circumstances struct {
	// Stale are the changed sections on which the answer depends, in the order of
	// the law; Answer and Jurisdiction need not be set.
	Stale []finding.Stale
	// FreshFor is how long a good fetch counts; zero means thirty days.
	FreshFor time.Duration
	// Failures says, by source id, why the last fetches failed.
	Failures map[string]string
	// Judge is the state of the judge.
	Judge JudgeState
}

// JudgeState says whether a judge was to read pairs, and what kept it from it.
type JudgeState struct {
	// Configured is whether the config names one.
	Configured bool
	// Trouble is why it did not read some pairs, "" where it did.
	Trouble string
}

// DefaultFreshFor is how long a good fetch counts where nothing else is said.
const DefaultFreshFor = 30 * 24 * time.Hour
