package web

import (
	"net/http"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/look"
	"github.com/pincite/pincite/internal/statute"
	"github.com/pincite/pincite/internal/store"
)

// attacks are texts that must be shown and do nothing.
var attacks = map[string]string{
	"script":    `<script>alert(1)</script>`,
	"attribute": `" onmouseover="alert(1)" x="`,
	"single":    `' onfocus='alert(1)' autofocus='`,
	"closing":   `</title></style></textarea></script><img src=x onerror=alert(1)>`,
	"scheme":    `javascript:alert(1)`,
	"bidi":      "safe\u202etxt.exe\u2066\u200b",
	"nul":       "a\x00b\x1b[31mred\x07",
	"bytes":     "\xff\xfe\xc3(",
	"template":  `{{.Report}}{{template "layout.tmpl"}}`,
	"path":      `../../../etc/passwd`,
	"steps":     `..`,
	"dot":       `.`,
	"query":     `a/b?c=d&e#f%2e%00;g`,
	"none":      ``,
	"blank":     ` `,
	"formula":   `=HYPERLINK("http://evil.example","x")`,
	"long":      strings.Repeat("W", 200_000),
	"svg":       `<svg/onload=alert(1)><style>@import url(//evil.example)</style>`,
}

// besieged is a hall in which one attack stands wherever a text can.
func besieged(t *testing.T, attack string) *hall {
	t.Helper()
	h := newHall(t, nil)
	source := store.Source{ID: "s" + attack, Jurisdiction: "ZZ", Title: attack}
	h.begin(source)
	// The readers of documents give text alone, and JSON holds nothing else.
	number := strings.ToValidUTF8(attack, "\uFFFD")
	law := statute.Section{Jurisdiction: "ZZ", Number: number, Occurrence: 1, Catchline: attack, Status: statute.Status(attack), Text: attack, History: attack, Hierarchy: []string{attack}, Notes: []string{attack}, RenumberedTo: number, EffectiveFrom: statute.Date(attack)}
	h.print(attack+"1", attack, law, act("1-2", "A holder shall notify within thirty days."))
	h.end(&finding.Report{}, true)
	h.begin(source)
	law.Text = "Now twenty days. " + attack
	h.print(attack+"1", attack+"2", law, act("1-2", "A holder shall notify within twenty days."))
	h.must(h.Store.Fail(t.Context(), store.Failure{Stage: store.Parse, Item: attack, Fingerprint: attack, Reason: attack, Run: h.run.Seq}, 2))
	report := audited(attack, attack, law)
	a := &report.Answers[0]
	a.Question, a.Origin, a.Faults = attack, attack, []string{attack}
	a.Sources[0].Title, a.Sources[0].Bound.Ambiguous = attack, []string{attack}
	a.Claims[0].Citations[0].Why = attack
	f := &a.Findings[0]
	f.ID, f.Message, f.Facts, f.Fix.Say, f.Fix.Quote, f.Fix.Number = attack, attack, []string{attack}, attack, attack, number
	f.Waiver = &finding.Waiver{Finding: attack, Owner: attack, Reason: attack, Until: statute.Date(attack)}
	report.Changes[0].Words = []finding.DiffPart{{Op: "insert", Text: attack}, {Op: attack, Text: attack}}
	report.Coverage.Sources[0].Reason, report.Coverage.Sources[0].ID, report.Coverage.Dead = attack, source.ID, []string{attack}
	report.Judge = attack
	h.end(report, true)
	h.must(h.Waive(t.Context(), finding.Waiver{Finding: attack, Owner: attack, Reason: attack, Until: statute.Date(attack)}))
	return h
}

func TestHostileTextIsInert(t *testing.T) {
	for name, attack := range attacks {
		t.Run(name, func(t *testing.T) {
			h := besieged(t, attack)
			pages := h.crawl()
			for address, page := range pages {
				inert(t, address, page)
			}
			if len(h.logged) > 0 {
				t.Errorf("faults: %v", h.logged)
			}
			delete(pages, "/style.css")
			sound(t, pages)
			if n := len(pages); n < 12 {
				t.Errorf("only %d pages were found", n)
			}
		})
	}
}

// inert wants no element, attribute, address or character that acts.
func inert(t *testing.T, address, page string) {
	t.Helper()
	if strings.HasPrefix(address, "/style.css") || strings.HasPrefix(address, "/icon.svg") {
		return
	}
	if at := strings.IndexFunc(page, look.Hides); at >= 0 {
		t.Errorf("%.60q holds %q", address, page[at:min(len(page), at+20)])
	}
	for n := range parsed(t, page).Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if slices.Contains([]string{"script", "img", "svg", "style", "iframe", "object", "embed", "base", "textarea"}, n.Data) {
			t.Errorf("%.60q has a <%s>", address, n.Data)
		}
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") || a.Key == "style" || a.Key == "autofocus" {
				t.Errorf("%.60q has the attribute %s=%.40q", address, a.Key, a.Val)
			}
			if (a.Key == "href" || a.Key == "action" || a.Key == "src") && !strings.HasPrefix(a.Val, "/") && a.Val != "#main" && !look.WebAddress(a.Val) {
				t.Errorf("%.60q leads to %.60q", address, a.Val)
			}
		}
	}
}

// TestHostileRequestsAreAnswered sends what no browser would.
func TestHostileRequestsAreAnswered(t *testing.T) {
	h := furnished(t, nil)
	for name, attack := range attacks {
		for _, address := range []string{"/answers/", "/findings/", "/law/", "/law/ZZ/", "/rules/", "/runs/"} {
			reply := h.ask(http.MethodGet, "/", func(r *http.Request) { r.URL.Path, r.URL.RawPath = address+attack, "" })
			if reply.StatusCode >= 500 {
				t.Errorf("%s%s: %s", address, name, reply.Status)
			}
			inert(t, address+name, bodyOf(t, reply))
		}
		for _, field := range []string{"/search?q", "/search?q=a&jurisdiction", "/findings?words", "/findings?rule", "/findings?id", "/findings?page", "/law/ZZ?source", "/law/ZZ?number", "/law/ZZ/1-2?occurrence", "/law/ZZ/1-2?from", "/answers?id", "/answers?page"} {
			path, key, _ := strings.Cut(field, "?")
			reply := h.ask(http.MethodGet, path, func(r *http.Request) {
				q := r.URL.Query()
				first, last, two := strings.Cut(key, "&")
				if two {
					q.Set("q", "a")
					first = last
				}
				q.Set(first, attack)
				r.URL.RawQuery = q.Encode()
			})
			if reply.StatusCode >= 500 {
				t.Errorf("%s=%s: %s", field, name, reply.Status)
			}
			inert(t, field+name, bodyOf(t, reply))
		}
		reply := h.ask(http.MethodGet, "/search", func(r *http.Request) { r.URL.RawQuery = "q=" + attack })
		if reply.StatusCode >= 500 {
			t.Errorf("a raw query of %s: %s", name, reply.Status)
		}
	}
	if len(h.logged) > 0 {
		t.Errorf("faults: %v", h.logged)
	}
}
