package audit

import (
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/statute"
)

// Audit reads the case, runs the rules and gives the answer's report.
func Audit(c Case, rules []Rule) finding.AnswerReport { return finding.AnswerReport{} }

// Quoted lists the sections that the report cites or quotes, each once.
func Quoted(report *finding.AnswerReport) []Key { return nil }

// Key names a section in its jurisdiction.
type Key struct {
	Jurisdiction statute.Jurisdiction
	statute.Key
}

// Group gives findings of one root cause over many answers one group name.
func Group(reports []finding.AnswerReport) {}

// Waive sets the waivers that hold on their findings; unused are those whose
// finding is not there, lapsed those past their date or whose claim or section
// has changed.
func Waive(reports []finding.AnswerReport, waivers []finding.Waiver, date statute.Date) (unused, lapsed []finding.Waiver) {
	return nil, nil
}

// Bind gives the hash of claim and section that a waiver of the finding is
// bound to.
func Bind(report *finding.AnswerReport, f *finding.Finding) string { return "" }

// Operatives are operative sections of the source's act, or of the jurisdiction
// where the act has none, that come closest to the claim, best first.
func (r *Reading) Operatives(s *Source, c *answer.Claim) []Candidate { return nil }

// Bearing tells how a source bears on the question.
func (r *Reading) Bearing(s *Source) Bearing { return Bearing{} }

// Redundant reports whether the claim is fully supported by its other citations
// and this one adds nothing.
func (r *Reading) Redundant(p *Pair) bool { return false }

// LeaveOneOut is the table behind Redundant, in the order of the claim's pairs.
func (r *Reading) LeaveOneOut(c *answer.Claim) []LeftOut { return nil }

// Missed are operative sections that govern the question and are cited nowhere.
func (r *Reading) Missed() []Missed { return nil }

// Repeats are claims that state again what an earlier one states.
func (r *Reading) Repeats() []Repeat { return nil }

// Padding reports whether a claim answers nothing asked or states no law, and
// why, as one plain clause.
func (r *Reading) Padding(c *answer.Claim) (why string, padding bool) { return "", false }

// Unmet are the parts of the question that no sentence answers.
func (r *Reading) Unmet() []Part { return nil }

// Absence is the search behind a claim that no law does something.
func (r *Reading) Absence(c *answer.Claim) AbsenceSearch { return AbsenceSearch{} }

// Conflicts are pairs of claims that disagree in a typed fact.
func (r *Reading) Conflicts() []Conflict { return nil }

// Misnamed are acts named for a section that is not part of them.
func (r *Reading) Misnamed() []ActName { return nil }

// Pinpoints are the subsections that the answer names for its citations.
func (r *Reading) Pinpoints() []Pinpoint { return nil }

// Shifts are defined terms used in another meaning.
func (r *Reading) Shifts() []TermShift { return nil }

// Superseded are claims that follow words that have changed.
func (r *Reading) Superseded() []Supersession { return nil }

// Places compares the declared jurisdiction with text and sources.
func (r *Reading) Places() Places { return Places{} }

// Quote is a stretch of the answer as a finding quotes it; nil for an empty one.
func (r *Reading) Quote(s answer.Span) *finding.Quote {
	if s.Start < 0 || s.End > len(r.Case.Answer.Text) || s.Start >= s.End {
		return nil
	}
	return &finding.Quote{Text: r.Case.Answer.Text[s.Start:s.End], Start: s.Start, End: s.End}
}

// Cite is a stretch of a section's text as a finding quotes it.
func (r *Reading) Cite(h *statute.Held, s answer.Span) finding.SourceQuote {
	return r.part(h, "", h.Text, s)
}

// part quotes a stretch of one part of a section.
func (r *Reading) part(h *statute.Held, part, text string, s answer.Span) finding.SourceQuote {
	s.Start, s.End = max(0, s.Start), min(s.End, len(text))
	q := finding.SourceQuote{Number: h.Number, Occurrence: h.Occurrence, Part: part, Start: s.Start, End: s.End}
	if s.Start < s.End {
		q.Text = text[s.Start:s.End]
	}
	if h.Jurisdiction != r.Case.Law.Jurisdiction {
		q.Jurisdiction = h.Jurisdiction
	}
	return q
}

// CiteCatchline quotes the section's catchline.
func (r *Reading) CiteCatchline(h *statute.Held) finding.SourceQuote {
	return r.part(h, "catchline", h.Catchline, answer.Span{End: len(h.Catchline)})
}

// CiteHistory quotes the section's history note.
func (r *Reading) CiteHistory(h *statute.Held) finding.SourceQuote {
	return r.part(h, "history", h.History, answer.Span{End: len(h.History)})
}

// Closest gives the sections whose number or title comes closest to what the
// source names, best first, at most n.
func (r *Reading) Closest(s *Source, n int) []*statute.Held { return nil }

// Whose gives the section of the same law whose catchline the listed title is,
// where that is not the bound section; nil otherwise.
func (r *Reading) Whose(s *Source) *statute.Held { return nil }

// SameTitle reports whether the listed title says the same as the catchline.
func (r *Reading) SameTitle(s *Source) bool { return false }

// ActOf is the name of the act that a section is part of, "" where it is not
// known.
func (r *Reading) ActOf(h *statute.Held) string { return "" }

// Definitions counts the definitional sentences of a section and all of them.
func (r *Reading) Definitions(h *statute.Held) (defining, all int) { return 0, 0 }
