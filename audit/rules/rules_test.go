package rules

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/tools/txtar"

	"github.com/pincite/pincite/internal/finding"
)

// names is the list of the rules: each must exist, and no other may.
var names = strings.Fields(`
	citation-dangling citation-malformed source-unused source-duplicated source-unknown title-mismatched act-misnamed
	pinpoint-wrong
	source-irrelevant source-misplaced source-definitional source-nonoperative jurisdiction-wrong citation-redundant
	better-source source-annotation
	claim-unsupported claim-partly-supported number-contradicted deadline-contradicted amount-contradicted
	modality-changed negation-reversed actor-changed scope-widened exception-missing condition-missing quote-altered
	term-shifted
	claim-uncited source-missed question-unanswered absence-unproven absence-false
	section-repealed section-superseded section-not-yet-effective section-renumbered answer-stale source-not-fresh
	answer-contradictory statement-repeated statement-padding jurisdiction-mismatched
	audit-incomplete parse-doubtful judge-unstable judge-misquoted judge-unavailable`)

func TestTheRulesAreThoseOfTheList(t *testing.T) {
	for _, name := range names {
		if _, ok := members[name]; !ok {
			t.Errorf("rule %s does not exist", name)
		}
	}
	for _, rule := range All() {
		if !slices.Contains(names, rule.Name) {
			t.Errorf("rule %s is not in the list", rule.Name)
		}
		if rule.Version < 1 || rule.Severity.Rank() >= len(finding.Severities()) {
			t.Errorf("rule %s: version %d, severity %q", rule.Name, rule.Version, rule.Severity)
		}
		if _, err := os.Stat(file(rule.Name) + ".go"); err != nil {
			t.Errorf("rule %s does not stand in the file of its name: %v", rule.Name, err)
		}
	}
}

func TestEveryPageAndFolderHasItsRule(t *testing.T) {
	for _, pattern := range []string{"*.md", "testdata/*-*"} {
		for _, path := range glob(t, pattern) {
			name := strings.ReplaceAll(strings.TrimSuffix(filepath.Base(path), ".md"), "_", "-")
			if _, ok := members[name]; !ok {
				t.Errorf("%s belongs to no rule", path)
			}
		}
	}
}

func TestFingerprintFollowsTheRules(t *testing.T) {
	before := Fingerprint()
	if !strings.HasPrefix(before, "sha256:") || before != Fingerprint() {
		t.Errorf("fingerprint %q is not stable", before)
	}
	changed := members["citation-dangling"]
	defer func(old int) { changed.Version = old; members[changed.Name] = changed }(changed.Version)
	changed.Version++
	members[changed.Name] = changed
	if Fingerprint() == before {
		t.Error("a new version of a rule leaves the fingerprint as it was")
	}
}

func TestPageNamesTheRulesThereAre(t *testing.T) {
	if _, err := Page("no-such-rule"); err == nil || !strings.Contains(err.Error(), "source-definitional") {
		t.Errorf("Page of an unknown rule: %v", err)
	}
}

// headings are those that every page has, in this order. Where the summary cannot
// say all, "## What it finds" and "## What it leaves alone" stand before the last.
var headings = []string{
	"## Summary", "## Why it matters", "## Fires on", "## Stays quiet on", "## How to mend", "## When to waive", "## Related",
}

// TestMembers walks all rules: page, cases, and what they say.
func TestMembers(t *testing.T) {
	for _, rule := range All() {
		t.Run(rule.Name, func(t *testing.T) {
			t.Run("page", func(t *testing.T) { testPage(t, rule.Name) })
			fires := glob(t, "testdata/"+rule.Name+"/fires-*.txtar")
			quiet := glob(t, "testdata/"+rule.Name+"/quiet-*.txtar")
			if len(fires) < 2 || len(quiet) < 3 {
				t.Errorf("%d firing and %d quiet cases: want 2 and 3 or more", len(fires), len(quiet))
			}
			for _, path := range glob(t, "testdata/"+rule.Name+"/misses-*.txtar") {
				t.Run(caseName(path), func(t *testing.T) { testMiss(t, rule.Name, path) })
			}
			for _, path := range append(fires, quiet...) {
				name := caseName(path)
				t.Run(name, func(t *testing.T) {
					archive, err := txtar.ParseFile(path)
					if err != nil {
						t.Fatal(err)
					}
					testCase(t, rule.Name, strings.HasPrefix(name, "fires-"), archive)
				})
			}
		})
	}
}

func caseName(path string) string { return strings.TrimSuffix(filepath.Base(path), ".txtar") }

// testMiss holds a case that is known to come out wrong: it is shown, and fails
// once it comes out right, so that it is renamed and kept.
func testMiss(t *testing.T, rule, path string) {
	archive, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	c := readCase(t, archive)
	found := c.find(t)
	left := c.unmet(found)
	wrong := slices.ContainsFunc(found, func(f finding.Finding) bool {
		return f.Rule == rule && !c.wanted(f) || c.clean && f.Severity.AtLeast(finding.Medium)
	})
	if len(left) == 0 && !wrong {
		t.Errorf("%s comes out right now: name it fires-… or quiet-…", path)
	}
	t.Logf("known to miss: %v", left)
}

// testPage wants every heading once and in order, links that lead somewhere,
// and two examples that do as the page says.
func testPage(t *testing.T, rule string) {
	page, err := Page(rule)
	if err != nil {
		t.Fatal(err)
	}
	at := 0
	for _, heading := range headings {
		i := strings.Index(page[at:], "\n"+heading+"\n")
		if i < 0 {
			t.Fatalf("the page lacks %q, or has it out of order", heading)
		}
		at += i
	}
	if at := strings.Index(strings.ToLower(page), "say here"); at >= 0 && !*update {
		t.Errorf("the page is not written yet: %.60s…", page[at:])
	}
	if !strings.HasPrefix(page, "# "+rule+"\n") {
		t.Errorf("the page does not begin with the rule's name")
	}
	for _, link := range strings.Split(page, "](")[1:] {
		target, _, _ := strings.Cut(link, ")")
		if _, err := os.Stat(target); err != nil {
			t.Errorf("the page links to %s, which is not there", target)
		}
	}
	examples := examples(page)
	if len(examples) != 2 {
		t.Fatalf("the page has %d examples: want one that fires and one that does not", len(examples))
	}
	for i, example := range examples {
		testCase(t, rule, i == 0, txtar.Parse([]byte(example)))
	}
	testFound(t, rule, examples[0])
	testPlainness(t, page)
}

var update = flag.Bool("update", false, "write into the pages what their rules say of the first example")

// testFound holds what the page tells its reader to be found against what the rule
// says: severity, certainty and message of each of its findings.
func testFound(t *testing.T, rule, example string) {
	archive := txtar.Parse([]byte(example))
	var said strings.Builder
	for _, f := range readCase(t, archive).find(t) {
		if f.Rule == rule {
			fmt.Fprintf(&said, "%s, %s: %s\n", f.Severity, f.Certainty, f.Message)
		}
	}
	if body(archive, "found") == said.String() {
		return
	}
	if !*update {
		t.Fatalf("the page says that it finds\n%s\nand it finds\n%s\nrun `go test -tags sqlite_fts5 ./audit/rules -update` and read the page", body(archive, "found"), said.String())
	}
	writeFound(t, file(rule)+".md", example, said.String())
}

func writeFound(t *testing.T, path, example, said string) {
	page, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	kept, _, _ := strings.Cut(example, "-- found --\n")
	text := strings.Replace(string(page), strings.TrimSuffix(example, "\n"), strings.TrimSuffix(kept+"-- found --\n"+said, "\n"), 1)
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// testPlainness wants a page that is read and not deciphered: a summary that is
// listed beside those of the other rules, and no paragraph or point of a list that
// has to be read twice.
func testPlainness(t *testing.T, page string) {
	const longestSummary, longest = 240, 320
	_, summary, _ := strings.Cut(page, "## Summary\n\n")
	first, _, _ := strings.Cut(summary, "\n\n")
	if n := utf8.RuneCountInString(first); n > longestSummary {
		t.Errorf("the summary opens with %d characters: say in %d what is found, and the rest under \"What it finds\"", n, longestSummary)
	}
	for _, example := range examples(page) {
		page = strings.Replace(page, example[:len(example)-1], "", 1)
	}
	for line := range strings.Lines(page) {
		if n := utf8.RuneCountInString(line); n > longest {
			t.Errorf("%d characters in one paragraph, the most is %d: %.60s…", n, longest, line)
		}
	}
}

// examples are the contents of the page's blocks fenced as txtar.
func examples(page string) []string {
	var found []string
	for _, part := range strings.Split(page, "\n```txtar\n")[1:] {
		body, _, _ := strings.Cut(part, "\n```")
		found = append(found, body+"\n")
	}
	return found
}

// testCase runs all rules over a case and holds what this one found against
// what the case wants.
func testCase(t *testing.T, rule string, fires bool, archive *txtar.Archive) {
	if strings.Contains(string(archive.Comment), "\nwhy: say here") {
		t.Error("the case is not written yet: why does it fire, or not?")
	}
	c := readCase(t, archive)
	if fires != (len(c.wants) > 0) {
		t.Fatalf("a firing case wants findings and a quiet one none: this wants %d", len(c.wants))
	}
	found := c.find(t)
	left := c.unmet(found)
	for _, w := range left {
		t.Errorf("not found: %s", w)
	}
	for _, f := range found {
		checkFinding(t, c, f)
		if f.Rule == rule && !c.wanted(f) {
			t.Errorf("found and not wanted: %s", describe(f))
		}
		if c.clean && f.Severity.AtLeast(finding.Medium) && f.Rule != rule {
			t.Errorf("the answer is wholly right, and yet: %s", describe(f))
		}
	}
}

// describe is a finding as one line.
func describe(f finding.Finding) string {
	quote := ""
	if f.AnswerQuote != nil {
		quote = f.AnswerQuote.Text
	}
	return fmt.Sprintf("%s [%s] %s, %s: %s\n\tanswer: %q\n\tfacts: %s", f.Rule, f.Ref, f.Severity, f.Certainty, f.Message, quote, strings.Join(f.Facts, " | "))
}

// checkFinding holds for every finding of every rule: a sentence, a fix, and
// quotes that stand verbatim where they say.
func checkFinding(t *testing.T, c *testcase, f finding.Finding) {
	t.Helper()
	for what, sentence := range map[string]string{"message": f.Message, "fix": f.Fix.Say} {
		if !sentenceLike(sentence) {
			t.Errorf("%s: the %s is no plain sentence: %q", f.Rule, what, sentence)
		}
	}
	if f.Certainty == "" || f.Fix.Action == "" || f.SourceQuotes == nil {
		t.Errorf("%s: certainty %q, action %q, quotes %v", f.Rule, f.Certainty, f.Fix.Action, f.SourceQuotes)
	}
	if q := f.AnswerQuote; q != nil && (q.Start < 0 || q.End > len(c.audited.Answer.Text) || c.audited.Answer.Text[q.Start:q.End] != q.Text || q.Text == "") {
		t.Errorf("%s: the answer does not hold %q at %d", f.Rule, q.Text, q.Start)
	}
	for _, q := range f.SourceQuotes {
		if !c.verbatim(q) {
			t.Errorf("%s: § %s %s does not hold %q at %d", f.Rule, q.Number, q.Part, q.Text, q.Start)
		}
	}
}

// sentenceLike is a capital, a closing stop, and no empty value between.
func sentenceLike(s string) bool {
	first, last := s[:min(1, len(s))], strings.TrimRight(s, `”"`)
	return first != "" && first == strings.ToUpper(first) && strings.ContainsAny(last[max(0, len(last)-1):], ".?:;!") &&
		!strings.Contains(s, "§ ,") && !strings.Contains(s, "  ") && !strings.Contains(s, "%!")
}

func glob(t *testing.T, pattern string) []string {
	t.Helper()
	found, err := filepath.Glob(pattern)
	if err != nil {
		t.Fatal(err)
	}
	return found
}
