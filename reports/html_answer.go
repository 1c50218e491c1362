package reports

import (
	"fmt"
	"regexp"
	"sort"
	"strings"

	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/look"
	"github.com/pincite/pincite/internal/statute"
)

// near is how many bytes of text are shown around a quote.
const near = 160

// answer lays one answer out: its findings first, since its claims show them.
func (b *builder) answer(i int) {
	a := &b.Report.Answers[i]
	view := &b.Views[i]
	*view = answerView{AnswerReport: a, page: b.page, Anchor: b.numbered("answer", a.Jurisdiction), File: b.files[a.Jurisdiction], Stale: b.stale[string(a.Jurisdiction)+"\x00"+a.ID]}
	view.Open, view.Waived = a.Count()
	for _, severity := range finding.Severities() {
		view.Total += view.Open[severity]
	}
	first := len(b.all)
	for j := range a.Findings {
		b.all = append(b.all, b.finding(view, &a.Findings[j]))
	}
	view.Blocks = b.blocks(view, b.all[first:])
	for j := range a.Claims {
		if a.Claims[j].Unverified() {
			view.Blind++
		}
	}
}

// plainPlace is a postal code, which may stand in an anchor and a file's name.
var plainPlace = regexp.MustCompile(`^[A-Z]{2}$`)

// numbered makes an anchor of the kind, the jurisdiction and a running number.
func (b *builder) numbered(kind string, j statute.Jurisdiction) string {
	if !plainPlace.MatchString(string(j)) {
		j = "other"
	}
	kind += "-" + string(j)
	b.counts[kind]++
	return fmt.Sprintf("%s-%d", kind, b.counts[kind])
}

// blocks is the whole text of the answer: claims, and what stands between.
func (b *builder) blocks(a *answerView, found []findingView) []block {
	claims := make([]*finding.ClaimReport, len(a.Claims))
	for i := range a.Claims {
		claims[i] = &a.Claims[i]
	}
	sort.SliceStable(claims, func(i, j int) bool { return claims[i].Start < claims[j].Start })
	var out []block
	at := 0
	for _, c := range claims {
		heading := false
		if c.Start > at && c.Start <= len(a.Text) {
			var before string
			before, heading = look.CutHeading(a.Text[at:c.Start])
			out = gap(out, before)
		}
		row := b.claim(a, c, found)
		row.Heading = heading && row.bare()
		out = append(out, row)
		at = max(at, min(c.End, len(a.Text)))
	}
	claimed := len(out)
	out = gap(out, a.Text[at:])
	if len(out) > claimed && claimed > 0 {
		out[claimed].Rest = true
	}
	if len(out) > 0 && a.heads(out[0].Gap) {
		out = out[1:] // title and question stand above already
	}
	return out
}

// heads tells a text that says nothing but the answer's title and question.
func (a *answerView) heads(text string) bool {
	for _, l := range strings.Split(text, "\n") {
		if l = strings.TrimSpace(l); l != "" && l != strings.TrimSpace(a.Title) && l != strings.TrimSpace(a.Question) {
			return false
		}
	}
	return text != ""
}

// gap keeps the words between claims; bullets and line ends alone say nothing.
func gap(out []block, text string) []block {
	text = strings.TrimSpace(strings.TrimRight(text, " \t\r\n-*•"))
	if text == "" {
		return out
	}
	return append(out, block{Gap: cut(text, 4000)})
}

func (b *builder) claim(a *answerView, c *finding.ClaimReport, found []findingView) block {
	out := block{Claim: c}
	var spans []span
	for i := range found {
		if found[i].Claim != c.ID || c.ID == 0 {
			continue
		}
		out.Findings = append(out.Findings, found[i])
		if q := found[i].AnswerQuote; q != nil {
			if s, ok := place(c.Text, q.Text, q.Start-c.Start, q.End-c.Start); ok {
				spans = append(spans, s)
			}
		}
	}
	out.Parts = trimmed(mark(c.Text, spans), 4000)
	for i := range c.Citations {
		ci := &c.Citations[i]
		out.Citations = append(out.Citations, citationView{ci, b.cited(a.Jurisdiction, ci)})
	}
	return out
}

// bare is true of a claim of which nothing is said.
func (b *block) bare() bool {
	return len(b.Findings) == 0 && len(b.Citations) == 0 && !b.Claim.NeedsCitation
}

// trimmed cuts stretches that no one reads to the end.
func trimmed(parts []segment, limit int) []segment {
	for i := range parts {
		parts[i].Text = cut(parts[i].Text, limit)
	}
	return parts
}

// cited is the section of a citation with the words its verdict rests on.
func (b *builder) cited(home statute.Jurisdiction, c *finding.CitationReport) lawView {
	if len(c.Evidence) > 0 {
		return b.laws(home, c.Evidence)[0]
	}
	law := lawView{Number: c.Number, Place: string(home), Section: b.sections.Find(home, c.Number, 0)}
	if law.Section != nil {
		law.Parts = excerpt(law.Section.Text, nil, near)
	}
	return law
}

// laws gathers quotes by section, in the order in which they come.
func (b *builder) laws(home statute.Jurisdiction, quotes []finding.SourceQuote) []lawView {
	var out []lawView
	for i := 0; i < len(quotes); {
		same := i + 1
		for same < len(quotes) && sameText(&quotes[i], &quotes[same]) {
			same++
		}
		out = append(out, b.law(home, quotes[i:same]))
		i = same
	}
	return out
}

func sameText(a, b *finding.SourceQuote) bool {
	return a.Number == b.Number && a.Occurrence == b.Occurrence && a.Part == b.Part && a.Jurisdiction == b.Jurisdiction
}

func (b *builder) law(home statute.Jurisdiction, quotes []finding.SourceQuote) lawView {
	q := &quotes[0]
	law := lawView{Number: q.Number, Place: string(home), Section: b.sections.Quoted(home, q), Part: q.Part}
	if q.Jurisdiction != "" {
		law.Place = string(q.Jurisdiction)
	}
	if law.Section != nil {
		if spans := quotedIn(law.Section.Text, quotes); len(spans) > 0 {
			law.Parts = excerpt(law.Section.Text, spans, near)
			return law
		}
	}
	for i := range quotes {
		law.Parts = append(law.Parts, segment{cut(quotes[i].Text, 4000), true})
	}
	return law
}
