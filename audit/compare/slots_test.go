package compare_test

import (
	"strings"
	"testing"
	"time"

	"github.com/pincite/pincite/audit"
	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/internal/statute"
)

// The cases of one slot each: a made-up section, a sentence that cites it, and
// the slots in which they must differ; "" where they must not differ at all.
type slotCase struct{ law, text, want string }

// slotsOf audits a sentence against a law of one section and a few others beside
// it, which give words their weight.
func slotsOf(law, text string) (*audit.Reading, string) {
	sections := []statute.Held{*section(law)}
	for _, other := range []string{
		"A landlord shall return a deposit to the tenant within thirty days after the lease ends.",
		"An insurer may cancel a policy for nonpayment after written notice to the insured.",
		"A telephone solicitor shall register with the department before it calls a subscriber.",
		"A consumer may place a security freeze on the consumer's credit report by mail.",
		"Records that hold personal information shall be shredded before they are discarded.",
	} {
		sections = append(sections, *section(other))
	}
	for i := range sections {
		sections[i].Number, sections[i].Catchline = "40-2-"+string(rune('1'+i)), "Duties."
		sections[i].Jurisdiction, sections[i].Hierarchy = statute.Example, []string{"Chapter 40-2. Trade Act"}
	}
	r := audit.Read(audit.Case{Answer: sole(text, "40-2-1", statute.Example), Law: enacted.NewLaw(statute.Example, sections, nil, true, nil), Date: time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC)})
	var slots []string
	for _, d := range r.Pairs[0].Contrary {
		slots = append(slots, d.Slot)
	}
	return r, strings.Join(slots, " ")
}

func checkSlots(t *testing.T, cases []slotCase) {
	t.Helper()
	for _, c := range cases {
		r, got := slotsOf(c.law, c.text)
		if got != c.want {
			t.Errorf("%q against %q: differs in %q, want %q (score %.2f)", c.text, c.law, got, c.want, r.Pairs[0].Alignment.Score)
			for _, d := range r.Pairs[0].Contrary {
				t.Logf("  %s %s: %s", d.Slot, d.Certainty, d.Why)
			}
		}
	}
}

// Verbs of polarity fire on the other force and are quiet on the same one, in
// whatever voice.
func TestPolarityVerbs(t *testing.T) {
	const transfer = "No insurer may sell a list of policyholders. Nothing in this section prevents an insurer from transferring the list of policyholders to another insurer if the transfer is part of a merger of the insurers."
	const relief = "The department may waive the fee. A waiver of the fee does not relieve a broker of the duty to file the annual report of sales."
	checkSlots(t, []slotCase{
		{transfer, "The section bars an insurer from transferring the list of policyholders to another insurer when that comes with a merger of the insurers.", "negation"},
		{transfer, "The act forbids an insurer from transferring its list of policyholders to another insurer if that is part of a merger.", "negation"},
		{transfer, "An insurer may not sell its list of policyholders.", ""},
		{transfer, "The ban does not stop an insurer from transferring its list of policyholders as part of a merger.", ""},
		{relief, "A waiver of the fee relieves a broker of the duty to file the annual report of sales.", "negation"},
		{relief, "A broker whose fee was waived is excused from filing the annual report of sales.", "modality"},
		{relief, "Even with a waiver of the fee a broker has to file the annual report of sales.", ""},
	})
}

// A negation parted from its duty frees; the same duty plainly said does not.
func TestPartedNegation(t *testing.T) {
	const agent = "An agent that stores keys for a locksmith shall report a lost key to the locksmith. The agent is not required to report a lost key to the householder."
	checkSlots(t, []slotCase{
		{agent, "An agent does not itself have to report a lost key to the householder.", ""},
		{agent, "An agent is not in every case required to report a lost key to the householder.", ""},
		{agent, "An agent must report a lost key to the householder.", "modality"},
	})
}

// What a claim says makes no difference is looked for among the limits.
func TestDeniedLimits(t *testing.T) {
	const disposal = "A dealer shall shred every file that names a customer, unless a court has ordered the dealer to preserve the file."
	const broker = "The term broker means a person who sells insurance for a fee. The term does not include:\n(a) a lawyer who negotiates a policy in the course of a lawsuit; or\n(b) an employee who arranges cover for an employer's own fleet."
	checkSlots(t, []slotCase{
		{disposal, "A dealer must shred every file that names a customer, even if a court has ordered the file to be preserved.", "negation"},
		{disposal, "Dealers have to shred a file that names a customer, whether or not a court ordered them to preserve it.", "negation"},
		{disposal, "A dealer must shred every file that names a customer unless a court ordered the dealer to preserve it.", ""},
		{disposal, "A dealer must shred a file that names a customer even if the customer has moved away; a file that a court has ordered preserved is spared.", ""},
	})
	for _, c := range []struct {
		text  string
		fires bool
	}{
		{"There is no exception for a lawyer who negotiates a policy in a lawsuit.", true},
		{"There is no exemption for employees who arrange cover for the fleet of their employer.", true},
		{"There is no exception for a banker who sells insurance for a fee.", false},
		{"A broker is a person who sells insurance for a fee.", false},
	} {
		if _, got := slotsOf(broker, c.text); strings.Contains(got, "negation") != c.fires {
			t.Errorf("%q: differs in %q, fires should be %v", c.text, got, c.fires)
		}
	}
}

// The complement of a threshold says the same; freedom below a count that the law
// does not have is a denial.
func TestThresholdComplement(t *testing.T) {
	const both = "If more than 500 residents are affected, the lender shall notify the attorney general without delay."
	const plain = both + " The lender shall notify the commissioner of every incident within ten days."
	checkSlots(t, []slotCase{
		{both, "A lender need not notify the attorney general where 500 residents or fewer are affected.", ""},
		{both, "The attorney general does not have to be notified of an incident that affects 500 residents or fewer.", ""},
		{plain, "The commissioner does not have to be notified of an incident that affects 500 residents or fewer.", "negation"},
		{plain, "A lender need not notify the commissioner where fewer than 500 residents are affected.", "modality"},
		{plain, "If over five hundred residents are affected the lender must notify the attorney general.", ""},
	})
}

// Giver and receiver are compared by the places in which they stand.
func TestHandovers(t *testing.T) {
	const landlord = "The tenant shall give the landlord the new address in writing. The landlord shall return the deposit to the tenant by mail."
	const vendor = "A service provider that holds files for a landlord shall notify the landlord of a loss at once. The landlord shall notify each tenant whose file was lost."
	const firm = "A contractor that maintains data which it does not own shall notify the owner of the data of a breach immediately. The contractor shall cooperate with the owner."
	checkSlots(t, []slotCase{
		{landlord, "The landlord must give the tenant the new address in writing.", "actor"},
		{landlord, "The tenant must return the deposit to the landlord by mail.", "actor"},
		{landlord, "The tenant has to give the landlord a new address in writing.", ""},
		{landlord, "The landlord must mail the deposit to the tenant.", ""},
		{vendor, "The landlord must notify each tenant whose file was lost.", ""},
		{firm, "A vendor must notify the customers of a breach.", "actor"},
		{firm, "The contractor must itself send notices to the affected residents.", "actor"},
		{firm, "Once told by its contractor of a breach, the owner decides what to do.", ""},
		{firm, "A contractor has to notify the owner of a breach right away.", ""},
	})
}

// To be deemed to comply is no compliance.
func TestDeemedToComply(t *testing.T) {
	const bank = "A bank that is subject to and in compliance with the rules of its federal regulator on theft of files is deemed to be in compliance with this section."
	checkSlots(t, []slotCase{
		{bank, "A bank subject to the rules of its federal regulator on theft of files is deemed to comply with this section.", "condition"},
		{bank, "Banks governed by their federal regulator's rules on theft of files are treated as complying with this section.", "condition"},
		{bank, "A bank that is subject to and complies with the rules of its federal regulator on theft of files is deemed to comply with this section.", ""},
		{bank, "A bank that follows the rules on theft of files to which its federal regulator makes it subject is deemed to comply.", ""},
	})
}

// A class opened without bound, and a purpose kept.
func TestBoundless(t *testing.T) {
	const courier = "A pharmacy may hand a prescription to a courier of the pharmacy to facilitate the delivery that the patient asked for, and the courier may not open it."
	const notice = "Notice given under subsection (a) of section 4 shall state the date, the place and the name of the insurer."
	checkSlots(t, []slotCase{
		{courier, "Any courier you like may be handed the prescription, whatever the errand.", "scope"},
		{courier, "A courier may carry the prescription for any purpose.", "scope"},
		{courier, "A pharmacy may hand a prescription to its courier for the delivery that the patient asked for.", ""},
		{notice, "Every notice under the act, including the one that a garage sends to a driver, must look like this.", "scope"},
		{notice, "Each notice, even a reminder posted to widows, has to state these particulars.", "scope"},
		{notice, "A notice under subsection (a) must state the date, the place and the insurer's name.", ""},
	})
}

// A device that the section names by no name is not asked for.
func TestDevices(t *testing.T) {
	const safeguards = "A pawnbroker shall keep reasonable safeguards for the security of pledged goods and shall record each pledge in a book."
	const letter = "The letter to the insured shall include:\n(1) the date of the loss;\n(2) the number of policies affected;\n(3) a copy of the policy; and\n(4) the address of the commissioner."
	for _, c := range []struct{ law, text, want string }{
		{safeguards, "It must appoint a security officer who answers for the safeguards.", "not_supported"},
		{safeguards, "A pawnbroker has to carry insurance for the security of pledged goods.", "not_supported"},
		{letter, "The letter to the insured must include a copy of the policy and a list of the policies affected.", "partly_supported"},
		{letter, "The letter to the insured must include a copy of the policy and the address of the commissioner.", ""},
		{safeguards, "A pawnbroker must keep safeguards for the security of pledged goods.", ""},
		{safeguards, "A pawnbroker must record each pledge.", ""},
	} {
		r, _ := slotsOf(c.law, c.text)
		got := string(r.Pairs[0].Verdict)
		if c.want != "" && got != c.want || c.want == "" && (got == "not_supported" || got == "partly_supported" || got == "contradicted") {
			t.Errorf("%q: %s, want %q", c.text, got, c.want)
		}
	}
}

// A clause beside one that names the section's own cross-reference is unsaid
// where the section has nothing of it.
func TestAnchoredParts(t *testing.T) {
	const trade = "A breach of this section by a seller of mattresses is an unfair practice under Section 40-9-12."
	for _, c := range []struct {
		text string
		want int
	}{
		{"Breaking it is an unfair practice under Section 40-9-12, and the buyer is awarded double the price paid.", 1},
		{"It counts as unfair under Section 40-9-12, and a jury must hear every dispute about it.", 1},
		{"A breach by a seller of mattresses is unfair under Section 40-9-12.", 0},
		{"A seller of mattresses who breaks the section commits an unfair practice, and Section 40-9-12 applies.", 0},
	} {
		r, _ := slotsOf(trade, c.text)
		if got := len(r.Pairs[0].Unsaid); got != c.want {
			t.Errorf("%q: %d parts unsaid, want %d", c.text, got, c.want)
		}
	}
}

// What commas set off behind a modal does not hide the act; a right that somebody
// shall have is no duty; a clause that only marks out is compared with nothing.
func TestClausesOfForce(t *testing.T) {
	const market = "If a high-volume stallholder does not give its address, the market shall, after written notice to the stallholder and a chance to mend the fault within ten days, close the stall until the address is given."
	const right = "A tenant shall have the right to inspect the meter at any time. A landlord that owns the meter shall disclose the right to the tenant in the lease."
	const exempt = "This chapter does not apply to a pawnbroker that is governed by the federal pawn act."
	checkSlots(t, []slotCase{
		{market, "The market may close the stall of a high-volume stallholder that does not give its address after notice.", "modality"},
		{market, "After notice, the market must close the stall until the address is given.", ""},
		{market, "The market has discretion to close the stall of a stallholder who gives no address until the address is given.", "modality"},
		{right, "A tenant must inspect the meter.", "modality"},
		{right, "Tenants may inspect the meter whenever they like.", ""},
		{right, "The landlord has to tell the tenant in the lease that they may inspect the meter.", ""},
		{exempt, "If the federal pawn act applies to a pawnbroker, this chapter does not.", ""},
		{exempt, "A pawnbroker governed by the federal pawn act is outside the chapter.", ""},
		{exempt, "This chapter applies to a pawnbroker that is governed by the federal pawn act.", "negation"},
	})
}

// To permit an act without what the law asks for turns its ban round.
func TestPermittedWithout(t *testing.T) {
	const stand = "A hawker may not sell fireworks unless the hawker is registered with the fire marshal."
	const test = "No one shall resell a hearing aid without disclosing to the buyer that the aid was returned."
	checkSlots(t, []slotCase{
		{stand, "A hawker may sell fireworks without being registered with the fire marshal.", "negation"},
		{test, "A hearing aid may be resold without disclosing to the buyer that it was returned.", "negation"},
		{stand, "A hawker may not sell fireworks without being registered with the fire marshal.", ""},
		{test, "A hearing aid may be resold only if it is disclosed to the buyer that the aid was returned.", ""},
	})
}

// An exclusion of a definition has its exception too.
func TestExceptionWithinExclusion(t *testing.T) {
	const term = "\"Dealer\" does not include a farmer who sells hay grown on the farm unless the farmer also sells hay bought from others."
	checkSlots(t, []slotCase{
		{term, "A farmer who sells hay grown on the farm is not considered a dealer.", "exception"},
		{term, "Farmers who sell hay grown on their farm do not count as dealers.", "exception"},
		{term, "A farmer who sells hay grown on the farm is not considered a dealer unless the farmer also sells hay bought from others.", ""},
		{term, "A dealer is not a farmer.", ""},
	})
}

// An exception set off by commas ends at the second; one at the head of a sentence
// is missed though another at its end is said.
func TestExceptionsSetOff(t *testing.T) {
	const loan = "No pawnbroker shall take from a borrower an instrument, except a check, payable to bearer as evidence of the loan."
	const drone = "Except during a flood, no pilot shall land a drone on a public bridge without leave of the bridge warden."
	checkSlots(t, []slotCase{
		{loan, "A pawnbroker may take from a borrower an instrument payable to bearer as evidence of the loan.", "modality"},
		{loan, "A pawnbroker may take a check as evidence of the loan.", ""},
		{drone, "No pilot may land a drone on a public bridge without leave of the bridge warden.", "exception"},
		{drone, "A pilot may not land a drone on a public bridge without leave of the bridge warden, except during a flood.", ""},
	})
}
