package rules

import (
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/pincite/pincite/internal/statute"
)

// book is the made-up law of one jurisdiction.
type book struct {
	jurisdiction statute.Jurisdiction
	sections     []statute.Held
	former       []statute.Held
	acts         []string
}

// readLaws reads the format of testdata/README.md, jurisdictions in the order in
// which they come.
func readLaws(t *testing.T, text string) []*book {
	t.Helper()
	var books []*book
	for _, block := range strings.Split("\n"+text, "\n# ")[1:] {
		h, former := readSection(t, block)
		b := bookOf(&books, h.Jurisdiction)
		if former {
			b.former = append(b.former, h)
			continue
		}
		b.number(&h)
		b.sections = append(b.sections, h)
	}
	return books
}

func bookOf(books *[]*book, j statute.Jurisdiction) *book {
	for _, b := range *books {
		if b.jurisdiction == j {
			return b
		}
	}
	*books = append(*books, &book{jurisdiction: j})
	return (*books)[len(*books)-1]
}

// number gives the section its ref, the act's place and its own, and counts
// occurrences.
func (b *book) number(h *statute.Held) {
	h.Occurrence = 1
	document := 0
	for i, act := range b.acts {
		if act == h.Act {
			document = i + 1
		}
	}
	if document == 0 {
		b.acts = append(b.acts, h.Act)
		document = len(b.acts)
	}
	h.Ref = statute.Ref{Document: document, Section: 1}
	h.Source = strings.ToLower(string(b.jurisdiction) + "-" + strings.ReplaceAll(h.Act, " ", "-"))
	for _, other := range b.sections {
		if other.Act == h.Act {
			h.Ref.Section++
		}
		if other.Number == h.Number {
			h.Occurrence++
		}
	}
}

var sectionHead = regexp.MustCompile(`^(\w\w) (\S+)\. (.*?) \| (.*?)(?: \| (\w+))?$`)

// readSection reads one block: heading, paragraphs, and lines with a key.
func readSection(t *testing.T, block string) (h statute.Held, former bool) {
	t.Helper()
	head, rest, _ := strings.Cut(block, "\n")
	m := sectionHead.FindStringSubmatch(head)
	if m == nil {
		t.Fatalf("law: %q is not \"XX number. Catchline. | Act | status\"", head)
	}
	h.Jurisdiction, h.Number, h.Catchline, h.Act = statute.Jurisdiction(m[1]), m[2], m[3], m[4]
	h.Status, h.Hierarchy = statute.InForce, []string{m[4]}
	if m[5] == "former" {
		former, h.Occurrence = true, 1
	} else if m[5] != "" {
		h.Status = statute.Status(m[5])
	}
	var paragraphs []string
	for _, line := range lines(rest) {
		if !keyed(t, &h, line) {
			paragraphs = append(paragraphs, line)
		}
	}
	h.Text = strings.Join(paragraphs, "\n")
	h.Subsections = subsections(h.Text)
	return h, former
}

// keyed reads a line "history: …" and its like.
func keyed(t *testing.T, h *statute.Held, line string) bool {
	t.Helper()
	key, value, ok := strings.Cut(line, ": ")
	if !ok {
		return false
	}
	switch key {
	case "history":
		h.History = value
	case "note":
		h.Notes = append(h.Notes, value)
	case "effective":
		h.EffectiveFrom = statute.Date(value)
	case "until":
		h.EffectiveUntil = statute.Date(value)
	case "renumbered":
		h.RenumberedTo = value
	case "doubt":
		h.Doubts = append(h.Doubts, value)
	case "fetched":
		h.FetchedAt = fetched(t, value)
	default:
		return false
	}
	return true
}

func fetched(t *testing.T, value string) time.Time {
	t.Helper()
	at, err := time.Parse(time.DateOnly, value)
	if err != nil {
		t.Fatal(err)
	}
	return at
}

// label is an enumerator at the start of a paragraph: "A.", "1.", "(a)".
var label = regexp.MustCompile(`^(?:\(([a-z]+|[0-9]+|[A-Z])\)|([A-Z]|[0-9]+)\.)(?:\s|$)`)

// subsections labels paragraphs by their enumerators. Which kind is outer is
// told by the order in which the kinds first appear.
func subsections(text string) []statute.Subsection {
	var kinds, path []string
	var found []statute.Subsection
	var open []int
	at := 0
	for _, paragraph := range strings.SplitAfter(text, "\n") {
		end := at + len(strings.TrimSuffix(paragraph, "\n"))
		if m := label.FindStringSubmatch(paragraph); m != nil {
			raw := m[1] + m[2]
			depth := depthOf(&kinds, kindOf(raw, m[1] != "", path))
			path, open = append(path[:min(depth, len(path))], enumerated(raw, m[1] != "", depth)), open[:min(depth, len(open))]
			open = append(open, len(found))
			found = append(found, statute.Subsection{Label: strings.Join(path, ""), Start: at, End: end})
		}
		for _, i := range open {
			found[i].End = end
		}
		at += len(paragraph)
	}
	return found
}

// depthOf is the place of the kind among those seen.
func depthOf(kinds *[]string, kind string) int {
	for i, k := range *kinds {
		if k == kind {
			return i
		}
	}
	*kinds = append(*kinds, kind)
	return len(*kinds) - 1
}

// kindOf tells letters, numbers and roman numerals apart; "(i)" after "(h)" is a
// letter, else a numeral.
func kindOf(raw string, bracketed bool, path []string) string {
	style := "upper"
	switch {
	case raw[0] >= '0' && raw[0] <= '9':
		style = "digit"
	case strings.Trim(raw, "ivx") == "" && (len(path) == 0 || path[len(path)-1] != "(h)"):
		style = "roman"
	case raw[0] >= 'a':
		style = "lower"
	}
	if bracketed {
		return "(" + style + ")"
	}
	return style
}

// enumerated is the label as the publisher writes it in a path.
func enumerated(raw string, bracketed bool, depth int) string {
	if bracketed || depth > 0 {
		return "(" + raw + ")"
	}
	return raw
}
