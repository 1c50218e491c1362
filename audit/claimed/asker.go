package claimed

import (
	"strings"

	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/audit/lexis"
)

// trading are phrases of one who asks for a business of his; buying those of one who
// bought, or to whom something was done.
var (
	trading = []string{
		"we|i run|sell|operate|manage|lend|market|make|rent|lease|hold|open|launch|trade|ship|offer|own", "we|i * run|sell|manage|operate|market|offer|handle", "we|i rent out", "our|my business|company|firm|shop|store|restaurant|bar|clinic|office|start-up|startup|app|collectors|employees|staff|customers|clients|members|guests",
		"my|our bar|shop|salon|bakery|gallery|hotel|motel|inn|practice|gym|agency", "our|my * bar|shop|store|company|business|firm|customers|startup|office", "our|my * * shop|store|company|business|firm", "we are|do|have|want|plan|need|process|store|collect|keep|closing", "i'm|i am closing|opening|drafting",
	}
	buying = []string{
		"i|we|she|he bought|signed|ordered|leased|purchased|hired|paid", "my new|old|car|house|home|flat|phone|credit|mother's|father's|landlord|roof|lender|insurer|wheelchair", "my * car|suv|pickup|truck|house|home|boat|phone", "someone|somebody took|stole|used|opened",
		"i live", "can i|she|he get", "took out a loan", "she|he signed", "sold me|us",
	}
)

// AskerOf tells on which side of a deal one stands who asks a question, from his own
// words; Unsided where they speak for neither or for both.
func AskerOf(question string) force.Side {
	list := lexis.Words(strings.ToLower(question), lexis.AnswerSpan(question))
	_, trades := lexis.FirstPhrase(list, trading)
	_, buys := lexis.FirstPhrase(list, buying)
	switch {
	case trades && !buys:
		return force.Trader
	case buys && !trades:
		return force.Customer
	}
	return force.Unsided
}
