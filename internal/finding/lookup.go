package finding

import (
	"slices"

	"github.com/pincite/pincite/internal/statute"
)

// SectionKey names a section over all jurisdictions.
type SectionKey struct {
	Jurisdiction statute.Jurisdiction
	Number       string
	Occurrence   int
}

// SectionIndex finds the sections of a report.
type SectionIndex map[SectionKey]*SectionText

// IndexSections lays the report's sections out for look-up. They are the
// report's own: do not change them.
func (r *Report) IndexSections() SectionIndex {
	index := SectionIndex{}
	for i := range r.Sections {
		s := &r.Sections[i]
		index[SectionKey{s.Jurisdiction, s.Number, max(s.Occurrence, 1)}] = s
	}
	return index
}

// Find gives the section, taking occurrence 0 for the first; nil where the
// report does not hold it.
func (x SectionIndex) Find(j statute.Jurisdiction, number string, occurrence int) *SectionText {
	return x[SectionKey{j, number, max(occurrence, 1)}]
}

// Quoted gives the section that a quote in an answer of jurisdiction home is
// from; nil where the report does not hold it.
func (x SectionIndex) Quoted(home statute.Jurisdiction, q *SourceQuote) *SectionText {
	if q.Jurisdiction != "" {
		home = q.Jurisdiction
	}
	return x.Find(home, q.Number, q.Occurrence)
}

// Answer gives the answer of that id, nil where there is none.
func (r *Report) Answer(id string) *AnswerReport {
	for i := range r.Answers {
		if r.Answers[i].ID == id {
			return &r.Answers[i]
		}
	}
	return nil
}

// Claim gives the claim of that id, nil where there is none.
func (a *AnswerReport) Claim(id int) *ClaimReport {
	for i := range a.Claims {
		if a.Claims[i].ID == id {
			return &a.Claims[i]
		}
	}
	return nil
}

// FoundNothing reports whether an answer of our own gives none: it says that no law
// on its question was found, and lists no source. Nothing in it can be wrong, and
// nobody is answered by it.
func (a *AnswerReport) FoundNothing() bool {
	return a.Outcome == Publish && a.Origin != "" && a.Origin != "imported" && len(a.Sources) == 0
}

// Unverified reports whether words could not tell everything: the claim needs a
// citation, and at least one that it has is unverified. What beside it is
// supported does not make that one checked.
func (c *ClaimReport) Unverified() bool {
	return c.NeedsCitation && slices.ContainsFunc(c.Citations, func(one CitationReport) bool { return one.Verdict == Unverified })
}
