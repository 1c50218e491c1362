package scrapers

import (
	"regexp"
	"strings"

	"github.com/pincite/pincite/internal/extract"
	"github.com/pincite/pincite/internal/statute"
)

// PublicResource reads the annotated codes that Public.Resource.Org transforms
// from the publishers' word-processor files: a title or chapter is one page.
//
// A section is an h3 whose id ends in its number: t75a2As75-65; in some releases a
// stub is a paragraph of the same class and id. Enumerators are
// not text, but the numbering of ordered lists; the irregular ones, (e1) and
// (2.5), are text in some releases and ids in others. Law ends at the first
// "History" or "Source", at an h4, or at a bold run-in that editors use; all
// behind it is annotation, and may be ten times the law. A second version of a
// number has an id that ends in .01, and its number is the heading's.
//
// Pages of AK, CO, GA, KY, MS, NC, ND, RI, TN, VA, VT and WY were seen. They differ in how the
// source note stands behind the law: headed in bold or not, as a paragraph, as one inside the last
// item of a list, or in brackets behind its last words (source_note.go).
var PublicResource = add(Layout{
	Name:  "public-resource",
	About: "annotated codes published by Public.Resource.Org: a title on one page, enumerators as list numbering",
	Fits:  fitsPublicResource,
	Parse: parsePublicResource,
})

// transformID is the id of a section's heading.
var transformID = atStart(`^t[0-9IVXL]+[A-Za-z0-9.-]*s[0-9][0-9A-Za-z.:-]*$`)

func fitsPublicResource(doc *extract.Document) bool {
	for i := range doc.Lines {
		l := &doc.Lines[i]
		if l.Class == "transformation" || l.Tag == "h3" && transformID.MatchString(l.ID) {
			return true
		}
	}
	return false
}

// transform is where a reader of such a page stands.
type transform struct {
	state role
	// sole is set where "History" stood alone and its note comes next.
	sole bool
}

func parsePublicResource(doc *extract.Document, j statute.Jurisdiction) (statute.Document, error) {
	t := &transform{state: skipped}
	parsed := assemble(doc, j, false, t.read)
	if parsed.Title == "" || !strings.Contains(parsed.Title, " ") {
		parsed.Title = firstHeading(doc)
	}
	return parsed, nil
}

// firstHeading is the text of the page's h1, "" for a page without one.
func firstHeading(doc *extract.Document) string {
	for i := range doc.Lines {
		if doc.Lines[i].Tag == "h1" {
			return doc.Lines[i].Text
		}
	}
	return ""
}

func (t *transform) read(l *extract.Line) mark {
	switch {
	case l.Class == "transformation":
		return mark{role: skipped}
	case l.Tag == "h1" || l.Tag == "h2":
		return t.place(l)
	case l.Tag == "h3", l.Tag == "p" && l.Class == "section" && transformID.MatchString(l.ID):
		return t.heading(l)
	case l.Tag == "h4" || l.Tag == "h5" || l.Tag == "h6":
		return t.note(l)
	case inList(l, "ul.leaders"):
		return t.entry(l)
	}
	return t.body(l)
}

// inList reports whether a line stands in a list whose title begins so.
func inList(l *extract.Line, title string) bool {
	for _, step := range l.Path {
		if strings.HasPrefix(step, title) {
			return true
		}
	}
	return false
}

// place is a title, chapter, article or part; its depth stands in the class, or
// is the number of parts of its id.
func (t *transform) place(l *extract.Line) mark {
	t.state, t.sole = skipped, false
	if l.Tag == "h1" {
		return mark{role: place1, level: 1, text: l.Text}
	}
	level := 2
	switch {
	case strings.HasPrefix(l.Class, "two"):
		level = 3
	case strings.HasPrefix(l.Class, "three"):
		level = 4
	case strings.HasPrefix(l.Class, "four"):
		level = 5
	case !strings.HasPrefix(l.Class, "one"):
		level = 1 + max(1, len(idParts.FindAllString(l.ID, -1)))
	}
	return mark{role: place1, level: level, text: l.Text}
}

// idParts are the parts of an id behind its title: c51-04, a01, p02.
var idParts = regexp.MustCompile(`(?:sc|sp|c|a|p|r)[0-9]+[A-Z]*(?:-[0-9]+[A-Z]?)*(?:\.[0-9]+)?`)

func (t *transform) heading(l *extract.Line) mark {
	no, catchline, ok := splitHeading(l.Text)
	if !ok {
		t.state = annotation
		return mark{role: annotation, text: l.Text}
	}
	t.state, t.sole = law, false
	return mark{role: heading, number: no, catchline: catchline}
}

// note is the heading of an annotation, or "Source:", which opens the history.
func (t *transform) note(l *extract.Line) mark {
	if historyOpening.MatchString(l.Text) {
		t.state = history
		return t.history(l.Text)
	}
	t.state = annotation
	return mark{role: annotation, text: l.Text}
}

// entry is a line of a table of contents. Ranges and stubs are listed there and
// may have no heading of their own.
func (t *transform) entry(l *extract.Line) mark {
	if t.state != skipped {
		return mark{role: annotation, text: l.Text}
	}
	no, catchline, ok := splitHeading(l.Text)
	if !ok || !strings.ContainsAny(no, "-.:") && !strings.HasPrefix(l.Text, "§") {
		return mark{role: entry} // a chapter, an article
	}
	stub := coversRange(catchline) || rangeSigns.MatchString(l.Text) || statusTail(catchline) != ""
	return mark{role: entry, expect: no, stub: stub}
}

// rangeSigns open an entry for several sections.
var rangeSigns = atStart(`^(?:§§|Secs\.|Sections )`)

// The openings of what is not law. historyOpening is the publisher's source
// note; noteOpening are the editors' run-ins, in bold or as plain paragraphs.
var (
	historyOpening = atStart(`^(?i:History(?: of Section)?|Source|HISTORY)\s*(?:[:.]|$)`)
	noteOpening    = atStart(`^(?:(?:Editor|Compiler|Annotator|Revisor|Reviser|Publisher)[’']?s[’']? [Nn]otes?|(?:EDITOR|COMPILER)[’']?S NOTES?|Cross[ -][Rr]eferences?|CROSS[ -]REFERENCES?|Legal Periodicals|Law [Rr]eviews?|Effect of (?:[Aa]mendments?|the [A-Z0-9])|Effective [Dd]ates?|Amendment [Nn]otes?|Amendments?|Collateral [Rr]eferences|Administrative Code|Opinions of (?:the )?[Aa]ttorney [Gg]eneral|Legislative (?:[Hh]istory|[Ii]ntent|Research)[A-Za-z ]*|Comparative [Ll]egislation|Prior [Ll]aws?|Code [Cc]ommission[A-Za-z ]*|Research [Rr]eferences[A-Za-z ]*|Judicial [Dd]ecisions|Notes to [Dd]ecisions|Case [Nn]otes|CASE NOTES|NOTES TO DECISIONS|ANNOTATIONS?|Official [Cc]omments?|OFFICIAL COMMENTS?|Textbooks|Section to [Ss]ection [Rr]eferences|The \d{4} (?:\([^)]*\) )?amendments?)\b`)
	// plainNote are those that no law opens with, whatever their type.
	plainNote = atStart(`^(?:(?:Editor|Compiler|Annotator|Revisor|Reviser|Publisher)[’']?s[’']? [Nn]otes?|Cross[ -]References?|Law Reviews?|Textbooks)\.\s+[A-Z§]`)
	// revised is a whole paragraph in which the revisor tells what became of words,
	// numbered like law in some releases.
	revised       = regexp.MustCompile(`^(?:Amendments to|Subsections? \().*\b(?:was|were|been) (?:harmonized|(?:re)?lettered|(?:re)?numbered|relocated)\b.*\.$`)
	lonelyNote    = atStart(`^(?:Note|NOTE)\.$`)
	editorBracket = regexp.MustCompile(`\s*\[\s*(?:Editor|Compiler|Revisor|Publisher)[’']s [Nn]ote:[^\]]*\]\s*`)
)

// body is a paragraph, list item or cell.
func (t *transform) body(l *extract.Line) mark {
	switch {
	case t.state == skipped:
		return mark{role: skipped}
	case t.state == history && t.sole && (!leadIsBold(l) || sourceLike(l.Text)):
		t.state, t.sole = annotation, false
		return mark{role: history, text: l.Text}
	case t.state == law && historyOpening.MatchString(l.Text) && (leadIsBold(l) || historyOpening.FindString(l.Text) == l.Text || headsSource(l.Text)):
		t.state = history
		return t.history(l.Text)
	case t.state == law && l.Tag == "p" && l.Label == "" && isSourceNote(l.Text):
		t.state = annotation
		return mark{role: history, text: l.Text}
	case t.state == law && revised.MatchString(l.Text):
		return mark{role: annotation, text: l.Text}
	case t.state == law && opensNote(l):
		t.state = annotation
	case t.state == law:
		return t.law(l)
	}
	t.state = annotation
	return mark{role: annotation, text: l.Text}
}

// law is a paragraph of it, without the editors' words and the source note at its end.
func (t *transform) law(l *extract.Line) mark {
	text, source := lawThenSource(l.Text)
	m := lawWithoutNotes(text)
	if m.history = source; source != "" {
		t.state = annotation
	}
	return m
}

// history takes the note behind its opening, or waits for it.
func (t *transform) history(text string) mark {
	rest := strings.TrimSpace(historyOpening.ReplaceAllString(text, ""))
	t.sole = rest == ""
	if t.sole {
		return mark{role: history}
	}
	t.state = annotation
	return mark{role: history, text: rest}
}

// leadIsBold reports whether the line opens in bold.
func leadIsBold(l *extract.Line) bool {
	return strings.TrimSpace(l.Lead(func(r extract.Run) bool { return r.Bold })) != ""
}

// opensNote tells an editor's note from law. Law may open in bold too: irregular
// enumerators, headings of forms. So the words decide, and they must be bold or
// be followed by a dash.
func opensNote(l *extract.Line) bool {
	found := noteOpening.FindString(l.Text)
	if found == "" {
		return lonelyNote.MatchString(l.Text) && l.Bold()
	}
	rest := strings.TrimLeft(l.Text[len(found):], ".: ")
	return leadIsBold(l) || plainNote.MatchString(l.Text) || rest == "" || strings.HasPrefix(rest, "- ") || strings.HasPrefix(rest, "— ")
}

// lawWithoutNotes takes an editor's bracket out of a paragraph of law.
func lawWithoutNotes(text string) mark {
	text = strings.TrimSpace(strings.TrimSuffix(text, "Click to view")) // the words of a link to a picture
	if !strings.Contains(text, "[") || !strings.Contains(text, "ote:") {
		return mark{role: law, text: text}
	}
	m := mark{role: law, text: strings.TrimSpace(editorBracket.ReplaceAllString(text, " "))}
	for _, note := range editorBracket.FindAllString(text, -1) {
		m.notes = append(m.notes, strings.TrimSpace(note))
	}
	return m
}
