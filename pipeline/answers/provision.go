package answers

import (
	"regexp"
	"strings"

	"github.com/pincite/pincite/internal/statute"
)

// provision is a stretch of a section that can be quoted on its own: a sentence,
// or a lead-in with the items that complete it.
type provision struct {
	// paragraph counts the section's paragraphs, sentence those within one.
	paragraph, sentence int
	// text is a whole sentence, or the lead-in without its colon.
	text string
	// items complete a lead-in; nil for a sentence. What is nested in an item is
	// part of its text.
	items []string
	// outer is the label of the outermost subsection it stands in, "" where
	// there is none.
	outer string
	// words are those of whole, folded.
	words []string
}

// whole is everything the provision says.
func (p *provision) whole() string {
	if p.items == nil {
		return p.text
	}
	return p.text + ": " + strings.Join(p.items, " ")
}

// paragraph is one line of a section's text. Depth counts the subsections it
// stands in.
type paragraph struct {
	text, outer string
	depth       int
}

// enumerator is the label that opens a paragraph: "(a)(1)", "A.", "(e1)".
var enumerator = regexp.MustCompile(`^(?:(?:\((?:[A-Za-z]{1,2}\d?|[ivxlIVXL]{1,6}|\d{1,3}[A-Za-z]?)(?:[-.]\d+)?\))+|(?:[A-Z]|\d{1,3}|[ivx]{1,5}|[IVX]{1,5})\.)\s+`)

func paragraphs(s *statute.Section) []paragraph {
	var all []paragraph
	start := 0
	for text := range strings.SplitSeq(s.Text, "\n") {
		p := paragraph{text: unlabelled(text)}
		for _, sub := range s.Subsections {
			if sub.Start <= start && start < sub.End {
				if p.depth++; p.depth == 1 {
					p.outer = sub.Label
				}
			}
		}
		if p.text != "" {
			all = append(all, p)
		}
		start += len(text) + 1
	}
	return all
}

// unlabelled takes the enumerators off: out of their section they name nothing.
func unlabelled(text string) string {
	text = strings.TrimSpace(text)
	for {
		label := enumerator.FindString(text)
		if label == "" {
			return text
		}
		text = text[len(label):]
	}
}

// provisions takes a section apart, in its order.
func provisions(s *statute.Section) []provision {
	var all []provision
	lines := paragraphs(s)
	for i := 0; i < len(lines); i++ {
		parts := sentences(lines[i].text)
		for n, text := range parts {
			all = append(all, provision{paragraph: i, sentence: n, text: text, outer: lines[i].outer})
		}
		if len(parts) == 0 || !leads(parts[len(parts)-1]) {
			continue
		}
		count := itemLines(lines[i:])
		last := &all[len(all)-1]
		last.items = items(lines[i+1 : i+1+count])
		last.text = strings.TrimRight(last.text, ":—– ")
		if last.items == nil {
			all = all[:len(all)-1] // a lead-in whose items are elsewhere says nothing
		}
		i += count
	}
	return all
}

// leads tells a text that its items complete from a whole sentence.
func leads(text string) bool {
	text = strings.TrimRight(text, `"”’)]`)
	return text != "" && !strings.ContainsAny(text[len(text)-1:], ".?!;")
}

// itemLines counts the lines after a lead-in that complete it: the deeper ones,
// or where nothing is numbered those that a semicolon joins.
func itemLines(lines []paragraph) int {
	n := 0
	for _, line := range lines[1:] {
		joined := n == 0 || continues(lines[n].text)
		if line.depth <= lines[0].depth && !(lines[0].depth == 0 && lines[1].depth == 0 && joined) {
			break
		}
		n++
	}
	return n
}

// continues tells that an item is not the last one.
var tail = regexp.MustCompile(`(?:[;,]\s*(?:and|or|and/or|but)?|\s(?:and|or))$`)

func continues(item string) bool { return tail.MatchString(item) }

// items joins what is nested to the item that it stands in.
func items(lines []paragraph) []string {
	var all []string
	for _, line := range lines {
		if len(all) > 0 && line.depth > lines[0].depth {
			all[len(all)-1] += " " + line.text
			continue
		}
		all = append(all, line.text)
	}
	return all
}
