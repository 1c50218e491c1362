package scrapers

import (
	"fmt"
	"slices"
	"strings"

	"github.com/pincite/pincite/internal/statute"
)

// lost is how many bytes of text a section may lose under an unchanged source
// note before that is doubted: an editor mends a word, a cut page takes more.
const lost = 40

// Against holds a parse against the last good one of the same document, and
// gives in plain words what speaks against promoting it: sections that are gone
// without a word, sections in another order, and text that is gone although the
// source note is as it was. It is how a loss is seen in a document that has no
// table of contents. An amendment changes the source note, and a repeal leaves a
// stub or takes the number out of the table of contents too: neither is doubted.
func Against(previous, now *statute.Document) []string {
	doubts := []string{}
	add := func(what string, numbers []string) {
		if len(numbers) > 0 {
			doubts = append(doubts, fmt.Sprintf("%d sections %s: %s", len(numbers), what, some(numbers)))
		}
	}
	add("of the last good parse are gone without a word", gone(previous, now))
	add("stand in another order than in the last good parse", moved(previous, now))
	add("have lost text under an unchanged source note", shortened(previous, now))
	return doubts
}

// gone are the numbers in force before that are not there now, not even as a
// stub or within the range of one.
func gone(previous, now *statute.Document) []string {
	held := byKey(now.Sections)
	var numbers []string
	for i := range previous.Sections {
		s := &previous.Sections[i]
		if s.Status == statute.InForce && held[s.Key()] == nil && !oneVersionLess(s, held) && !inRange(s.Number, now.Sections) && !unlisted(s, previous, now) {
			numbers = append(numbers, s.Number)
		}
	}
	return numbers
}

// oneVersionLess reports whether of two versions of a number one is left: the
// other's time has come, or is over.
func oneVersionLess(s *statute.Section, held map[statute.Key]*statute.Section) bool {
	return s.Occurrence > 1 && held[statute.Key{Number: s.Number, Occurrence: 1}] != nil
}

// unlisted reports whether the publisher dropped the number: a whole table of
// contents lists fewer than before, and its chapter is there. Where the chapter
// is gone as well, its part of the contents may have been lost with it.
func unlisted(s *statute.Section, previous, now *statute.Document) bool {
	before, after := previous.Checks.TOCDeclared, now.Checks.TOCDeclared
	if before == nil || after == nil || *after >= *before || len(now.Checks.Missing) > 0 {
		return false
	}
	return slices.ContainsFunc(now.Sections, func(x statute.Section) bool { return slices.Equal(x.Hierarchy, s.Hierarchy) })
}

func byKey(sections []statute.Section) map[statute.Key]*statute.Section {
	held := make(map[statute.Key]*statute.Section, len(sections))
	for i := range sections {
		held[sections[i].Key()] = &sections[i]
	}
	return held
}

// moved are the sections of both parses that now stand behind one that they
// stood before.
func moved(previous, now *statute.Document) []string {
	place := map[statute.Key]int{}
	for i := range previous.Sections {
		place[previous.Sections[i].Key()] = i
	}
	last := -1
	var numbers []string
	for i := range now.Sections {
		at, known := place[now.Sections[i].Key()]
		if !known {
			continue
		}
		if at < last {
			numbers = append(numbers, now.Sections[i].Number)
		}
		last = max(last, at)
	}
	return numbers
}

// shortened are the sections whose text is what it was but for one stretch that
// is cut out, under the same source note.
func shortened(previous, now *statute.Document) []string {
	held := byKey(now.Sections)
	var numbers []string
	for i := range previous.Sections {
		before := &previous.Sections[i]
		after := held[before.Key()]
		if after != nil && after.Status == before.Status && cutOut(before, after) {
			numbers = append(numbers, after.Number)
		}
	}
	return numbers
}

// cutOut reports whether after is before less one stretch. Where the end is
// gone, the source note may be gone with it.
func cutOut(before, after *statute.Section) bool {
	old, cut := squeeze(before.Text), squeeze(after.Text)
	if len(old)-len(cut) < lost && !(len(cut) < len(old) && after.History == "" && before.History != "") {
		return false
	}
	if squeeze(before.History) != squeeze(after.History) && after.History != "" {
		return false
	}
	head := commonPrefix(old, cut)
	return head == len(cut) || strings.HasSuffix(old, cut[head:])
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }

func commonPrefix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}
