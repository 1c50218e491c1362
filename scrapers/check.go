package scrapers

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/pincite/pincite/internal/extract"
	"github.com/pincite/pincite/internal/statute"
)

// Parse reads a document by the layout of that name and proves the result. An
// error means that the document holds no law, and says what it is instead; what
// speaks against a result stands in its Checks.
func Parse(name string, doc *extract.Document, j statute.Jurisdiction) (statute.Document, error) {
	layout, err := Named(name)
	if err != nil {
		return statute.Document{}, err
	}
	if len(doc.Lines) == 0 {
		return statute.Document{}, fmt.Errorf("%s holds no text: look at the page in a browser", doc.Name)
	}
	if reason := notThePage(doc); reason != "" {
		return statute.Document{}, fmt.Errorf("%s is no statute page: %s; fetch it again later, or by hand", doc.Name, reason)
	}
	if notes := notesOfDecisions(doc); notes > 1 {
		return statute.Document{}, fmt.Errorf("%s holds annotations and no law: %d of its headings are notes of decisions; configure the statute's own page", doc.Name, notes)
	}
	parsed, err := layout.Parse(doc, j)
	if err != nil {
		return statute.Document{}, fmt.Errorf("%s by layout %s: %w", doc.Name, name, err)
	}
	if len(parsed.Sections) == 0 {
		return statute.Document{}, fmt.Errorf("%s by layout %s: no section found in %d lines; is it an index page, or another publisher's?", doc.Name, name, len(doc.Lines))
	}
	return parsed, nil
}

// robotPages are marks of pages that stand in for the page asked for.
var robotPages = regexp.MustCompile(`(?i)(verify (?:that )?you are (?:a )?human|are you a robot|complete the captcha|recaptcha|enable javascript and cookies to continue|checking your browser before|access denied|unusual traffic|request unsuccessful\. incapsula|please (?:sign|log) in to continue|session has (?:expired|timed out)|404 not found|page not found|503 service unavailable|temporarily unavailable|under maintenance)`)

// notThePage tells a captcha, a login and an error page from law: they are short
// and say so.
func notThePage(doc *extract.Document) string {
	if len(doc.Lines) > 60 {
		return ""
	}
	for i := range doc.Lines {
		if found := robotPages.FindString(doc.Lines[i].Text); found != "" {
			return fmt.Sprintf("it says %q", found)
		}
	}
	if found := robotPages.FindString(doc.Title); found != "" {
		return fmt.Sprintf("its title says %q", found)
	}
	return ""
}

// decisions head what is a book of annotations where no law stands before it.
var decisions = atStart(`^(?:NOTES OF DECISIONS|LAW REVIEW CITATIONS|ATTY\. GEN\. OPINIONS)$`)

// notesOfDecisions counts the headings of a page that is annotations from end to
// end: several to every hundred lines. A code that carries annotations has other
// headings, or law between them.
func notesOfDecisions(doc *extract.Document) int {
	n := 0
	for i := range doc.Lines {
		if decisions.MatchString(doc.Lines[i].Text) {
			n++
		}
	}
	if n*20 < len(doc.Lines) {
		return 0
	}
	return n
}

// check states what a parse found and what speaks against it.
func check(b *book, doc *extract.Document) statute.Checks {
	c := statute.Checks{
		Found: len(b.sections), OrphanLines: b.orphans, Lines: b.lines, DoubtfulPages: doc.DoubtfulPages,
		Missing: []string{}, Gaps: []string{}, Repeats: []string{}, OutOfOrder: []string{}, Doubts: []string{},
	}
	c.Doubts = append(c.Doubts, doc.Doubts...)
	contents(&c, b)
	sequence(&c, b)
	if c.Lines > 20 && c.OrphanLines*5 > c.Lines {
		c.Doubts = append(c.Doubts, fmt.Sprintf("%d of %d lines belong to no section", c.OrphanLines, c.Lines))
	}
	mojibake(&c, b.sections)
	cutOff(&c, b.sections)
	confide(&c, b)
	return c
}

// contents holds the sections against the table of contents. A number that it
// lists twice has two versions in force by date.
func contents(c *statute.Checks, b *book) {
	total := len(b.declared) + b.stubs
	if total == 0 {
		return
	}
	c.TOCDeclared = &total
	declared, found := counts(b.declared), map[string]int{}
	for i := range b.sections {
		found[b.sections[i].Number]++
	}
	for _, no := range sortedKeys(declared) {
		if found[no] < declared[no] && !inRange(no, b.sections) {
			c.Missing = append(c.Missing, no)
		}
	}
	if n := len(c.Missing); n > 0 {
		c.Doubts = append(c.Doubts, fmt.Sprintf("%d sections of the table of contents were not found: %s", n, some(c.Missing)))
	}
}

func counts(all []string) map[string]int {
	n := map[string]int{}
	for _, s := range all {
		n[s]++
	}
	return n
}

func sortedKeys(m map[string]int) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, compareNumbers)
	return keys
}

// anyNumber finds a section number.
var anyNumber = regexp.MustCompile(number)

// inRange reports whether a stub speaks for the number: "75-5 through 75-7".
func inRange(no string, sections []statute.Section) bool {
	for i := range sections {
		s := &sections[i]
		if s.Status == statute.InForce || !coversRange(s.Catchline) {
			continue
		}
		last := anyNumber.FindString(dashes.Replace(rangeTail.FindString(s.Catchline)))
		if compareNumbers(s.Number, no) <= 0 && compareNumbers(no, last) <= 0 {
			return true
		}
	}
	return false
}

// sequence looks for repeats, for numbers out of order, and for gaps in a run of
// consecutive numbers. A table of contents that has the same gaps and the same
// order explains them.
func sequence(c *statute.Checks, b *book) {
	for i := range b.sections {
		s := &b.sections[i]
		if s.Occurrence > 1 {
			c.Repeats = append(c.Repeats, s.Number)
		}
		if i > 0 && backwards(b.sections[i-1].Number, s.Number) {
			c.OutOfOrder = append(c.OutOfOrder, s.Number)
		}
	}
	if len(b.declared) == 0 {
		gaps(c, b.sections)
	}
	if late := disordered(b, c.OutOfOrder); len(late) > 0 {
		c.Doubts = append(c.Doubts, fmt.Sprintf("%d sections are out of order: %s", len(late), some(late)))
	}
}

// disordered gives the numbers that the table of contents has in another order;
// without one, those that count backwards.
func disordered(b *book, backwards []string) []string {
	if len(b.declared) == 0 {
		return backwards
	}
	place := map[string]int{}
	for i, no := range b.declared {
		place[no] = i
	}
	last := -1
	var late []string
	for i := range b.sections {
		at, listed := place[b.sections[i].Number]
		if !listed || b.sections[i].Occurrence > 1 {
			continue
		}
		if at < last {
			late = append(late, b.sections[i].Number)
		}
		last = max(last, at)
	}
	return late
}

// gaps looks for numbers left out of a run. Most codes leave numbers out, so a
// gap counts only where nine of ten numbers follow on by one, and not where a
// new chapter begins or a round number does.
func gaps(c *statute.Checks, sections []statute.Section) {
	steps, single := 0, 0
	var holes []string
	for i := 1; i < len(sections); i++ {
		before, after, ok := consecutive(&sections[i-1], &sections[i])
		switch {
		case !ok || after.last <= before.last:
		case after.last == before.last+1:
			steps++
			single++
		default:
			steps++
			for n := before.last + 1; n < after.last; n++ {
				holes = append(holes, before.stem+strconv.Itoa(n))
			}
		}
	}
	if steps < 5 || single*10 < steps*8 {
		return
	}
	c.Gaps = append(c.Gaps, holes...)
	if len(holes) > 0 {
		c.Doubts = append(c.Doubts, fmt.Sprintf("%d numbers are missing from a run without gaps: %s", len(holes), some(holes)))
	}
}

// consecutive splits two neighbouring numbers that may be expected to follow on
// one another: of one stem, in one chapter, not the start of a new hundred.
func consecutive(a, b *statute.Section) (before, after split, ok bool) {
	before, ok1 := lastOf(a.Number)
	after, ok2 := lastOf(b.Number)
	ok = ok1 && ok2 && before.stem == after.stem && !coversRange(a.Catchline) && slices.Equal(a.Hierarchy, b.Hierarchy)
	return before, after, ok && !(after.last > before.last+1 && after.last%10 <= 1 && after.last/10 > before.last/10)
}

// split is a number and its last part: "57-12C-" and 6.
type split struct {
	stem string
	last int
}

func lastOf(no string) (split, bool) {
	no = plainNumber(no)
	at := len(strings.TrimRight(no, "0123456789"))
	n, err := strconv.Atoi(no[at:])
	return split{no[:at], n}, err == nil && at > 0
}

// plainNumber is a number without the marks that a publisher sets around it.
func plainNumber(no string) string {
	no, _, _ = strings.Cut(no, "(")
	return strings.Trim(no, "[]")
}

// backwards reports whether b comes before a however one counts: some codes
// count 9, 10, 11 behind a full stop, and some 0655, 066.
func backwards(a, b string) bool {
	a, b = plainNumber(a), plainNumber(b)
	return compareNumbers(a, b) > 0 && compareParts(a, b, true) > 0 && compareParts(a, b, false) > 0
}

// compareParts compares the parts between hyphens and colons one by one. A part
// is a number with letters behind; a full stop in it begins a decimal fraction,
// or another whole number.
func compareParts(a, b string, decimal bool) int {
	pa, pb := strings.FieldsFunc(a, isSeparator), strings.FieldsFunc(b, isSeparator)
	for i := range min(len(pa), len(pb)) {
		if c := comparePart(pa[i], pb[i], decimal); c != 0 {
			return c
		}
	}
	return len(pa) - len(pb)
}

func isSeparator(r rune) bool { return r == '-' || r == ':' || r == '/' }

func comparePart(a, b string, decimal bool) int {
	wholeA, fractionA, _ := strings.Cut(a, ".")
	wholeB, fractionB, _ := strings.Cut(b, ".")
	if c := compareNumbers(wholeA, wholeB); c != 0 {
		return c
	}
	if decimal {
		return strings.Compare(fractionA, fractionB)
	}
	return compareNumbers(fractionA, fractionB)
}

// compareNumbers orders numbers as codes do: part by part, digits by value.
func compareNumbers(a, b string) int {
	for a != "" && b != "" {
		da, db := leadingDigits(a), leadingDigits(b)
		switch {
		case da != "" && db != "":
			na, _ := strconv.Atoi(da)
			nb, _ := strconv.Atoi(db)
			if na != nb {
				return na - nb
			}
			a, b = a[len(da):], b[len(db):]
		case a[0] != b[0]:
			return separator(a[0]) - separator(b[0])
		default:
			a, b = a[1:], b[1:]
		}
	}
	return len(a) - len(b)
}

// separator ranks what may follow a number: a full stop, a hyphen, a colon, then
// letters.
func separator(c byte) int {
	if at := strings.IndexByte(".-:/", c); at >= 0 {
		return at
	}
	return int(c)
}

// misread is UTF-8 that was read as windows-1252, or could not be read at all.
var misread = regexp.MustCompile("Â[§ \u0080-\u00bf]|â€|â[\u0080-\u009f]|Ã[\u0080-\u00bf]|\uFFFD")

// mojibake looks for text that was decoded wrongly.
func mojibake(c *statute.Checks, sections []statute.Section) {
	for i := range sections {
		s := &sections[i]
		if isMisread(s.Text) || isMisread(s.Catchline) || isMisread(s.History) {
			c.Doubts = append(c.Doubts, fmt.Sprintf("section %s holds characters that were decoded wrongly", s.Number))
			return
		}
	}
}

// isMisread looks for the first letters of such text before it matches.
func isMisread(s string) bool {
	if strings.IndexByte(s, "Â"[0]) < 0 && strings.IndexByte(s, "\uFFFD"[0]) < 0 {
		return false
	}
	for _, sign := range []string{"Â", "â", "Ã", "\uFFFD"} {
		if strings.Contains(s, sign) {
			return misread.MatchString(s)
		}
	}
	return false
}

// cutOff looks at the end of the document: where the other sections end with
// a full stop and have a source note, the last one does not end in mid-sentence.
func cutOff(c *statute.Checks, sections []statute.Section) {
	if len(sections) == 0 {
		return
	}
	last := &sections[len(sections)-1]
	if last.Text != "" && last.History == "" && len(last.Notes) == 0 && !ended(last.Text) {
		c.Doubts = append(c.Doubts, fmt.Sprintf("section %s breaks off in mid-sentence at the end of the document", last.Number))
	}
}

// confide says how sure the parse is of each section: less where a table of
// contents does not know it, where it is out of order, and where a section in
// force has no words.
func confide(c *statute.Checks, b *book) {
	declared, late := counts(b.declared), counts(c.OutOfOrder)
	for i := range b.sections {
		s := &b.sections[i]
		s.Confidence = 1
		if len(declared) > 0 && declared[s.Number] == 0 && s.Status == statute.InForce {
			s.Confidence -= 0.1
		}
		if late[s.Number] > 0 {
			s.Confidence -= 0.3
		}
		if s.Text == "" && s.Status == statute.InForce {
			s.Confidence -= 0.3
		}
	}
}

// some names the first few of many.
func some(all []string) string {
	if len(all) > 8 {
		return strings.Join(all[:8], ", ") + ", …"
	}
	return strings.Join(all, ", ")
}

// unique drops what was seen before and keeps the order.
func unique(all []string) []string {
	seen := map[string]bool{}
	var kept []string
	for _, s := range all {
		if !seen[s] {
			seen[s] = true
			kept = append(kept, s)
		}
	}
	return kept
}
