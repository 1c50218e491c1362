package audit

import "slices"

// modalOf is the modal that governs a figure: the last one before it, nil for none.
func (c *claimText) modalOf(n *number) *predicate {
	var last *predicate
	for i := range c.predicates {
		if p := &c.predicates[i]; p.topic == "" && !p.subordinate && p.cue.Start < n.span.Start {
			last = p
		}
	}
	return last
}

// otherAct tells that two modals govern acts of different names; one whose verb says
// nothing by itself is not told from any.
func otherAct(p, q *predicate) bool {
	if p == nil || q == nil {
		return false
	}
	if x, y := toldOf(p), toldOf(q); x != nil && y != nil && alienWords(x, y) {
		return true
	}
	a, b := actVerb(p), actVerb(q)
	return a != nil && b != nil && a[0].term != b[0].term && !(isNotice(a[0]) && isNotice(b[0])) && !oneRow(a[0].term, b[0].term) && shared(conceptual(a), setOf(conceptual(b))) == 0
}

// actVerb is the verb of a modal's act, nil where it is light. Whatever is done to
// give notice is one act.
func actVerb(p *predicate) []word {
	if notice := keepWhere(append(slices.Clip(p.subject), p.action...), isNotice); len(notice) > 0 {
		return notice[:1]
	}
	for _, w := range p.action[:min(len(p.action), 3)] {
		switch {
		case oneOf(w.lower, "be|been|also|then|first|thereupon|promptly|immediately"):
		case w.term == "" || oneOf(w.lower, light+"|due|done|go|goes|act|acts"):
			return nil
		default:
			return []word{w}
		}
	}
	return nil
}

// toldOf are the nouns that name who is told, nil where the act is no telling or
// names nobody.
func toldOf(p *predicate) []word {
	for i, w := range p.action[:min(len(p.action), 5)] {
		if !oneOf(w.lower, telling) {
			continue
		}
		if i > 0 && oneOf(p.action[i-1].lower, "be|been") {
			return subjectNouns(lastPart(p.subject))
		}
		behind := p.action[i+1:]
		for len(behind) > 0 && behind[0].term == "" && !oneOf(behind[0].lower, nobodyInParticular) {
			behind = behind[1:]
		}
		return subjectNouns(behind)
	}
	return nil
}

// alienWords tells two names that share no word of one thing and name nobody in
// particular.
func alienWords(a, b []word) bool {
	one, two := a[len(a)-1], b[len(b)-1]
	if oneOf(one.lower, nobodyInParticular) || oneOf(two.lower, nobodyInParticular) {
		return false
	}
	return shared(conceptual(a), setOf(conceptual(b))) == 0
}

func isNotice(w word) bool { return concepts[w.lower] == "=notice" }
