package audit

import (
	"fmt"
	"strings"

	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
)

// doer is who acts by a modal: the head of its subject or, in the passive, the one
// behind "by".
type doer struct {
	// name is that of a known party, term the folded head noun.
	name, term string
	span       answer.Span
}

// doersOf are all who act by a modal: of "a seller or lender shall" two; none where
// they are not named.
func doersOf(p *predicate) []doer {
	if !undergoes(p) || len(p.action) > 0 && p.action[0].lower == "by" {
		if p.cut {
			return nil // the head of so long a subject is not known
		}
		return doersIn(lastPart(p.subject)) // "is required by the court to pay": who is required acts
	}
	for i := range p.action[:min(len(p.action), 12)] {
		if p.action[i].lower == "by" {
			return doersIn(agentOnly(p.action[i+1 : min(len(p.action), i+9)]))
		}
	}
	return nil
}

// doersIn reads the nouns of a subject that stand for somebody.
func doersIn(subject []word) []doer {
	var list []doer
	nouns := headNouns(subject)
	for _, known := range partiesIn(nouns) {
		list = append(list, doer{name: known.name, span: known.span})
	}
	for i, w := range nouns {
		if last := i+1 == len(nouns) || nouns[i+1].start-w.end > 1; w.term != "" && last && acts(w.lower) {
			list = append(list, doer{term: w.term, span: covering(nouns[i : i+1])})
		}
	}
	return list
}

// headNouns are the words of a subject before what marks its noun out; "presiding
// judge" and "reporting agency" are nouns.
func headNouns(subject []word) []word {
	if len(subject) > 1 && (oneOf(subject[0].lower, preludes) || oneOf(subject[0].lower, "even|only|and|but") && oneOf(subject[1].lower, preludes)) {
		subject = subject[lastDeterminer(subject):]
	}
	for i := 1; i < len(subject); i++ {
		w := subject[i].lower
		if oneOf(w, "that|which|who|whose|of|under|with|to|for|by|when|if|in|on|at|from|where|about|may|shall|must|is|are|was|were|has|have") || strings.HasSuffix(w, "ing") && !(i+1 < len(subject) && acts(subject[i+1].lower)) {
			if len(content(subject[:i])) > 0 {
				return subject[:i]
			}
		}
	}
	return subject
}

// preludes begin what stands before a subject.
const preludes = "with|without|under|for|in|on|at|by|if|when|where|after|before|upon|unless|except|once|until|as|while|because|during|within|to|from|despite|notwithstanding"

// lastDeterminer is where the noun begins that stands right before a modal: in "even
// with a waiver a broker" the broker.
func lastDeterminer(subject []word) int {
	for i := len(subject) - 2; i > 0; i-- {
		if oneOf(subject[i].lower, "a|an|the|any|every|each|no|such|his|its|their|your") {
			return i
		}
	}
	return 0
}

// somebody are nouns for somebody that do not end as such nouns do.
const somebody = "principal|chairperson|chairman|spouse|sheriff|clerk|judge|police|pilot|applicant|child|guardian|physician|nurse|pharmacist|carrier|firm|company|business|bank|hospital|school|panel|board|agency|department|court"

// acts tells a noun for somebody by its ending: "passenger", "lessee", "applicants".
func acts(noun string) bool {
	if noun = strings.TrimSuffix(noun, "s"); oneOf(noun, somebody) {
		return true
	}
	for _, end := range []string{"er", "or", "ee", "ant", "ent", "ian", "ist"} {
		if strings.HasSuffix(noun, end) {
			return len(noun) > 4 && !strings.HasSuffix(noun, "ment") && !oneOf(noun, things)
		}
	}
	return false
}

// things are nouns that end as those for somebody do.
const things = "waiver|order|paper|number|letter|matter|register|chapter|quarter|charter|transfer|offer|power|water|computer|folder|sticker|printer|meter|counter|trailer|container|warrant|grant|extent|content|patent|consent|event|percent|rent|accent|fee|guarantee|refugee|committee|error|factor|vector|motor|tutor|door|floor|color|labor|favor|honor|behavior|indicator|list|after|other|under|over|never|ever|either|neither|whether|manner|center|corner|border|answer|cover|water|weather|winter|summer|former|latter"

// shares tells two lists with one doer in both, or one that is anybody.
func shares(a, b []doer) bool {
	for _, d := range a {
		for _, o := range b {
			if d.term != "" && d.term == o.term || d.name != "" && d.name == o.name || d.name == "anyone" || o.name == "anyone" {
				return true
			}
		}
	}
	return false
}

const (
	// doerNear is how near the clause must be that has the claim's party in another
	// place, doerWords of how many words where its verb is another; doerAlike is how
	// little nearer it must be than one in which that party acts.
	doerNear  = 0.6
	doerWords = 4
	doerAlike = 0.25
)

// receiving are verbs whose subject is the other side of the law's act: what the court
// may award, the plaintiff may recover.
const receiving = "get|gets|receive|have|be|recover|obtain|collect|see|keep|expect|enjoy|lose|face|suffer|owe|benefit|inherit|take|sue|choose|insist|rely|learn|find|buy|borrow|rent|ask|request|petition|apply|demand|hear|know"

// doers finds a claim in which somebody does what the law has another do, where the
// nearest clause names him in another part: the one to whom, for whom or about whom it
// is done. It must not fire where he acts in any clause about as near, where the law's
// doer is anybody or is not named, where the claim only says what he gets, nor where
// the two forces are not one.
func (x *comparison) doers() {
	for i := range x.claim.predicates {
		p := &x.claim.predicates[i]
		if x.aside(p) || len(p.action) == 0 || len(doersOf(p)) == 0 {
			continue
		}
		if s, k := x.otherDoer(p); s != nil {
			x.misplaced(p, s, k)
			return
		}
	}
}

// otherDoer finds the clause nearest to a modal, if others act in it.
func (x *comparison) otherDoer(p *predicate) (*standing, kin) {
	said := doersOf(p)
	var best *standing
	var near, own kin
	list := x.text.standings()
	for i := range list {
		s := &list[i]
		held := x.doersOfLaw(s)
		if len(held) == 0 || s.origin != spoken {
			continue
		}
		k := x.kinship(p, s)
		if shares(said, held) && !x.marks(said, held, s) && !handed(said, held, p, s.predicate) || x.namesake(said, s) {
			if k.share > own.share {
				own = k
			}
		} else if oneForce(p, s.predicate) && k.share > near.share {
			best, near = s, k
		}
	}
	if best == nil || near.share < doerNear || own.share > near.share-doerAlike || !x.partIn(p, said, best) || !x.sameDeed(p, best, near) {
		return nil, kin{}
	}
	return best, near
}

// marks tells that the law's "person" is marked out by the claim's doer and hence is
// another: "a person that holds records of a resident shall" binds no resident.
func (x *comparison) marks(said, held []doer, s *standing) bool {
	if len(held) != 1 || held[0].name != "anyone" {
		return false
	}
	marking := wordsIn(x.text.units[s.unit].own, answer.Span{Start: held[0].span.End, End: s.cue.Start})
	for i := range marking {
		if oneOf(marking[i].lower, "of|to|with|from|about|against") {
			if them := doersIn(marking[i+1:]); len(them) > 0 && them[0].name != "regulated" && them[0].name != "anyone" && !ofAnybody(said) && shares(said, them[:1]) {
				return true
			}
		}
	}
	return false
}

// handed tells that the law has anybody do the claim's act to the claim's doer: he stands
// right behind "of", "to" or "from" there.
func handed(said, held []doer, p, q *predicate) bool {
	if ofAnybody(said) || !ofAnybody(held) || !likeVerb(p, &predicate{action: q.action[:min(len(q.action), 4)]}) {
		return false
	}
	for i := 1; i < min(len(q.action), 8); i++ {
		if oneOf(q.action[i-1].lower, "of|to|from|with|upon") {
			return shares(said, doersIn(q.action[i:min(len(q.action), i+3)]))
		}
	}
	return false
}

// ofAnybody tells doers of whom one is anybody.
func ofAnybody(list []doer) bool {
	for _, d := range list {
		if d.name == "anyone" || d.name == "regulated" {
			return true
		}
	}
	return false
}

// namesake tells one doer under two names: an "insurer" is an "insurance company".
func (x *comparison) namesake(said []doer, s *standing) bool {
	for _, d := range said {
		for _, w := range headNouns(lastPart(s.subject)) {
			if len(d.term) >= stemLength && len(w.term) >= stemLength && !acts(w.lower) && d.term[:stemLength] == w.term[:stemLength] {
				return true
			}
		}
	}
	return false
}

// stemLength is how many letters two words of one activity share at least.
const stemLength = 5

// sameDeed wants the verb of the law, or most of what it is done to with a verb whose
// subject is not its receiver.
func (x *comparison) sameDeed(p *predicate, s *standing, k kin) bool {
	return likeVerb(p, &predicate{action: s.action[:min(len(s.action), 6)]}) || k.words >= doerWords && !oneOf(firstVerb(p.action), receiving)
}

// firstVerb is the first word of an act as written, past "to" and adverbs; "" for none.
func firstVerb(action []word) string {
	for _, w := range action {
		if !oneOf(w.lower, "to|also|then|still|only|not|itself|himself") {
			return w.lower
		}
	}
	return ""
}

// oneForce tells one force, a ban and a duty being alike in whom they bind.
func oneForce(p, q *predicate) bool { return p.force == q.force || dutyBesideBan(p, q) }

// doersOfLaw are those of a clause; where its subject is longer than what is kept of
// it, those with which the sentence opens.
func (x *comparison) doersOfLaw(s *standing) []doer {
	if s.cut && !undergoes(s.predicate) && len(lastPart(s.subject)) == len(s.subject) {
		own := x.text.units[s.unit].own
		return doersIn(own[:min(len(own), 7)])
	}
	return doersOf(s.predicate)
}

// partIn tells that the clause, or for an act of one verb the section, names one of
// them in another part.
func (x *comparison) partIn(p *predicate, said []doer, s *standing) bool {
	for _, d := range said {
		if d.term != "" && (s.words[d.term] || s.around[d.term] || likeVerb(p, s.predicate) && x.text.all[d.term]) || d.name != "" && x.namedInUnit(s.unit, d.name) {
			return true
		}
	}
	return false
}

// misplaced records the difference.
func (x *comparison) misplaced(p *predicate, s *standing, k kin) {
	said, held := doersOf(p)[0], x.doersOfLaw(s)[0]
	claimed, enacted := x.raw[said.span.Start:said.span.End], x.text.text[held.span.Start:held.span.End]
	certainty := finding.Possible
	if k.share >= kinPlain && k.words >= doerWords && likeVerb(p, s.predicate) && x.modals() == 1 {
		certainty = finding.Likely
	}
	x.differ("actor", claimed, enacted, said.span, held.span, certainty, fmt.Sprintf("who acts: the claim says %q, the law %q", claimed, enacted))
}
