package audit

import "github.com/pincite/pincite/internal/index"

// devices are things that a law which asks for them names: an officer, insurance,
// a bond, training. Each line is one device in the words for it. Where a claim
// makes somebody have one and the section has no word of its line, the section
// does not ask for it, however many other words the two share.
var devices = buildDevices(
	"officer official coordinator manager supervisor director",
	"insurance insure insurer coverage policy indemnity",
	"bond surety sureties deposit escrow security",
	"training train trained course education educate instruct instruction",
	"audit auditor inspection inspect review examine examination",
	"drill rehearsal exercise",
	"registration register registry registered enroll",
	"hotline helpline call-center telephone phone line number",
	"list roster inventory register schedule enumeration",
	"affidavit oath sworn notary notarized verified",
	"newspaper newspapers press media publication publish",
	"arbitration arbitrate arbitrator mediation mediate mediator",
	"logbook log journal record records",
	"fingerprint fingerprints background",
	"monitoring monitor watch",
	"password passcode pin code",
)

// device is one line, folded.
type device termSet

func buildDevices(lines ...string) []device {
	var list []device
	for _, line := range lines {
		d := device{}
		for _, t := range index.Tokens(line) {
			d[t.Term] = true
		}
		list = append(list, d)
	}
	return list
}

// unnamed finds the first device that a duty of the claim asks for and the section
// has under no name: the words of the duty's object from the device on. It must
// not fire where the section has the device in other words, where the claim only
// mentions one ("tell the insurer"), nor where the claim frees or forbids.
func (x *comparison) unnamed() []word {
	for i := range x.claim.predicates {
		p := &x.claim.predicates[i]
		if p.force != must || p.topic != "" || p.subordinate || passive(p.action) {
			continue
		}
		for _, object := range objectsOf(p.action) {
			if len(object) > 0 && x.lacksDevice(object) {
				return object
			}
		}
	}
	return nil
}

// having are verbs whose object is a thing to have ready.
const having = "have|name|appoint|designate|employ|hire|carry|buy|take|keep|maintain|provide|hold|give|run|set|offer|file|post|conduct|include|contain|obtain|undergo|complete|list|publish|establish|operate"

// objectsOf are the objects of a verb of having: each "a", "an" or "the" behind
// the verb or behind an "and" begins one, which ends where more is said of it.
func objectsOf(action []word) [][]word {
	at := -1
	for i := range action {
		if oneOf(action[i].lower, having) {
			at = i + 1
			break
		}
		if action[i].term != "" {
			return nil
		}
	}
	var objects [][]word
	for i := at; at > 0 && i < len(action); i++ {
		if i == at || oneOf(action[i-1].lower, "and|or") && oneOf(action[i].lower, "a|an|the|its|their") {
			objects = append(objects, objectAt(action[i:]))
		}
	}
	return objects
}

func objectAt(list []word) []word {
	for i := range list {
		if i > 0 && oneOf(list[i].lower, "who|that|which|to|for|of|in|when|if|by|from|with|on|at|and|or") {
			return content(list[:i])
		}
	}
	return content(list)
}

// lacksDevice tells an object whose head, its last word, is a device that the
// section does not name.
func (x *comparison) lacksDevice(object []word) bool {
	head := object[len(object)-1].term
	for _, d := range devices {
		if !d[head] {
			continue
		}
		for term := range d {
			if x.text.all[term] {
				return false
			}
		}
		return true
	}
	return false
}
