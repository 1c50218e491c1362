package compare

import (
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/statute"
)

// Difference is one slot in which an aligned clause says something else than
// the law, or leaves something out.
type Difference struct {
	// Slot is number, deadline, amount, modality, negation, actor, scope,
	// exception, condition or quote.
	Slot string
	// Claimed and Enacted are the two values, normalised, for the reader.
	Claimed, Enacted string
	// InClaim is the stretch of the answer; InLaw that of the section's text.
	InClaim, InLaw answer.Span
	// Elsewhere is the section of the words where they do not stand in the cited
	// one, such as the act's exemptions; nil for the cited section.
	Elsewhere *statute.Held
	Certainty finding.Certainty
	// Why is the difference as one plain clause.
	Why string
	// Faint is set where the two may be of two acts: it keeps a pair from being called
	// supported, and is no finding.
	Faint bool
	// OfTerm is set where the difference is with what a term means: it stands though
	// the section lays nothing down.
	OfTerm bool
}
