package pipeline

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/pincite/pincite/internal/sharedtest"
)

// TestTheDistrictsThreeYears runs over two editions of real sections of the
// District of Columbia and wants exactly the changes of enacted text that are on
// record; those of annotations and headings alone are none.
func TestTheDistrictsThreeYears(t *testing.T) {
	n := &night{T: t, dir: t.TempDir(), clock: &steady{time.Date(2026, 3, 1, 2, 15, 0, 0, time.UTC)}}
	n.write("questions.yaml", []byte("[]\n"))
	n.configure(strings.NewReplacer("jurisdiction: ZZ", "jurisdiction: DC", "new-mexico", "district-of-columbia").Replace(source("dc-28", "Title 28", "file:law/*.html")))
	n.mirror("v1")
	n.run()
	n.mirror("v2")
	o := n.run()
	var got []string
	for _, c := range o.Report.Changes {
		got = append(got, c.Number+" "+map[string]string{"amended": "changed", "added": "added", "removed": "removed"}[c.Kind])
	}
	slices.Sort(got)
	if want := onRecord(t); fmt.Sprint(got) != fmt.Sprint(want) || len(got) == 0 {
		t.Errorf("changes %v\nwant    %v", got, want)
	}
	if !o.Report.Coverage.Complete {
		t.Errorf("coverage: %+v", o.Report.Coverage)
	}
}

// mirror puts one edition into the folder of the source.
func (n *night) mirror(edition string) {
	n.Helper()
	if err := os.RemoveAll(filepath.Join(n.dir, "law")); err != nil {
		n.Fatal(err)
	}
	if err := os.CopyFS(filepath.Join(n.dir, "law"), os.DirFS(sharedtest.Path(n.T, "corpus", "dc", edition))); err != nil {
		n.Fatal(err)
	}
}

// onRecord gives the recorded changes of enacted text.
func onRecord(t *testing.T) []string {
	t.Helper()
	var record struct {
		Changes []struct {
			Number, Change string
			Fields         []string
		}
	}
	if err := json.Unmarshal(sharedtest.Read(t, "corpus", "dc", "CHANGES.json"), &record); err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, c := range record.Changes {
		if c.Change != "changed" || slices.Contains(c.Fields, "text") {
			all = append(all, c.Number+" "+c.Change)
		}
	}
	slices.Sort(all)
	return all
}
