package audit

import (
	"time"

	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/statute"
)

// Case is all that one answer is judged by.
type Case struct {
	Answer answer.Answer
	// Law is that of the answer's jurisdiction.
	Law *enacted.Law
	// Others are the other jurisdictions held, by code; to tell a section of
	// another state from one that does not exist.
	Others []*enacted.Law
	// Date is the day the answer is judged for: what takes effect later is not
	// yet law.
	Date time.Time
	// Bound gives the exact section of each ref of an answer that Pincite made;
	// nil for an imported one, whose refs are bound by number and title.
	Bound map[statute.Ref]statute.Key
	// Judged are the verdicts of a judge on pairs, by claim id and ref; nil
	// without a judge.
	Judged map[Asked]Opinion
	// Circumstances are what the run knows besides; the zero value accuses nothing.
	Circumstances Circumstances
}

// Asked names a pair put to a judge.
type Asked struct {
	Claim int
	Ref   statute.Ref
}

// Opinion is a judge's verdict; Quote must stand verbatim in the section.
type Opinion struct {
	Verdict finding.Verdict
	Quote   string
	Reason  string
	// Others are further verdicts on the same pair where it was asked again; nil
	// where it was asked once.
	Others []finding.Verdict
}

// Rule finds one kind of fault.
type Rule struct {
	// Name is thing, then fault: "source-definitional". It is the file's, the
	// page's and the label's name.
	Name string
	// Severity is the usual one; a finding may be milder or graver.
	Severity finding.Severity
	// Version is raised when the rule's behaviour changes.
	Version int
	// Find gives the faults in the order of the answer. It must not change the
	// reading.
	Find func(*Reading) []finding.Finding
}
