package answer

import "testing"

// around puts a sentence into an answer with cited law of its own.
func around(sentence string) string {
	return "Retail deposits in Zenith\n\n" +
		"A shop that takes a deposit must return it within 14 days of the cancellation [1.1]. " +
		"The court may award the customer twice the deposit where the shop acted in bad faith [1.2]. " +
		"A deposit of less than $20 is exempt [1.3].\n\n" + sentence +
		"\n\nSource(s):\n- [1.1] Return of deposits.\n- [1.2] Remedies.\n- [1.3] Exemptions.\nJurisdiction\nZenith\n"
}

func TestRoles(t *testing.T) {
	for _, c := range []struct {
		sentence string
		role     ClaimRole
		needs    bool
		why      string
	}{
		{"The shop must post its policy at the counter.", Operative, true, "a duty"},
		{"A shop may keep ten percent as a handling fee.", Operative, true, "a power and a number"},
		{"Refunds go out in 30 days.", Operative, true, "a deadline without a modal"},
		{"Gift cards fall outside the rules.", Operative, true, "scope without a modal"},
		{"The attorney general enforces the statute.", Operative, true, "who enforces"},
		{"Selling the customer's address is unlawful.", Operative, true, "a ban"},
		{"Customers are entitled to a receipt.", Operative, true, "a right"},
		{"A first offence is a misdemeanor.", Operative, true, "a penalty"},
		{"Notify the customer by mail.", Operative, true, "an order"},
		{"Yes, the shop owes interest.", Operative, true, "an answer in short"},
		{"The Insurance Code does not apply to deposits.", Operative, true, "scope denied is no absence of law"},
		{"\"Deposit\" means money paid before delivery.", Definition, true, "a definition"},
		{"A deposit includes a voucher bought in advance.", Definition, true, "a definition by inclusion"},
		{"A deposit can also consist of a voucher.", Definition, true, "a definition with can"},
		{"The receipt must include the shop's name.", Operative, true, "a duty to include defines nothing"},
		{"The court can award costs, and these include fees.", Operative, true, "the first verb lays down"},
		{"Banks are treated as shops once they lend, and must register.", Operative, true, "the law's effect on somebody"},
		{"A shop subject to the Trade Act does not have to return it.", Operative, true, "freed from a duty, by a law that exists"},
		{"No statute limits the amount of a deposit.", Absence, true, "absence of law"},
		{"Zenith law does not require a written contract.", Absence, true, "absence of a duty"},
		{"There is no exception for small shops.", Absence, true, "absence of an exception"},
		{"In short, the deposit goes back within 14 days.", Summary, false, "a summary of what is cited"},
		{"Overall, a shop that acts in bad faith may owe twice the deposit.", Summary, false, "a summary of what is cited"},
		{"**Summary.** Deposits are returned within 14 days of cancellation.", Summary, false, "under a summary's head"},
		{"In summary, the shop must also register with the county clerk each January.", Operative, true, "new law in a summary's clothes"},
		{"In short, the deposit goes back within 21 days.", Operative, true, "a number that is cited nowhere"},
		{"In summary, return the deposit within 14 days, and lodge a bond with the treasurer of the county.", Operative, true, "one clause is new"},
		{"The shop that takes a deposit must return it within 14 days of the cancellation.", Summary, false, "repeats a cited sentence"},
		{"The shop that takes a deposit need not return it within 14 days of the cancellation.", Operative, true, "denies a cited sentence"},
		{"The Deposits Office administers the chapter.", Operative, true, "who enforces, without a modal"},
		{"A shop that complies with the federal deposit law is in compliance here too.", Operative, true, "compliance with one law is no general advice"},
		{"A trust company is exempt.", Operative, true, "trust is also a kind of company"},
		{"The shop needs the addresses of its customers.", Operative, true, "addresses is also a noun"},
		{"You asked whether a shop may keep a deposit.", Restatement, false, "the question"},
		{"This answer explains how deposits are returned.", Restatement, false, "about the answer"},
		{"This note goes through the refunds first and then turns to the receipts.", Restatement, false, "about the note"},
		{"Zenith has a short body of deposit law, next to the federal rules.", Transition, false, "about the law"},
		{"That does not settle who pays the shop.", Transition, false, "leads on"},
		{"The Deposits Office.", Transition, false, "a fragment"},
		{"A word with the clerk of the shop is time well spent.", Transition, false, "counsel"},
		{"Taking deposits at the counter means knowing your rights and duties.", Transition, false, "leads on"},
		{"An unhappy customer has two roads open, and a third one belongs to the clerk.", Transition, false, "leads on"},
		{"This is an overview of what a shop has to do once it takes a deposit.", Transition, false, "about the answer"},
		{"Chapter 12 of the Zenith Code covers deposits that shops take.", Transition, false, "about the law"},
		{"Closing the shop means that the deposit is due at once.", Definition, true, "a rule told by means"},
		{"If you are a student, some further rights are yours.", Transition, false, "more follows"},
		{"A shop also answers for fraud of its agent that it knew or should have known of.", Operative, true, "should have known is no advice"},
		{"This act takes the refunds first and the shop must pay them.", Operative, true, "about the law"},
		{"What happens if the shop closes?", Restatement, false, "a question"},
		{"Closing a shop raises the question of what must be repaid.", Transition, false, "raises a question"},
		{"Taking deposits is a matter of trust.", Transition, false, "no law"},
		{"You should keep your receipts in a safe place.", Transition, false, "advice"},
		{"It is advisable to consult an attorney before acting.", Transition, false, "advice"},
		{"Therefore, businesses must comply with all applicable laws and regulations.", Transition, false, "advice in general"},
		{"The Deposit Act governs what a shop must do with a customer's money.", Transition, false, "about the law as a whole"},
		{"Chapter 12 contains a short article on deposits.", Transition, false, "where the law stands"},
		{"Zenith has several laws on retail trade.", Transition, false, "that there are laws"},
		{"So there is little to fear: a shop that acts in bad faith may owe twice the deposit.", Summary, false, "a summary behind a word of comfort"},
		{"Two further points are worth a mention.", Transition, false, "announces what follows"},
		{"Two further fees are due at the counter.", Operative, true, "a number of things that are owed"},
		{"Three other rules deserve your attention.", Transition, false, "announces what follows"},
		{"Mostly yes, though there are narrow exceptions.", Transition, false, "an assessment with nothing to look up"},
		{"There's a list of exceptions.", Transition, false, "says only that there is more"},
		{"There are no exceptions for small shops.", Absence, true, "denies that there is one"},
		{"You can probably still get out of it.", Transition, false, "an assessment with nothing to look up"},
		{"You can probably still cancel the order at the counter.", Operative, true, "hedged, but it says what can be done"},
		{"A clear policy will help your shop keep its customers.", Transition, false, "encouragement"},
	} {
		a, err := Read(File{Name: "x.txt", Data: []byte(around(c.sentence))})
		if err != nil {
			t.Fatal(err)
		}
		if len(a.Claims) != 4 {
			t.Errorf("%q: %d claims, want 4", c.sentence, len(a.Claims))
			continue
		}
		if got := a.Claims[3]; got.Role != c.role || got.NeedsCitation != c.needs {
			t.Errorf("%q: %s, needs %v, want %s, %v: %s", c.sentence, got.Role, got.NeedsCitation, c.role, c.needs, c.why)
		}
	}
}

// TestPlainStatementAmongCitedOnes takes a sentence without a word of law for law
// where its neighbours are cited.
func TestPlainStatementAmongCitedOnes(t *testing.T) {
	for sentence, needs := range map[string]bool{
		"Vouchers go back to the buyer on the same terms.":     true,
		"This matters to every small retail business in town.": false,
		"Three further cases deserve a mention here.":          false,
		"Care matters once the parcel has left the shop.":      false,
		"A parcel brings duties of its own with it.":           true,
		"See the county guide for further worked examples.":    false,
		"A calm and friendly tone helps in such situations.":   false,
	} {
		a := read(t, "x.txt", "Deposits\n\nA shop must return a deposit [1.1]. "+sentence+" It may keep a fee [1.1].\n\nSource(s):\n- [1.1] Return.\nJurisdiction\nZenith\n")
		if len(a.Claims) != 3 || a.Claims[1].NeedsCitation != needs {
			t.Errorf("%q: needs %v, want %v (%s)", sentence, a.Claims[1].NeedsCitation, needs, a.Claims[1].Role)
		}
		alone := read(t, "x.txt", "Deposits\n\n"+sentence+"\n\nA shop must return a deposit [1.1].\n\nSource(s):\n- [1.1] Return.\nJurisdiction\nZenith\n")
		if alone.Claims[0].NeedsCitation {
			t.Errorf("%q stands alone and needs a citation (%s)", sentence, alone.Claims[0].Role)
		}
	}
}

// A short sentence at the head of a paragraph opens what the next one cites; a duty, a figure or
// a denial there is law of its own.
func TestTopicSentence(t *testing.T) {
	for sentence, needs := range map[string]bool{
		"A parcel brings duties of its own with it.":     false,
		"A parcel must be opened with care.":             true,
		"Nobody opens a parcel of another's.":            true,
		"A parcel goes back to the sender in two weeks.": true,
	} {
		a := read(t, "x.txt", "Deposits\n\n"+sentence+" A shop must return a deposit [1.1].\n\nSource(s):\n- [1.1] Return.\nJurisdiction\nZenith\n")
		if len(a.Claims) != 2 || a.Claims[0].NeedsCitation != needs {
			t.Errorf("%q: needs %v, want %v (%s)", sentence, a.Claims[0].NeedsCitation, needs, a.Claims[0].Role)
		}
	}
}
