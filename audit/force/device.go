package force

import (
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/index"
)

// Devices are things that a law which asks for them names: an officer, insurance,
// a bond, training. Each line is one device in the words for it. Where a claim
// makes somebody have one and the section has no word of its line, the section
// does not ask for it, however many other words the two share.
var Devices = buildDevices(
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
type device lexis.TermSet

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

// having are verbs whose object is a thing to have ready.
const having = "have|name|appoint|designate|employ|hire|carry|buy|take|keep|maintain|provide|hold|give|run|set|offer|file|post|conduct|include|contain|obtain|undergo|complete|list|publish|establish|operate"

// ObjectsOf are the objects of a verb of having: each "a", "an" or "the" behind
// the verb or behind an "and" begins one, which ends where more is said of it.
func ObjectsOf(action []lexis.Word) [][]lexis.Word {
	at := -1
	for i := range action {
		if lexis.OneOf(action[i].Lower, having) {
			at = i + 1
			break
		}
		if action[i].Term != "" {
			return nil
		}
	}
	var objects [][]lexis.Word
	for i := at; at > 0 && i < len(action); i++ {
		if i == at || lexis.OneOf(action[i-1].Lower, "and|or") && lexis.OneOf(action[i].Lower, "a|an|the|its|their") {
			objects = append(objects, objectAt(action[i:]))
		}
	}
	return objects
}

func objectAt(list []lexis.Word) []lexis.Word {
	for i := range list {
		if i > 0 && lexis.OneOf(list[i].Lower, "who|that|which|to|for|of|in|when|if|by|from|with|on|at|and|or") {
			return lexis.Content(list[:i])
		}
	}
	return lexis.Content(list)
}
