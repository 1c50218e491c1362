package answers

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pincite/pincite/internal/statute"
)

// compose writes the published form.
func (r *reading) compose(j statute.Jurisdiction, chosen []passage) Made {
	made := Made{Bound: map[statute.Ref]statute.Key{}, Search: r.record()}
	sections := sectionsOf(chosen)
	var text strings.Builder
	fmt.Fprintf(&text, "%s\n%s\n", asked(r.question.Text), r.title(j, sections))
	for _, c := range sections {
		if len(sections) > 1 {
			fmt.Fprintf(&text, "## %s\n", heading(c.held))
		}
		writeSection(&text, c.held, chosen)
		made.Bound[c.held.Ref] = c.held.Key()
	}
	text.WriteString("Source(s):\n")
	for _, c := range sections {
		fmt.Fprintf(&text, "- [%s] %s\n", c.held.Ref, listed(c.held))
	}
	fmt.Fprintf(&text, "Jurisdiction\n%s\n", j.Name())
	made.Text, made.DependsOn = text.String(), r.dependencies(sections)
	return made
}

// asked makes the question one line that ends in a question mark.
func asked(question string) string {
	return strings.TrimRight(strings.Join(strings.Fields(question), " "), "?. ") + "?"
}

// title names what the answer is about: the topics that it speaks of.
func (r *reading) title(j statute.Jurisdiction, sections []*candidate) string {
	var spoken []string
	for _, t := range r.topics {
		if len(r.question.Topics) > 0 && len(spoken) < 3 && slices.ContainsFunc(sections, func(c *candidate) bool { return c.speaks(t) }) {
			spoken = append(spoken, t.text)
		}
	}
	if len(spoken) == 0 {
		return "The law of " + j.Name() + " on this question"
	}
	return capital(enumerate(spoken)) + " in " + inProse(j)
}

// inProse is the name as a sentence has it.
func inProse(j statute.Jurisdiction) string {
	if name := j.Name(); strings.HasPrefix(name, "District") || strings.HasPrefix(name, "United") {
		return "the " + name
	}
	return j.Name()
}

func enumerate(all []string) string {
	if len(all) < 2 {
		return strings.Join(all, "")
	}
	return strings.Join(all[:len(all)-1], ", ") + " and " + all[len(all)-1]
}

// heading names a section above what it says.
func heading(h *statute.Held) string {
	if h.Catchline == "" {
		return "Section " + number(h)
	}
	return strings.TrimRight(h.Catchline, ". ") + " (Section " + number(h) + ")"
}

// number is the section's number without an editor's brackets, which would look
// like a marker.
func number(h *statute.Held) string { return strings.Trim(h.Number, "[]") }

// listed is the line of the Source(s) list.
func listed(h *statute.Held) string {
	if h.Catchline == "" {
		return number(h) + "."
	}
	return number(h) + ". " + strings.TrimRight(h.Catchline, ". ") + "."
}

// writeSection writes the passages of one section: sentences of one paragraph
// together, lists apart.
func writeSection(text *strings.Builder, h *statute.Held, chosen []passage) {
	last := -1
	for _, p := range chosen {
		if p.c.held != h {
			continue
		}
		if last >= 0 {
			text.WriteString(separator(last == p.paragraph && p.items == nil))
		}
		last = p.paragraph
		if p.items != nil {
			writeList(text, h, p.provision)
			last = -2 - p.paragraph
			continue
		}
		text.WriteString(statement(h, p.provision))
	}
	if last >= 0 {
		text.WriteString("\n")
	}
}

func separator(same bool) string {
	if same {
		return " "
	}
	return "\n"
}

func writeList(text *strings.Builder, h *statute.Held, p *provision) {
	fmt.Fprintf(text, "%s [%s]:\n", capital(standalone(h, p.outer, p.text)), h.Ref)
	for i, item := range p.items {
		end := tail.FindString(item)
		body := strings.TrimRight(strings.TrimSuffix(item, end), ".;, ")
		if i == len(p.items)-1 || end == "" {
			end = "."
		}
		fmt.Fprintf(text, "- %s [%s]%s\n", standalone(h, p.outer, body), h.Ref, end)
	}
}

// statement is a sentence with its marker before the full stop.
func statement(h *statute.Held, p *provision) string {
	body := strings.TrimRight(standalone(h, p.outer, p.text), ".;:, ")
	return fmt.Sprintf("%s [%s].", capital(body), h.Ref)
}

func capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}

var (
	thisPart    = regexp.MustCompile(`\b[Tt]his (subsection|subdivision)\b(?: of this section\b)?`)
	thisSection = regexp.MustCompile(`\b(T|t)his section\b`)
	thisOuter   = regexp.MustCompile(`\b[Tt]his ((?i:chapter|subchapter|article|title|part))\b`)
	brackets    = strings.NewReplacer("[.]", ".", "[,]", ",", "[", "(", "]", ")", "  ", " ")
)

// standalone mends what the words lose outside their section: "this section" is
// named, and the publisher's square brackets, which would look like markers,
// become round ones.
func standalone(h *statute.Held, outer, text string) string {
	text = brackets.Replace(text)
	if outer != "" {
		text = thisPart.ReplaceAllString(text, "${1} "+outer+" of Section "+number(h))
	}
	text = thisSection.ReplaceAllLiteralString(text, "Section "+number(h))
	return thisOuter.ReplaceAllStringFunc(text, func(this string) string {
		if name := named(h, strings.Fields(this)[1]); name != "" {
			return name
		}
		return this
	})
}

// named finds the number of the chapter, article or title that a section stands
// in: "Chapter 51-30".
func named(h *statute.Held, kind string) string {
	for _, level := range slices.Backward(h.Hierarchy) {
		parts := strings.Fields(level)
		if len(parts) > 1 && strings.EqualFold(parts[0], kind) && strings.ContainsAny(parts[1], "0123456789") {
			return capital(strings.ToLower(kind)) + " " + strings.TrimRight(parts[1], ".:")
		}
	}
	return ""
}
