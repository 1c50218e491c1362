package enacted

import (
	"strings"

	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/audit/lexis"
)

// siblingLimits are sentences of their own that take something out of another:
// "Notwithstanding Subsection A, notification is not required if …".
func siblingLimits(t *Text, i int) []Limit {
	u := &t.Units[i]
	if u.Nature != Operative || !lifts(t, i) ||
		!lexis.HasWord(u.Own, "if|when|where|unless|notwithstanding|subsection|section|paragraph|prohibition|requirement|nothing|who|that") {
		return nil
	}
	at := governed(t, i)
	if at < 0 {
		return nil
	}
	l := Limit{Kind: "exception", Unit: i, Governs: at, Words: lexis.Content(u.Own), Span: u.Span}
	if listEnd(t.Units, i) > i+1 {
		l.takeItems(t, i)
	}
	return []Limit{l}
}

// exemptions are the limits that "this section does not apply to …", or "this subsection",
// makes: one to each
// duty or ban of the section that is a sentence of its own. Firms that another regime
// governs, such as banks, are exempt from much and not held against each duty.
func exemptions(t *Text, i int) []Limit {
	u := &t.Units[i]
	at, allows := labelWords(u.Own), t.bansNothing(i)
	if allows {
		at += 2
	}
	part := lexis.Phrase(u.Own, at, "this subsection|subdivision")
	if !part && !lexis.Phrase(u.Own, at, "this section") || !allows && !t.ReachesNot(i) {
		return nil
	}
	var found []Limit
	for k := range t.Units {
		if k == i || LeadsInto(t.Units, i, k) || !force.Binds(t.Predicates[k]) && !part || t.Units[k].Parent >= 0 || part && !t.oneSubsection(i, k) || allows && !force.Forbidding(t.Predicates[k]) {
			continue
		}
		l := Limit{Kind: "exception", Unit: i, Governs: k, Whole: !part, Part: part, Words: lexis.Content(u.Own), Span: u.Span}
		if listEnd(t.Units, i) > i+1 {
			l.takeItems(t, i)
		}
		if part && !lexis.HasWord(u.Own, otherRegimes) || allows && !lexis.HasWord(u.Own, otherRegimes) || !lexis.HasWord(l.Words, otherRegimes) {
			found = append(found, l)
		}
	}
	return found
}

// bansNothing tells "nothing in this section prevents": what it names is taken out of each
// ban, unless the sentence is known to speak of one of them.
func (t *Text) bansNothing(i int) bool {
	own := t.Units[i].Own
	if !lexis.Phrase(own, labelWords(own), "nothing in") || governed(t, i) >= 0 {
		return false
	}
	for _, p := range t.Predicates[i] {
		if p.Force == force.May && p.Topic == "" && p.Cue.Start <= own[labelWords(own)].Start {
			return true
		}
	}
	return false
}

// oneSubsection tells that two units stand in one subsection: no label as high as that of
// the first stands between them.
func (t *Text) oneSubsection(i, k int) bool {
	for u := min(i, k) + 1; u <= max(i, k); u++ {
		if t.Units[u].label != t.Units[u-1].label && t.Units[u].depth <= 1 {
			return false
		}
	}
	return true
}

// ReachesNot tells "this section does not apply to": what it does not require exempts
// nobody.
func (t *Text) ReachesNot(i int) bool {
	for _, p := range t.Predicates[i] {
		if p.Topic == "apply" && p.Force == force.IsNot {
			return true
		}
	}
	return false
}

// otherRegimes are words of an exemption for those whom other law governs.
const otherRegimes = "bank|banks|insurer|insurers|insurance|institution|institutions|federal|gramm|hipaa|compliance|regulated|supervised|chartered"

// labelWords is how many words an enumerator takes at the head of a unit.
func labelWords(own []lexis.Word) int {
	if len(own) > 0 && len(own[0].Lower) <= 2 {
		return 1
	}
	return 0
}

// lifts tells whether a sentence frees from a duty or a ban on a condition.
func lifts(t *Text, i int) bool {
	for _, p := range t.Predicates[i] {
		if p.Cue.Start < t.Units[i].Span.Start {
			continue
		}
		if p.Force == force.NeedNot || p.Topic == "apply" && p.Force == force.IsNot ||
			p.Force == force.May && lexis.Phrase(t.Units[i].Own, labelWords(t.Units[i].Own), "nothing") ||
			p.Force == force.May && lexis.Phrase(t.Units[i].Own, labelWords(t.Units[i].Own), "notwithstanding subsection|paragraph|subdivision") {
			return true
		}
	}
	return false
}

// governed finds the unit that a sentence lifts: the one it names, else the duty
// or ban before it that shares its words.
func governed(t *Text, i int) int {
	weight := func(string) float64 { return 1 }
	best, score := -1, 0.45
	for k := range t.Units {
		if k == i || LeadsInto(t.Units, i, k) || t.Units[k].Nature != Operative || !force.Binds(t.Predicates[k]) || t.ofPart(i) && (k > i || !t.oneSubsection(i, k)) {
			continue
		}
		s := lexis.Contained(lexis.Content(mainWords(t, i)), weight, t.Units[k].Set, t.Units[k].Leads)
		if namesLabel(t, i, k) && !t.ofPart(i) {
			s += 0.5
		} else if t.relievesOf(i) && !t.sharesDeed(i, k) {
			continue
		}
		if score < 0.46 && lexis.HasWord(t.Units[i].Own, "prohibition|requirement") &&
			lexis.PhraseIn(t.Units[i].Own, "this section|subsection") {
			s += 0.46
		}
		if s > score {
			best, score = k, s
		}
	}
	return best
}

// ofPart tells a sentence that speaks of its own subsection: "nothing in this subdivision".
func (t *Text) ofPart(i int) bool {
	own := t.Units[i].Own
	return lexis.PhraseIn(own[:min(len(own), 6)], "this subsection|subdivision|paragraph")
}

// relievesOf tells a sentence that frees by saying that something need not be done, and
// refers to no other: "the issuer has no obligation to pay interest".
func (t *Text) relievesOf(i int) bool {
	if lexis.HasWord(t.Units[i].Own, "notwithstanding|however|prohibition|requirement") {
		return false
	}
	for _, p := range t.Predicates[i] {
		if p.Force == force.NeedNot && p.Topic == "" {
			return true
		}
	}
	return false
}

// SparesDeed tells that unit i frees from what unit k orders: "need not lift the freeze
// in that time" of "shall lift the freeze within", and "may mend a name without notifying
// the consumer" of "shall notify the consumer".
func (t *Text) SparesDeed(i, k int) bool {
	return t.sharesDeed(i, k) || t.omits(i, k)
}

// omits tells that a sentence allows to act without what another orders.
func (t *Text) omits(i, k int) bool {
	own := t.Units[i].Own
	for w := range own {
		if own[w].Lower != "without" || w+1 >= len(own) || !strings.HasSuffix(own[w+1].Lower, "ing") {
			continue
		}
		left := &force.Predicate{Action: own[w+1 : min(len(own), w+4)]}
		for q := range t.Predicates[k] {
			held := t.Predicates[k][q].Action
			if t.Predicates[k][q].Force == force.Must && lexis.Shared(lexis.Conceptual(left.Action), lexis.SetOf(lexis.Conceptual(held[:min(len(held), 3)]))) > 0 {
				return true
			}
		}
	}
	return false
}

// sharesDeed tells that what unit i frees from is what unit k orders: one verb, or one
// noun for it, as in "notification is not required" of "shall notify".
func (t *Text) sharesDeed(i, k int) bool {
	for _, p := range t.Predicates[i] {
		if p.Force != force.NeedNot {
			continue
		}
		bare := len(p.Action) == 0 || lexis.OneOf(p.Action[0].Lower, force.ClauseEnds)
		done := lexis.Content(force.SubjectNouns(force.LastPart(p.Subject))) // "a warning is not required"
		for _, q := range t.Predicates[k] {
			held := lexis.SetOf(q.Action[:min(len(q.Action), reachOfDeed)])
			if q.Force == force.Must && (force.LikeVerb(&p, &q) || bare && lexis.Shared(done, held) > 0) {
				return true
			}
		}
	}
	return false
}

// reachOfDeed is how many words behind a modal what it orders is looked for.
const reachOfDeed = 10

// mainWords are those of a unit before its own condition.
func mainWords(t *Text, i int) []lexis.Word {
	own := t.Units[i].Own
	for k := range own {
		if k > 3 && lexis.OneOf(own[k].Lower, "if|unless|when|where|who|that") {
			return own[:k]
		}
	}
	return own
}

// namesLabel tells whether unit i names the subsection of unit k: "Subsection A".
func namesLabel(t *Text, i, k int) bool {
	label := t.labelOf(k)
	own := t.Units[i].Own
	for w := 0; w+1 < len(own) && label != ""; w++ {
		if w > 0 && strings.EqualFold(own[w].Lower, label) && lexis.Phrase(own, w+1, "of this section") {
			return true
		}
		if lexis.OneOf(own[w].Lower, "subsection|paragraph|subdivision|subsections") && strings.EqualFold(own[w+1].Lower, label) {
			return true
		}
	}
	return false
}
