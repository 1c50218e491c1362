// Package audit judges published answers against the law that is held: a Case
// in, findings out. It binds refs to sections, aligns each claim with the words
// of the section it cites, compares typed facts, and hands this Reading to the
// rules.
//
// It is pure: it will not fetch, store, call a model or look at a clock, and
// what it does not know it says. The rules themselves are in audit/rules.
package audit

import (
	"time"

	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/index"
	"github.com/pincite/pincite/internal/statute"
)

// Case is all that one answer is judged by.
type Case struct {
	Answer answer.Answer
	// Law is that of the answer's jurisdiction.
	Law *Law
	// Others are the other jurisdictions held, by code; to tell a section of
	// another state from one that does not exist.
	Others []*Law
	// Date is the day the answer is judged for: what takes effect later is not
	// yet law.
	Date time.Time
	// Bound gives the exact section of each ref of an answer that Pincite made;
	// nil for an imported one, whose refs are bound by number and title.
	Bound map[statute.Ref]statute.Key
	// Judged are the verdicts of a judge on pairs, by claim id and ref; nil
	// without a judge.
	Judged map[Asked]Opinion
}

// Law is the law of one jurisdiction at one edition, ready to be searched.
// It is shared by cases and never changed after it is made.
type Law struct {
	Jurisdiction statute.Jurisdiction
	// Sections by source, document and place.
	Sections []statute.Held
	// Index is over Sections, in the same order.
	Index *index.Index
	// Former are superseded versions, newest first.
	Former []statute.Held
	// Complete is whether every configured source was read well; Gaps says
	// what is missing, in plain words.
	Complete bool
	Gaps     []string

	derived *derived
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

// Reading is an answer laid beside the law: what every rule looks at.
type Reading struct {
	Case Case
	// Sources are the listed sources in order, bound where they could be.
	Sources []Source
	// Pairs are all claim-citation pairs, in the order of the answer.
	Pairs []Pair
}

// Source is a line of the Source(s) list and the section it means.
type Source struct {
	answer.Source
	// Held is the section, nil where none was found.
	Held *statute.Held
	// Law is where it was found: another jurisdiction's for a foreign section.
	Law *Law
	// By is how it was bound: "number", "title", "act", "claims" or "ref".
	By string
	// Ambiguous are other sections that the line might have meant.
	Ambiguous []*statute.Held
	// Nature is the class of the section's text as a whole.
	Nature Nature
}

// Nature is what a section does, told by its spans and not by its heading.
type Nature string

// The natures of a section.
const (
	// Operative text lays down a duty, right, prohibition, penalty, power or
	// procedure.
	Operative Nature = "operative"
	// Definitional text only says what terms mean.
	Definitional Nature = "definitional"
	// ShortTitle, Purpose, Severability, Applicability and Stub lay down
	// nothing that a reader could do or leave.
	ShortTitle    Nature = "short-title"
	Purpose       Nature = "purpose"
	Severability  Nature = "severability"
	Applicability Nature = "applicability"
	Stub          Nature = "stub"
)

// Pair is one claim and one of its citations.
type Pair struct {
	Claim    *answer.Claim
	Citation answer.Citation
	// Source is nil where the ref has no line in the list.
	Source *Source
	// Alignment lays the claim beside the section; zero where there is no
	// section.
	Alignment Alignment
	Verdict   finding.Verdict
	Certainty finding.Certainty
	// Evidence are the section's words that the verdict rests on.
	Evidence []finding.SourceQuote
	// Contrary are the typed facts in which claim and section differ.
	Contrary []Difference
}

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
}
