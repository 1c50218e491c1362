package main

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/tools/txtar"

	"github.com/pincite/pincite/audit/rules"
)

// TestPagesAreProse walks all rules: no reader sees the form in which the examples
// are tested, or the same law twice.
func TestPagesAreProse(t *testing.T) {
	for _, rule := range rules.All() {
		page, err := rulePage(rule.Name)
		if err != nil {
			t.Fatal(err)
		}
		for _, raw := range []string{"```", "\n-- ", "\nname:", "\nwhy:", "\n# ZZ ", "\nhistory:", "\n\n\n", "<"} {
			if strings.Contains(page, raw) {
				t.Errorf("%s: the page shows %q", rule.Name, raw)
			}
		}
		if n := strings.Count(page, "### What is found\n"); n != 2 || strings.Count(page, "By this rule: nothing.") != 1 {
			t.Errorf("%s: %d times it is said what is found, want one finding and one quiet example", rule.Name, n)
		}
		raw, _ := rules.Page(rule.Name) // it was read above
		checkLaws(t, rule.Name, raw, page)
		checkKeys(t, rule.Name, raw)
	}
}

// checkLaws wants the law of both examples once where it is one.
func checkLaws(t *testing.T, rule, raw, page string) {
	t.Helper()
	cases := example.FindAllStringSubmatch(raw, -1)
	want := 2
	if part(txtar.Parse([]byte(cases[0][1])), "law") == part(txtar.Parse([]byte(cases[1][1])), "law") {
		want = 1
	}
	if n := strings.Count(page, "### The law\n"); n != want {
		t.Errorf("%s: the law is told %d times, want %d", rule, n, want)
	}
}

// checkKeys wants words for every key by which a page's example tells something.
func checkKeys(t *testing.T, rule, raw string) {
	t.Helper()
	for _, c := range example.FindAllStringSubmatch(raw, -1) {
		head := string(txtar.Parse([]byte(c[1])).Comment)
		for line := range strings.Lines(head) {
			key, _, _ := strings.Cut(line, ":")
			if sayings[key] == "" && !slices.Contains([]string{"name", "why", "clean"}, key) {
				t.Errorf("%s: no words for %q", rule, line)
			}
		}
	}
}

func TestAnExampleIsTold(t *testing.T) {
	var first teller
	got := first.tell(txtar.Parse([]byte(`name: told
why: a list is not a rule
date: 2026-03-01
gap: chapter 13 could not be read
stale: a 1-2-3 a word was added
judge: the endpoint refused the connection
-- law --
# ZZ 1-2-3. Lists. | Made Up Act | renumbered
(a) A list is kept.
renumbered: 1-2-4
note: It was short.

# NV 7.010. Rules. | Other Act
A rule is kept.
-- question --
Is a list a rule?
-- answer --
Lists
Yes [1.1]:
- always,
- everywhere.
Source(s):
- [1.1] 1-2-3. Lists.
Jurisdiction
Zenith
-- judged --
1 1.1 not_supported,supported | A list is kept.
-- want --
some-rule 1.1 "Yes" high
-- found --
high, certain: A list is “kept.”
`)))
	want := `A list is not a rule.

### The law

§ 1-2-3. Lists. (Made Up Act; renumbered)

(a) A list is kept.

It stands now as § 1-2-4.

Editor's note: It was short.

§ 7.010. Rules. (Nevada, Other Act)

A rule is kept.

The answer is audited for 2026-03-01.

Of the law, something is missing: chapter 13 could not be read.

Since the answer was made, the law has changed: § 1-2-3, a word was added.

A judge is configured: the endpoint refused the connection.

The judge was asked about statement 1 and [1.1], said not supported, then supported, and quoted: “A list is kept.”

### The question

Is a list a rule?

### The answer

Lists

Yes [1.1]:

- always,
- everywhere.

Source(s):

- [1.1] 1-2-3. Lists.

Jurisdiction: Zenith

### What is found

- High, certain: A list is “kept.”`
	if got != want {
		t.Errorf("told\n%s\nwant\n%s", got, want)
	}
}

func TestThePageIsFoldedForATerminal(t *testing.T) {
	link := regexp.MustCompile(`\]\(`)
	for _, rule := range rules.All() {
		page, err := rulePage(rule.Name)
		if err != nil {
			t.Fatal(err)
		}
		text := forTerminal(page)
		if link.MatchString(text) {
			t.Errorf("%s: a link stands in the text", rule.Name)
		}
		for line := range strings.Lines(text) {
			if utf8.RuneCountInString(strings.TrimSuffix(line, "\n")) > 88 {
				t.Errorf("%s: a line is too long: %s", rule.Name, line)
			}
		}
		if strings.Join(strings.Fields(text), " ") != strings.Join(strings.Fields(pageLink.ReplaceAllString(page, "$1")), " ") {
			t.Errorf("%s: folding changed the words", rule.Name)
		}
	}
}
