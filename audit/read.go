package audit

import (
	"github.com/pincite/pincite/audit/claimed"
	"github.com/pincite/pincite/audit/compare"
	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/audit/quantity"
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/statute"
)

// state is what the reading keeps for its own questions.
type state struct {
	masked string
	claims map[int]*claimed.Text
	fits   map[asked]compare.Fit
	asker  force.Side
	memory memory
}

// asked names a claim laid beside a section.
type asked struct {
	claim int
	held  *statute.Held
}

func (s *state) claim(c *answer.Claim) *claimed.Text { return s.claims[c.ID] }

// Read binds the sources, aligns every claim with each section it cites and
// compares them. It changes nothing in the case.
func Read(c Case) *Reading {
	if c.Law == nil {
		c.Law = enacted.NewLaw(c.Answer.Jurisdiction, nil, nil, false, []string{"no law of this jurisdiction is held"})
	}
	r := &Reading{Case: c}
	r.Case.Answer, r.LeftOut = bounded(c.Answer)
	r.readClaims()
	r.bind()
	r.pair()
	r.alignAll()
	r.compareAll()
	r.findBetter()
	r.judge()
	return r
}

// readClaims reads all claims once.
func (r *Reading) readClaims() {
	a := &r.Case.Answer
	r.state = &state{masked: claimed.Masked(a), asker: claimed.AskerOf(a.Question), claims: map[int]*claimed.Text{}, fits: map[asked]compare.Fit{}, memory: newMemory()}
	short := claimed.AbbreviationsIn(a.Text)
	for i := range a.Claims {
		c := &a.Claims[i]
		r.state.claims[c.ID] = claimed.Read(r.state.masked, a, c, short)
	}
}

// pair lists every citation of every claim.
func (r *Reading) pair() {
	for i := range r.Case.Answer.Claims {
		c := &r.Case.Answer.Claims[i]
		for _, citation := range c.Citations {
			r.Pairs = append(r.Pairs, Pair{Claim: c, Citation: citation, Source: r.source(citation.Ref)})
		}
	}
}

// fit aligns a claim with a section, or gives the alignment made before.
func (r *Reading) fit(c *answer.Claim, h *statute.Held, l *enacted.Law) compare.Fit {
	key := asked{c.ID, h}
	if f, known := r.state.fits[key]; known {
		return f
	}
	f := compare.Align(r.state.claim(c), l.Outline(h), l)
	r.state.fits[key] = f
	return f
}

func (r *Reading) alignAll() {
	for i := range r.Pairs {
		p := &r.Pairs[i]
		if h := p.Held(); h != nil {
			f := r.fit(p.Claim, h, p.Source.Law)
			p.Alignment, p.Nature = f.Alignment, natureOfPair(p.Source, f)
		}
	}
}

// natureOfPair is that of the unit the claim is aligned with, if the alignment
// tells.
func natureOfPair(s *Source, f compare.Fit) enacted.Nature {
	t := s.Law.Text(s.Held)
	if f.Thin || f.Unit < 0 || f.UnitScore < f.Score-0.15 {
		return t.Nature
	}
	return t.Units[f.Unit].Nature
}

// compareAll compares the typed facts of every pair that can be compared.
func (r *Reading) compareAll() {
	for i := range r.Pairs {
		p := &r.Pairs[i]
		if p.Held() == nil || p.Source.Foreign != "" || p.Nature == enacted.Stub {
			continue
		}
		x := r.comparison(p.Claim, p.Held(), p.Source.Law)
		x.Elsewhere = r.numbersElsewhere(p)
		x.Compare()
		if len(x.Found) > 0 && p.verbatim() {
			x.Found = lexis.KeepWhere(x.Found, func(d compare.Difference) bool { return d.Slot == "exception" || d.Slot == "condition" })
		}
		p.Contrary = r.quotedElsewhere(p, x.Found)
		p.Unsaid, p.agreed = r.unsaid(p, x), x.Agreed
	}
	r.onceEach()
}

// comparison lays a claim beside a section.
func (r *Reading) comparison(c *answer.Claim, h *statute.Held, l *enacted.Law) *compare.Comparison {
	x := &compare.Comparison{
		Answer: r.state.masked, Raw: r.Case.Answer.Text, Claim: r.state.claim(c), Law: l, Text: l.Text(h),
		Fit: r.fit(c, h, l), Related: r.related(c, h), Asker: r.state.asker,
	}
	x.PreferDeed()
	return x
}

// related are the claim and those that rest on the same section as h or have no
// citation, in no order that would tell.
func (r *Reading) related(c *answer.Claim, h *statute.Held) []*claimed.Text {
	resting := recall(r.state.memory.resting, h, func() []*claimed.Text { return r.resting(h) })
	if c.Kind != answer.Heading && r.restsOn(c, h) {
		return resting
	}
	return append([]*claimed.Text{r.state.claim(c)}, resting...)
}

// resting are the claims that rest on a section or have no citation.
func (r *Reading) resting(h *statute.Held) []*claimed.Text {
	var list []*claimed.Text
	for i := range r.Case.Answer.Claims {
		if c := &r.Case.Answer.Claims[i]; c.Kind != answer.Heading && r.restsOn(c, h) {
			list = append(list, r.state.claim(c))
		}
	}
	return list
}

func (r *Reading) restsOn(c *answer.Claim, h *statute.Held) bool {
	if len(c.Citations) == 0 {
		return true
	}
	for _, citation := range c.Citations {
		s := r.source(citation.Ref)
		if s != nil && s.Held == h {
			return true
		}
	}
	return false
}

// numbersElsewhere are the figures of the sections that the claim cites besides
// this one.
func (r *Reading) numbersElsewhere(p *Pair) []quantity.Number {
	var list []quantity.Number
	for _, o := range r.PairsOf(p.Claim) {
		if h := o.Held(); h != nil && o != p && h != p.Held() && o.Source.Foreign == "" {
			for _, n := range o.Source.Law.Text(h).Numbers {
				list = append(list, n...)
			}
		}
	}
	return list
}

// quotedElsewhere drops a quote difference where another section that the claim
// cites has the words.
func (r *Reading) quotedElsewhere(p *Pair, found []compare.Difference) []compare.Difference {
	var kept []compare.Difference
	for _, d := range found {
		if d.Slot != "quote" || !r.quoteHeld(p, d.Claimed) {
			kept = append(kept, d)
		}
	}
	return kept
}

func (r *Reading) quoteHeld(p *Pair, said string) bool {
	for _, o := range r.PairsOf(p.Claim) {
		if h := o.Held(); h != nil && enacted.VerbatimIn(said, h.Text) {
			return true
		}
	}
	return false
}

// onceEach keeps a missing exception or condition at the claim that follows the
// limited words best: said once, it is said for the whole answer.
func (r *Reading) onceEach() {
	best := map[limitKey]*Pair{}
	for i := range r.Pairs {
		p := &r.Pairs[i]
		for _, d := range p.Contrary {
			if key, ok := keyOf(p, d); ok && (best[key] == nil || p.Alignment.Score > best[key].Alignment.Score+0.02) {
				best[key] = p
			}
		}
	}
	for i := range r.Pairs {
		p := &r.Pairs[i]
		p.Contrary = lexis.KeepWhere(p.Contrary, func(d compare.Difference) bool {
			key, ok := keyOf(p, d)
			return !ok || best[key] == p
		})
	}
}

type limitKey struct {
	held *statute.Held
	at   answer.Span
}

func keyOf(p *Pair, d compare.Difference) (limitKey, bool) {
	return limitKey{p.Held(), d.InLaw}, d.Slot == "exception" || d.Slot == "condition"
}

// unsaid are clauses of the claim of which the section has next to nothing, where
// it has the rest; and figures without a counterpart.
func (r *Reading) unsaid(p *Pair, x *compare.Comparison) []answer.Span {
	parts := x.Anchored()
	if len(parts) > 0 {
		return parts
	}
	if parts = r.addedDuties(p, x); p.Alignment.Thin || len(parts) > 0 {
		return parts
	}
	if part, beside, found := r.invented(p, x); found && beside {
		parts = append(parts, part)
	}
	for _, n := range x.Unstated {
		parts = append(parts, n.Span)
	}
	if len(x.Claim.Clauses) < 2 {
		return parts
	}
	for _, clause := range x.Claim.Clauses {
		list := lexis.Content(clause)
		if len(list) >= 4 && lexis.Contained(list, x.Law.Weight, x.Text.All) < 0.1 && !r.saidElsewhere(p, list) && x.BesideAnother(clause) {
			parts = append(parts, lexis.Covering(clause))
		}
	}
	return parts
}

// saidElsewhere tells that another citation of the claim has these words.
func (r *Reading) saidElsewhere(p *Pair, list []lexis.Word) bool {
	for _, o := range r.PairsOf(p.Claim) {
		if h := o.Held(); h != nil && o != p && lexis.Contained(list, o.Source.Law.Weight, o.Source.Law.Text(h).All) >= 0.4 {
			return true
		}
	}
	return false
}

// verdictOrder: what contradicts outweighs what is missing.
var contradicting = map[string]bool{"number": true, "deadline": true, "amount": true, "modality": true, "negation": true, "actor": true}

// weightOf tells the gravest of the differences of a pair: 2 contradicted, 1
// partly, 0 none. A difference that is only possible settles nothing.
func weightOf(list []compare.Difference) (int, finding.Certainty) {
	grade, certainty := 0, finding.Possible
	for _, d := range list {
		g := 1
		if contradicting[d.Slot] {
			g = 2
		}
		if d.Certainty != finding.Possible && g > grade {
			grade, certainty = g, d.Certainty
		}
	}
	return grade, certainty
}
