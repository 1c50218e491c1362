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
	if reason := notThePage(doc); reason != "" {
		return statute.Document{}, fmt.Errorf("%s is no statute page: %s; fetch it again later, or by hand", doc.Name, reason)
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

// check states what a parse found and what speaks against it.
func check(b *book, doc *extract.Document) statute.Checks {
	c := statute.Checks{
		Found: len(b.sections), OrphanLines: b.orphans, Lines: b.lines, DoubtfulPages: doc.DoubtfulPages,
		Missing: []string{}, Gaps: []string{}, Repeats: []string{}, OutOfOrder: []string{}, Doubts: []string{},
	}
	c.Doubts = append(c.Doubts, doc.Doubts...)
	contents(&c, b)
	sequence(&c, b.sections)
	if c.Lines > 20 && c.OrphanLines*5 > c.Lines {
		c.Doubts = append(c.Doubts, fmt.Sprintf("%d of %d lines belong to no section", c.OrphanLines, c.Lines))
	}
	mojibake(&c, b.sections)
	return c
}

// contents holds the sections against the table of contents.
func contents(c *statute.Checks, b *book) {
	if len(b.declared) == 0 {
		return
	}
	declared, found := counts(b.declared), map[string]int{}
	for i := range b.sections {
		found[b.sections[i].Number]++
	}
	total := 0
	for _, no := range sortedKeys(declared) {
		total += max(1, min(declared[no], max(found[no], 1)))
		if found[no] == 0 && !inRange(no, b.sections) {
			c.Missing = append(c.Missing, no)
		}
	}
	c.TOCDeclared = &total
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

// inRange reports whether a stub speaks for the number: "75-5 through 75-7".
func inRange(no string, sections []statute.Section) bool {
	for i := range sections {
		s := &sections[i]
		if s.Status == statute.InForce || !coversRange(s.Catchline) {
			continue
		}
		last := regexp.MustCompile(number).FindString(dashes.Replace(rangeTail.FindString(s.Catchline)))
		if compareNumbers(s.Number, no) <= 0 && compareNumbers(no, last) <= 0 {
			return true
		}
	}
	return false
}

// sequence looks for repeats, for numbers out of order, and for gaps in a run of
// consecutive numbers. Most codes leave numbers out, so a gap counts only where
// the document's numbers run on by one almost everywhere.
func sequence(c *statute.Checks, sections []statute.Section) {
	for i := range sections {
		if s := &sections[i]; s.Occurrence > 1 {
			c.Repeats = append(c.Repeats, s.Number)
		}
		if i > 0 && compareNumbers(sections[i-1].Number, sections[i].Number) > 0 {
			c.OutOfOrder = append(c.OutOfOrder, sections[i].Number)
		}
	}
	gaps(c, sections)
	if n := len(c.OutOfOrder); n > 0 && n*4 > len(sections) {
		c.Doubts = append(c.Doubts, fmt.Sprintf("%d numbers are out of order: %s", n, some(c.OutOfOrder)))
	}
}

func gaps(c *statute.Checks, sections []statute.Section) {
	steps, single := 0, 0
	var holes []string
	for i := 1; i < len(sections); i++ {
		before, ok1 := lastOf(sections[i-1].Number)
		after, ok2 := lastOf(sections[i].Number)
		if !ok1 || !ok2 || before.stem != after.stem || coversRange(sections[i-1].Catchline) {
			continue
		}
		switch step := after.last - before.last; {
		case step == 1:
			steps++
			single++
		case step > 1:
			steps++
			for n := before.last + 1; n < after.last && n < before.last+20; n++ {
				holes = append(holes, before.stem+strconv.Itoa(n))
			}
		}
	}
	if steps >= 5 && single*100 >= steps*90 {
		c.Gaps = append(c.Gaps, holes...)
		if len(holes) > 0 {
			c.Doubts = append(c.Doubts, fmt.Sprintf("%d numbers are missing from a run without gaps: %s", len(holes), some(holes)))
		}
	}
}

// split is a number and its last part: "57-12C-" and 6.
type split struct {
	stem string
	last int
}

func lastOf(no string) (split, bool) {
	at := len(strings.TrimRight(no, "0123456789"))
	n, err := strconv.Atoi(no[at:])
	return split{no[:at], n}, err == nil && at > 0
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

// separator ranks what may follow a number: its end, then a full stop, a
// hyphen, letters.
func separator(c byte) int {
	return strings.IndexByte(".-:/", c) + 4 + int(c&0x7f)*map[bool]int{true: 1, false: 0}[c >= '0']
}

// mojibake looks for text that was decoded wrongly.
func mojibake(c *statute.Checks, sections []statute.Section) {
	for i := range sections {
		text := sections[i].Text
		if strings.Contains(text, "Â§") || strings.Contains(text, "â€") || strings.Contains(text, "\uFFFD") {
			c.Doubts = append(c.Doubts, fmt.Sprintf("section %s holds characters that were decoded wrongly", sections[i].Number))
			return
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
