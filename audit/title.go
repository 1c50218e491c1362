package audit

import (
	"regexp"
	"strings"

	"github.com/pincite/pincite/internal/answer"
)

// titleKey is the form in which two titles are compared letter for letter.
func titleKey(title string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(title) {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// titleOf reads the words of a title; stop words fall out.
func titleOf(title string) []word {
	return content(words(title, answer.Span{Start: 0, End: len(title)}))
}

// titleLikeness is the F1 of the words of two titles: 1 for the same words.
func titleLikeness(a, b string) float64 {
	if titleKey(a) == titleKey(b) {
		return 1
	}
	one, two := setOf(titleOf(a)), setOf(titleOf(b))
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

// likeness gives titleLikeness to the catchline of each section, without reading
// them again.
func (l *Law) likeness(title string) func(at int) float64 {
	terms, same := setOf(titleOf(title)), map[int]bool{}
	both := make([]int, len(l.Sections))
	for term := range terms {
		for _, at := range l.derived.titleWords[term] {
			both[at]++
		}
	}
	for _, at := range l.derived.byTitle[titleKey(title)] {
		same[at] = true
	}
	return func(at int) float64 {
		if both[at] > 0 && !same[at] {
			return 2 * float64(both[at]) / float64(len(terms)+l.derived.titleSizes[at])
		}
		if same[at] {
			return 1
		}
		return 0
	}
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
