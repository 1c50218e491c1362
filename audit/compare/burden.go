package compare

import (
	"fmt"

	"github.com/pincite/pincite/audit/lexis"
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
func (x *Comparison) burdens() bool {
	said := proofSide(x.Claim.Own)
	if said == nil || !lexis.HasWord(x.Claim.Own, "burden") || x.has("negation", "modality") {
		return false
	}
	for u := range x.Text.Units {
		held := proofSide(x.Text.Units[u].Own)
		if held == nil || sideOf(*held) == sideOf(*said) || lexis.Shared(x.Claim.Own, x.Text.Units[u].Set) < 2 {
			continue
		}
		claimed, enacted := x.Raw[said.Start:said.End], x.Text.Text[held.Start:held.End]
		x.differ("actor", claimed, enacted, lexis.Covering([]lexis.Word{*said}), lexis.Covering([]lexis.Word{*held}), finding.Likely,
			fmt.Sprintf("who has to prove: the claim says %q, the law %q", claimed, enacted))
		return true
	}
	return false
}

// proofSide is the word for the one side of which a stretch on proof speaks, nil for
// both or none.
func proofSide(list []lexis.Word) *lexis.Word {
	if !lexis.HasWord(list, proving) {
		return nil
	}
	var found *lexis.Word
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

func sideOf(w lexis.Word) int {
	for k, side := range proofSides {
		if lexis.OneOf(w.Lower, side) {
			return k
		}
	}
	return -1
}
