package web

import (
	"slices"
	"strings"

	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/look"
	"github.com/pincite/pincite/internal/statute"
)

// listPage is how many answers or findings one page lists.
const listPage = 50

func answers(v *view) (*page, error) {
	if id, asked := v.URL.Query()["id"]; asked {
		return answerPage(v, id[0])
	}
	shown, t := paged(v, v.last.Report.Answers, listPage)
	return &page{Body: "answers", Here: "answers", Title: "Answers", Data: struct {
		Answers []answerRow
		Turn    turn
	}{rowsOf(shown), t}}, nil
}

func answer(v *view) (*page, error) { return answerPage(v, v.PathValue("answer")) }

// answerData is one answer beside the law that it cites.
type answerData struct {
	answerRow
	Rows   []textRow
	Whole  []found
	Total  int
	Listed []listed
}

// listed is a source as listed, with the address of the section it was taken for.
type listed struct {
	*finding.SourceReport
	Address string
}

// textRow is a claim beside its law, or the words between two claims.
type textRow struct {
	Gap string
	// Rest is what follows the last claim, usually the list of sources.
	Rest bool
	// Heading is true for a claim that only heads what follows it.
	Heading   bool
	Claim     *finding.ClaimReport
	Parts     []part
	Findings  []found
	Citations []citation
}

// bare is true of a claim of which nothing is said.
func (r *textRow) bare() bool {
	return len(r.Findings) == 0 && len(r.Citations) == 0 && !r.Claim.NeedsCitation
}

// citation is a verdict with the words it rests on.
type citation struct {
	*finding.CitationReport
	Law law
}

// law is a section as quoted.
type law struct {
	Jurisdiction statute.Jurisdiction
	Number       string
	// Address is "" where the store never held the section.
	Address string
	// Section is nil where the report does not hold it.
	Section *finding.SectionText
	Parts   []part
	// Part names what is quoted where it is no enacted text.
	Part string
}

// occurrence is that of the section quoted, 0 where it is not held.
func (l law) occurrence() int {
	if l.Section == nil {
		return 0
	}
	return l.Section.Occurrence
}

func answerPage(v *view, id string) (*page, error) {
	a := v.last.Report.Answer(id)
	if a == nil {
		return nil, absent("There is no answer %s among those audited last.", cut(id, 200))
	}
	d := answerData{answerRow: rowOf(a)}
	for i := range a.Findings {
		if a.Findings[i].Claim == 0 {
			d.Whole = append(d.Whole, found{Finding: &a.Findings[i], Answer: a})
		}
	}
	for _, n := range d.Open {
		d.Total += n
	}
	d.Rows = v.last.rows(a)
	filed, err := v.filed()
	if err != nil {
		return nil, err
	}
	filed.mark(d.Whole)
	for i := range d.Rows {
		filed.mark(d.Rows[i].Findings)
	}
	marks := v.shelfmarks()
	d.mark(marks)
	p := &page{Body: "answer", Here: "answers", Title: firstOf(a.Title, a.ID), Data: d, Tone: toneOf(a)}
	p.Kicker = []crumb{{"Answers", "/answers"}, {Say: firstOf(a.Jurisdiction.Name(), string(a.Jurisdiction)), Address: marks.place(a.Jurisdiction)}}
	return p, marks.err
}

// mark sets the addresses of the sections that the answer cites.
func (d *answerData) mark(marks *shelfmarks) {
	for i := range d.Rows {
		for k := range d.Rows[i].Citations {
			marks.law(&d.Rows[i].Citations[k].Law)
		}
	}
	for i := range d.Sources {
		one := listed{SourceReport: &d.Sources[i]}
		if b := one.Bound; b != nil {
			one.Address = marks.section(b.Jurisdiction, b.Number, b.Occurrence)
		}
		d.Listed = append(d.Listed, one)
	}
}

func toneOf(a *finding.AnswerReport) string {
	if a.FoundNothing() {
		return "note"
	}
	return map[finding.Outcome]string{finding.DoNotPublish: "bad", finding.Correct: "warn", finding.NotAuditable: "warn", finding.Publish: "good"}[a.Outcome]
}

func firstOf(words ...string) string {
	for _, w := range words {
		if strings.TrimSpace(w) != "" {
			return w
		}
	}
	return "(no title)"
}

// rows is the whole text of an answer: its claims, and what stands between.
func (s *snapshot) rows(a *finding.AnswerReport) []textRow {
	claims := make([]*finding.ClaimReport, len(a.Claims))
	for i := range a.Claims {
		claims[i] = &a.Claims[i]
	}
	slices.SortStableFunc(claims, func(x, y *finding.ClaimReport) int { return x.Start - y.Start })
	var out []textRow
	at := 0
	for _, c := range claims {
		heading := false
		if c.Start > at && c.Start <= len(a.Text) {
			var before string
			before, heading = look.CutHeading(a.Text[at:c.Start])
			out = gap(out, before, false)
		}
		row := s.row(a, c)
		row.Heading = heading && row.bare()
		out = append(out, row)
		at = max(at, min(c.End, len(a.Text)))
	}
	out = gap(out, a.Text[at:], len(claims) > 0)
	if len(out) > 0 && heads(a, out[0].Gap) {
		return out[1:] // title and question stand above already
	}
	return out
}

// heads tells a text that says nothing but the answer's title and question.
func heads(a *finding.AnswerReport, text string) bool {
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" && line != strings.TrimSpace(a.Title) && line != strings.TrimSpace(a.Question) {
			return false
		}
	}
	return text != ""
}

// gap keeps the words between claims; bullets and line ends alone say nothing.
func gap(out []textRow, text string, rest bool) []textRow {
	text = strings.TrimSpace(strings.TrimRight(text, " \t\r\n-*•"))
	if text == "" {
		return out
	}
	return append(out, textRow{Gap: cut(text, 20000), Rest: rest})
}

func (s *snapshot) row(a *finding.AnswerReport, c *finding.ClaimReport) textRow {
	out := textRow{Claim: c}
	var spans []span
	for i := range a.Findings {
		f := &a.Findings[i]
		if f.Claim != c.ID {
			continue
		}
		out.Findings = append(out.Findings, found{Finding: f, Answer: a})
		if q := f.AnswerQuote; q != nil {
			if at, ok := locate(c.Text, q.Text, q.Start-c.Start, q.End-c.Start); ok {
				spans = append(spans, at)
			}
		}
	}
	out.Parts = mark(c.Text, spans)
	for i := range c.Citations {
		out.Citations = append(out.Citations, citation{&c.Citations[i], s.cited(a, &c.Citations[i])})
	}
	return out
}

// cited is the section of a citation with the words its verdict rests on.
func (s *snapshot) cited(a *finding.AnswerReport, c *finding.CitationReport) law {
	if len(c.Evidence) > 0 {
		return s.laws(a.Jurisdiction, c.Evidence)[0]
	}
	one := law{Jurisdiction: a.Jurisdiction, Number: c.Number}
	if key, ok := cited(a, c); ok {
		one.Jurisdiction, one.Section = key.Jurisdiction, s.sections[key]
	}
	if one.Section != nil {
		one.Parts = excerpt(one.Section.Text, nil)
	}
	return one
}

// laws gathers quotes by section, in the order in which they come.
func (s *snapshot) laws(home statute.Jurisdiction, quotes []finding.SourceQuote) []law {
	var out []law
	for i := 0; i < len(quotes); {
		same := i + 1
		for same < len(quotes) && sameText(&quotes[i], &quotes[same]) {
			same++
		}
		out = append(out, s.law(home, quotes[i:same]))
		i = same
	}
	return out
}

func sameText(a, b *finding.SourceQuote) bool {
	return a.Number == b.Number && a.Occurrence == b.Occurrence && a.Part == b.Part && a.Jurisdiction == b.Jurisdiction
}

func (s *snapshot) law(home statute.Jurisdiction, quotes []finding.SourceQuote) law {
	q := &quotes[0]
	one := law{Jurisdiction: home, Number: q.Number, Section: s.sections.Quoted(home, q), Part: q.Part}
	if q.Jurisdiction != "" {
		one.Jurisdiction = q.Jurisdiction
	}
	if one.Section != nil {
		if spans := quoted(one.Section.Text, quotes); len(spans) > 0 {
			one.Parts = excerpt(one.Section.Text, spans)
			return one
		}
	}
	for i := range quotes {
		one.Parts = append(one.Parts, part{quotes[i].Text, true})
	}
	return one
}
