package audit

import (
	"regexp"

	"github.com/pincite/pincite/audit/claimed"
	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/statute"
)

const (
	// answeredBy is the share of a part's own words that the claims must have for words
	// alone not to call it unanswered, and mostlySaid that of all its words.
	answeredBy = 0.25
	mostlySaid = 0.5
)

// Unmet are the parts of the question that no sentence answers: those that want an
// answer of a kind which no claim is, and those of whose own words no claim has
// any. A question of one part, and the first of several, is not unanswered for its
// words where a cited section bears on it: a good answer may have none of them.
func (r *Reading) Unmet() []Part {
	parts := r.parts()
	if len(parts) == 0 || len(parts) < 2 && r.somethingBears() || r.Abstains() {
		return nil
	}
	var unmet []Part
	for i := range parts {
		if p := &parts[i]; !(i == 0 && p.kind == nil && r.somethingBears()) && !r.met(p, parts) {
			p.Cited = r.heldInCited(p.kind)
			unmet = append(unmet, p.Part)
		}
	}
	return unmet
}

// heldInCited is the first cited section with a sentence that is an answer of the
// kind.
func (r *Reading) heldInCited(k *kind) *statute.Held {
	for i := range r.Sources {
		s := &r.Sources[i]
		if k == nil || s.Held == nil || s.Law != r.Case.Law || len(r.PairsWith(s)) == 0 {
			continue
		}
		t := s.Law.Text(s.Held)
		for u := range t.Units {
			if k.answers(&claimed.Text{Lead: t.Units[u].Lead, Own: t.Units[u].Own, Numbers: t.Numbers[u]}) {
				return s.Held
			}
		}
	}
	return nil
}

// met reports whether something in the answer speaks to a part.
func (r *Reading) met(p *part, parts []part) bool {
	if offices := officesIn(p.list); len(offices) > 0 && !r.anyClaim(func(c *claimed.Text) bool { return namesAny(c, offices) }) {
		return false
	}
	if p.kind != nil {
		return r.anyClaim(p.kind.answers) && !r.untimed(p)
	}
	own, said, weight := ownWords(p, parts), r.saidTerms(), lexis.Weigh(r.Case.Law.ConceptWeight)
	least := 2
	if lexis.PhraseIn(p.list, "what if") {
		least = 3 // a case that is told in other words than its rule
	}
	if r.lacksThing(p, own, said) {
		return false
	}
	return len(lexis.SetOf(own)) < least || lexis.Contained(own, weight, said) >= answeredBy ||
		lexis.Contained(lexis.Conceptual(p.key), weight, said) >= mostlySaid || r.governedBy(p)
}

// lacksThing reports whether a part asks, yes or no, for an act on a thing of which
// the most telling words stand nowhere in the answer: "should he have shown us a sample?" It must
// not fire where a cited section governs the part, nor on a part of one or two words.
func (r *Reading) lacksThing(p *part, own []lexis.Word, said lexis.TermSet) bool {
	if !asksWhether(p.list) || r.governedBy(p) {
		return false
	}
	weight := lexis.Weigh(r.Case.Law.ConceptWeight)
	unsaid := lexis.KeepWhere(own, func(w lexis.Word) bool { return !said[w.Term] })
	return len(lexis.SetOf(own)) >= 3 && lexis.Contained(own, weight, lexis.SetOf(unsaid)) >= mostlyUnsaid
}

// asksWhether tells a part that wants a yes or no.
func asksWhether(list []lexis.Word) bool {
	for len(list) > 0 && lexis.OneOf(list[0].Lower, "and|or|but|also|then") {
		list = list[1:]
	}
	return len(list) > 0 && lexis.OneOf(list[0].Lower, "may|can|must|should|do|does|is|are|will|could|have|has")
}

// mostlyUnsaid is how much of such a part must be unsaid.
const mostlyUnsaid = 0.5

// untimed reports whether a part asks by when to do a thing that it names, and no
// sentence with a time, with what stands right before it, speaks of that thing. It must
// not fire where "how quickly" names nothing.
func (r *Reading) untimed(p *part) bool {
	thing := lexis.KeepWhere(lexis.Conceptual(p.key), func(w lexis.Word) bool {
		return !lexis.OneOf(w.Term, "=request|=customer|=company") && len(force.PartiesIn([]lexis.Word{w})) == 0 && !lexis.OneOf(w.Lower, "act|acts|respond|reply|quickly|soon|tell|notify|comply|answer")
	})
	if p.kind.figure != "time" || len(thing) == 0 ||
		!lexis.PhraseIn(p.list, "by when") && !lexis.PhraseIn(p.list, "how soon|fast|quickly|promptly") &&
			!lexis.PhraseIn(p.list, "what deadline|deadlines") {
		return false
	}
	for i := range r.Case.Answer.Claims {
		c := r.state.claim(&r.Case.Answer.Claims[i])
		if (p.kind.figures(c) || lexis.HasWord(c.Own, prompt)) && lexis.Shared(thing, r.nearbyTerms(i)) > 0 {
			return false
		}
	}
	return true
}

// prompt are words of a time without a figure.
const prompt = "immediately|promptly|prompt|delay|delays|expedient|expeditious|expeditiously|forthwith|soon|deadline|days|hours"

// nearbyTerms are the words of a claim, of the one before it and of its headings.
func (r *Reading) nearbyTerms(i int) lexis.TermSet {
	set := lexis.TermSet{}
	for k := max(0, i-1); k <= i; k++ {
		c := &r.Case.Answer.Claims[k]
		set.Add(lexis.Conceptual(r.state.claim(c).Own))
		set.Add(lexis.Conceptual(r.state.claim(c).Lead))
		set.Add(lexis.Conceptual(lexis.Words(c.Section, lexis.AnswerSpan(c.Section))))
	}
	return set
}

// officesIn are the offices that a part names; what it asks of one of them is answered
// by no sentence that names none. Bodies that are often called "the agency" are left
// out.
func officesIn(list []lexis.Word) []force.Party {
	return lexis.KeepWhere(force.PartiesIn(list), func(p force.Party) bool {
		return lexis.OneOf(p.Name, "attorney general|secretary of state|governor|legislature")
	})
}

func namesAny(c *claimed.Text, offices []force.Party) bool {
	named := force.PartiesIn(append(append([]lexis.Word{}, c.Lead...), c.Own...))
	for _, o := range offices {
		if force.HasParty(named, o.Name) {
			return true
		}
	}
	return false
}

// asksBy are verbs with which something is asked and nothing named: "what must it say?"
const asksBy = "say|says|look|mean|means|happen|happens|matter|handled|handle|dealt|treated|work|works"

// ownWords are those words of a part that no other part has.
func ownWords(p *part, parts []part) []lexis.Word {
	others := lexis.TermSet{}
	for i := range parts {
		if o := &parts[i]; o.Span != p.Span {
			others.Add(lexis.Conceptual(o.list))
		}
	}
	return lexis.KeepWhere(lexis.Conceptual(p.key), func(w lexis.Word) bool { return !others[w.Term] && !lexis.OneOf(w.Lower, asksBy) })
}

// anyClaim reports whether a claim that is no heading is such.
func (r *Reading) anyClaim(such func(*claimed.Text) bool) bool {
	for i := range r.Case.Answer.Claims {
		if c := &r.Case.Answer.Claims[i]; c.Kind != answer.Heading && c.Role != answer.Restatement && such(r.state.claim(c)) {
			return true
		}
	}
	return false
}

// governedBy reports whether a cited section is on what a part asks.
func (r *Reading) governedBy(p *part) bool {
	for i := range r.Sources {
		if s := &r.Sources[i]; s.Held != nil && s.Law == r.Case.Law && len(r.PairsWith(s)) > 0 && r.governsPart(p.key, s.Held) >= governs {
			return true
		}
	}
	return false
}

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

// saidTerms are the words of the claims, and of the catchlines that they cite and
// follow.
func (r *Reading) saidTerms() lexis.TermSet {
	said := lexis.TermSet{}
	for i := range r.Case.Answer.Claims {
		own := r.state.claim(&r.Case.Answer.Claims[i]).Own
		said.Add(lexis.Conceptual(own))
		if lexis.HasWord(own, "agreement|agreements") {
			said.Add(lexis.Conceptual(lexis.Words("contract", answer.Span{End: len("contract")}))) // who asks of contracts is told of agreements
		}
	}
	for i := range r.Pairs {
		if p := &r.Pairs[i]; p.Held() != nil && !p.Alignment.Thin {
			h := p.Held()
			said.Add(lexis.Conceptual(lexis.Words(h.Catchline, lexis.AnswerSpan(h.Catchline))))
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
