package reports

import (
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/statute"
)

// bigReport is a made-up report of so many claims, five to an answer, over all
// jurisdictions; every fifth claim has a finding.
func bigReport(claims int) *finding.Report {
	r := &finding.Report{SchemaVersion: 1, Run: "big", GeneratedAt: at, Edition: "sha256:e", Rules: "sha256:r", Judge: "none"}
	places := statute.Jurisdictions()
	for i := range claims / 5 {
		place := places[i%len(places)]
		section := bigSection(place, i)
		r.Sections = append(r.Sections, section)
		r.Answers = append(r.Answers, bigAnswer(place, i, &section))
	}
	for _, place := range places {
		r.Coverage.Sources = append(r.Coverage.Sources, finding.SourceCoverage{ID: strings.ToLower(string(place)), Jurisdiction: place, Title: "Act", State: "well", Sections: 90})
	}
	r.Coverage.Complete, r.Coverage.Claims = true, claims
	return r
}

const bigSentence = "A keeper of records that learns of a breach shall notify each resident whose particulars were taken within thirty calendar days after the discovery of it."

func bigSection(place statute.Jurisdiction, i int) finding.SectionText {
	text := fmt.Sprintf("(%d) ", i) + strings.Repeat("This part applies to every keeper of records that does business here and to nobody else. ", 6) + bigSentence +
		strings.Repeat(" The attorney general may make rules on the form of the notice and on the fees for it.", 6)
	return finding.SectionText{Jurisdiction: place, Number: fmt.Sprintf("99-%d-4", i), Occurrence: 1, Catchline: "Notice to residents of a breach.", Status: statute.InForce,
		Text: text, History: "Laws 2021, ch. 9, § 4.", Act: "Made-up Notice Act", URL: fmt.Sprintf("https://law.example/%s/99-%d-4", place, i), FetchedAt: at, Version: "sha256:0123456789abcdef"}
}

func bigAnswer(place statute.Jurisdiction, i int, section *finding.SectionText) finding.AnswerReport {
	a := finding.AnswerReport{ID: fmt.Sprintf("answer-%d", i), Title: fmt.Sprintf("Notice of a breach, question %d", i%10), Question: fmt.Sprintf("When must customers be told of a breach of kind %d?", i%10),
		Jurisdiction: place, Origin: "imported", Outcome: finding.Outcomes()[i%4]}
	start := strings.Index(section.Text, bigSentence)
	evidence := finding.SourceQuote{Number: section.Number, Text: bigSentence, Start: start, End: start + len(bigSentence)}
	for c := range 5 {
		text := fmt.Sprintf("In case %d a keeper of records shall notify each resident whose particulars were taken within %d calendar days of finding out [1.1].", c, 30+c)
		from := len(a.Text)
		a.Text += text + "\n"
		a.Claims = append(a.Claims, finding.ClaimReport{ID: c + 1, Start: from, End: from + len(text), Text: text, Role: "operative", NeedsCitation: true,
			Citations: []finding.CitationReport{{Ref: must("1.1"), Number: section.Number, Verdict: finding.Supported, Certainty: finding.Likely, Evidence: []finding.SourceQuote{evidence}}}})
	}
	words := "within 30 calendar days"
	from := strings.Index(a.Text, words)
	a.Findings = []finding.Finding{{ID: fmt.Sprintf("f-%012d", i), Rule: "deadline-contradicted", Severity: finding.Severities()[i%4], Certainty: finding.Likely, Claim: 1, Ref: must("1.1"), Number: section.Number,
		Message: "The answer says 30 calendar days of finding out; the section says thirty calendar days after the discovery.", AnswerQuote: &finding.Quote{Text: words, Start: from, End: from + len(words)},
		SourceQuotes: []finding.SourceQuote{evidence}, Fix: finding.Fix{Action: finding.CorrectText, Number: section.Number, Say: "Write “within thirty calendar days after the discovery of it”."}, State: "new"}}
	return a
}

// TestTenThousandClaimsFit: beyond twenty megabytes a page is split.
func TestTenThousandClaimsFit(t *testing.T) {
	size := len(render(t, formats["html"], bigReport(10_000)))
	t.Logf("10,000 claims: %.1f MB", float64(size)/1e6)
	if size > 20_000_000 {
		t.Errorf("a page of 10,000 claims is %d bytes", size)
	}
}

func BenchmarkFormats(b *testing.B) {
	r := bigReport(1000)
	for _, f := range All() {
		b.Run(f.Name, func(b *testing.B) {
			for b.Loop() {
				if err := f.Write(io.Discard, r); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkBigPageLoads opens a page of 10,000 claims in Chromium until it is
// laid out, and filters it. Run it with -benchtime 1x.
func BenchmarkBigPageLoads(b *testing.B) {
	address := pageFile(b, bigReport(10_000))
	browser := openBrowser(b)
	browser.shape(1280, "light")
	var load, filter, elements float64
	for b.Loop() {
		browser.visit("about:blank")
		browser.visit(address)
		browser.eval(`new Promise(done => requestAnimationFrame(() => setTimeout(() => done(performance.now()), 0)))`, &load)
		browser.eval(`document.querySelectorAll("*").length`, &elements)
		browser.eval(`(() => { const from = performance.now(); document.getElementById("filter").elements.severity.value = "high";
			document.getElementById("filter").dispatchEvent(new Event("input")); return new Promise(done => setTimeout(() => { document.body.offsetHeight; done(performance.now() - from - 80); }, 81)); })()`, &filter)
	}
	b.ReportMetric(load, "ms-to-first-frame")
	b.ReportMetric(filter, "ms-to-filter")
	b.ReportMetric(elements, "elements")
}
