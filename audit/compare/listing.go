package compare

import (
	"fmt"
	"strings"

	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
)

// A list in a claim that follows a list of the law word for word, but for one item more,
// adds to it: "race, color, sex, age or marital status" of a section without age.

const (
	// listedItems is how many items of a claim's list must stand in the law's sentence for
	// it to be the law's list.
	listedItems = 3
	// itemWords is how many words an item has at the most.
	itemWords = 3
)

// addedItem finds an item of a claim's list that the section has nowhere, where four others
// or more stand in the sentence that the claim follows. It must not fire on an item of
// which any word, or a word like it, stands in the section, nor where several are missing:
// then the list is another.
func (x *Comparison) addedItem() {
	if x.Fit.Unit < 0 || x.Fit.Thin || x.has("scope") {
		return
	}
	u := &x.Text.Units[x.Fit.Unit]
	for _, list := range listsIn(x.Answer, x.Claim.Own) {
		held := 0
		var added [][]lexis.Word
		for _, item := range list {
			switch own := lexis.Content(item); {
			case lexis.Shared(own, u.Set) == len(lexis.SetOf(own)):
				held++
			case lexis.Shared(own, x.Text.All) == 0 && !likened(own, x.Text.All) && !lexis.HasWord(item, "things|like|example|instance|others|so"+"|"+endOfList):
				added = append(added, item)
			}
		}
		if held >= listedItems && len(added) == 1 {
			x.adds(added[0], u.Span)
			return
		}
	}
}

// endOfList are verbs with which the sentence goes on behind its list: "knowingly or
// recklessly, is prohibited".
const endOfList = "is|are|was|were|be|has|have|had|must|may|shall|can|will|does|do"

// likened tells that a word of the same row or concept stands in the sentence.
func likened(list []lexis.Word, set lexis.TermSet) bool {
	for _, w := range lexis.Conceptual(list) {
		if inRows(w.Term, set) {
			return true
		}
	}
	return false
}

// adds records the item.
func (x *Comparison) adds(item []lexis.Word, law answer.Span) {
	at := lexis.Covering(item)
	said := x.Raw[at.Start:at.End]
	x.differ("scope", said, x.shown(law), at, law, finding.Likely, fmt.Sprintf("the claim counts %q in a list of the law that has no such item: %q", said, x.shown(law)))
}

// listsIn are the lists of a text: runs of items of a few words, each between commas or
// before an "and" or "or". The stretch before the first comma leads into the list and that
// behind the last joint goes on from it, so neither is looked at.
func listsIn(text string, own []lexis.Word) [][][]lexis.Word {
	var lists [][][]lexis.Word
	var items [][]lexis.Word
	start := 0
	for k := 1; k < len(own); k++ {
		comma := strings.TrimSpace(lexis.Gap(text, own[k-1], own[k])) == ","
		joint := !comma && lexis.OneOf(own[k].Lower, "and|or")
		if !comma && !joint {
			continue
		}
		if item := own[start:k]; start > 0 && len(item) <= itemWords && len(lexis.Content(item)) > 0 {
			items = append(items, item)
		} else {
			lists, items = append(lists, items), nil
		}
		if start = k; joint || lexis.OneOf(own[k].Lower, "and|or") {
			start = k + 1
		}
	}
	return append(lists, items)
}
