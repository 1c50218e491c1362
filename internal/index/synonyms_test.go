package index

import (
	"reflect"
	"strings"
	"testing"

	"github.com/kljensen/snowball/english"
)

// A word of two groups would fold to the first and silently tear the second apart.
func TestNoWordStandsInTwoGroups(t *testing.T) {
	in := map[string]string{}
	for _, g := range lexicon {
		for _, w := range strings.Fields(g.words) {
			stem := english.Stem(w, false)
			if other, taken := in[stem]; taken && other != g.why {
				t.Errorf("%q is in the group %q and in %q", w, other, g.why)
			}
			in[stem] = g.why
		}
	}
}

func TestWordsThatOnlyShareAStem(t *testing.T) {
	for _, pair := range [][2]string{{"information", "inform"}, {"authority", "consent"}, {"exclusive", "exempt"}, {"responsible", "respond"}, {"custom", "consumer"}} {
		if Fold(pair[0]) == Fold(pair[1]) {
			t.Errorf("%q and %q are folded to one term", pair[0], pair[1])
		}
	}
}

func TestPlainWordsForStatutory(t *testing.T) {
	for _, pair := range [][2]string{
		{"salary", "earnings"}, {"faulty", "defective"}, {"fax", "facsimile"}, {"win", "prevailing"}, {"kids", "child"},
		{"doctors", "physician"}, {"handgun", "firearm"}, {"tried", "attempted"}, {"resold", "resale"}, {"ignored", "disregard"},
	} {
		if a, b := Terms(pair[0]), Terms(pair[1]); !reflect.DeepEqual(a, b) {
			t.Errorf("%q is folded to %q, %q to %q", pair[0], a, pair[1], b)
		}
	}
}

// What statutes set against each other must never be one term.
func TestContrastsStayApart(t *testing.T) {
	for _, pair := range [][2]string{
		{"buyer", "seller"}, {"lessor", "lessee"}, {"employer", "employee"}, {"creditor", "debtor"}, {"plaintiff", "defendant"}, {"insurer", "insured"}, {"owner", "tenant"},
		{"principal", "agent"}, {"manufacturer", "dealer"}, {"parent", "child"}, {"felony", "misdemeanor"}, {"civil", "criminal"}, {"oral", "written"}, {"mail", "telephone"},
		{"email", "letter"}, {"require", "allow"}, {"prohibit", "permit"}, {"accept", "reject"}, {"accept", "refuse"}, {"admit", "deny"}, {"refund", "replace"},
		{"repair", "replace"}, {"sell", "lease"}, {"sell", "buy"}, {"lend", "give"}, {"suspend", "revoke"}, {"suspend", "terminate"}, {"stay", "appeal"}, {"arrest", "detain"},
		{"injury", "damage"}, {"gross", "net"}, {"minimum", "maximum"}, {"increase", "reduce"}, {"before", "after"}, {"first", "last"}, {"day", "week"}, {"month", "year"},
		{"judge", "jury"}, {"state", "county"}, {"state", "federal"}, {"public", "private"}, {"authentic", "counterfeit"}, {"true", "false"}, {"lawful", "unlawful"}, {"valid", "void"},
		{"voluntary", "mandatory"}, {"temporary", "permanent"}, {"fixed", "variable"}, {"interest", "principal"}, {"deposit", "fee"}, {"price", "cost"}, {"wage", "fee"}, {"license", "registration"},
		{"license", "permit"}, {"goods", "services"}, {"drug", "alcohol"}, {"adult", "minor"}, {"spouse", "parent"}, {"open", "close"}, {"enter", "leave"}, {"win", "lose"}, {"begin", "end"},
		{"include", "exclude"}, {"disclose", "conceal"}, {"notice", "consent"}, {"consent", "knowledge"}, {"negligent", "intentional"}, {"knowingly", "negligently"}, {"renew", "cancel"},
		{"lien", "bond"}, {"penalty", "damages"}, {"restitution", "penalty"}, {"fine", "fee"}, {"injunction", "damages"}, {"hearing", "trial"}, {"complaint", "answer"}, {"offer", "acceptance"},
		{"conspicuous", "hidden"}, {"entire", "part"}, {"vehicle", "vessel"}, {"aircraft", "vehicle"}, {"hotel", "residence"}, {"farm", "business"}, {"charity", "business"}, {"doctor", "patient"},
		{"crime", "violation"}, {"theft", "loss"}, {"seizure", "search"}, {"danger", "safety"}, {"tenant", "guest"}, {"dealer", "broker"}, {"information", "inform"}, {"oath", "bond"},
		{"limit", "exceed"}, {"settlement", "judgment"}, {"award", "prize"}, {"passenger", "driver"}, {"collect", "pay"}, {"gather", "distribute"}, {"abandon", "claim"}, {"value", "price"},
		{"equal", "greater"}, {"attempt", "complete"}, {"monitor", "disclose"}, {"password", "signature"}, {"toxic", "safe"}, {"continue", "cease"}, {"protect", "harm"}, {"compel", "permit"},
	} {
		if Fold(pair[0]) == Fold(pair[1]) {
			t.Errorf("%q and %q are folded to one term", pair[0], pair[1])
		}
	}
}

func TestUnevenForms(t *testing.T) {
	for _, pair := range [][2]string{{"gave", "furnish"}, {"began", "commence"}, {"sought", "seek"}, {"brought", "bring"}} {
		if Fold(pair[0]) != Fold(pair[1]) {
			t.Errorf("%q is folded to %q, %q to %q", pair[0], Fold(pair[0]), pair[1], Fold(pair[1]))
		}
	}
}

// A word must not fall in with a group for its stem alone.
func TestStemsThatClash(t *testing.T) {
	for _, pair := range [][2]string{
		{"good", "merchandise"}, {"import", "significant"}, {"added", "advertise"}, {"medical", "drug"}, {"computer", "calculate"}, {"relating", "kin"}, {"employer", "job"},
	} {
		if Fold(pair[0]) == Fold(pair[1]) {
			t.Errorf("%q and %q are folded to one term", pair[0], pair[1])
		}
	}
}
