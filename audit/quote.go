package audit

import (
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/statute"
)

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

// CiteCatchline quotes the section's catchline.
func (r *Reading) CiteCatchline(h *statute.Held) finding.SourceQuote {
	return r.part(h, "catchline", h.Catchline, answer.Span{End: len(h.Catchline)})
}

// CiteHistory quotes the section's history note.
func (r *Reading) CiteHistory(h *statute.Held) finding.SourceQuote {
	return r.part(h, "history", h.History, answer.Span{End: len(h.History)})
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
