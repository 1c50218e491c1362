package audit

import (
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/statute"
)

// state is what the reading keeps for its own questions.
type state struct {
	masked string
	claims map[int]*claimText
	fits   map[asked]fit
	memory memory
}

// asked names a claim laid beside a section.
type asked struct {
	claim int
	held  *statute.Held
}

func (s *state) claim(c *answer.Claim) *claimText { return s.claims[c.ID] }

// Read binds the sources, aligns every claim with each section it cites and
// compares them. It changes nothing in the case.
func Read(c Case) *Reading {
	if c.Law == nil {
		c.Law = NewLaw(c.Answer.Jurisdiction, nil, nil, false, []string{"no law of this jurisdiction is held"})
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
	r.state = &state{masked: masked(a), claims: map[int]*claimText{}, fits: map[asked]fit{}, memory: newMemory()}
	short := abbreviationsIn(a.Text)
	for i := range a.Claims {
		c := &a.Claims[i]
		r.state.claims[c.ID] = readClaim(r.state.masked, a, c, short)
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
func (r *Reading) fit(c *answer.Claim, h *statute.Held, l *Law) fit {
	key := asked{c.ID, h}
	if f, known := r.state.fits[key]; known {
		return f
	}
	f := align(r.state.claim(c), l.outline(h), l)
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
func natureOfPair(s *Source, f fit) Nature {
	t := s.Law.text(s.Held)
	if f.Thin || f.unit < 0 || f.unitScore < f.Score-0.15 {
		return t.nature
	}
	return t.units[f.unit].nature
}

// compareAll compares the typed facts of every pair that can be compared.
func (r *Reading) compareAll() {
	for i := range r.Pairs {
		p := &r.Pairs[i]
		if p.Held() == nil || p.Source.Foreign != "" || p.Nature == Stub {
			continue
		}
		x := r.comparison(p.Claim, p.Held(), p.Source.Law)
		x.elsewhere = r.numbersElsewhere(p)
		x.compare()
		if len(x.found) > 0 && p.verbatim() {
			x.found = keepWhere(x.found, func(d Difference) bool { return d.Slot == "exception" || d.Slot == "condition" })
		}
		p.Contrary = r.quotedElsewhere(p, x.found)
		p.Unsaid, p.agreed = r.unsaid(p, x), x.agreed
	}
	r.onceEach()
}

// comparison lays a claim beside a section.
func (r *Reading) comparison(c *answer.Claim, h *statute.Held, l *Law) *comparison {
	return &comparison{
		answer: r.state.masked, raw: r.Case.Answer.Text, claim: r.state.claim(c), law: l, text: l.text(h),
		fit: r.fit(c, h, l), related: r.related(c, h),
	}
}

// related are the claim and those that rest on the same section as h or have no
// citation, in no order that would tell.
func (r *Reading) related(c *answer.Claim, h *statute.Held) []*claimText {
	resting := recall(r.state.memory.resting, h, func() []*claimText { return r.resting(h) })
	if c.Kind != answer.Heading && r.restsOn(c, h) {
		return resting
	}
	return append([]*claimText{r.state.claim(c)}, resting...)
}

// resting are the claims that rest on a section or have no citation.
func (r *Reading) resting(h *statute.Held) []*claimText {
	var list []*claimText
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
func (r *Reading) numbersElsewhere(p *Pair) []number {
	var list []number
	for _, o := range r.PairsOf(p.Claim) {
		if h := o.Held(); h != nil && o != p && h != p.Held() && o.Source.Foreign == "" {
			for _, n := range o.Source.Law.text(h).numbers {
				list = append(list, n...)
			}
		}
	}
	return list
}

// quotedElsewhere drops a quote difference where another section that the claim
// cites has the words.
func (r *Reading) quotedElsewhere(p *Pair, found []Difference) []Difference {
	var kept []Difference
	for _, d := range found {
		if d.Slot != "quote" || !r.quoteHeld(p, d.Claimed) {
			kept = append(kept, d)
		}
	}
	return kept
}

func (r *Reading) quoteHeld(p *Pair, said string) bool {
	for _, o := range r.PairsOf(p.Claim) {
		if h := o.Held(); h != nil && verbatimIn(said, h.Text) {
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
		p.Contrary = keepWhere(p.Contrary, func(d Difference) bool {
			key, ok := keyOf(p, d)
			return !ok || best[key] == p
		})
	}
}

type limitKey struct {
	held *statute.Held
	at   answer.Span
}

func keyOf(p *Pair, d Difference) (limitKey, bool) {
	return limitKey{p.Held(), d.InLaw}, d.Slot == "exception" || d.Slot == "condition"
}

// keepWhere gives the members of a list for which keep holds, in order; nil for none.
func keepWhere[T any](list []T, keep func(T) bool) []T {
	var kept []T
	for _, one := range list {
		if keep(one) {
			kept = append(kept, one)
		}
	}
	return kept
}

// unsaid are clauses of the claim of which the section has next to nothing, where
// it has the rest; and figures without a counterpart.
func (r *Reading) unsaid(p *Pair, x *comparison) []answer.Span {
	parts := x.anchored()
	if len(parts) > 0 {
		return parts
	}
	if parts = r.addedDuties(p, x); p.Alignment.Thin || len(parts) > 0 {
		return parts
	}
	if part, beside, found := r.invented(p, x); found && beside {
		parts = append(parts, part)
	}
	for _, n := range x.unstated {
		parts = append(parts, n.span)
	}
	if len(x.claim.clauses) < 2 {
		return parts
	}
	for _, clause := range x.claim.clauses {
		list := content(clause)
		if len(list) >= 4 && contained(list, x.law.weight, x.text.all) < 0.1 && !r.saidElsewhere(p, list) && x.besideAnother(clause) {
			parts = append(parts, covering(clause))
		}
	}
	return parts
}

// besideAnother reports whether a clause lays down something of its own, beside
// another clause that does so too and that the section holds: a single rule in
// free words is not half unsaid.
func (x *comparison) besideAnother(clause []word) bool {
	if !x.claim.rules(clause) || oneOf(clause[0].lower, "where|if|when|whenever|under|as|unless|although|while|because|before|after|once") {
		return false
	}
	for _, other := range x.claim.clauses {
		if other[0].start != clause[0].start && x.claim.rules(other) && !oneOf(other[0].lower, "unless|except|save") && contained(content(other), x.law.weight, x.text.all) >= 0.5 {
			return true
		}
	}
	return false
}

// rules reports whether a clause holds a word of force.
func (c *claimText) rules(clause []word) bool {
	s := covering(clause)
	for _, p := range c.predicates {
		if p.cue.Start >= s.Start && p.cue.End <= s.End {
			return true
		}
	}
	return false
}

// saidElsewhere tells that another citation of the claim has these words.
func (r *Reading) saidElsewhere(p *Pair, list []word) bool {
	for _, o := range r.PairsOf(p.Claim) {
		if h := o.Held(); h != nil && o != p && contained(list, o.Source.Law.weight, o.Source.Law.text(h).all) >= 0.4 {
			return true
		}
	}
	return false
}

// verdictOrder: what contradicts outweighs what is missing.
var contradicting = map[string]bool{"number": true, "deadline": true, "amount": true, "modality": true, "negation": true, "actor": true}

// weightOf tells the gravest of the differences of a pair: 2 contradicted, 1
// partly, 0 none. A difference that is only possible settles nothing.
func weightOf(list []Difference) (int, finding.Certainty) {
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
