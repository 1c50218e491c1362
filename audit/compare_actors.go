package audit

import (
	"fmt"
	"strings"

	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/index"
)

// party is someone who owes, decides or receives.
type party struct {
	// name is the role in one form; public is set for an officer, court or body.
	name   string
	public bool
	span   answer.Span
}

// parties by the words that name them. Regulated are all that a statute may call
// "a person": no two of them differ by the name alone.
var parties = []struct {
	words, name string
	public      bool
}{
	{"business|company|firm|businesses|companies|operator|operators|controller|holder", "regulated", false}, {"person|entity|you", "anyone", false},
	{"attorney general", "attorney general", true}, {"attorney general's office", "attorney general", true},
	{"secretary of state", "secretary of state", true}, {"governor", "governor", true}, {"mayor", "mayor", true},
	{"court|judge|courts", "court", true}, {"jury|juries|juror|jurors", "jury", true}, {"legislature|legislative assembly", "legislature", true},
	{"legislative assembly", "legislature", true}, {"local governments|government", "local government", true},
	{"city|cities|county|counties|municipality|municipalities", "local government", true},
	{"department of *", "department", true}, {"department", "department", true}, {"board", "board", true},
	{"commissioner", "commissioner", true}, {"the commission", "commission", true}, {"applicant|applicants", "applicant", false}, {"district attorney", "district attorney", true},
	{"federal government", "federal government", true}, {"federal aviation administration", "federal government", true},
	{"consumer reporting agency|agencies", "credit bureau", false}, {"consumer credit reporting agency|agencies", "credit bureau", false},
	{"credit bureau|bureaus", "credit bureau", false},
	{"service provider|providers", "service provider", false}, {"contractor|contractors", "service provider", false},
	{"owner or licensee", "owner", false}, {"owner|licensee|owners", "owner", false},
	{"resident|residents", "resident", false}, {"individual|individuals", "resident", false},
	{"consumer|consumers|customer|customers", "resident", false}, {"affected persons|person", "resident", false},
	{"franchisor|franchisors", "franchisor", false}, {"franchisee|franchisees|dealer|dealers", "franchisee", false}, {"bailor", "bailor", false}, {"bailee", "bailee", false},
	{"landlord|landlords|lessor|lessors", "lessor", false}, {"tenant|tenants|lessee|lessees|renter|renters", "lessee", false}, {"employer|employers", "employer", false}, {"employee|employees", "employee", false},
	{"creditor|creditors|lender|lenders", "creditor", false}, {"debtor|debtors|borrower|borrowers", "debtor", false}, {"surety", "surety", false}, {"seller|sellers|merchant|merchants", "seller", false},
	{"buyer|buyers|purchaser|purchasers", "buyer", false}, {"insurer|insurers", "insurer", false}, {"insured|insureds|policyholder|policyholders", "insured", false}, {"distributor|distributors", "distributor", false},
	{"recipient", "recipient", false}, {"manufacturer|manufacturers", "manufacturer", false}, {"pharmacy|pharmacies", "pharmacy", false},
	{"pilot|pilots", "pilot", false}, {"police", "police", true}, {"law enforcement agency|agencies", "police", true},
}

// partiesBy finds those that a word may begin.
var partiesBy = openingsOf(len(parties), func(k int) string { return parties[k].words })

// partiesIn finds the parties among words, in order.
func partiesIn(list []word) []party {
	var found []party
	for i := 0; i < len(list); i++ {
		for _, k := range partiesBy[list[i].lower] {
			p := &parties[k]
			if end, ok := phraseEnd(list, i, p.words); ok {
				found = append(found, party{p.name, p.public, covering(list[i:end])})
				i = end - 1
				break
			}
		}
	}
	return found
}

// actors compares who owes and who receives on the closest predicate of the same
// force.
func (x *comparison) actors() {
	if x.has("number", "deadline", "amount", "modality", "negation") {
		return
	}
	if x.reserved() || x.agents() || x.burdens() {
		return
	}
	if x.fit.Thin {
		x.doers()
		return
	}
	if x.otherOffice() || x.swapsSides() {
		return
	}
	for i := range x.claim.predicates {
		p := &x.claim.predicates[i]
		if c := x.sameAct(p); c != nil && (x.otherSubject(p, c) || x.otherObject(p, c)) {
			return
		}
	}
	x.doers()
}

// officeNear is how well the rest of a claim must follow the sentence for another
// office in it to be a change of actor.
const officeNear = 0.68

// otherOffice tells that a claim follows a sentence but for the public body in it:
// the law's is not in the claim, and the claim's is not in the sentence.
func (x *comparison) otherOffice() bool {
	if x.fit.unit < 0 {
		return false
	}
	u := &x.text.units[x.fit.unit]
	said, held := offices(x.claim.own), offices(append(append([]word{}, u.lead...), u.own...))
	if len(said) != 1 || len(held) == 0 || x.namedInUnit(x.fit.unit, said[0].name) || x.text.title[index.Fold(lastWord(said[0].name))] {
		return false
	}
	for _, h := range held {
		if hasParty(offices(x.claim.own), h.name) {
			return false
		}
	}
	rest := keepWhere(content(x.claim.own), func(w word) bool { return w.start < said[0].span.Start || w.end > said[0].span.End })
	if contained(rest, x.law.weight, u.set, u.leads) < officeNear {
		return false
	}
	at := held[len(held)-1].span
	return x.otherParty("who acts", &said[0], x.text.text[at.Start:at.End], at)
}

// offices are the public bodies and officers among the words, in order.
func offices(list []word) []party {
	return keepWhere(partiesIn(list), func(p party) bool { return p.public })
}

// hasParty reports whether a party of that name is in the list.
func hasParty(list []party, name string) bool {
	for _, p := range list {
		if p.name == name {
			return true
		}
	}
	return false
}

// lastWord is what stands behind the last blank.
func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

// sameAct is the law's predicate of the same force nearest to the claim's.
func (x *comparison) sameAct(p *predicate) *counter {
	var best counter
	for u := range x.text.predicates {
		for k := range x.text.predicates[u] {
			if c := x.counter(p, u, k); p.topic == "" && p.force == c.force && c.topic == "" {
				best = nearer(best, c)
			}
		}
	}
	if best.predicate == nil || best.near < governsSame || best.words < 2 {
		return nil
	}
	return &best
}

// otherSubject tells that a public body stands where the law has another party,
// or a party where the law has a public body.
func (x *comparison) otherSubject(p *predicate, c *counter) bool {
	claimed, enacted := agentOf(p), agentOf(c.predicate)
	if claimed == nil || claimed.name == "anyone" || !x.standsAlone(p, claimed) {
		return false
	}
	sides := enacted != nil && (claimed.name == "resident" && enacted.name == "regulated" || claimed.name == "regulated" && enacted.name == "resident")
	if sides && c.near >= plainlySame && !hasParty(partiesIn(c.subject), claimed.name) {
		return x.otherParty("who acts", claimed, x.text.text[enacted.span.Start:enacted.span.End], enacted.span)
	}
	if x.namedInUnit(c.unit, claimed.name) {
		return false
	}
	if enacted != nil && enacted.name != claimed.name && (enacted.public || claimed.public || opposite(claimed.name, enacted.name)) {
		return x.otherParty("who acts", claimed, x.text.text[enacted.span.Start:enacted.span.End], enacted.span)
	}
	if enacted == nil && claimed.public {
		return x.otherParty("who acts", claimed, "another party", c.cue)
	}
	return false
}

// standsAlone tells a party from a word that only marks out another, as in
// "customer data" or "Customer Data Protection Act", and from anybody at all.
func (x *comparison) standsAlone(p *predicate, who *party) bool {
	list := append(append([]word{}, p.subject...), p.action...)
	for i := range list {
		if list[i].end == who.span.End && strings.HasPrefix(list[i].lower, "individual") {
			return false
		}
		if list[i].start >= who.span.End {
			return list[i].term == "" || list[i].start > p.cue.Start
		}
	}
	return true
}

// agentOf is the party that acts: the last one before the cue, or the one behind
// "by" in a passive.
func agentOf(p *predicate) *party {
	for i := range p.action {
		if i == 0 && p.action[i].lower == "for" && p.force == mustNot {
			if found := partiesIn(p.action[:min(len(p.action), 8)]); len(found) > 0 {
				return &found[0]
			}
		}
		if p.action[i].lower == "by" {
			if found := partiesIn(p.action[i+1 : min(len(p.action), i+5)]); len(found) > 0 {
				return &found[0]
			}
		}
	}
	if n := len(p.subject); passive(p.action) || n > 0 && oneOf(p.subject[n-1].lower, "they|he|she|it|them") {
		return nil
	}
	if p.cut {
		return lastParty(p.subject)
	}
	return headOf(p.subject)
}

// headOf is the party that a subject is about: the first one of its last part, or
// of the whole where a remark stands between it and the verb.
func headOf(subject []word) *party {
	if found := lastParty(subject); found != nil {
		return found
	}
	if found := partiesIn(subject); len(found) > 0 {
		return &found[0]
	}
	return nil
}

// lastParty is the first party of the last part of a subject that has one: in
// "if the records were lost, the holder shall" it is the holder.
func lastParty(subject []word) *party {
	for i := len(subject) - 1; i > 0; i-- {
		if subject[i].start-subject[i-1].end > 1 {
			if found := partiesIn(subject[i:]); len(found) > 0 {
				return &found[0]
			}
			break
		}
	}
	return nil
}

// passive tells "be notified", "be signed".
func passive(action []word) bool {
	return len(action) > 1 && oneOf(action[0].lower, "be|been") && (strings.HasSuffix(action[1].lower, "ed") || oneOf(action[1].lower, "told|given|sent|made|held|put|sold|paid|kept|brought|taken"))
}

// telling are verbs behind which the one stands who is told, paid or served.
const telling = "notify|notified|inform|informed|tell|told|alert|alerted|serve|served|pay|paid|disclose|disclosed|send|sent|report|reported"

// otherObject tells that a notice goes to another than the law has.
func (x *comparison) otherObject(p *predicate, c *counter) bool {
	claimed, enacted := objectOf(p), objectOf(c.predicate)
	if claimed == nil || enacted == nil || claimed.name == enacted.name || x.namedInUnit(c.unit, claimed.name) {
		return false
	}
	if !claimed.public && !enacted.public && !opposite(claimed.name, enacted.name) {
		return false
	}
	return x.otherParty("who receives", claimed, x.text.text[enacted.span.Start:enacted.span.End], enacted.span)
}

// objectOf is the first party behind a verb of telling.
func objectOf(p *predicate) *party {
	for i := range p.action {
		if oneOf(p.action[i].lower, telling) {
			if found := partiesIn(p.action[i+1:]); len(found) > 0 {
				return &found[0]
			}
			return nil
		}
	}
	return nil
}

// opposite parties stand on two sides of one relation.
func opposite(a, b string) bool {
	for _, pair := range [][2]string{
		{"franchisor", "franchisee"}, {"bailor", "bailee"}, {"lessor", "lessee"}, {"employer", "employee"}, {"creditor", "debtor"},
		{"seller", "buyer"}, {"insurer", "insured"}, {"distributor", "recipient"}, {"owner", "resident"}, {"owner", "service provider"},
		{"manufacturer", "pharmacy"}, {"resident", "regulated"}, {"credit bureau", "resident"}, {"credit bureau", "owner"},
	} {
		if a == pair[0] && b == pair[1] || a == pair[1] && b == pair[0] {
			return true
		}
	}
	return false
}

// namedInUnit tells that the law's sentence names the claim's party as well.
func (x *comparison) namedInUnit(u int, name string) bool {
	unit := &x.text.units[u]
	for _, p := range append(partiesIn(unit.lead), partiesIn(unit.own)...) {
		if p.name == name {
			return true
		}
	}
	return false
}

func (x *comparison) otherParty(what string, claimed *party, enacted string, at answer.Span) bool {
	said := x.raw[claimed.span.Start:claimed.span.End]
	x.differ("actor", said, enacted, claimed.span, at, finding.Likely,
		fmt.Sprintf("%s: the claim says %q, the law %q", what, said, enacted))
	return true
}
