package audit

import (
	"fmt"
	"strings"

	"github.com/pincite/pincite/audit/claimed"
	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/statute"
)

// governs is how much of a part of the question a section must hold to govern it.
const governs = 0.5

// Missed are operative sections that govern a part of the question and are cited
// nowhere: of an act that the answer relies on, in force, with a catchline that
// answers to the part, and followed by no claim.
func (r *Reading) Missed() []Missed {
	var found []Missed
	seen := map[*statute.Held]bool{}
	parts := r.parts()
	for i := range parts {
		m := r.missedOfKind(&parts[i])
		if m == nil {
			m = r.missedFor(&parts[i])
			if m != nil && i == 0 && !r.governsAlone(&parts[i], m) {
				continue // what the whole question is about: the answer turns on it anyway
			}
		}
		if m != nil && !seen[m.Held] {
			seen[m.Held] = true
			found = append(found, *m)
		}
	}
	return append(found, r.missedByDenial(seen)...)
}

// missedByDenial are the sections that lay down what the answer says no law does: had
// they been cited, it would not have said so.
func (r *Reading) missedByDenial(seen map[*statute.Held]bool) []Missed {
	var found []Missed
	for i := range r.Case.Answer.Claims {
		if d := r.deniedOutright(&r.Case.Answer.Claims[i]); d != nil && !seen[d.Held] && r.listed(d.Held) == nil &&
			r.Case.Answer.Question != "" {
			seen[d.Held] = true
			found = append(found, Missed{Held: d.Held, InLaw: d.InLaw, Score: 1,
				Why: fmt.Sprintf("the answer says that there is no such rule, section %s has it and no sentence cites it", d.Held.Number)})
		}
	}
	return found
}

// missedFor is the section that governs a part best by its words, if nothing cites
// it.
func (r *Reading) missedFor(p *part) *Missed {
	list := p.key
	if len(list) < 2 {
		return nil // one word is no subject
	}
	var best *statute.Held
	score := 0.0
	for _, h := range r.relied() {
		if s := r.governsPart(list, h); s > score {
			best, score = h, s
		}
	}
	if best == nil || score < governs || r.listed(best) != nil || r.followed(best, anySuch) {
		return nil
	}
	t := r.Case.Law.Text(best)
	if lexis.Contained(list, r.Case.Law.Weight, t.All) < holdsPart || onlyForbids(t, p.Text) || r.speaksOf(list) || r.actIsCited(list, t) {
		return nil
	}
	return r.miss(p, best, score)
}

func (r *Reading) miss(p *part, h *statute.Held, score float64) *Missed {
	return &Missed{Held: h, InLaw: bestUnit(r.Case.Law.Text(h), p.key, r.Case.Law.Weight), Score: score,
		Why: fmt.Sprintf("the question asks %q, which section %s governs and no sentence cites", p.Text, h.Number)}
}

// missedOfKind is the section on the kind of answer that a part wants, if nothing
// cites it and no cited statement is such an answer: methods of notice where the
// form is asked, the penalty where what happens is.
func (r *Reading) missedOfKind(p *part) *Missed {
	k := p.kind
	if k == nil || k.signs == "" || !k.general && r.sourced(k) {
		return nil
	}
	var best *statute.Held
	score := -1.0
	for _, h := range r.relied() {
		t := r.Case.Law.Text(h)
		if !k.governs(t) || k.general && !onlySigns(t, k) || r.listed(h) != nil || r.followed(h, k.answers) {
			continue
		}
		if s := lexis.Contained(p.key, r.Case.Law.Weight, t.All); s > score {
			best, score = h, s
		}
	}
	if best == nil {
		return nil
	}
	return r.miss(p, best, score)
}

// sourced reports whether a claim that is an answer of the kind rests on a section
// that speaks of it too.
func (r *Reading) sourced(k *kind) bool {
	for i := range r.Pairs {
		p := &r.Pairs[i]
		if p.Held() == nil || p.Source.Law != r.Case.Law || !k.answers(r.state.claim(p.Claim)) {
			continue
		}
		if t := r.Case.Law.Text(p.Held()); k.governs(t) || t.HoldsWord(k.says) {
			return true
		}
	}
	return false
}

// onlySigns tells a catchline of nothing but signs of the kind: "Exemptions".
func onlySigns(t *enacted.Text, k *kind) bool {
	title := lexis.Content(lexis.Words(t.Held.Catchline, lexis.AnswerSpan(t.Held.Catchline)))
	return len(title) > 0 && len(lexis.KeepWhere(title, func(w lexis.Word) bool { return !lexis.OneOf(w.Lower, k.signs) })) == 0
}

const (
	// holdsPart is how much of what is asked a section must hold to be missed, and
	// speaksOfAll how much a cited one must hold for none to be.
	holdsPart   = 0.52
	speaksOfAll = 0.85
)

// actIsCited reports whether the catchline of a cited section names the act that is
// asked about, in a word like it, and that of the section found does not: "give to
// others" is asked of the section on disclosure, not of that on use.
func (r *Reading) actIsCited(list []lexis.Word, found *enacted.Text) bool {
	for _, w := range list {
		if headsAct(found, w) {
			continue
		}
		for i := range r.Pairs {
			if p := &r.Pairs[i]; p.Held() != nil && p.Source.Law == r.Case.Law && !p.Alignment.Thin &&
				headsAct(r.Case.Law.Text(p.Held()), w) {
				return true
			}
		}
	}
	return false
}

// headsAct reports whether a catchline has a verb like a word.
func headsAct(t *enacted.Text, w lexis.Word) bool {
	for term := range t.Title {
		if lexis.OneRow(term, w.Term) {
			return true
		}
	}
	return false
}

// speaksOf reports whether a cited section speaks of all that is asked.
func (r *Reading) speaksOf(list []lexis.Word) bool {
	for i := range r.Sources {
		s := &r.Sources[i]
		if s.Held != nil && s.Law == r.Case.Law && len(r.PairsWith(s)) > 0 &&
			lexis.Contained(list, s.Law.Weight, s.Law.Text(s.Held).All) >= speaksOfAll {
			return true
		}
	}
	return false
}

// onlyForbids tells a section whose catchline names a ban where the question is not
// what is banned: one on penalties, suits or exemptions is answered without it.
func onlyForbids(t *enacted.Text, asked string) bool {
	const banning = "prohibited|prohibition|prohibitions|prohibit|prohibits|forbidden|unlawful|unlawfully"
	title := lexis.Words(t.Held.Catchline, answer.Span{End: len(t.Held.Catchline)})
	list := lexis.Words(asked, answer.Span{End: len(asked)})
	return lexis.HasWord(title, banning) && !lexis.HasWord(list, banning) &&
		lexis.HasWord(list, "penalty|penalties|fine|fines|enforce|enforces|enforced|enforcement|court|sue|suit|damages|remedy|remedies|no|not|exempt|exempted|exemption|exemptions|exception|exceptions|without")
}

// governsAlone reports whether the section answers to a part of the question far
// more than all that is cited.
func (r *Reading) governsAlone(p *part, m *Missed) bool {
	const strongly, lead, headed = 0.5, 0.2, 1.0 / 3
	list := p.key
	cited := 0.0
	for i := range r.Sources {
		if s := &r.Sources[i]; s.Held != nil && s.Law == r.Case.Law && len(r.PairsWith(s)) > 0 {
			cited = max(cited, r.governsPart(list, s.Held))
		}
	}
	title := lexis.Contained(list, r.Case.Law.Weight, r.Case.Law.Text(m.Held).Title)
	return m.Score >= strongly && m.Score-cited >= lead && title >= headed
}

// relied are the operative sections in force of the acts on whose operative
// sections the answer relies: one cited for a meaning alone is no ground to look
// for duties beside it.
func (r *Reading) relied() []*statute.Held {
	var list []*statute.Held
	seen := map[string]bool{}
	for i := range r.Sources {
		s := &r.Sources[i]
		if s.Held == nil || s.Law != r.Case.Law || len(r.PairsWith(s)) == 0 || s.Nature != enacted.Operative || seen[s.Law.ActOf(s.Held)] {
			continue
		}
		key := s.Law.ActOf(s.Held)
		seen[key] = true
		for _, h := range s.Law.Pick(s.Law.Derived.Members[key]) {
			if h.Status == statute.InForce && r.nearCited(h, key) && s.Law.Text(h).Nature == enacted.Operative {
				list = append(list, h)
			}
		}
	}
	return list
}

const (
	// manyMembers is how many sections an act has that may be several: a publisher who
	// prints no chapters leaves a whole title in one.
	manyMembers = 120
	// nearBy is how many sections away from a cited one of such an act a section may
	// stand to be of one act with it, unless their numbers have one stem, as 141.4 and
	// 141.24 have.
	nearBy = 10
)

// nearCited reports whether a section is of one act with a cited one, or may be.
func (r *Reading) nearCited(h *statute.Held, act string) bool {
	d := r.Case.Law.Derived
	if len(d.Members[act]) < manyMembers {
		return true
	}
	for i := range r.Sources {
		s := &r.Sources[i]
		if s.Held != nil && s.Law == r.Case.Law && len(r.PairsWith(s)) > 0 && s.Law.ActOf(s.Held) == act &&
			stem(h.Number) == stem(s.Held.Number) && (stem(h.Number) != "" || abs(d.Place[s.Held]-d.Place[h]) <= nearBy) {
			return true
		}
	}
	return false
}

// stem is a number without its last decimal, "" for a number that has none.
func stem(number string) string {
	at := strings.LastIndex(number, ".")
	return number[:max(0, at)]
}

func abs(n int) int { return max(n, -n) }

// governsPart is the share of a part's words that a section holds; its catchline
// must have one that tells.
func (r *Reading) governsPart(list []lexis.Word, h *statute.Held) float64 {
	t := r.Case.Law.Text(h)
	title := lexis.Contained(list, r.Case.Law.Weight, t.Title)
	if title < 0.2 || lexis.Shared(list, t.Title) == 0 {
		return 0
	}
	return 0.5*lexis.Contained(list, r.Case.Law.Weight, t.All) + 0.5*min(1, 1.5*title)
}

// followed reports whether a claim of some sort states what the section says,
// whatever it cites.
func (r *Reading) followed(h *statute.Held, sort func(*claimed.Text) bool) bool {
	for i := range r.Case.Answer.Claims {
		c := &r.Case.Answer.Claims[i]
		if f := r.fit(c, h, r.Case.Law); f.Score >= 0.6 && !f.Thin && sort(r.state.claim(c)) {
			return true
		}
	}
	return false
}

func anySuch(*claimed.Text) bool { return true }

// bestUnit is the unit that holds most of the words.
func bestUnit(t *enacted.Text, list []lexis.Word, weight lexis.Weigh) answer.Span {
	best, at := -1.0, answer.Span{}
	for i := range t.Units {
		if s := lexis.Contained(list, weight, t.Units[i].Set, t.Units[i].Leads); s > best {
			best, at = s, t.Units[i].Span
		}
	}
	return at
}
