package compare

import (
	"fmt"
	"strings"

	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
)

// leastQuote is how many words in quotation marks make a quote: fewer are a name,
// a defined term or a word held at arm's length.
const leastQuote = 3

// quotes checks that words in quotation marks stand in the section.
func (x *Comparison) quotes() {
	for _, q := range x.Claim.Quotes {
		x.quote(q)
	}
}

func (x *Comparison) quote(q answer.Span) {
	if q.Start < 0 || q.End > len(x.Raw) || q.Start >= q.End {
		return
	}
	said := x.Raw[q.Start:q.End]
	if len(strings.Fields(said)) < leastQuote || isName(said) || enacted.VerbatimIn(said, x.Text.Text) ||
		enacted.VerbatimIn(said, x.Text.Held.Catchline) {
		return
	}
	at := x.nearestPassage(q)
	c := finding.Certain
	x.differ("quote", said, x.Text.Text[at.Start:at.End], q, at, c,
		fmt.Sprintf("the words in quotation marks are not those of the section: %q", Shorten(said, 120)))
}

// isName tells a title such as "Data Breach Notification Act".
func isName(said string) bool {
	for _, w := range strings.Fields(said) {
		if c := w[0]; c >= 'a' && c <= 'z' && !lexis.OneOf(w, "of|the|and|for|in|to|on|a") {
			return false
		}
	}
	return true
}

// nearestPassage is the unit that shares most of the quote's words.
func (x *Comparison) nearestPassage(q answer.Span) answer.Span {
	list := lexis.Content(lexis.Words(x.Answer, q))
	best, at := 0.0, answer.Span{}
	for i := range x.Text.Units {
		if s := lexis.Contained(list, x.Law.Weight, x.Text.Units[i].Set); s > best {
			best, at = s, x.Text.Units[i].Span
		}
	}
	return at
}
