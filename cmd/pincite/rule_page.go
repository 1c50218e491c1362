package main

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/tools/txtar"

	"github.com/pincite/pincite/audit/rules"
	"github.com/pincite/pincite/internal/statute"
)

// rulePage is a rule's page for its readers, in Markdown. In the file the two
// examples are cases of a test; here they are told: the law once, the answer, and
// what is found.
func rulePage(name string) (string, error) {
	page, err := rules.Page(name)
	if err != nil {
		return "", err
	}
	var t teller
	return example.ReplaceAllStringFunc(page, func(fenced string) string {
		return t.tell(txtar.Parse([]byte(example.FindStringSubmatch(fenced)[1])))
	}), nil
}

// example is a case of a page, with its fence.
var example = regexp.MustCompile("(?s)```txtar\n(.*?\n)```")

// teller tells one example after another, and remembers what was told.
type teller struct {
	law, question string
}

// tell is the example as prose under headings of the third depth.
func (t *teller) tell(a *txtar.Archive) string {
	var told []string
	say := func(paragraphs ...string) { told = append(told, paragraphs...) }
	say(whyOf(a))
	if law := part(a, "law"); law != t.law {
		say("### The law")
		say(sectionsOf(law)...)
		t.law = law
	} else {
		say("The law is that of the example above.")
	}
	say(circumstances(a)...)
	if question := part(a, "question"); question != t.question {
		say("### The question", strings.TrimSpace(question))
		t.question = question
	}
	say("### The answer")
	say(answerOf(part(a, "answer"))...)
	say("### What is found", foundIn(a))
	return strings.Join(told, "\n\n")
}

// part is a file of the example, "" where it has none.
func part(a *txtar.Archive, name string) string {
	for _, f := range a.Files {
		if f.Name == name {
			return string(f.Data)
		}
	}
	return ""
}

// whyOf is the case's own reason, as a sentence.
func whyOf(a *txtar.Archive) string {
	for line := range strings.Lines(string(a.Comment)) {
		if why, ok := strings.CutPrefix(line, "why: "); ok {
			return sentence(strings.TrimSpace(why))
		}
	}
	return ""
}

// sentence begins with a capital and ends with a stop, or with a quotation that has one.
func sentence(s string) string {
	if s == "" {
		return ""
	}
	s = strings.ToUpper(s[:1]) + s[1:]
	if strings.ContainsAny(s[len(s)-1:], ".?!") || strings.HasSuffix(s, "”") {
		return s
	}
	return s + "."
}

// sayings are the words for what a case tells in lines with a key: beside its name
// what the run knew, within its law what is no text of a section.
var sayings = map[string]string{
	"date": "The answer is audited for ", "gap": "Of the law, something is missing: ", "stale": "Since the answer was made, the law has changed: ",
	"failure": "A source could not be fetched: ", "judge": "A judge is configured: ",

	"history": "History: ", "note": "Editor's note: ", "effective": "It takes effect on ", "until": "It holds until ",
	"renumbered": "It stands now as § ", "doubt": "Its parse is in doubt: ", "fetched": "It was last fetched on ",
}

// said is a line with a key as a sentence; ok is false for any other line, and for
// one that is of no use to a reader.
func said(line string) (words string, ok bool) {
	key, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
	saying := sayings[key]
	if key == "stale" { // class, number, why
		_, value, _ = strings.Cut(value, " ")
		value = "§ " + strings.Replace(value, " ", ", ", 1)
	}
	return saying + strings.TrimSuffix(value, ".") + ".", saying != ""
}

// circumstances are what the case tells besides law and answer.
func circumstances(a *txtar.Archive) []string {
	var told []string
	for line := range strings.Lines(string(a.Comment)) {
		if words, ok := said(line); ok {
			told = append(told, words)
		}
	}
	for line := range strings.Lines(part(a, "judged")) {
		place, quote, _ := strings.Cut(strings.TrimSpace(line), " | ")
		if f := strings.Fields(place); len(f) == 3 { // claim, ref, verdicts
			verdicts := strings.ReplaceAll(strings.ReplaceAll(f[2], "_", " "), ",", ", then ")
			told = append(told, "The judge was asked about statement "+f[0]+" and ["+f[1]+"], said "+verdicts+", and quoted: “"+quote+"”")
		}
	}
	return told
}

// sectionHead is the first line of a section of a case's law: state, number and
// catchline, act, status.
var sectionHead = regexp.MustCompile(`^# (\w\w) (.*?) \| (.*?)(?: \| (\w+))?$`)

// sectionsOf are the paragraphs of a case's law. The state is named where it is not
// that of the first section.
func sectionsOf(law string) []string {
	var told []string
	home := ""
	for line := range strings.Lines(law) {
		line = strings.TrimSpace(line)
		if m := sectionHead.FindStringSubmatch(line); m != nil {
			if home == "" {
				home = m[1]
			}
			told = append(told, headOf(m, home))
		} else if words, ok := said(line); ok {
			told = append(told, words)
		} else if line != "" {
			told = append(told, line)
		}
	}
	return told
}

// headOf names a section: its number, catchline, act, and status where it is not
// simply in force.
func headOf(m []string, home string) string {
	about := m[3]
	if m[1] != home {
		about = statute.Jurisdiction(m[1]).Name() + ", " + about
	}
	switch m[4] {
	case "":
	case "former":
		about += "; as it stood before"
	default:
		about += "; " + strings.ReplaceAll(m[4], "_", " ")
	}
	return "§ " + m[2] + " (" + about + ")"
}

// answerOf are the paragraphs of the answer. The points of a list stay together, and
// its last line, the jurisdiction, stands behind its own heading.
func answerOf(text string) []string {
	text = strings.Replace(strings.TrimSpace(text), "\nJurisdiction\n", "\nJurisdiction: ", 1)
	var told []string
	listed := false
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		item := strings.HasPrefix(line, "- ")
		switch {
		case line == "":
		case item && listed:
			told[len(told)-1] += "\n" + line
		default:
			told = append(told, line)
		}
		listed = item
	}
	return told
}

// foundIn is what the rule says of the answer, severity and certainty first.
func foundIn(a *txtar.Archive) string {
	found := strings.TrimSpace(part(a, "found"))
	if found == "" {
		return "By this rule: nothing."
	}
	var told []string
	for line := range strings.Lines(found) {
		told = append(told, "- "+sentence(strings.TrimSpace(line)))
	}
	return strings.Join(told, "\n")
}

// pageLink is a link from one rule's page to another's.
var pageLink = regexp.MustCompile(`\[([a-z-]+)\]\([a-z_]+\.md\)`)

// forTerminal is a page whose links are names, which `pincite explain` takes, and whose
// lines are folded.
func forTerminal(page string) string {
	var out strings.Builder
	for line := range strings.Lines(pageLink.ReplaceAllString(page, "$1")) {
		out.WriteString(folded(strings.TrimSuffix(line, "\n")) + "\n")
	}
	return out.String()
}

// folded parts a line at blanks; the later lines of a point stand under its first word.
func folded(line string) string {
	const width = 88
	hang := ""
	if strings.HasPrefix(line, "- ") {
		hang = "  "
	}
	var out strings.Builder
	at := 0
	for i, word := range strings.Split(line, " ") {
		n := utf8.RuneCountInString(word)
		if i > 0 && at+1+n > width {
			out.WriteString("\n" + hang + word)
			at = len(hang) + n
			continue
		}
		if i > 0 {
			word, n = " "+word, n+1
		}
		out.WriteString(word)
		at += n
	}
	return out.String()
}
