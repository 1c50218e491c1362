package pipeline

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/statute"
)

// labelled makes a section of paragraphs; a paragraph "(1)=words" is a subsection
// of that label, and a deeper label lies within the one before it.
func labelled(paragraphs ...string) *statute.Section {
	s := &statute.Section{Number: "4-1", Status: statute.InForce}
	for i, paragraph := range paragraphs {
		if i > 0 {
			s.Text += "\n"
		}
		label, words, isLabelled := strings.Cut(paragraph, "=")
		if !isLabelled {
			s.Text += paragraph
			continue
		}
		start := len(s.Text)
		s.Text += words
		for k := range s.Subsections {
			if outer := &s.Subsections[k]; strings.HasPrefix(label, outer.Label) {
				outer.End = len(s.Text)
			}
		}
		s.Subsections = append(s.Subsections, statute.Subsection{Label: label, Start: start, End: len(s.Text)})
	}
	return s
}

// TestPrintedOtherwise keeps apart what a release prints otherwise and what a
// legislature changed.
func TestPrintedOtherwise(t *testing.T) {
	const store, move, fee = "(1)=The storing of any goods that are not the keeper's own; or", "(2)=The moving of any such goods between two wards of the city,", "ask the owner of the goods for more than the posted fee."
	base := labelled("A keeper of goods shall not for", store, move, fee, "(3)=The fee is posted within 30 days of the licence.")
	formula := labelled("The loss is", "L = A wall x B wall + A roof x B roof", "(1)=No loss is counted twice.")
	heads := labelled("(1)=Acts forbidden. No keeper shall hide a fee.", "(2)=Order of a court. A court may forbid it.", "(3)=Penalty. The keeper pays five dollars.")
	repealed := &statute.Section{Number: "4-2", Status: statute.Repealed}
	for name, c := range map[string]struct {
		before, after *statute.Section
		want          string
	}{
		"flush words at the end":            {base, labelled("A keeper of goods shall not for", store, move, "(3)=The fee is posted within 30 days of the licence.", fee), "reordered"},
		"flush words behind the lead":       {base, labelled("A keeper of goods shall not for "+fee, store, move, "(3)=The fee is posted within 30 days of the licence."), "reordered"},
		"subsections that changed places":   {base, labelled("A keeper of goods shall not for", "(1)="+move[4:], "(2)="+store[4:], fee, "(3)=The fee is posted within 30 days of the licence."), ""},
		"moved, and a word for another":     {base, labelled("A keeper of goods shall not for", store, move, "(3)=The fee is posted within 60 days of the licence.", fee), ""},
		"moved, and a word left out":        {base, labelled("A keeper of goods shall for", store, move, "(3)=The fee is posted within 30 days of the licence.", fee), ""},
		"moved, and no subsections":         {labelled("A keeper of goods shall post the fee.", "The owner of the goods pays it."), labelled("The owner of the goods pays it.", "A keeper of goods shall post the fee."), ""},
		"a formula broken":                  {formula, labelled("The loss is", "L = A x B + A x B UNHANDLEDCHAR wall wall roof roof", "(1)=No loss is counted twice."), "garbled"},
		"a formula changed":                 {formula, labelled("The loss is", "L = A wall x B roof + A roof x B wall", "(1)=No loss is counted twice."), ""},
		"a formula broken and changed":      {formula, labelled("The loss is", "L = A x B + C x B \ufffd wall wall roof roof", "(1)=No loss is counted twice."), ""},
		"heads pulled in":                   {heads, labelled("(1)=Acts forbidden.Order of a court.Penalty. No keeper shall hide a fee.", "(2)=Order of a court. A court may forbid it.", "(3)=Penalty. The keeper pays five dollars."), "garbled"},
		"a head that stands nowhere behind": {heads, labelled("(1)=Acts forbidden.Prison. No keeper shall hide a fee.", "(2)=Order of a court. A court may forbid it.", "(3)=Penalty. The keeper pays five dollars."), ""},
		"a stub printed anew":               {nil, repealed, "noted"},
		"a stub printed no more":            {repealed, nil, "unnoted"},
		"a section added":                   {nil, base, ""},
		"a section removed":                 {base, nil, ""},
		"a section repealed":                {&statute.Section{Number: "4-2", Status: statute.InForce, Text: "Words."}, repealed, ""},
		"a section without words in force":  {nil, &statute.Section{Number: "4-2", Status: statute.InForce}, ""},
	} {
		if got := printedOtherwise(c.before, c.after); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// TestAWordDiffShowsWords: what releases set otherwise is no difference, and is
// shown as it is set after; signs that part clauses are one.
func TestAWordDiffShowsWords(t *testing.T) {
	for _, c := range [][3]string{
		{`A "keeper" has the owner's goods`, "A “keeper” has the owner’s\u00a0goods", ""},
		{"a health care provider", "a health-care provider", ""},
		{"under [Chapter 3] of this title", "under Chapter 3 of this title", ""},
		{"a storing.\nThe fee", "a storing. The fee", ""},
		{"a fee - or a fine", "a fee — or a fine", ""},
		{"sex or age, gender", "sex, age, gender", "- or +,"},
		{"the owners' goods", "the owner's goods", "-owners' +owner's"},
		{`the "keeper" pays`, "the “owner” pays", "-keeper +owner"},
		{"within thirty calendar days", "within twenty business days", "-thirty calendar +twenty business"},
		{"not less than $10,000", "not less than 10,000", "-$"},
		{"an oﬃce takes a fee of 1½ percent", "an office takes a fee of 1 1/2 percent", ""},
		{"a fee of 1½ percent", "a fee of 1¼ percent", "-1½ +1¼"},
		{"a fee", "", "-a fee"},
	} {
		parts := WordDiff(c[0], c[1])
		if got := edits(parts); got != c[2] {
			t.Errorf("%q → %q: %q, want %q", c[0], c[1], got, c[2])
		}
		after := ""
		for _, part := range parts {
			if part.Op != "delete" {
				after += part.Text
			}
		}
		if after != c[1] {
			t.Errorf("%q → %q reads %q", c[0], c[1], after)
		}
	}
}

// TestReleasesOfTwoStates replays two releases of real titles: North Carolina's
// changed no law and is said to have changed none; each change that is reported of
// Colorado's is one of words.
func TestReleasesOfTwoStates(t *testing.T) {
	if testing.Short() {
		t.Skip("it reads two releases of 500 sections")
	}
	nc, co := releases(t, "NC"), releases(t, "CO")
	if len(nc.Changes) > 0 {
		t.Errorf("NC: %s are said to have changed", numbers(nc.Changes))
	}
	if got := numbers(nc.Printed); got != "75-17 reordered, 75-29 reordered, 75-33 reordered, 75-38 reordered, 75-61 reordered, 75-63 reordered" {
		t.Errorf("NC: printed otherwise: %s", got)
	}
	if got := numbers(co.Printed); got != "6-1-719 garbled, 6-7-105 garbled" {
		t.Errorf("CO: printed otherwise: %s", got)
	}
	for _, c := range co.Changes {
		if !slices.ContainsFunc(c.Words, func(p finding.DiffPart) bool { return p.Op != "equal" && word.MatchString(p.Text) }) {
			t.Errorf("CO %s: no word changed: %s", c.Number, edits(c.Words))
		}
	}
	t.Logf("NC: %d changes of law, %d printed otherwise; CO: %d and %d", len(nc.Changes), len(nc.Printed), len(co.Changes), len(co.Printed))
}

var word = regexp.MustCompile(`[\pL\pN]{2}`)

func numbers(all []finding.Change) string {
	var said []string
	for _, c := range all {
		said = append(said, fmt.Sprint(c.Number, " ", c.Kind))
	}
	return strings.Join(said, ", ")
}

// releases gives the report on the second release of a state.
func releases(t *testing.T, j string) *finding.Report {
	t.Helper()
	l := ledger{jurisdiction: j, folder: strings.ToLower(j), scraper: "public-resource"}
	n := &night{T: t, dir: t.TempDir(), clock: &steady{time.Date(2026, 3, 1, 2, 15, 0, 0, time.UTC)}}
	n.write("questions.yaml", []byte("[]\n"))
	l.lay(n, "v1")
	n.configure(strings.NewReplacer("jurisdiction: ZZ", "jurisdiction: "+j, "new-mexico", l.scraper).Replace(source("law", "The law", "file:law/*.html")))
	n.run()
	l.lay(n, "v2")
	return n.run().Report
}

// TestSubsectionsThatChangePlacesAreAmended swaps, in real sections of a title, each
// two neighbouring subsections of one depth that open otherwise: a change of law, every one.
func TestSubsectionsThatChangePlacesAreAmended(t *testing.T) {
	if testing.Short() {
		t.Skip("it reads a title of 100 sections")
	}
	swapped := 0
	for _, s := range titleOf(t, "NC") {
		for i := range s.Subsections {
			for k := i + 1; k < len(s.Subsections); k++ {
				a, b := s.Subsections[i], s.Subsections[k]
				if b.Start < a.End || depthOf(&s, a) != depthOf(&s, b) || alikeOpenings(&s, a, b) {
					continue
				}
				now := trade(s, a, b)
				if swapped++; printedOtherwise(&s, &now) != "" {
					t.Errorf("%s: %s and %s changed places, and that is %q", s.Number, a.Label, b.Label, printedOtherwise(&s, &now))
				}
				break
			}
		}
	}
	if swapped < 100 {
		t.Errorf("only %d were swapped", swapped)
	}
	t.Logf("%d swapped", swapped)
}

// titleOf gives the sections of the first release.
func titleOf(t *testing.T, j string) []statute.Section {
	t.Helper()
	l := ledger{jurisdiction: j, folder: strings.ToLower(j), scraper: "public-resource"}
	n := &night{T: t, dir: t.TempDir(), clock: &steady{time.Date(2026, 3, 1, 2, 15, 0, 0, time.UTC)}}
	n.write("questions.yaml", []byte("[]\n"))
	l.lay(n, "v1")
	n.configure(strings.NewReplacer("jurisdiction: ZZ", "jurisdiction: "+j, "new-mexico", l.scraper).Replace(source("law", "The law", "file:law/*.html")))
	n.run()
	p := n.open()
	held, err := p.Store.Law(t.Context(), statute.Jurisdiction(j))
	if err != nil {
		t.Fatal(err)
	}
	all := make([]statute.Section, len(held))
	for i := range held {
		all[i] = held[i].Section
	}
	return all
}

// alikeOpenings is true of subsections that nobody could tell apart, such as two
// that are repealed.
func alikeOpenings(s *statute.Section, a, b statute.Subsection) bool {
	open := func(sub statute.Subsection) string {
		words, _ := wordsOf(s.Text[sub.Start:sub.End])
		return strings.Join(words[:min(openingLength, len(words))], " ")
	}
	first, second := open(a), open(b)
	for _, sub := range s.Subsections { // an opening that stands twice names neither
		if sub != a && sub != b && (open(sub) == first || open(sub) == second) {
			return true
		}
	}
	return first == second
}

// depthOf counts the subsections in which another lies.
func depthOf(s *statute.Section, inner statute.Subsection) (depth int) {
	for _, sub := range s.Subsections {
		if sub != inner && sub.Start <= inner.Start && sub.End >= inner.End {
			depth++
		}
	}
	return depth
}

// trade lets two subsections change places, and the bounds of those around and
// between them follow.
func trade(s statute.Section, a, b statute.Subsection) statute.Section {
	now := s
	now.Text = s.Text[:a.Start] + s.Text[b.Start:b.End] + s.Text[a.End:b.Start] + s.Text[a.Start:a.End] + s.Text[b.End:]
	now.Subsections = slices.Clone(s.Subsections)
	grown := b.End - b.Start - (a.End - a.Start)
	for i := range now.Subsections {
		switch sub := &now.Subsections[i]; {
		case sub.Start >= a.Start && sub.End <= a.End:
			sub.Start, sub.End = sub.Start+b.End-a.End, sub.End+b.End-a.End
		case sub.Start >= b.Start && sub.End <= b.End:
			sub.Start, sub.End = sub.Start+a.Start-b.Start, sub.End+a.Start-b.Start
		default:
			if sub.Start >= a.End && sub.Start <= b.Start {
				sub.Start += grown
			}
			if sub.End >= a.End && sub.End <= b.Start {
				sub.End += grown
			}
		}
	}
	slices.SortStableFunc(now.Subsections, func(x, y statute.Subsection) int { return x.Start - y.Start })
	return now
}
