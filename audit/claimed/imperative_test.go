package claimed

import (
	"testing"

	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/answer"
)

func TestSentencesThatBid(t *testing.T) {
	for text, want := range map[string]bool{
		"File your application with the clerk of the valley.":                  true,
		"Before the market opens, keep a list of all bales.":                   true,
		"Don't sell the bales to a keeper of sheep.":                           true,
		"Then send a copy to the warden.":                                      true,
		"Notice by mail suffices.":                                             false,
		"Report a lost ewe in good faith and you are immune from suit.":        false,
		"The keeper files the application with the clerk.":                     false,
		"State law protects a keeper of bees.":                                 false,
		"Charges for the bales are set by the warden, who must publish a list": false,
	} {
		if got := bidsReader(text, lexis.Words(text, answer.Span{End: len(text)})); got != want {
			t.Errorf("%q bids its reader: %v, want %v", text, got, want)
		}
	}
}
