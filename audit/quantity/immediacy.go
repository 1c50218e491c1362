package quantity

import (
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/answer"
)

// atOnce are words of a deadline without a figure.
var atOnce = []string{"immediately", "forthwith", "at once", "right away|after", "without unreasonable delay", "without delay", "as soon as",
	"at the time the|a|that", "at the time of signing|sale|delivery|purchase|payment"}

// Immediacy finds such words.
func Immediacy(list []lexis.Word) (answer.Span, bool) {
	for i := range list {
		for _, w := range atOnce {
			if end, ok := lexis.PhraseEnd(list, i, w); ok {
				return lexis.Covering(list[i:end]), true
			}
		}
	}
	return answer.Span{}, false
}
