package force

import (
	"strings"

	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/answer"
)

// Party is someone who owes, decides or receives.
type Party struct {
	// Name is the role in one form; public is set for an officer, court or body.
	Name   string
	Public bool
	Span   answer.Span
}

// parties by the words that name them. Regulated are all that a statute may call
// "a person": no two of them differ by the name alone.
var parties = []struct {
	words, name string
	public      bool
}{
	{"business|company|firm|businesses|companies|operator|operators|controller|holder", "regulated", false}, {"covered entity|entities", "regulated", false}, {"person|entity|you", "anyone", false},
	{"attorney general", "attorney general", true}, {"attorney general's office", "attorney general", true},
	{"secretary of state", "secretary of state", true}, {"governor", "governor", true}, {"mayor", "mayor", true},
	{"court|judge|courts", "court", true}, {"jury|juries|juror|jurors", "jury", true}, {"legislature|legislative assembly", "legislature", true},
	{"legislative assembly", "legislature", true}, {"local governments|government", "local government", true},
	{"city|cities|county|counties|municipality|municipalities", "local government", true},
	{"department of *", "department", true}, {"department", "department", true}, {"board", "board", true},
	{"commissioner", "commissioner", true}, {"the commission", "commission", true}, {"the * commission", "commission", true}, {"the * * commission", "commission", true}, {"applicant|applicants", "applicant", false}, {"district attorney", "district attorney", true}, {"state's attorney|attorneys", "district attorney", true}, {"county|prosecuting attorney", "district attorney", true},
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
	{"pilot|pilots", "pilot", false}, {"police", "police", true}, {"law enforcement agency|agencies|officer|officers", "police", true}, {"law enforcement", "police", true},
}

// partiesBy finds those that a word may begin.
var partiesBy = OpeningsOf(len(parties), func(k int) string { return parties[k].words })

// PartiesIn finds the parties among words, in order.
func PartiesIn(list []lexis.Word) []Party {
	var found []Party
	for i := 0; i < len(list); i++ {
		for _, k := range partiesBy[list[i].Lower] {
			p := &parties[k]
			if end, ok := lexis.PhraseEnd(list, i, p.words); ok {
				found = append(found, Party{p.name, p.public, lexis.Covering(list[i:end])})
				i = end - 1
				break
			}
		}
	}
	return found
}

// Offices are the public bodies and officers among the words, in order.
func Offices(list []lexis.Word) []Party {
	return lexis.KeepWhere(PartiesIn(list), func(p Party) bool { return p.Public })
}

// HasParty reports whether a party of that name is in the list.
func HasParty(list []Party, name string) bool {
	for _, p := range list {
		if p.Name == name {
			return true
		}
	}
	return false
}

// LastWord is what stands behind the last blank.
func LastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

// HeadOf is the party that a subject is about: the first one of its last part, or
// of the whole where a remark stands between it and the verb.
func HeadOf(subject []lexis.Word) *Party {
	if ofNobody(subject) {
		return nil
	}
	if found := LastParty(subject); found != nil {
		return found
	}
	if found := PartiesIn(subject); len(found) > 0 {
		return &found[0]
	}
	return nil
}

// ofNobody tells words that stand before a subject and have none of their own: "and upon
// the complaint of any person" of "may, and upon the complaint of any person shall". Of
// "with a waiver a broker" the broker is one.
func ofNobody(subject []lexis.Word) bool {
	for len(subject) > 0 && lexis.OneOf(subject[0].Lower, "and|or|but|also|then") {
		subject = subject[1:]
	}
	if len(subject) == 0 || !lexis.OneOf(subject[0].Lower, preludes) || LastPart(subject)[0].Start != subject[0].Start {
		return false
	}
	at := lastDeterminer(subject)
	return at == 0 || lexis.OneOf(subject[at-1].Lower, "of|to|from|by|with|in|on|for|upon")
}

// LastParty is the first party of the last part of a subject that has one: in
// "if the records were lost, the holder shall" it is the holder.
func LastParty(subject []lexis.Word) *Party {
	for i := len(subject) - 1; i > 0; i-- {
		if subject[i].Start-subject[i-1].End > 1 {
			if found := PartiesIn(subject[i:]); len(found) > 0 {
				return &found[0]
			}
			break
		}
	}
	return nil
}
