package audit

import (
	"strings"

	"github.com/pincite/pincite/internal/answer"
)

// standing is a clause of the law as it may be laid beside a modal of a claim: the
// force that it bears with the words of its act.
type standing struct {
	*predicate
	unit   int
	origin origin
	// words are those of the clause, around those of its limits and manner.
	words, around termSet
}

// origin is where the force of a standing comes from.
type origin int

const (
	// spoken by a modal.
	spoken origin = iota
	// implied: what the law calls void, unlawful or an offense it forbids.
	implied
	// limiting: the way out of a ban, or how a freedom is used, is a duty: who "may
	// not sell unless registered" must be registered.
	limiting
	// silent: a sentence whose force is not read.
	silent
)

// standingsOf lists what a section lays down, sentence by sentence.
func standingsOf(t *lawText) []standing {
	var list []standing
	for u := range t.units {
		found := t.spokenIn(u)
		if len(found) == 0 {
			found = []standing{t.unspokenIn(u, list)}
		}
		for i, clause := range t.clausesAt(u, found) {
			s := &found[i]
			manner := mannerOf(s)
			t.takeWords(s, manner, t.units[u].lead, clause)
			if list = append(list, *s); len(manner) > 0 {
				list = append(list, dutyOf(u, manner))
			}
		}
	}
	return append(list, t.waysOut()...)
}

// clausesAt parts the words of a unit among its standings: each has those up to the
// clause of the next, and one without a subject that of the last.
func (t *lawText) clausesAt(u int, found []standing) [][]word {
	own := t.units[u].own
	clauses := make([][]word, 0, len(found))
	from := 0
	for i := range found {
		to := len(own)
		if i+1 < len(found) {
			to = t.clauseStart(own, found[i].cue.End, found[i+1].cue.Start)
		}
		clause := own[from:max(from, to)]
		if i > 0 && len(clause) > 0 && clause[min(1, len(clause)-1)].start >= found[i].cue.Start {
			clause = append(append([]word{}, subjectNouns(lastPart(found[i-1].subject))...), clause...)
		}
		clauses, from = append(clauses, clause), max(from, to)
	}
	return clauses
}

// clauseStart is where a clause begins between two cues: behind the last stop, else
// at the last "and" or "but".
func (t *lawText) clauseStart(own []word, after, before int) int {
	stop, joint, end := -1, -1, 0
	for i := 1; i < len(own); i++ {
		if own[i].start < after || own[i].start > before {
			continue
		}
		end = i
		if strings.ContainsAny(gap(t.text, own[i-1], own[i]), ",;:") {
			stop = i
		}
		if oneOf(own[i].lower, "and|but|or|nor") {
			joint = i
		}
	}
	switch {
	case stop >= 0:
		return stop
	case joint >= 0:
		return joint
	}
	return end
}

// spokenIn are the modals of a unit that lay something down.
func (t *lawText) spokenIn(u int) []standing {
	var list []standing
	for k := range t.predicates[u] {
		p := &t.predicates[u][k]
		if p.topic != "" || p.subordinate || p.relative() {
			continue
		}
		list = append(list, standing{predicate: p.undone(), unit: u})
	}
	return list
}

// unspokenIn reads a sentence without a modal: a ban in what is void, unlawful or
// an offense, or in a case of "such acts"; else it is silent.
func (t *lawText) unspokenIn(u int, before []standing) standing {
	own := t.units[u].own
	for i := 1; i < len(own); i++ {
		if oneOf(own[i].lower, "void|unenforceable|unlawful|illegal|guilty|misdemeanor|felony") && hasWord(own[max(0, i-4):i], "is|are|be|commits|declared|deemed") {
			return standing{predicate: &predicate{force: mustNot, cue: covering(own[i : i+1])}, unit: u, origin: implied}
		}
	}
	if lead := t.units[u].lead; len(lead) > 0 && lead[0].lower == "such" {
		for i := len(before) - 1; i >= 0; i-- {
			if before[i].origin == spoken {
				return standing{predicate: &predicate{force: before[i].force, cue: before[i].cue}, unit: u, origin: implied}
			}
		}
	}
	return standing{predicate: &predicate{}, unit: u, origin: silent}
}

// takeWords sorts the words of a standing's clause from those of its limits and of
// its manner.
func (t *lawText) takeWords(s *standing, manner []word, lists ...[]word) {
	s.words, s.around = termSet{}, termSet{}
	in := covering(manner)
	for _, list := range lists {
		for _, w := range list {
			if w.term == "" {
				continue
			}
			if insideOf(w, in) || t.withinLimit(s.unit, w) {
				s.around[w.term] = true
			} else {
				s.words[w.term] = true
			}
		}
	}
}

// insideOf reports whether a word lies wholly within a span.
func insideOf(w word, s answer.Span) bool { return w.start >= s.Start && w.end <= s.End }

// withinLimit tells a word of unit u that stands in a limit of it, other than of a state of mind.
func (t *lawText) withinLimit(u int, w word) bool {
	for i := range t.limits {
		if l := &t.limits[i]; l.unit == u && !l.intent && insideOf(w, l.span) {
			return true
		}
	}
	return false
}

// waysOut are the duties that the limits of bans and freedoms make.
func (t *lawText) waysOut() []standing {
	var list []standing
	for i := range t.limits {
		if l := &t.limits[i]; !l.intent && !l.refers && l.unit == l.governs && len(l.words) > 1 && t.opensWay(l) {
			list = append(list, dutyOf(l.unit, l.words))
		}
	}
	return list
}

// opensWay tells an exception to a ban, or a condition of a freedom, that stands
// behind it in the sentence.
func (t *lawText) opensWay(l *limit) bool {
	for k := range t.predicates[l.unit] {
		p := &t.predicates[l.unit][k]
		if p.topic == "" && p.cue.Start < l.span.Start && (p.force == mustNot && l.kind == "exception" || p.force == may && l.kind == "condition") {
			return true
		}
	}
	return false
}

// dutyOf is the standing that limiting words make.
func dutyOf(u int, list []word) standing {
	return standing{predicate: &predicate{force: must, cue: covering(list), action: list}, unit: u, origin: limiting, words: setOf(list)}
}

// mannerOf are the words on how a freedom is used: what one may do upon notice asks
// for notice.
func mannerOf(s *standing) []word {
	if s.force != may || s.origin != spoken {
		return nil
	}
	for i := 1; i+1 < len(s.action); i++ {
		if oneOf(s.action[i].lower, "upon|with|after|within") && len(content(s.action[:i])) > 0 && len(content(s.action[i:])) > 1 {
			return s.action[i:]
		}
	}
	return nil
}
