package lexis

import (
	"strings"

	"github.com/pincite/pincite/internal/index"
)

// LikeVerbs are verbs by which a paraphrase and a statute name one act, beyond what
// the index takes for one word. They only tell that two modals govern the same
// act; that one of them is done says nothing of another row, and verbs of opposite
// acts, such as keep and discard, never share a row.
var LikeVerbs = []string{
	"show exhibit display present produce", "say state contain include bear read carry", "say tell explain inform notify describe specify",
	"explain give state set provide", "appear publish run print advertise", "send mail serve deliver forward transmit submit file lodge",
	"file bring start commence institute begin sue action", "hand give furnish provide deliver disclose", "ask request apply petition demand require insist",
	"require oblige bind compel make demand insist", "fly operate pilot navigate", "drive operate", "drop exclude remove deny refuse", "name appoint designate choose select",
	"set prescribe establish adopt fix make", "end terminate cancel revoke rescind", "throw discard dispose destroy", "see arrange ensure dispose",
	"enforce foreclose levy", "meet satisfy comply fulfill", "follow comply obey observe", "award grant recover order collect give get", "get recover receive collect obtain",
	"sell offer supply lease market", "take accept receive hold", "use employ apply operate", "fix repair correct cure remedy", "guard protect secure safeguard",
	"put place post affix attach", "work serve act", "live reside dwell", "collect gather obtain acquire", "share disclose transfer sell", "let allow permit authorize",
	"check inspect examine verify", "look inspect examine view", "raise increase", "cut reduce lower", "hire employ engage retain", "fire dismiss discharge remove",
	"leave refrain avoid", "call telephone ring solicit contact", "land alight", "charge collect impose levy assess", "lend loan advance", "close shut", "join cooperate work coordinate",
	"run conduct operate carry manage", "hold conduct", "quit stop cease", "write sign execute", "register record file enroll", "buy purchase acquire", "back reimburse refund repay return", "liable liability",
}

// VerbRows are the rows of likeVerbs in which a term stands.
var VerbRows = rowsOf(LikeVerbs)

func rowsOf(rows []string) map[string][]int {
	table := map[string][]int{}
	for k, row := range rows {
		for _, w := range strings.Fields(row) {
			term := index.Fold(w)
			table[term] = append(table[term], k)
		}
	}
	return table
}

// FoldedRows folds the words of each row to their terms.
func FoldedRows(rows []string) [][]string {
	list := make([][]string, len(rows))
	for k, row := range rows {
		for _, w := range strings.Fields(row) {
			list[k] = append(list[k], index.Fold(w))
		}
	}
	return list
}

// FoldedSet is the set of the terms of words parted by blanks.
func FoldedSet(words string) TermSet {
	set := TermSet{}
	for _, w := range strings.Fields(words) {
		set[index.Fold(w)] = true
	}
	return set
}

// Light are verbs that say nothing by themselves: "give notice", "make a report".
const Light = "be|been|give|given|make|made|have|had|take|do|get|see|put|set|go"

// ActWords are how many words of content behind a modal name its act.
const ActWords = 4

// VerbsOf are the terms that name the act of a modal: the first word of content,
// and the second where the first is light or something is done to the subject.
func VerbsOf(action []Word) []string {
	var list []string
	for _, w := range action {
		if w.Term != "" {
			list = append(list, w.Term)
		}
		if len(list) == 1 && !OneOf(w.Lower, Light) && w.Term != "" || len(list) == 2 {
			break
		}
	}
	return list
}

// OneRow reports whether two terms stand in one row of verbs.
func OneRow(a, b string) bool {
	for _, i := range VerbRows[a] {
		for _, k := range VerbRows[b] {
			if i == k {
				return true
			}
		}
	}
	return false
}
