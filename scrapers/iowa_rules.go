package scrapers

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/pincite/pincite/internal/extract"
	"github.com/pincite/pincite/internal/statute"
)

// The court rules of Iowa come as a PDF a chapter: contents on the first pages,
// then "Rule 45.1 Catchline. Text" with the catchline in bold, subrules
// "45.2(1)", a source note "[Court Order April 20, 2005, …]", and in some
// chapters a "Comment" that binds nobody.

// iowaRunningHead stands on every page: "October 2025 CLIENT TRUST ACCOUNT
// RULES Ch 45, p.1", turned round on even pages.
var iowaRunningHead = regexp.MustCompile(`(?:\bCh [0-9]+, p\.[0-9ivxlc]+$|^Ch [0-9]+, p\.[0-9ivxlc]+\b)`)

// fitsIowaRules wants the chapter's number at the top and rules of that
// chapter, or a running head.
func fitsIowaRules(doc *extract.Document) bool {
	chapter := ""
	for i := range opening(doc) {
		l := &doc.Lines[i]
		if iowaRunningHead.MatchString(l.Text) {
			return true
		}
		if m := iowaChapter.FindStringSubmatch(l.Text); m != nil && chapter == "" {
			chapter = m[1]
		}
		if m := iowaRule.FindStringSubmatch(l.Text); m != nil && chapter != "" {
			return strings.HasPrefix(m[1], chapter+".") || strings.HasPrefix(m[1], chapter+":")
		}
	}
	return false
}

// iowaRule opens a rule: "Rule 45.1", "Rule 51:1.1:", "Rules 4.1 to 4.99".
var iowaRule = atStart(`^Rules? ([0-9]+[A-Z]?(?::[0-9]+)?\.[0-9]+[A-Z]?)((?:,? (?:and|through|to) [0-9]+[A-Z]?(?::[0-9]+)?\.[0-9]+[A-Z]?)?)[.:]?(?:\s+|$)`)

func parseIowaRules(doc *extract.Document, j statute.Jurisdiction) (statute.Document, error) {
	if isReserved(doc) {
		return statute.Document{}, fmt.Errorf("the chapter is reserved: it holds no rule")
	}
	c := &iowaRules{body: iowaBody(doc), block: blockOf(doc)}
	d := assemble(labelled(doc), j, true, c.line)
	d.Kind = statute.Rules
	return d, nil
}

// isReserved tells a chapter of one page that says no more than that.
func isReserved(doc *extract.Document) bool {
	if len(doc.Lines) == 0 || len(doc.Lines) > 5 {
		return false
	}
	last := doc.Lines[len(doc.Lines)-1].Text
	return strings.EqualFold(strings.Trim(last, "[]. "), "reserved")
}

// iowaBody is the page on which the rules begin: the last that bears the
// chapter's number. The first is the contents'.
func iowaBody(doc *extract.Document) int {
	page, chapter := 1, ""
	for i := range doc.Lines {
		l := &doc.Lines[i]
		if m := iowaChapter.FindStringSubmatch(l.Text); m != nil && (chapter == "" || chapter == m[1]) {
			page, chapter = l.Page, m[1]
		}
	}
	return page
}

// labelled gives the subrules their labels: "45.2(1)" is subsection (1) of 45.2.
func labelled(doc *extract.Document) *extract.Document {
	lines := append([]extract.Line(nil), doc.Lines...)
	for i := range lines {
		if m := iowaSubrule.FindStringSubmatch(lines[i].Text); m != nil {
			lines[i].Label = m[1]
		}
	}
	copied := *doc
	copied.Lines = lines
	return &copied
}

// iowaSubrule opens a subrule; a reference to one goes on with a comma or a
// full stop, or stands in bold nowhere.
var iowaSubrule = atStart(`^[0-9]+[A-Z]?\.[0-9]+[A-Z]?(\([0-9]+\)) [A-Z“]`)

// iowaRules knows where in a chapter of rules it is.
type iowaRules struct {
	// body is the page on which the rules begin; block is the width of the text.
	body  int
	block block
	iowaRulesAt
}

// iowaRulesAt is what a heading resets.
type iowaRulesAt struct {
	// begun is set by the first rule.
	begun bool
	// title is set while a catchline may go on in the next line, note while a
	// source note's bracket is open, noted behind it, comment from a comment to
	// the next rule.
	title, note, noted, comment bool
	place                       string
	level                       int
	last                        string
}

func (c *iowaRules) line(l *extract.Line) mark {
	defer func() { c.last = l.Text }()
	switch {
	case iowaRunningHead.MatchString(l.Text):
		return mark{role: skipped}
	case l.Page < c.body:
		return c.contents(l)
	}
	if m := iowaRule.FindStringSubmatch(l.Text); m != nil {
		return c.rule(l, m)
	}
	return c.within(l)
}

// contents reads an entry; the second line of a long one says nothing new.
func (c *iowaRules) contents(l *extract.Line) mark {
	if m := iowaRule.FindStringSubmatch(l.Text); m != nil {
		return mark{role: entry, expect: m[1]}
	}
	return mark{role: skipped}
}

// rule opens a rule. A reference at the start of a line, "Rule 34.20(1)
// governs", has no blank behind its number and no bold.
func (c *iowaRules) rule(l *extract.Line, m []string) mark {
	lead := l.Lead(func(r extract.Run) bool { return r.Bold })
	rest := strings.TrimSpace(l.Text[len(m[0]):])
	if len(lead) < len(strings.TrimSpace(m[0])) && !stubOpening.MatchString(rest) {
		return c.within(l)
	}
	c.iowaRulesAt = iowaRulesAt{begun: true, title: len(lead) == len(l.Text)}
	catchline, text := rest, ""
	if len(lead) >= len(m[0]) && !c.title && !stubOpening.MatchString(rest) {
		catchline, text = strings.TrimSpace(lead[len(m[0]):]), strings.TrimSpace(l.Text[len(lead):])
	}
	return mark{role: heading, number: m[1], catchline: strings.TrimSpace(m[2] + " " + catchline), text: text}
}

// within reads a line between two headings.
func (c *iowaRules) within(l *extract.Line) mark {
	if m, ok := c.division(l); ok {
		return m
	}
	c.place = ""
	switch {
	case c.titleGoesOn(l):
		return c.goesOn(l)
	case c.note || iowaOrder.MatchString(l.Text):
		c.note = !strings.HasSuffix(l.Text, "]")
		c.title, c.noted = false, !c.note
		return mark{role: history, text: l.Text}
	case iowaComment.MatchString(l.Text), c.comment, c.noted && iowaRemark.MatchString(l.Text):
		c.title, c.comment = false, true
		return mark{role: annotation, text: l.Text}
	}
	c.title, c.noted = false, false
	if at := iowaOrderWithin.FindStringIndex(l.Text); at != nil && c.begun {
		c.note = !strings.HasSuffix(l.Text, "]")
		c.noted = !c.note
		return mark{role: law, text: l.Text[:at[0]+1], history: l.Text[at[0]+2:]}
	}
	if !c.begun { // a preamble, a list of terms: they have no number
		return mark{role: annotation, text: l.Text}
	}
	return mark{role: law, text: l.Text}
}

// iowaComment opens the comments of a rule: a line of its own, which is missing
// here and there, or the number of the first.
var iowaComment = atStart(`^(?:Comments?$|\[1\] )`)

// iowaRemark is the editor's line behind a source note.
var iowaRemark = atStart(`^(?:See |NOTE|Note|\*|Editor|Th(?:is|ese) rules? (?:is|are) intended to implement )`)

// titleGoesOn tells the second line of a catchline from law in bold: a catchline
// ends in a full stop, or is in capitals throughout.
func (c *iowaRules) titleGoesOn(l *extract.Line) bool {
	lead := l.Lead(func(r extract.Run) bool { return r.Bold })
	if !c.title || lead == "" || iowaSubrule.MatchString(l.Text) || strings.HasSuffix(c.last, ".") {
		return false
	}
	return isUpper(withoutRule(c.last)) == isUpper(l.Text)
}

// withoutRule is a line of a catchline without "Rule 51:3.7:" before it.
func withoutRule(line string) string {
	if opening := iowaRule.FindString(line); opening != "" {
		return line[len(opening):]
	}
	return line
}

// isUpper reports whether all letters are capitals; a text without any is not.
func isUpper(text string) bool {
	return text == strings.ToUpper(text) && text != strings.ToLower(text)
}

// goesOn is the second line of a catchline.
func (c *iowaRules) goesOn(l *extract.Line) mark {
	lead := l.Lead(func(r extract.Run) bool { return r.Bold })
	c.title = len(lead) == len(l.Text)
	return mark{role: catch, catchline: strings.TrimSpace(lead), text: strings.TrimSpace(l.Text[len(lead):])}
}

var iowaOrder = atStart(`^\[(?:Court Order|Report|Adopted|Prior to|Order)\b`)

// iowaOrderWithin is a source note that begins behind the last words of a rule.
var iowaOrderWithin = regexp.MustCompile(`[.:;] \[(?:Court Order|Report) `)

var iowaRulesDivision = atStart(`^(CHAPTER|DIVISION|CANON|PREAMBLE|SCOPE|TERMINOLOGY|APPLICATION)\b(?: [0-9IVXLC]+)?$`)

// division reads a centred heading and its title in capitals. A form within a rule
// has such lines too, but not in bold and not behind the rule's source note.
func (c *iowaRules) division(l *extract.Line) (mark, bool) {
	if !c.block.centres(l) {
		return mark{}, false
	}
	capitals := isUpper(l.Text)
	if m := iowaRulesDivision.FindStringSubmatch(l.Text); m != nil {
		c.iowaRulesAt = iowaRulesAt{begun: c.begun, place: l.Text, level: 4}
		if m[1] == "CHAPTER" {
			c.level = 3
		}
		return mark{role: place1, level: c.level, text: c.place}, true
	}
	if capitals && (c.place != "" || l.Bold() || c.noted) {
		if c.place == "" {
			c.level = 5
		}
		c.place = strings.TrimSpace(c.place + " " + l.Text)
		return mark{role: place1, level: c.level, text: c.place}, true
	}
	return mark{}, false
}
