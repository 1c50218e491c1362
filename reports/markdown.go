package reports

import (
	"fmt"
	"io"
	"strings"

	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/look"
)

var _ = add(Format{
	Name: "markdown", Extension: "md", About: "issues, wikis and chat: summary, answers and findings as Markdown",
	Write: func(w io.Writer, r *finding.Report) error {
		m := &markdown{report: r, sections: r.IndexSections()}
		m.head()
		m.coverage()
		m.findings()
		m.changes()
		m.rules()
		_, err := io.WriteString(w, m.out.String())
		return err
	},
})

// markdown gathers the page. Words that are not ours go through plain.
type markdown struct {
	report   *finding.Report
	sections finding.SectionIndex
	out      strings.Builder
}

func (m *markdown) say(format string, args ...any) { fmt.Fprintf(&m.out, format+"\n", args...) }

// plain writes words so that no Markdown reader takes them for markup, a link or
// HTML: on one line, signs that mean something anywhere escaped, and those that
// mean something at the start of a line escaped there.
func plain(s string) string {
	var b strings.Builder
	text := strings.TrimSpace(flat(s))
	for i, r := range text {
		switch {
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case r == '&':
			b.WriteString("&amp;")
		case strings.ContainsRune("\\`*_[]|~@$", r), r == ':' &&
			!strings.HasPrefix(text[i+1:], " "), startsBlock(b.String(), i, r), r == '.' && endsFold(b.String(), "www"):
			b.WriteByte('\\')
			b.WriteRune(r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// startsBlock tells a sign that would begin a heading, a list or a rule: the
// first of the words, or the stop after a number that they begin with.
func startsBlock(before string, at int, r rune) bool {
	if at == 0 {
		return strings.ContainsRune("#+-=", r)
	}
	return (r == '.' || r == ')') && at < 12 && strings.Trim(before, "0123456789") == ""
}

func endsFold(s, end string) bool {
	return len(s) >= len(end) && strings.EqualFold(s[len(s)-len(end):], end)
}

// marked writes segments with the marked ones strong.
func marked(parts []segment) string {
	var b strings.Builder
	for _, part := range parts {
		text := plain(part.Text)
		if part.Mark && text != "" {
			text = "**" + text + "**"
		}
		b.WriteString(keepSpaces(part.Text, text))
	}
	return strings.TrimSpace(b.String())
}

// keepSpaces puts back the spaces around a stretch that plain trimmed.
func keepSpaces(was, text string) string {
	if strings.HasPrefix(was, " ") || strings.HasPrefix(was, "\n") {
		text = " " + text
	}
	if strings.HasSuffix(was, " ") || strings.HasSuffix(was, "\n") {
		text += " "
	}
	return text
}

func (m *markdown) head() {
	r := m.report
	m.say("# %s\n\n**%s**\n", plain(r.ToDo()), plain(r.Unseen()))
	for _, line := range r.Summary()[1:] {
		name, said, _ := strings.Cut(line, ":")
		m.say("- %s: %s", name, plain(said))
	}
	m.say("\n## What to do with each answer\n\n| Outcome | Answer | Where | critical | high | medium | low |\n|---|---|---|--:|--:|--:|--:|")
	for _, outcome := range finding.Outcomes() {
		for i := range r.Answers {
			if a := &r.Answers[i]; a.Outcome == outcome {
				open, _ := a.Count()
				m.say("| %s | %s | %s | %d | %d | %d | %d |", a.OutcomeWords(), plain(cut(a.Title, 300)), plain(string(a.Jurisdiction)),
					open[finding.Critical], open[finding.High], open[finding.Medium], open[finding.Low])
			}
		}
	}
}

func (m *markdown) coverage() {
	m.say("\n## Coverage\n\n| State | Source | Where | Sections | Reason and remedy |\n|---|---|---|---|---|")
	for i := range m.report.Coverage.Sources {
		s := &m.report.Coverage.Sources[i]
		m.say("| %s | %s | %s | %s | %s |", plain(s.State), plain(s.Title), plain(string(s.Jurisdiction)), sectionsFound(s), plain(cut(s.Reason, 600)))
	}
	for _, dead := range m.report.Coverage.Dead {
		m.say("\nNot done: %s", plain(cut(dead, 400)))
	}
}

func (m *markdown) findings() {
	m.say("\n## Findings")
	for i := range m.report.Answers {
		for j := range m.report.Answers[i].Findings {
			m.finding(&m.report.Answers[i], &m.report.Answers[i].Findings[j])
		}
	}
}

func (m *markdown) finding(a *finding.AnswerReport, f *finding.Finding) {
	m.say("\n### %s: %s\n", plain(strings.ToUpper(string(f.Severity))), plain(cut(f.Message, 1000)))
	m.say("%s, %s, rule %s, in %s (%s)", plain(stateWords(f)), plain(f.Certainty.Words()), plain(f.Rule), plain(cut(a.Title, 300)), plain(string(a.Jurisdiction)))
	if q := f.AnswerQuote; q != nil {
		m.say("\nThe answer says:\n\n> %s", marked(said(a, f.Claim, q)))
	}
	for i := range f.SourceQuotes {
		m.law(a, &f.SourceQuotes[i])
	}
	for i, fact := range f.Facts {
		m.say("%s- %s", map[bool]string{true: "\n", false: ""}[i == 0], plain(cut(fact, 600)))
	}
	m.say("\n**%s.** %s", plain(f.Fix.Action.Words()), plain(cut(f.Fix.Say, 600)))
	if f.Waiver != nil {
		m.say("\n%s", plain(waiverWords(f.Waiver)))
	}
	m.say("\n%s; %s", plain(f.ID), plain(m.report.Measured[f.Rule].Words()))
}

func (m *markdown) law(a *finding.AnswerReport, q *finding.SourceQuote) {
	parts, where := []segment{{cut(q.Text, 4000), true}}, ""
	if section := m.sections.Quoted(a.Jurisdiction, q); section != nil {
		where = fmt.Sprintf(", %s, read %s from %s", strings.ReplaceAll(string(section.Status), "_", " "), look.Stamp(section.FetchedAt, "2006-01-02"), section.URL)
		if spans := quotedIn(section.Text, []finding.SourceQuote{*q}); len(spans) > 0 {
			parts = excerpt(section.Text, spans, near)
		}
	}
	m.say("\nThe law says (§ %s%s):\n\n> %s", plain(q.Number), plain(cut(where, 400)), marked(parts))
}

func (m *markdown) changes() {
	for i := range m.report.Changes {
		c := &m.report.Changes[i]
		if i == 0 {
			m.say("\n## Changes of law\n")
		}
		m.say("- %s § %s %s: %s. %s", plain(string(c.Jurisdiction)), plain(c.Number), plain(cut(c.Catchline, 300)), plain(c.Kind), m.diff(c.Words))
	}
	if printed := m.report.PrintedOtherwise(); printed != "" {
		m.say("\n%s", plain(printed))
	}
}

// diff shows struck words struck and added ones strong, both named.
func (m *markdown) diff(parts []finding.DiffPart) string {
	var said []string
	for _, part := range parts {
		text := plain(cut(part.Text, 3000))
		switch {
		case text == "":
			continue
		case part.Op == "insert":
			text = "added: **" + text + "**"
		case part.Op == "delete":
			text = "struck: ~~" + text + "~~"
		}
		said = append(said, text)
	}
	return strings.Join(said, " ")
}

func (m *markdown) rules() {
	m.say("\n## Rules\n\n| Rule | Found | It was right | It finds |\n|---|--:|---|---|")
	for _, row := range ruleRows(m.report) {
		m.say("| %s | %d | %s | %s |", plain(row.Name), row.Found, plain(row.Right()), plain(row.Finds()))
	}
}
