package force

import (
	"slices"

	"github.com/pincite/pincite/audit/lexis"
)

// OtherAct tells that two modals govern acts of different names; one whose verb says
// nothing by itself is not told from any.
func OtherAct(p, q *Predicate) bool {
	if p == nil || q == nil {
		return false
	}
	if x, y := toldOf(p), toldOf(q); x != nil && y != nil && AlienWords(x, y) {
		return true
	}
	a, b := actVerb(p), actVerb(q)
	return a != nil && b != nil && a[0].Term != b[0].Term && !(isNotice(a[0]) && isNotice(b[0])) &&
		!lexis.OneRow(a[0].Term, b[0].Term) && lexis.Shared(lexis.Conceptual(a), lexis.SetOf(lexis.Conceptual(b))) == 0
}

// actVerb is the verb of a modal's act, nil where it is light. Whatever is done to
// give notice is one act.
func actVerb(p *Predicate) []lexis.Word {
	if notice := lexis.KeepWhere(append(slices.Clip(p.Subject), p.Action...), isNotice); len(notice) > 0 {
		return notice[:1]
	}
	for _, w := range p.Action[:min(len(p.Action), 3)] {
		switch {
		case lexis.OneOf(w.Lower, "be|been|also|then|first|thereupon|promptly|immediately"):
		case w.Term == "" || lexis.OneOf(w.Lower, lexis.Light+"|due|done|go|goes|act|acts"):
			return nil
		default:
			return []lexis.Word{w}
		}
	}
	return nil
}

// toldOf are the nouns that name who is told, nil where the act is no telling or
// names nobody.
func toldOf(p *Predicate) []lexis.Word {
	for i, w := range p.Action[:min(len(p.Action), 5)] {
		if !lexis.OneOf(w.Lower, Telling) {
			continue
		}
		if i > 0 && lexis.OneOf(p.Action[i-1].Lower, "be|been") {
			return SubjectNouns(LastPart(p.Subject))
		}
		behind := p.Action[i+1:]
		for len(behind) > 0 && behind[0].Term == "" && !lexis.OneOf(behind[0].Lower, NobodyInParticular) {
			behind = behind[1:]
		}
		return SubjectNouns(behind)
	}
	return nil
}

// AlienWords tells two names that share no word of one thing and name nobody in
// particular.
func AlienWords(a, b []lexis.Word) bool {
	one, two := a[len(a)-1], b[len(b)-1]
	if lexis.OneOf(one.Lower, NobodyInParticular) || lexis.OneOf(two.Lower, NobodyInParticular) {
		return false
	}
	return lexis.Shared(lexis.Conceptual(a), lexis.SetOf(lexis.Conceptual(b))) == 0
}

func isNotice(w lexis.Word) bool { return lexis.Concepts[w.Lower] == "=notice" }
