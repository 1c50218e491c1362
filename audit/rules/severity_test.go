package rules

import (
	"os"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/pincite/pincite/internal/finding"
)

// TestSeveritiesAreAsTheDocumentSays holds the findings of all cases against the table
// of docs/findings.md: a rule gives its usual severity, and another only where the
// table has it.
func TestSeveritiesAreAsTheDocumentSays(t *testing.T) {
	also := alsoSaid(t)
	for _, path := range glob(t, "testdata/*-*/*.txtar") {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range readCase(t, archive).find(t) {
			if f.Severity != members[f.Rule].Severity && !slices.Contains(also[f.Rule], f.Severity) {
				t.Errorf("%s: %s is %s here, which docs/findings.md does not say", path, f.Rule, f.Severity)
			}
		}
	}
}

// alsoSaid are the severities beside the usual one, by rule, as the document has them.
func alsoSaid(t *testing.T) map[string][]finding.Severity {
	t.Helper()
	text, err := os.ReadFile("../../docs/findings.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(text), "| rule | usual | also | when |\n")
	table, _, _ = strings.Cut(table, "\n\n")
	also := map[string][]finding.Severity{}
	for _, row := range strings.Split(table, "\n")[1:] {
		cells := strings.Split(row, " | ")
		rule := strings.TrimPrefix(cells[0], "| ")
		for _, severity := range strings.Split(cells[2], ", ") {
			also[rule] = append(also[rule], finding.Severity(severity))
		}
	}
	return also
}
