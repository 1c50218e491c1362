package answer

import (
	"fmt"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/pincite/pincite/internal/sharedtest"
)

var boldMark = regexp.MustCompile(`\*\*([^*]+)\*\*`)

// asPage writes an answer in Markdown as the page that a site would make of it.
func asPage(markdown string) string {
	var out strings.Builder
	list := ""
	closeList := func() {
		if list != "" {
			out.WriteString("</" + list + ">\n")
		}
		list = ""
	}
	for _, l := range strings.Split(markdown, "\n") {
		heads := len(l) - len(strings.TrimLeft(l, "#"))
		bullet, number := bulletMark.FindString(l), numberMark.FindString(l)
		words := strings.TrimSpace(l[max(heads, len(bullet), len(number)):])
		words = boldMark.ReplaceAllString(html.EscapeString(words), "<strong>$1</strong>")
		want := map[bool]string{true: "ul", false: ""}[bullet != ""]
		if number != "" {
			want = "ol"
		}
		if want != list {
			closeList()
			if want != "" {
				out.WriteString("<" + want + ">")
			}
			list = want
		}
		switch {
		case words == "":
		case heads > 0:
			fmt.Fprintf(&out, "<h%d>%s</h%d>\n", heads, words, heads)
		case want != "":
			fmt.Fprintf(&out, "<li>%s</li>\n", words)
		default:
			fmt.Fprintf(&out, "<p>%s</p>\n", words)
		}
	}
	closeList()
	return "<html><body><nav><ul><li>Home</li></ul></nav><article>" + out.String() + "</article></body></html>"
}

// TestFormsAgree reads each labelled answer as text and as a page: the claims and
// their refs must be the same.
func TestFormsAgree(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(sharedtest.Path(t, "gold", "A"), "A*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no labelled answers: %v", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		plain := read(t, "a.txt", string(data))
		page := read(t, "a.html", asPage(string(data)))
		same(t, outline(&page), outline(&plain))
		if page.Title != plain.Title || page.Declared != plain.Declared || len(page.Sources) != len(plain.Sources) {
			t.Errorf("%s: title %q and %q, jurisdiction %q and %q", file, page.Title, plain.Title, page.Declared, plain.Declared)
		}
		for i := range page.Claims {
			if i < len(plain.Claims) && (page.Claims[i].NeedsCitation != plain.Claims[i].NeedsCitation || page.Claims[i].Section != plain.Claims[i].Section) {
				t.Errorf("%s: claim %d differs: %+v and %+v", file, i+1, page.Claims[i], plain.Claims[i])
			}
		}
	}
}

// TestNumberedHeadings tells a heading with a number from a list's item.
func TestNumberedHeadings(t *testing.T) {
	a := read(t, "x.txt", "Deposits\n\nIn outline:\n\n1. Who is covered\n\nEvery shop that takes a deposit is bound [1.1].\n\n2. Refunds\n\nThe shop must return it [1.1].\n\nSteps:\n\n1. Ask the shop\n2. Write to the county\n\nSource(s):\n- [1.1] Return.\nJurisdiction\nZenith\n")
	kinds := map[string]ClaimKind{}
	for _, c := range a.Claims {
		kinds[c.Bare] = c.Kind
	}
	for words, want := range map[string]ClaimKind{"Who is covered": Heading, "Refunds": Heading, "Steps Ask the shop": Item, "Steps Write to the county": Item} {
		if got := kinds[words]; got != want {
			t.Errorf("%q is a %s, want a %s; all: %v", words, got, want, kinds)
		}
	}
}
