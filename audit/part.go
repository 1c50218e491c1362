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
	if r.bearsClause(p, x) {
		return true
	}
	part := lexis.Content(r.partOf(p, x))
	share := lexis.Contained(part, x.Law.Weight, x.Text.All, x.Text.Title)
	if len(part) == 0 || len(part) >= len(lexis.Content(x.Claim.Own)) {
		return false
	}
	return share == 1 || len(part) >= partWords && share >= partShare
}

// clauseShare is how much of one clause a sentence of the section must have for the section to
// be cited for that clause.
const clauseShare = 0.6

// bearsClause reports whether a section carries one clause of a claim that cites another
// section as well: "a charter has to be signed, but a promise by a heir may be oral", of
// which the section on signing has the first half. It must not spare the one section that a
// claim cites, nor a section whose words are in every clause.
func (r *Reading) bearsClause(p *Pair, x *compare.Comparison) bool {
	if len(x.Claim.Clauses) < 2 || !r.citesAnother(p, func(*Pair) bool { return true }) {
		return false
	}
	for _, clause := range x.Claim.Clauses {
		if list := lexis.Content(clause); len(list) >= partWords && len(list) < len(lexis.Content(x.Claim.Own)) && x.HoldsClause(list, clauseShare) {
			return true
		}
	}
	return false
}

// citesAnother reports whether the claim of a pair cites a second section, in one of those pairs.
func (r *Reading) citesAnother(p *Pair, those func(*Pair) bool) bool {
	for _, o := range r.PairsOf(p.Claim) {
		if o.Held() != nil && o.Held() != p.Held() && o.Source.Foreign == "" && those(o) {
			return true
		}
	}
	return false
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
