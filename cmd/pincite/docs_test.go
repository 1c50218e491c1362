package main

import (
	"context"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/pincite/pincite/audit"
	"github.com/pincite/pincite/audit/rules"
	"github.com/pincite/pincite/internal/finding"
)

var update = flag.Bool("update", false, "write the worked example of README.md anew")

// document reads a file of the repository.
func document(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// tableUnder gives the rows of the table under a head of these columns.
func tableUnder(t *testing.T, text, head string) [][]string {
	t.Helper()
	_, rest, found := strings.Cut(text, head+"\n")
	if !found {
		t.Fatalf("there is no table %q", head)
	}
	var rows [][]string
	for line := range strings.Lines(rest) {
		line = strings.TrimSpace(line)
		if !strings.HasPrefix(line, "|") {
			break
		}
		if strings.HasPrefix(line, "|--") {
			continue
		}
		var cells []string
		for _, cell := range strings.Split(strings.Trim(line, "|"), "|") {
			cells = append(cells, strings.TrimSpace(cell))
		}
		rows = append(rows, cells)
	}
	return rows
}

// TestOutcomesAreAsTheDocumentSays holds the table of outcomes for every severity,
// certainty and remedy.
func TestOutcomesAreAsTheDocumentSays(t *testing.T) {
	said := map[string][]string{}
	for _, row := range tableUnder(t, document(t, "docs/findings.md"), "| severity | certainty | the remedy edits the text | any other remedy |") {
		for _, certainty := range strings.Split(row[1], ", ") {
			said[row[0]+" "+certainty] = row[2:]
		}
	}
	edits := map[finding.FixAction]int{
		finding.CorrectText: 0, finding.AddText: 0, finding.RemoveText: 0, finding.ReplaceSource: 1, finding.RemoveSource: 1,
		finding.MoveMarker: 1, finding.AddSource: 1, finding.CorrectTitle: 1, finding.Recheck: 1,
	}
	for _, severity := range finding.Severities() {
		for _, certainty := range []finding.Certainty{finding.Certain, finding.Likely, finding.Possible} {
			for action, column := range edits {
				f := finding.Finding{Severity: severity, Certainty: certainty, Fix: finding.Fix{Action: action}}
				row := said[string(severity)+" "+string(certainty)]
				if got := audit.Outcome([]finding.Finding{f}).Words(); len(row) != 2 || row[column] != got {
					t.Errorf("%s, %s, %s: the outcome is %q, the document says %q", severity, certainty, action, got, row)
				}
			}
		}
	}
}

// TestTheDocumentKnowsTheOutcomes wants each with its words.
func TestTheDocumentKnowsTheOutcomes(t *testing.T) {
	rows := tableUnder(t, document(t, "docs/findings.md"), "| outcome | in words | means |")
	said := map[string]string{}
	for _, row := range rows {
		said[strings.Trim(row[0], "`")] = row[1]
	}
	for _, o := range finding.Outcomes() {
		if said[string(o)] != o.Words() {
			t.Errorf("%s is called %q, the document says %q", o, o.Words(), said[string(o)])
		}
	}
	if len(rows) != len(finding.Outcomes()) {
		t.Errorf("the document has %d outcomes, want %d", len(rows), len(finding.Outcomes()))
	}
}

// TestUsualSeveritiesAreAsTheDocumentSays holds the rules' own severity; which others
// their findings have is held beside the cases of the rules.
func TestUsualSeveritiesAreAsTheDocumentSays(t *testing.T) {
	usual := map[string]string{}
	for _, rule := range rules.All() {
		usual[rule.Name] = string(rule.Severity)
	}
	for _, row := range tableUnder(t, document(t, "docs/findings.md"), "| rule | usual | also | when |") {
		if usual[row[0]] != row[1] {
			t.Errorf("%s is %q, the document says %q", row[0], usual[row[0]], row[1])
		}
	}
}

// TestTheReadmeShowsWhatTheDemoPrints holds the worked example against the text report
// of the demonstration, but for its last line: the id and how right the rule was.
func TestTheReadmeShowsWhatTheDemoPrints(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "demo")
	if code := run(context.Background(), []string{"demo", "--dir", dir}, quiet()); code != 0 {
		t.Fatalf("the demonstration ends with %d", code)
	}
	report, err := os.ReadFile(filepath.Join(dir, "reports", "latest", "report.txt"))
	if err != nil {
		t.Fatal(err)
	}
	printed := workedFinding.FindString(string(report))
	if printed == "" {
		t.Fatal("the report has no such finding")
	}
	printed = strings.ReplaceAll(printed, "\n  ", "\n")[2:]
	printed = printed[:strings.LastIndex(printed, "\n  f-")+1]
	readme := document(t, "README.md")
	shown := workedExample.FindStringSubmatch(readme)
	switch {
	case shown == nil:
		t.Fatal("README.md has no worked example")
	case shown[1] == printed:
	case *update:
		text := strings.Replace(readme, shown[1], printed, 1)
		if err := os.WriteFile(filepath.Join("..", "..", "README.md"), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	default:
		t.Errorf("README.md shows\n%s\nthe demonstration prints\n%s\nrun `go test -tags sqlite_fts5 ./cmd/pincite -run Readme -update` and read what follows it there", shown[1], printed)
	}
}

var (
	workedFinding = regexp.MustCompile(`(?m)^  CRITICAL deadline-contradicted (?:.+\n)+`)
	workedExample = regexp.MustCompile("(?s)## A finding, explained\n.*?```\n(.*?)```")
)

// quiet are streams that nobody reads.
func quiet() *streams {
	return &streams{in: strings.NewReader(""), out: &strings.Builder{}, err: &strings.Builder{}}
}

// TestLinksOfTheDocumentsLead follows the relative links of README.md and docs, with
// the heading that they name.
func TestLinksOfTheDocumentsLead(t *testing.T) {
	names, err := filepath.Glob("../../docs/*.md")
	if err != nil || len(names) == 0 {
		t.Fatal("no documents", err)
	}
	for _, name := range append(names, "../../README.md") {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range relativeLink.FindAllStringSubmatch(string(data), -1) {
			followLink(t, name, m[1], m[2])
		}
	}
}

var relativeLink = regexp.MustCompile(`\]\(([\w./-]*)(?:#([\w-]+))?\)`)

func followLink(t *testing.T, from, target, heading string) {
	t.Helper()
	path := from
	if target != "" {
		path = filepath.Join(filepath.Dir(from), target)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Errorf("%s links to %s, which is not there", from, target)
		return
	}
	for line := range strings.Lines(string(data)) {
		if strings.HasPrefix(line, "#") && anchor(line) == heading {
			return
		}
	}
	if heading != "" {
		t.Errorf("%s links to #%s of %s, which has no such heading", from, heading, path)
	}
}

// anchor is the name by which a heading is linked to.
func anchor(line string) string {
	words := strings.Fields(strings.ToLower(strings.Trim(line, "# \n")))
	return notInAnchors.ReplaceAllString(strings.Join(words, "-"), "")
}

var notInAnchors = regexp.MustCompile(`[^\w-]`)
