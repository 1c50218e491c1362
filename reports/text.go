package reports

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/pincite/pincite/internal/finding"
)

// textWidth is the widest line of the text report.
const textWidth = 100

var _ = add(Format{
	Name: "text", Extension: "txt", About: "a terminal: the summary first, then each finding with its words underlined",
	Write: writeText,
})

func writeText(w io.Writer, r *finding.Report) error {
	t := &terminal{report: r, sections: r.IndexSections()}
	summary := r.Summary()
	t.say("", "", summary[0])
	for _, said := range summary[1:] {
		t.say("", "           ", said)
	}
	for i := range r.Answers {
		t.answer(&r.Answers[i])
	}
	t.coverage()
	t.changes()
	_, err := io.WriteString(w, t.out.String())
	return err
}

// terminal gathers lines. Every text goes through say or underline, which make
// it inert and fold it.
type terminal struct {
	report   *finding.Report
	sections finding.SectionIndex
	out      strings.Builder
}

// say writes text folded at textWidth after its lead, later lines indented by
// hang.
func (t *terminal) say(lead, hang, text string) {
	runes := []rune(flat(text))
	for i, s := range fold(runes, textWidth-utf8.RuneCountInString(lead), textWidth-len(hang)) {
		if i > 0 {
			lead = hang
		}
		t.out.WriteString(lead + string(runes[s.Start:s.End]) + "\n")
	}
}

// flat is s visible and without line ends and tabs.
func flat(s string) string {
	return strings.NewReplacer("\n", " ", "\t", " ").Replace(visible(s))
}

func (t *terminal) space() { t.out.WriteByte('\n') }

func (t *terminal) answer(a *finding.AnswerReport) {
	t.space()
	t.say("", "    ", fmt.Sprintf("%s  %s  %s (%s)", strings.ToUpper(a.OutcomeWords()), a.Jurisdiction, cut(a.Title, 300), a.ID))
	if a.Question != "" {
		t.say("  ", "    ", "asked: "+cut(a.Question, 500))
	}
	for _, fault := range a.Faults {
		t.say("  ", "    ", "the file: "+cut(fault, 400))
	}
	for i := range a.Findings {
		t.finding(a, &a.Findings[i])
	}
}

func (t *terminal) finding(a *finding.AnswerReport, f *finding.Finding) {
	t.space()
	t.say("  ", "    ", fmt.Sprintf("%s %s (%s, %s): %s", strings.ToUpper(string(f.Severity)), f.Rule, f.Certainty, strings.ToLower(stateWords(f)), cut(f.Message, 1000)))
	if q := f.AnswerQuote; q != nil {
		t.underline("    answer │ ", said(a, f.Claim, q))
	}
	for i := range f.SourceQuotes {
		t.law(a, &f.SourceQuotes[i])
	}
	for _, fact := range f.Facts {
		t.say("    ", "      ", "- "+cut(fact, 600))
	}
	t.say("    ", "          ", "fix:  "+f.Fix.Action.Words()+". "+cut(f.Fix.Say, 600))
	if f.Waiver != nil {
		t.say("    ", "      ", waiverWords(f.Waiver))
	}
	t.say("    ", "      ", f.ID+"; "+t.report.Measured[f.Rule].Words())
}

func waiverWords(w *finding.Waiver) string {
	said := fmt.Sprintf("waived by %s until %s: %s", w.Owner, w.Until, w.Reason)
	if w.Lapsed != "" {
		said += "; LAPSED: " + w.Lapsed
	}
	return said
}

func (t *terminal) law(a *finding.AnswerReport, q *finding.SourceQuote) {
	section := t.sections.Quoted(a.Jurisdiction, q)
	text, spans := q.Text, []span{{0, len(q.Text)}}
	status := ""
	if section != nil {
		status = ", " + strings.ReplaceAll(string(section.Status), "_", " ")
		if found := quotedIn(section.Text, []finding.SourceQuote{*q}); len(found) > 0 {
			text, spans = section.Text, found
		}
	}
	if q.Part != "" {
		status += ", " + q.Part
	}
	t.say("    ", "      ", "§ "+q.Number+status)
	t.underline("    law    │ ", excerpt(text, spans, near))
}

// underline writes the segments folded, and a line of carets below each line
// that has marked words.
func (t *terminal) underline(margin string, parts []segment) {
	text, marks := flatten(parts)
	width := textWidth - utf8.RuneCountInString(margin)
	for _, s := range fold(text, width, width) {
		t.out.WriteString(margin + string(text[s.Start:s.End]) + "\n")
		margin = strings.Repeat(" ", utf8.RuneCountInString(margin)-2) + "│ "
		if carets := strings.TrimRight(string(marks[s.Start:s.End]), " "); carets != "" {
			t.out.WriteString(margin + carets + "\n")
		}
	}
}

// flatten gives the segments as one line and a caret or space for each of its
// characters.
func flatten(parts []segment) (text, marks []rune) {
	for _, part := range parts {
		sign := ' '
		if part.Mark {
			sign = '^'
		}
		for _, r := range flat(part.Text) {
			text, marks = append(text, r), append(marks, sign)
		}
	}
	return text, marks
}

// fold breaks text at spaces into lines of at most first characters, the later
// ones of at most rest; a longer word is broken.
func fold(text []rune, first, rest int) []span {
	var lines []span
	at := 0
	for room := first; len(text)-at > room; room = rest {
		end := at + room
		for end > at+room/2 && text[end] != ' ' {
			end--
		}
		if text[end] != ' ' {
			end = at + room
		}
		lines = append(lines, span{at, end})
		at = end
		if text[at] == ' ' {
			at++
		}
	}
	return append(lines, span{at, len(text)})
}

func (t *terminal) coverage() {
	t.space()
	if t.report.Coverage.Complete {
		t.say("", "  ", "Coverage is complete.")
	} else {
		t.say("", "  ", "Coverage is INCOMPLETE: nothing here proves that an answer is sound.")
	}
	for _, s := range t.report.Coverage.Sources {
		t.say("  ", "    ", fmt.Sprintf("%-8s %s %s (%s): %s%s", s.State, s.Jurisdiction, s.Title, s.ID, sectionsFound(&s), reasonAfter(s.Reason)))
	}
	for _, dead := range t.report.Coverage.Dead {
		t.say("  ", "    ", "not done: "+cut(dead, 400))
	}
}

func sectionsFound(s *finding.SourceCoverage) string {
	if s.Declared == nil {
		return finding.Plural(s.Sections, "section")
	}
	return fmt.Sprintf("%d of %d declared sections", s.Sections, *s.Declared)
}

func reasonAfter(reason string) string {
	if reason == "" {
		return ""
	}
	return "; " + cut(reason, 600)
}

func (t *terminal) changes() {
	for i := range t.report.Changes {
		c := &t.report.Changes[i]
		if i == 0 {
			t.space()
			t.say("", "  ", "Changes of law since the last run ([-struck-] {+added+}):")
		}
		t.say("  ", "    ", fmt.Sprintf("%s § %s %s: %s  %s", c.Jurisdiction, c.Number, cut(c.Catchline, 200), c.Kind, diffWords(c.Words)))
	}
	if printed := t.report.PrintedOtherwise(); printed != "" {
		t.space()
		t.say("", "  ", printed)
	}
	for _, s := range t.report.Stale {
		t.say("  ", "    ", fmt.Sprintf("stale: %s, by %s § %s: %s", s.Answer, s.Jurisdiction, s.Number, cut(s.Why, 400)))
	}
}

// diffWords says a word diff in one line, without colours.
func diffWords(parts []finding.DiffPart) string {
	var said []string
	for _, part := range parts {
		text := cut(strings.TrimSpace(part.Text), 3000)
		switch part.Op {
		case "insert":
			text = "{+" + text + "+}"
		case "delete":
			text = "[-" + text + "-]"
		}
		said = append(said, text)
	}
	return strings.Join(said, " ")
}
