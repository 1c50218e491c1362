package enacted

import (
	"strings"

	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/audit/lexis"
)

// Standing is a clause of the law as it may be laid beside a modal of a claim: the
// force that it bears with the words of its act.
type Standing struct {
	*force.Predicate
	Unit   int
	Origin origin
	// FromLead is set for an item of the terms that its lead-in bans.
	FromLead bool
	// Words are those of the clause, around those of its limits and manner.
	Words, Around lexis.TermSet
}

// origin is where the force of a standing comes from.
type origin int

const (
	// Spoken by a modal.
	Spoken origin = iota
	// implied: what the law calls void, unlawful or an offense it forbids.
	implied
	// Limiting: the way out of a ban, or how a freedom is used, is a duty: who "may
	// not sell unless registered" must be registered.
	Limiting
	// Silent: a sentence whose force is not read.
	Silent
)

// standingsOf lists what a section lays down, sentence by sentence.
func standingsOf(t *Text) []Standing {
	var list []Standing
	for u := range t.Units {
		found := t.spokenIn(u)
		if len(found) == 0 {
			found = []Standing{t.unspokenIn(u, list)}
		}
		for i, clause := range t.clausesAt(u, found) {
			s := &found[i]
			manner := mannerOf(s)
			if s.Origin == Silent && force.Binds(t.Predicates[max(0, t.Units[u].Parent)]) {
				t.takeWords(s, manner, clause) // an item of "shall disclose the following:" agrees by its own words alone
			} else {
				t.takeWords(s, manner, t.Units[u].Lead, clause)
			}
			if list = append(list, *s); len(manner) > 0 {
				list = append(list, dutyOf(u, manner))
			}
		}
	}
	return append(list, t.waysOut()...)
}

// clausesAt parts the words of a unit among its standings: each has those up to the
// clause of the next, and one without a subject that of the last.
func (t *Text) clausesAt(u int, found []Standing) [][]lexis.Word {
	own := t.Units[u].Own
	clauses := make([][]lexis.Word, 0, len(found))
	from := 0
	for i := range found {
		to := len(own)
		if i+1 < len(found) {
			to = t.clauseStart(own, found[i].Cue.End, found[i+1].Cue.Start)
		}
		clause := own[from:max(from, to)]
		if i > 0 && len(clause) > 0 && clause[min(1, len(clause)-1)].Start >= found[i].Cue.Start {
			clause = append(append([]lexis.Word{}, force.SubjectNouns(force.LastPart(found[i-1].Subject))...), clause...)
		}
		clauses, from = append(clauses, clause), max(from, to)
	}
	return clauses
}

// clauseStart is where a clause begins between two cues: behind the last stop, else
// at the last "and" or "but".
func (t *Text) clauseStart(own []lexis.Word, after, before int) int {
	stop, joint, end := -1, -1, 0
	for i := 1; i < len(own); i++ {
		if own[i].Start < after || own[i].Start > before {
			continue
		}
		end = i
		if strings.ContainsAny(lexis.Gap(t.Text, own[i-1], own[i]), ",;:") {
			stop = i
		}
		if lexis.OneOf(own[i].Lower, "and|but|or|nor") {
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
func (t *Text) spokenIn(u int) []Standing {
	var list []Standing
	if p := t.banOnTerms(u); p != nil {
		return []Standing{{Predicate: &force.Predicate{Force: force.MustNot, Cue: p.Cue}, Unit: u, Origin: implied, FromLead: true}}
	}
	for k := range t.Predicates[u] {
		p := &t.Predicates[u][k]
		if p.Topic != "" || p.Subordinate || p.Relative() {
			continue
		}
		list = append(list, Standing{Predicate: p.Undone(), Unit: u})
	}
	return list
}

// banOnTerms is the ban of a lead-in on terms of which unit u is one: of "no contract may
// contain a provision by which: (a) the buyer may …" none of the items is allowed. Nil where
// the lead-in bans no terms.
func (t *Text) banOnTerms(u int) *force.Predicate {
	for lead := t.Units[u].Parent; lead >= 0; lead = t.Units[lead].Parent {
		if !lexis.HasWord(t.Units[lead].Own, "provision|provisions|clause|clauses|term|terms|agreement|authorization") {
			continue
		}
		for k := range t.Predicates[lead] {
			p := &t.Predicates[lead][k]
			if p.Topic == "" && p.Force == force.MustNot && lexis.HasWord(p.Action[:min(len(p.Action), 2)], "contain|include|require|provide|have") {
				return p
			}
		}
	}
	return nil
}

// unspokenIn reads a sentence without a modal: a ban in what is void, unlawful or
// an offense, or in a case of "such acts"; else it is silent.
func (t *Text) unspokenIn(u int, before []Standing) Standing {
	own := t.Units[u].Own
	for i := 1; i < len(own); i++ {
		if lexis.OneOf(own[i].Lower, "void|unenforceable|unlawful|illegal|guilty|misdemeanor|felony") &&
			lexis.HasWord(own[max(0, i-4):i], "is|are|be|commits|declared|deemed") {
			return Standing{Predicate: &force.Predicate{Force: force.MustNot, Cue: lexis.Covering(own[i : i+1])}, Unit: u, Origin: implied}
		}
	}
	if lead := t.Units[u].Lead; len(lead) > 0 && lead[0].Lower == "such" {
		for i := len(before) - 1; i >= 0; i-- {
			if before[i].Origin == Spoken {
				return Standing{Predicate: &force.Predicate{Force: before[i].Force, Cue: before[i].Cue}, Unit: u, Origin: implied}
			}
		}
	}
	return Standing{Predicate: &force.Predicate{}, Unit: u, Origin: Silent}
}

// takeWords sorts the words of a standing's clause from those of its limits and of
// its manner.
func (t *Text) takeWords(s *Standing, manner []lexis.Word, lists ...[]lexis.Word) {
	s.Words, s.Around = lexis.TermSet{}, lexis.TermSet{}
	in := lexis.Covering(manner)
	for _, list := range lists {
		for _, w := range list {
			if w.Term == "" {
				continue
			}
			if lexis.InsideOf(w, in) || t.WithinLimit(s.Unit, w) && !t.withinLimitOf(s, w) {
				s.Around[w.Term] = true
			} else {
				s.Words[w.Term] = true
			}
		}
	}
}

// WithinLimit tells a word of unit u that stands in a limit of it, other than of a state of mind.
func (t *Text) WithinLimit(u int, w lexis.Word) bool {
	for i := range t.Limits {
		if l := &t.Limits[i]; l.Unit == u && !l.Intent && lexis.InsideOf(w, l.Span) {
			return true
		}
	}
	return false
}

// withinLimitOf tells a word of a limit in which the standing's own modal stands: "except that
// no guest shall be refused" bans by itself.
func (t *Text) withinLimitOf(s *Standing, w lexis.Word) bool {
	for i := range t.Limits {
		l := &t.Limits[i]
		if l.Unit == s.Unit && l.Kind == "exception" && lexis.InsideOf(w, l.Span) && s.Cue.Start >= l.Span.Start && s.Cue.End <= l.Span.End {
			return true
		}
	}
	return false
}

// waysOut are the duties that the limits of bans and freedoms make.
func (t *Text) waysOut() []Standing {
	var list []Standing
	for i := range t.Limits {
		if l := &t.Limits[i]; !l.Intent && !l.refers && l.Unit == l.Governs && len(l.Words) > 1 && t.opensWay(l) {
			list = append(list, dutyOf(l.Unit, l.Words))
		}
	}
	return list
}

// opensWay tells an exception to a ban, or a condition of a freedom, that stands
// behind it in the sentence.
func (t *Text) opensWay(l *Limit) bool {
	for k := range t.Predicates[l.Unit] {
		p := &t.Predicates[l.Unit][k]
		if p.Topic == "" && p.Cue.Start < l.Span.Start &&
			(p.Force == force.MustNot && l.Kind == "exception" || p.Force == force.May && l.Kind == "condition") {
			return true
		}
	}
	return false
}

// dutyOf is the standing that limiting words make.
func dutyOf(u int, list []lexis.Word) Standing {
	return Standing{Predicate: &force.Predicate{Force: force.Must, Cue: lexis.Covering(list), Action: list}, Unit: u, Origin: Limiting, Words: lexis.SetOf(list)}
}

// mannerOf are the words on how a freedom is used: what one may do upon notice asks
// for notice.
func mannerOf(s *Standing) []lexis.Word {
	if s.Force != force.May || s.Origin != Spoken {
		return nil
	}
	for i := 1; i+1 < len(s.Action); i++ {
		if lexis.OneOf(s.Action[i].Lower, "upon|with|after|within") && len(lexis.Content(s.Action[:i])) > 0 &&
			len(lexis.Content(s.Action[i:])) > 1 {
			return s.Action[i:]
		}
	}
	return nil
}
