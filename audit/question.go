package audit

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/statute"
)

const (
	// answeredBy is the share of a part's words that the claims must have.
	answeredBy = 0.4
	// governs is how much of a part of the question a section must hold to govern it.
	governs = 0.5
)

// parts splits the question at its joints; a part has two words of content.
func (r *Reading) parts() []Part {
	q := r.Case.Answer.Question
	var parts []Part
	list := words(q, answer.Span{End: len(q)})
	start := 0
	for i := 1; i <= len(list); i++ {
		if i < len(list) && !strings.ContainsAny(gap(q, list[i-1], list[i]), ",;.?!") {
			continue
		}
		if len(r.withoutPlace(content(list[start:i]))) >= 2 || i == len(list) && len(content(list[start:i])) >= 1 {
			s := covering(list[start:i])
			parts = append(parts, Part{Text: q[s.Start:s.End], Span: s})
		}
		start = i
	}
	return parts
}

// asks tells a part that asks from one that tells a story.
func asks(text string) bool {
	list := words(text, answer.Span{End: len(text)})
	if len(list) == 0 || oneOf(list[0].lower, "i|we|our|my|you|your|it|they|the|a|an|there|this") {
		return false
	}
	for i, w := range list[:min(2, len(list))] {
		if oneOf(w.lower, "who|whom|what|when|how|which|can|must|do|does|is|are|may|should|will") && (i == 0 || oneOf(list[0].lower, "and|or|but|by|in|for|to|from|within|at|on|under|after|until")) {
			return true
		}
	}
	return false
}

// Unmet are the parts of the question that no sentence answers. A question of
// one part is not unanswered where a cited section bears on it: a good answer
// may have none of its words.
func (r *Reading) Unmet() []Part {
	parts, said := r.parts(), r.saidTerms()
	if len(parts) < 2 && r.somethingBears() || r.Abstains() {
		return nil
	}
	return keepWhere(parts, func(p Part) bool {
		list := keepWhere(r.withoutPlace(content(words(p.Text, answer.Span{End: len(p.Text)}))), func(w word) bool { return !oneOf(w.lower, vague) })
		return len(list) >= 2 && asks(p.Text) && contained(list, r.Case.Law.weight, said) < answeredBy
	})
}

// vague words of a question name no subject: "who else has to be told".
const vague = "else|anyone|anybody|anything|someone|something|exactly|long|soon|often|much|many|thing|things|kind|kinds"

// abstaining words say that no answer was found, or that none can be given.
var abstaining = regexp.MustCompile(`(?i)\b(?:(?:no (?:section|law|provision|statute|source)s?|nothing)\b[^.;]{0,120}\b(?:found|answers?|governs?|addresses)|cannot be (?:told|answered|established|determined)|could not (?:be )?(?:find|found|establish|established|determined?))\b`)

// Abstains reports whether the answer says that it found no answer, and states no
// law: then it leaves no part of the question out, and can list no source.
func (r *Reading) Abstains() bool {
	says := false
	for i := range r.Case.Answer.Claims {
		c := &r.Case.Answer.Claims[i]
		absent := c.Role == answer.Absence || c.Kind != answer.Heading && abstaining.MatchString(c.Bare)
		if says = says || absent; c.NeedsCitation && !absent {
			return false
		}
	}
	return says && len(r.Case.Answer.Sources) == 0 && len(r.Case.Answer.Markers) == 0
}

// saidTerms are the words of the claims and of the catchlines that they cite.
func (r *Reading) saidTerms() termSet {
	said := termSet{}
	for i := range r.Case.Answer.Claims {
		said.add(r.state.claim(&r.Case.Answer.Claims[i]).own)
	}
	for i := range r.Pairs {
		if p := &r.Pairs[i]; p.Held() != nil && !p.Alignment.Thin {
			said.add(titleOf(p.Held().Catchline))
		}
	}
	return said
}

// somethingBears reports whether a cited section bears on the question.
func (r *Reading) somethingBears() bool {
	for i := range r.Sources {
		if s := &r.Sources[i]; s.Held != nil && len(r.PairsWith(s)) > 0 && r.Bearing(s).Bears {
			return true
		}
	}
	return false
}

// Missed are operative sections that govern a part of the question and are cited
// nowhere: of an act that the answer relies on, in force, with a catchline that
// answers to the part, and followed by no claim.
func (r *Reading) Missed() []Missed {
	var found []Missed
	seen := map[*statute.Held]bool{}
	for i, p := range r.parts() {
		m := r.missedFor(p)
		if m != nil && i == 0 && !r.governsAlone(p, m) {
			continue // what the whole question is about: the answer turns on it anyway
		}
		if m != nil && !seen[m.Held] && asks(p.Text) {
			seen[m.Held] = true
			found = append(found, *m)
		}
	}
	return found
}

// missedFor is the section that governs a part best, if nothing cites it.
func (r *Reading) missedFor(p Part) *Missed {
	list := r.withoutPlace(content(words(p.Text, answer.Span{End: len(p.Text)})))
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
	if best == nil || score < governs || r.listed(best) != nil || r.followed(best) {
		return nil
	}
	t := r.Case.Law.text(best)
	if contained(list, r.Case.Law.weight, t.all) < holdsPart || onlyForbids(t, p.Text) || r.speaksOf(list) {
		return nil
	}
	at := bestUnit(t, list, r.Case.Law.weight)
	return &Missed{Held: best, InLaw: at, Score: score,
		Why: fmt.Sprintf("the question asks %q, which section %s governs and no sentence cites", p.Text, best.Number)}
}

const (
	// holdsPart is how much of what is asked a section must hold to be missed, and
	// speaksOfAll how much a cited one must hold for none to be.
	holdsPart   = 0.52
	speaksOfAll = 0.85
)

// speaksOf reports whether a cited section speaks of all that is asked.
func (r *Reading) speaksOf(list []word) bool {
	for i := range r.Sources {
		s := &r.Sources[i]
		if s.Held != nil && s.Law == r.Case.Law && len(r.PairsWith(s)) > 0 && contained(list, s.Law.weight, s.Law.text(s.Held).all) >= speaksOfAll {
			return true
		}
	}
	return false
}

// onlyForbids tells a section whose catchline names a ban where the question is not
// what is banned: one on penalties, suits or exemptions is answered without it.
func onlyForbids(t *lawText, asked string) bool {
	const banning = "prohibited|prohibition|prohibitions|prohibit|prohibits|forbidden|unlawful|unlawfully"
	title := words(t.held.Catchline, answer.Span{End: len(t.held.Catchline)})
	list := words(asked, answer.Span{End: len(asked)})
	return hasWord(title, banning) && !hasWord(list, banning) && hasWord(list, "penalty|penalties|fine|fines|enforce|enforces|enforced|enforcement|court|sue|suit|damages|remedy|remedies|no|not|exempt|exempted|exemption|exemptions|exception|exceptions|without")
}

// governsAlone reports whether the section answers to a part of the question far
// more than all that is cited.
func (r *Reading) governsAlone(p Part, m *Missed) bool {
	const strongly, lead, headed = 0.5, 0.2, 1.0 / 3
	list := r.withoutPlace(content(words(p.Text, answer.Span{End: len(p.Text)})))
	cited := 0.0
	for i := range r.Sources {
		if s := &r.Sources[i]; s.Held != nil && s.Law == r.Case.Law && len(r.PairsWith(s)) > 0 {
			cited = max(cited, r.governsPart(list, s.Held))
		}
	}
	title := contained(list, r.Case.Law.weight, r.Case.Law.text(m.Held).title)
	return m.Score >= strongly && m.Score-cited >= lead && title >= headed
}

// relied are the operative sections in force of the acts that the answer cites.
func (r *Reading) relied() []*statute.Held {
	var list []*statute.Held
	seen := map[string]bool{}
	for i := range r.Sources {
		s := &r.Sources[i]
		if s.Held == nil || s.Law != r.Case.Law || len(r.PairsWith(s)) == 0 || seen[s.Law.actOf(s.Held)] {
			continue
		}
		key := s.Law.actOf(s.Held)
		seen[key] = true
		for _, h := range s.Law.pick(s.Law.derived.members[key]) {
			if h.Status == statute.InForce && s.Law.text(h).nature == Operative {
				list = append(list, h)
			}
		}
	}
	return list
}

// governsPart is the share of a part's words that a section holds; its catchline
// must have one that tells.
func (r *Reading) governsPart(list []word, h *statute.Held) float64 {
	t := r.Case.Law.text(h)
	title := contained(list, r.Case.Law.weight, t.title)
	if title < 0.2 || shared(list, t.title) == 0 {
		return 0
	}
	return 0.5*contained(list, r.Case.Law.weight, t.all) + 0.5*min(1, 1.5*title)
}

// followed reports whether a claim states what the section says, whatever it
// cites.
func (r *Reading) followed(h *statute.Held) bool {
	for i := range r.Case.Answer.Claims {
		if f := r.fit(&r.Case.Answer.Claims[i], h, r.Case.Law); f.Score >= 0.6 && !f.Thin {
			return true
		}
	}
	return false
}

// bestUnit is the unit that holds most of the words.
func bestUnit(t *lawText, list []word, weight weigh) answer.Span {
	best, at := -1.0, answer.Span{}
	for i := range t.units {
		if s := contained(list, weight, t.units[i].set, t.units[i].leads); s > best {
			best, at = s, t.units[i].span
		}
	}
	return at
}
