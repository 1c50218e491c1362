package finding

import "github.com/pincite/pincite/internal/statute"

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

// Unverified reports whether words could not tell: the claim needs a
// citation, has one, and every one of them is unverified.
func (c *ClaimReport) Unverified() bool {
	if !c.NeedsCitation || len(c.Citations) == 0 {
		return false
	}
	for i := range c.Citations {
		if c.Citations[i].Verdict != Unverified {
			return false
		}
	}
	return true
}
