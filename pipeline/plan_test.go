package pipeline

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// planned gives what a run would do, and fails where saying so changes a row.
func (n *night) planned(only string) string {
	n.Helper()
	p := n.open()
	before, err := p.Store.Next(n.Context())
	if err != nil {
		n.Fatal(err)
	}
	lines, err := p.Plan(n.Context(), only)
	if err != nil {
		n.Fatal(err)
	}
	after, err := p.Store.Next(n.Context())
	if err != nil || after.Seq != before.Seq {
		n.Errorf("the next run was %d and is %d, %v", before.Seq, after.Seq, err)
	}
	return strings.Join(lines, "\n")
}

// lineCounts counts the lines of each stage.
func lineCounts(plan string) string {
	counts := map[string]int{}
	for line := range strings.Lines(plan) {
		counts[strings.Fields(line)[0]]++
	}
	return fmt.Sprint(counts)
}

func TestAPlanNamesWhatIsKnown(t *testing.T) {
	n := newNight(t)
	if got := lineCounts(n.planned("")); got != "map[What:1 answer:3 audit:3 report:1 scrape:3]" {
		t.Errorf("before the first run: %s\n%s", got, n.planned(""))
	}
	n.run()
	if got := lineCounts(n.planned("")); got != "map[What:1 report:1 scrape:3]" {
		t.Errorf("with nothing changed: %s\n%s", got, n.planned(""))
	}
	n.write("answers/breach.txt", []byte(strings.ReplaceAll(string(readDemo(t, "answers/breach.txt")), "45 calendar days", "30 calendar days")))
	if got := n.planned("audit"); got != "audit   breach.txt (the answer, the rules or the judge changed)" {
		t.Errorf("with an edited answer: %s", got)
	}
	if o := n.run(); o.Counts["audit"] != (Count{Done: 1}) {
		t.Errorf("the run did %+v", o.Counts)
	}
}

func TestAPlanReadsMirroredFiles(t *testing.T) {
	n := newNight(t)
	folder := filepath.Join(n.dir, "mirror")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	n.write("mirror/customer-data.html", example(t, "customer-data.html"))
	n.configure(source("zz-12-4", "Customer Data Act", "file:mirror/*.html"))
	n.run()
	if got := lineCounts(n.planned("")); got != "map[report:1 scrape:1]" {
		t.Errorf("with nothing changed: %s\n%s", got, n.planned(""))
	}
	n.write("mirror/customer-data.html", []byte(strings.ReplaceAll(string(example(t, "customer-data.html")), "thirty calendar days", "twenty calendar days")))
	plan := strings.Split(n.planned(""), "\n")
	if !slices.ContainsFunc(plan, func(l string) bool { return strings.HasPrefix(l, "parse   zz-12-4 file:mirror/customer-data.html") }) {
		t.Errorf("with a changed file: %s", strings.Join(plan, "\n"))
	}
}
