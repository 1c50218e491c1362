package pipeline

import (
	"regexp"
	"slices"
	"strings"

	"github.com/pincite/pincite/internal/statute"
)

// A release may print a section otherwise and leave its words as they are. Such a
// section is listed apart from the changes of law, with its word diff: nothing is
// hidden, and nothing is called a change of law that is none.
const (
	// noted is a stub that is printed anew, which says of a number only that it is
	// repealed or reserved; unnoted is one that is printed no more.
	noted, unnoted = "noted", "unnoted"
	// reordered words stand in another order, each stretch whole, while the
	// subsections stand in the order in which they stood: flush words went to the
	// end of their list or came back from there. Subsections that changed places
	// are a change of law.
	reordered = "reordered"
	// garbled is a paragraph that a converter broke, with its marks as the proof.
	garbled = "garbled"
)

// printedOtherwise says how a section is printed otherwise with the same words, ""
// where its words or its status changed.
func printedOtherwise(before, after *statute.Section) string {
	switch {
	case before == nil && isStub(after):
		return noted
	case after == nil && isStub(before):
		return unnoted
	case before == nil || after == nil || before.Status != after.Status:
		return ""
	case isGarbled(before.Text, after.Text):
		return garbled
	case isReordered(before, after):
		return reordered
	}
	return ""
}

// isStub is true of a number without words that is not in force.
func isStub(s *statute.Section) bool {
	return s.Text == "" && s.Status != statute.InForce && s.Status != statute.NotYetEffective
}

// isReordered needs subsections on both sides, since without them nobody can tell
// who moved the words.
func isReordered(before, after *statute.Section) bool {
	if !onlyReordered(before.Text, after.Text) {
		return false
	}
	a, b := openings(before), openings(after)
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	for depth := range min(len(a), len(b)) {
		if !slices.Equal(shared(a[depth], b[depth]), shared(b[depth], a[depth])) {
			return false
		}
	}
	return true
}

// openingLength is how many words tell a subsection from others.
const openingLength = 8

// openings gives the first words of the subsections, by depth and in their order.
func openings(s *statute.Section) [][]string {
	var all [][]string
	var ends []int
	for _, sub := range s.Subsections {
		for len(ends) > 0 && sub.Start >= ends[len(ends)-1] {
			ends = ends[:len(ends)-1]
		}
		depth := len(ends)
		ends = append(ends, sub.End)
		if depth == len(all) {
			all = append(all, nil)
		}
		words, _ := wordsOf(s.Text[sub.Start:sub.End])
		all[depth] = append(all[depth], strings.Join(words[:min(openingLength, len(words))], " "))
	}
	return all
}

// shared leaves of a list what stands as often in the other.
func shared(list, other []string) []string {
	counts := map[string]int{}
	for _, one := range list {
		counts[one]++
	}
	for _, one := range other {
		counts[one]--
	}
	var kept []string
	for _, one := range list {
		if counts[one] == 0 {
			kept = append(kept, one)
		}
	}
	return kept
}

// marks are what converters write for what they could not read. No law says them.
var marks = regexp.MustCompile(`UNHANDLEDCHAR|[\x{fffc}\x{fffd}]|&#x?[0-9A-Fa-f]{2,6};`)

// isGarbled reports whether paragraphs differ only where a converter broke one.
func isGarbled(before, after string) bool {
	a, b := strings.Split(before, "\n"), strings.Split(after, "\n")
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if statute.FoldTypography(a[i]) != statute.FoldTypography(b[i]) && !isMangled(a[i], b[i]) &&
			!headsPulledIn(a[i], b[i:]) && !headsPulledIn(b[i], a[i:]) {
			return false
		}
	}
	return true
}

// isMangled is true of a paragraph, usually a formula, of which one side bears a
// converter's mark and both have the same letters.
func isMangled(a, b string) bool {
	return (marks.MatchString(a) || marks.MatchString(b)) && sortedLetters(a) == sortedLetters(b)
}

func sortedLetters(text string) string {
	runes := []rune(letters(marks.ReplaceAllString(text, "")))
	slices.Sort(runes)
	return string(runes)
}

// headsPulledIn is true where the first of other is the paragraph with the run-in
// heads of those behind it pulled in, each set hard against the stop before.
func headsPulledIn(paragraph string, other []string) bool {
	pulled := ""
	for _, next := range other[1:] {
		head, _, ended := strings.Cut(next, ". ")
		if !ended {
			return false
		}
		pulled += head + "."
		if strings.Replace(other[0], "."+pulled, ".", 1) == paragraph {
			return true
		}
	}
	return false
}
