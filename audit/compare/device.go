package compare

import (
	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/audit/lexis"
)

// Unnamed finds the first device that a duty of the claim asks for and the section
// has under no name: the words of the duty's object from the device on. It must
// not fire where the section has the device in other words, where the claim only
// mentions one ("tell the insurer"), nor where the claim frees or forbids.
func (x *Comparison) Unnamed() []lexis.Word {
	for i := range x.Claim.Predicates {
		p := &x.Claim.Predicates[i]
		if p.Force != force.Must || p.Topic != "" || p.Subordinate || force.Passive(p.Action) {
			continue
		}
		for _, object := range force.ObjectsOf(p.Action) {
			if len(object) > 0 && x.lacksDevice(object) {
				return object
			}
		}
	}
	return nil
}

// lacksDevice tells an object whose head, its last word, is a device that the
// section does not name.
func (x *Comparison) lacksDevice(object []lexis.Word) bool {
	head := object[len(object)-1].Term
	for _, d := range force.Devices {
		if !d[head] {
			continue
		}
		for term := range d {
			if x.Text.All[term] {
				return false
			}
		}
		return true
	}
	return false
}
