package enacted

import "github.com/pincite/pincite/audit/lexis"

// JointGrounds are the items of a list of grounds that must all be there: an "if" leads
// into them, and an "and" joins them; nil for any other list.
func (t *Text) JointGrounds(lead int) []int {
	own := t.Units[lead].Own
	n := len(own)
	if n == 0 || !lexis.OneOf(own[n-1].Lower, "if|when") && !lexis.PhraseIn(own[max(0, n-8):], "if|when all of the following") {
		return nil
	}
	var items []int
	joined := false
	for i := range t.Units {
		if t.Units[i].Parent != lead {
			continue
		}
		if t.Units[i].Alternative {
			return nil
		}
		last := t.Units[i].Own
		joined = joined || len(last) > 0 && last[len(last)-1].Lower == "and"
		items = append(items, i)
	}
	if !joined {
		return nil
	}
	return items
}
