package audit

import (
	"github.com/pincite/pincite/audit/compare"
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/answer"
)

// A marker within a sentence speaks for the words before it: "a right to have data
// deleted [1.1], to have it corrected [1.2] and to stop its sale [1.3]".

const (
	// partWords is how many words of content a part must have to be one.
	partWords = 3
	// partShare is how much of it the section must have for the marker to be for it.
	partShare = 0.5
)

// bearsOwnPart reports whether the section holds the words between its marker and the
// one before it, where the claim has several: it is then not cited for the rest.
func (r *Reading) bearsOwnPart(p *Pair) bool {
	x := r.comparison(p.Claim, p.Held(), p.Source.Law)
	part := lexis.Content(r.partOf(p, x))
	share := lexis.Contained(part, x.Law.Weight, x.Text.All, x.Text.Title)
	if len(part) == 0 || len(part) >= len(lexis.Content(x.Claim.Own)) {
		return false
	}
	return share == 1 || len(part) >= partWords && share >= partShare
}

// partOf are the words of the claim before the pair's marker, from the last marker
// of another place on.
func (r *Reading) partOf(p *Pair, x *compare.Comparison) []lexis.Word {
	markers := r.Case.Answer.Markers
	if p.Citation.Marker < 0 || p.Citation.Marker >= len(markers) || p.Citation.Inherited {
		return nil
	}
	end, start := markers[p.Citation.Marker].Span.Start, 0
	for _, c := range p.Claim.Citations {
		if c.Marker >= 0 && c.Marker < len(markers) && markers[c.Marker].Span.End < end {
			start = max(start, markers[c.Marker].Span.End)
		}
	}
	return lexis.WordsIn(x.Claim.Own, answer.Span{Start: start, End: end})
}
