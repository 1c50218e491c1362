package audit

import (
	"fmt"

	"github.com/pincite/pincite/internal/finding"
)

// Who has to prove a thing is seldom told by a modal: "the burden is on whoever attacks
// the clause", "void unless the party seeking to uphold it establishes".

// proofSides are the two who may have to prove, by what each does.
var proofSides = [2]string{
	"attack|attacks|attacking|challenge|challenges|challenging|contest|contests|contesting|dispute|disputes|disputing|oppose|opposes|opposing",
	"uphold|upholds|upholding|enforce|enforces|enforcing|rely|relies|relying|defend|defends|defending|support|supports|supporting|invoke|invokes|invoking",
}

const proving = "establish|establishes|prove|proves|proving|show|shows|demonstrate|demonstrates|burden"

// burdens finds a burden of proof that the claim puts on the other side than the
// section does. It must not fire where claim or sentence speak of both sides or of
// none, nor where they share nothing else.
func (x *comparison) burdens() bool {
	said := proofSide(x.claim.own)
	if said == nil || !hasWord(x.claim.own, "burden") || x.has("negation", "modality") {
		return false
	}
	for u := range x.text.units {
		held := proofSide(x.text.units[u].own)
		if held == nil || sideOf(*held) == sideOf(*said) || shared(x.claim.own, x.text.units[u].set) < 2 {
			continue
		}
		claimed, enacted := x.raw[said.start:said.end], x.text.text[held.start:held.end]
		x.differ("actor", claimed, enacted, covering([]word{*said}), covering([]word{*held}), finding.Likely,
			fmt.Sprintf("who has to prove: the claim says %q, the law %q", claimed, enacted))
		return true
	}
	return false
}

// proofSide is the word for the one side of which a stretch on proof speaks, nil for
// both or none.
func proofSide(list []word) *word {
	if !hasWord(list, proving) {
		return nil
	}
	var found *word
	for i := range list {
		if sideOf(list[i]) < 0 {
			continue
		}
		if found != nil && sideOf(*found) != sideOf(list[i]) {
			return nil
		}
		found = &list[i]
	}
	return found
}

func sideOf(w word) int {
	for k, side := range proofSides {
		if oneOf(w.lower, side) {
			return k
		}
	}
	return -1
}
