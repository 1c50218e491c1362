package web

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/pincite/pincite/internal/statute"
	"github.com/pincite/pincite/internal/store"
)

// crawl follows every link from the first page on, and gives the pages by
// address. A link that leads nowhere is an error.
func (h *hall) crawl() map[string]string {
	h.Helper()
	base, err := url.Parse("http://127.0.0.1:8470/")
	h.must(err)
	pages, todo, from := map[string]string{}, []string{"/"}, map[string]string{}
	for len(todo) > 0 {
		address := todo[0]
		todo = todo[1:]
		if _, seen := pages[address]; seen {
			continue
		}
		reply := h.ask(http.MethodGet, address)
		pages[address] = bodyOf(h.TB, reply)
		if reply.StatusCode != http.StatusOK {
			h.Errorf("%s, to which %s leads: %s", address, from[address], reply.Status)
			continue
		}
		at, err := base.Parse(address)
		h.must(err)
		for _, link := range linksOf(h.TB, pages[address]) {
			to, err := at.Parse(link)
			h.must(err)
			if to.Host == base.Host {
				to.Scheme, to.Host, to.Fragment = "", "", ""
				todo, from[to.String()] = append(todo, to.String()), address
			}
		}
	}
	return pages
}

// linksOf lists what a page leads to or loads.
func linksOf(t testing.TB, page string) []string {
	var links []string
	for n := range parsed(t, page).Descendants() {
		for _, name := range []string{"href", "src"} {
			if link := attribute(n, name); link != "" && n.Type == html.ElementNode {
				links = append(links, link)
			}
		}
	}
	return links
}

// sound wants one heading, ids that are there once, and targets that exist.
func sound(t *testing.T, pages map[string]string) {
	t.Helper()
	for address, page := range pages {
		if strings.HasPrefix(address, "/style.css") || strings.HasPrefix(address, "/icon.svg") {
			continue
		}
		headings, ids := 0, map[string]int{}
		for n := range parsed(t, page).Descendants() {
			if n.Type == html.ElementNode && n.Data == "h1" {
				headings++
			}
			if id := attribute(n, "id"); id != "" {
				ids[id]++
			}
		}
		if headings != 1 {
			t.Errorf("%s has %d headings", address, headings)
		}
		for id, n := range ids {
			if n > 1 {
				t.Errorf("%s has the id %s %d times", address, id, n)
			}
		}
	}
}

func TestEveryLinkLeadsSomewhere(t *testing.T) {
	h := furnished(t, nil)
	pages := h.crawl()
	for _, address := range []string{"/answers/notice.txt", "/findings/f-notice.txt", "/law/ZZ/1-2", "/law/ZZ?source=zz-1", "/rules/source-unused", "/runs/run-0001", "/style.css", "/icon.svg"} {
		if pages[address] == "" {
			t.Errorf("no link leads to %s", address)
		}
	}
	sound(t, pages)
	if !strings.Contains(pages["/law/ZZ/1-2"], `href="/answers/notice.txt#claim-1"`) || !strings.Contains(pages["/answers/notice.txt"], `id="claim-1"`) {
		t.Error("the section does not lead to the claim that cites it")
	}
}

// TestNothingLeadsToLawThatIsNotHeld: an answer of a jurisdiction without sources,
// a section and a remedy that were never read, and a number that moved away.
func TestNothingLeadsToLawThatIsNotHeld(t *testing.T) {
	h := furnished(t, nil)
	report := audited("notice.txt", "Notice", act("1-2", "twenty days"))
	a := &report.Answers[0]
	a.Jurisdiction = "AK"
	a.Sources[0].Bound.Number, a.Findings[0].Fix.Number = "9-9", "9-9"
	a.Claims[0].Citations[0].Evidence[0].Number, a.Findings[0].SourceQuotes[0].Number = "9-9", "9-9"
	gone := act("1-3", "")
	gone.Status, gone.RenumberedTo = statute.Renumbered, "68-326"
	h.begin(store.Source{ID: "zz-1", Jurisdiction: "ZZ", Title: "Made-up Act"})
	h.print("https://law.example/1.html", "dd", act("1-2", "twenty days"), gone)
	h.end(report, true)
	sound(t, h.crawl())
	h.shows("/answers/notice.txt", "Answers › Alaska", "AK § 9-9 (not held)", "ZZ § 9-9 (not held), by title")
	h.shows("/findings/f-notice.txt", "AK § 9-9 (not held)", "(§ 9-9, not held)")
	h.shows("/law/ZZ/1-3", "Now at§ 68-326 (not held)")
}
