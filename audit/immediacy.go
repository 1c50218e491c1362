package audit

import (
	"github.com/pincite/pincite/internal/answer"
)

// atOnce are words of a deadline without a figure.
var atOnce = []string{"immediately", "forthwith", "at once", "right away|after", "without unreasonable delay", "without delay", "as soon as"}

// immediacy finds such words.
func immediacy(list []word) (answer.Span, bool) {
	for i := range list {
		for _, w := range atOnce {
			if end, ok := phraseEnd(list, i, w); ok {
				return covering(list[i:end]), true
			}
		}
	}
	return answer.Span{}, false
}
