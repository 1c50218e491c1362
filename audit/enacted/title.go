package enacted

import (
	"regexp"
	"strings"

	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/statute"
)

// TitleKey is the form in which two titles are compared letter for letter.
func TitleKey(title string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(title) {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// TitleOf reads the words of a title; stop words fall out.
func TitleOf(title string) []lexis.Word {
	return lexis.Content(lexis.Words(title, answer.Span{Start: 0, End: len(title)}))
}

// TitleLikeness is the F1 of the words of two titles: 1 for the same words.
func TitleLikeness(a, b string) float64 {
	if TitleKey(a) == TitleKey(b) {
		return 1
	}
	one, two := lexis.SetOf(TitleOf(a)), lexis.SetOf(TitleOf(b))
	both := 0
	for t := range one {
		if two[t] {
			both++
		}
	}
	if len(one)+len(two) == 0 {
		return 0
	}
	return 2 * float64(both) / float64(len(one)+len(two))
}

var (
	citedAs  = regexp.MustCompile(`(?i)(?:may|shall) be (?:known and )?(?:may be )?(?:cited|known|referred to)(?: and may be cited)?(?: and cited)? as (?:the )?["“']?([A-Z][^"”.;]{3,120}?)["”'.;]`)
	thisPart = regexp.MustCompile(`(?i)^\W*(?:[(0-9A-Za-z).]{1,5} )?(?:this|sections?|the provisions of this) (act|article|chapter|subchapter|part|title|subtitle|division)?`)
)

// shortTitle reads the name that a section gives its act, and the kind of place
// that it names: "chapter" in "This chapter may be cited as".
func shortTitle(text string) (name, place string) {
	if len(text) > 1500 || !strings.Contains(text, "cited") && !strings.Contains(text, "known") && !strings.Contains(text, "referred to") {
		return "", ""
	}
	m := citedAs.FindStringSubmatch(text)
	if m == nil {
		return "", ""
	}
	if p := thisPart.FindStringSubmatch(text); p != nil {
		place = strings.ToLower(p[1])
	}
	return strings.TrimSpace(strings.TrimRight(m[1], ", ")), place
}

// NamedBy is the name that a section gives to an act, "" for one that names none.
func NamedBy(h *statute.Held) string {
	name, _ := shortTitle(h.Text)
	return name
}
