package web

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/statute"
	"github.com/pincite/pincite/internal/store"
)

// The large hall: 50 sources of 1,000 sections in five jurisdictions, and 200
// answers of which each cites five of them.
const bigSources, bigSections, bigAnswers = 50, 1000, 200

var bigPlaces = []statute.Jurisdiction{"AL", "CO", "NM", "OR", "ZZ"}

func bigHall(b *testing.B) *hall {
	b.Helper()
	h := newHall(b, nil)
	for i := range bigSources {
		j := bigPlaces[i%len(bigPlaces)]
		h.begin(store.Source{ID: fmt.Sprintf("s-%02d", i), Jurisdiction: j, Title: fmt.Sprintf("Act %d", i)})
		sections := make([]statute.Section, bigSections)
		for k := range sections {
			sections[k] = act(fmt.Sprintf("%d-%d", i, k), bigText(i, k))
			sections[k].Jurisdiction = j
		}
		h.print(fmt.Sprintf("https://law.example/%d.html", i), fmt.Sprint(i), sections...)
	}
	h.end(bigReport(), true)
	return h
}

// bigText is some 1,500 bytes, of which some words are rare.
func bigText(i, k int) string {
	sentence := fmt.Sprintf("A holder of word%d records shall notify each consumer of class%d within %d days after the discovery of a breach. ", k%97, i, 1+k%60)
	return strings.TrimSpace(strings.Repeat(sentence, 12))
}

func bigReport() *finding.Report {
	report := &finding.Report{Coverage: finding.Coverage{Complete: true}}
	for i := range bigAnswers {
		law := act(fmt.Sprintf("%d-%d", i%bigSources, i), bigText(i%bigSources, i))
		one := audited(fmt.Sprintf("answer-%d.txt", i), fmt.Sprintf("Answer %d", i), law)
		a := one.Answers[0]
		a.Jurisdiction = bigPlaces[i%bigSources%len(bigPlaces)]
		a.Sources[0].Bound.Jurisdiction = a.Jurisdiction
		claim := a.Claims[0]
		for n := 2; n <= 5; n++ {
			claim.ID = n
			a.Claims = append(a.Claims, claim)
		}
		report.Answers = append(report.Answers, a)
		report.Sections = append(report.Sections, one.Sections...)
	}
	return report
}

// BenchmarkPages asks for one kind of page after the other over a real listener,
// on as many connections as there are processors; pages/s is what counts.
func BenchmarkPages(b *testing.B) {
	h := bigHall(b)
	server := httptest.NewServer(h.site)
	defer server.Close()
	kinds := []struct {
		name    string
		address func(n int) string
	}{
		{"section", func(n int) string {
			i := n % bigSources
			return fmt.Sprintf("/law/%s/%d-%d", bigPlaces[i%len(bigPlaces)], i, n*7%bigSections)
		}},
		{"answer", func(n int) string { return fmt.Sprintf("/answers/answer-%d.txt", n%bigAnswers) }},
		{"finding", func(n int) string { return fmt.Sprintf("/findings/f-answer-%d.txt", n%bigAnswers) }},
		{"home", func(int) string { return "/" }},
		{"findings", func(n int) string { return fmt.Sprintf("/findings?page=%d&words=twenty", 1+n%4) }},
		{"jurisdiction", func(n int) string { return fmt.Sprintf("/law/ZZ?source=s-%02d&page=%d", 4+5*(n%10), 1+n%5) }},
		{"search", func(n int) string { return fmt.Sprintf("/search?q=word%d+class%d", n%97, n%bigSources) }},
	}
	for _, kind := range kinds {
		b.Run(kind.name, func(b *testing.B) { h.load(b, server, kind.address) })
	}
	b.Run("all", func(b *testing.B) {
		h.load(b, server, func(n int) string { return kinds[n%len(kinds)].address(n / len(kinds)) })
	})
}

func (h *hall) load(b *testing.B, server *httptest.Server, address func(int) string) {
	var n atomic.Int64
	client := server.Client()
	client.Transport.(*http.Transport).MaxIdleConnsPerHost = 64
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			reply, err := client.Get(server.URL + address(int(n.Add(1))))
			if err != nil {
				b.Error(err)
				return
			}
			body := bodyOf(b, reply)
			_ = reply.Body.Close()
			if reply.StatusCode != http.StatusOK || !strings.Contains(body, "</html>") {
				b.Errorf("%s: %s", address(int(n.Load())), reply.Status)
			}
		}
	})
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "pages/s")
}
