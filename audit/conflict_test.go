package audit

import (
	"testing"

	"github.com/pincite/pincite/internal/statute"
)

// conflictsOf counts what two sentences of one answer deny each other.
func conflictsOf(first, second string) int {
	a := sole(first, "8-1-1", statute.Example)
	b := sole(second, "8-1-1", statute.Example).Claims[0]
	b.ID, b.Citations = 2, nil
	b.Span.Start, b.Span.End = len(a.Text)+1, len(a.Text)+1+len(second)
	a.Text += " " + second
	a.Claims = append(a.Claims, b)
	return len(Read(Case{Answer: a, Law: ferries()}).Conflicts())
}

func TestConflicts(t *testing.T) {
	for _, c := range []struct{ first, second string }{
		{"Guests have to be told of the leak within ten days after the hotel learns of it.", "Notification of the leak is due no later than 14 days after its discovery."},
		{"The library must answer a request for a copy in six days.", "A response to the request for a copy has to be given within nine days."},
		{"A keeper who hides a hive pays a fine of up to $400.", "The penalty for hiding a hive is at most $900."},
		{"A lantern must be kept for at least five years.", "Lanterns have to be retained for no more than three years."},
		{"Nobody younger than 16 may steer the barge.", "Only a person of 18 or older can steer the barge, and nobody under 18 may."},
		{"The guild must publish the list of its masters.", "The guild does not have to publish the list of its masters."},
		{"A tenant may paint the outer walls of a cottage.", "A tenant must not paint the outer walls of the cottage."},
		{"The attorney general has to be told if more than 1,000 guests are affected.", "If 500 guests or more are affected, the attorney general must be told."},
		{"A fine of up to $250 is imposed on a ferryman who leaves a passenger behind.", "A ferryman who leaves a passenger behind can be fined at most $2,500."},
		{"The bridge must be closed at a wind of more than 60 miles.", "The bridge must be closed at a wind of more than 80 miles."},
		{"A ferryman may carry goats without a licence.", "A ferryman must not carry goats without a licence."},
		{"The board may refuse a licence to a swimming teacher.", "The board must not refuse a licence to a swimming teacher."},
		{"Copies of the chart cost three dollars at the most.", "The fee for a copy of the chart is up to nine dollars."},
		{"The refund of a deposit goes out within a period of 20 days after the key is handed in.", "The deposit is refunded no later than 35 days after the key is handed in."},
	} {
		if conflictsOf(c.first, c.second) == 0 {
			t.Errorf("nothing found in %q and %q", c.first, c.second)
		}
	}
}

func TestNoConflicts(t *testing.T) {
	for _, c := range []struct{ first, second, why string }{
		{"A request by mail is answered within ten days.", "A request by telephone is answered within two days.", "two channels"},
		{"A freeze has to be placed within three days after the request.", "The freeze has to be lifted within one hour after the request.", "two acts"},
		{"The hotel tells the guests within ten days after it learns of the leak.", "The hotel tells the attorney general within five days after it learns of the leak.", "two receivers"},
		{"A keeper who hides a hive pays a fine of up to $400.", "A keeper who hides a hive a second time pays a fine of up to $900.", "the case and the rule"},
		{"A keeper who hides a hive pays a penalty of up to $400.", "A keeper who knowingly hides a hive pays a penalty of up to $4,000.", "intent"},
		{"A keeper who hides a hive is liable to a civil penalty of $400.", "A keeper who hides a hive is liable to a criminal fine of $900.", "civil and criminal"},
		{"The library answers a request within 45 days.", "The period for answering a request can be extended by 30 days.", "an extension"},
		{"Lanterns have to be kept for at least two years.", "Lanterns may be kept for at most seven years.", "a floor below a ceiling"},
		{"A buyer may return the clock within 14 days.", "The shop must refund the price of the clock within 30 days after the return.", "two parties and acts"},
		{"The keeper must feed the bees.", "The keeper does not have to feed the bees if there is clover.", "a rule and its exception"},
		{"The guild must publish the list of its masters.", "An apprentice does not have to publish the list of masters.", "two parties"},
		{"The guild must publish the list of its masters.", "The guild need not publish the list of its apprentices.", "two objects"},
		{"A ferryman may carry goats without a licence.", "A ferryman must not carry cattle without a licence.", "two objects on one condition"},
		{"The fine is $100 for each day.", "The fine is not more than $5,000 in total.", "a part and the whole"},
		{"The notice goes out within 30 days.", "The notice goes out within thirty days.", "one figure"},
		{"A hive is inspected once in 12 months.", "A hive is inspected once a year.", "one period"},
		{"The toll is $2 for a goat.", "The toll is $5 for a horse.", "two things"},
		{"A bond of $10,000 is required of a seller.", "A bond of $25,000 is required of a lender.", "two parties"},
		{"If more than 500 guests are told, the board is told too.", "If more than 1,000 guests are told, the credit bureaus are told too.", "two receivers at two counts"},
		{"A hive weighs at most 60 pounds.", "A hive may hold at most 40 combs.", "two measures"},
		{"The ferry may carry at most 12 horses.", "The ferry may carry at most 40 passengers.", "two nouns"},
		{"A guest may cancel up to seven days before the visit.", "A guest may cancel within two days after the booking.", "before and after"},
		{"A fee of $5 is charged for a new card.", "A fee of $12 is charged for a replacement card.", "the thing and its replacement"},
		{"The keeper may open the locker.", "The keeper must not open the locker without a witness.", "a condition"},
		{"An injured guest can sue the hotel.", "A guest cannot sue the state.", "two defendants"},
		{"Minors under 16 may not steer the barge.", "Minors under 13 may not row.", "two acts"},
		{"A written complaint is answered within ten days.", "An answer to a spoken complaint is due within three days.", "two ways to complain"},
		{"The consumer has 30 days to pay after the first bill.", "The consumer has 10 days to pay after the final reminder.", "two triggers"},
	} {
		if n := conflictsOf(c.first, c.second); n != 0 {
			t.Errorf("%d found in %q and %q, which are %s", n, c.first, c.second, c.why)
		}
	}
}

// What one stands for is further back.
func TestConflictsReferBack(t *testing.T) {
	for _, c := range []struct {
		first, second string
		want          int
	}{
		{"A written request to move the goats takes three days, a spoken one takes two hours.", "A spoken request to move goats takes six hours.", 1},
		{"A toll is paid within two days of the crossing.", "The toll for a crossing is paid within nine days.", 1},
		{"A spoken request for a bell takes 24 hours.", "A written request to move the stage or the goats takes three days, a spoken one takes 15 minutes.", 0},
		{"A toll is paid within two days of the crossing.", "The landing stage is mended within nine days of a flood.", 0},
	} {
		if got := conflictsOf(c.first, c.second); got != c.want {
			t.Errorf("%q and %q: %d conflicts, want %d", c.first, c.second, got, c.want)
		}
	}
}
