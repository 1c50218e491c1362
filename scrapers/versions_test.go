package scrapers

import (
	"encoding/json"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/pincite/pincite/internal/sharedtest"
	"github.com/pincite/pincite/internal/statute"
)

// release is the sections of one edition by number and occurrence.
type release map[statute.Key]*statute.Section

func releaseOf(t *testing.T, pattern string) release {
	t.Helper()
	held := release{}
	files, err := filepath.Glob(filepath.Join(sharedtest.Path(t, "corpus"), filepath.FromSlash(pattern)))
	if err != nil || len(files) == 0 {
		t.Fatalf("%s: %v", pattern, err)
	}
	for _, f := range files {
		doc := readFile(t, f)
		parsed, err := Parse(Recognise(doc).Name, doc, "")
		if err != nil {
			t.Fatal(err)
		}
		for i := range parsed.Sections {
			held[parsed.Sections[i].Key()] = &parsed.Sections[i]
		}
	}
	return held
}

// changes are the numbers whose words differ between two releases.
type changes struct{ changed, added, removed []string }

func compareReleases(before, after release) changes {
	var c changes
	for key, s := range before {
		switch x := after[key]; {
		case x == nil:
			c.removed = append(c.removed, named(key))
		case x.Version() != s.Version():
			c.changed = append(c.changed, named(key))
		}
	}
	for key := range after {
		if before[key] == nil {
			c.added = append(c.added, named(key))
		}
	}
	slices.Sort(c.changed)
	slices.Sort(c.added)
	slices.Sort(c.removed)
	return c
}

func named(key statute.Key) string {
	if key.Occurrence > 1 {
		return key.Number + " (occurrence 2)"
	}
	return key.Number
}

// knownChanges reads the hand-checked list of two releases: what changed in its
// words, what was added and removed.
func knownChanges(t *testing.T, state string) changes {
	t.Helper()
	var list struct {
		Changes []struct {
			Number string   `json:"number"`
			Change string   `json:"change"`
			Fields []string `json:"fields"`
		} `json:"changes"`
	}
	if err := json.Unmarshal(sharedtest.Read(t, "corpus", state, "CHANGES.json"), &list); err != nil {
		t.Fatal(err)
	}
	var c changes
	for _, item := range list.Changes {
		switch {
		case item.Change == "added":
			c.added = append(c.added, item.Number)
		case item.Change == "removed":
			c.removed = append(c.removed, item.Number)
		case slices.Contains(item.Fields, "text"):
			c.changed = append(c.changed, item.Number)
		}
	}
	slices.Sort(c.changed)
	slices.Sort(c.added)
	slices.Sort(c.removed)
	return c
}

// wordDiff gives the words from the first to the last difference.
func wordDiff(a, b string) (before, after string) {
	x, y := strings.Fields(a), strings.Fields(b)
	for len(x) > 0 && len(y) > 0 && sameWord(x[0], y[0]) {
		x, y = x[1:], y[1:]
	}
	for len(x) > 0 && len(y) > 0 && sameWord(x[len(x)-1], y[len(y)-1]) {
		x, y = x[:len(x)-1], y[:len(y)-1]
	}
	return shorten(x), shorten(y)
}

func sameWord(a, b string) bool { return statute.FoldTypography(a) == statute.FoldTypography(b) }

func shorten(words []string) string {
	if len(words) > 24 {
		return strings.Join(words[:12], " ") + " […] " + strings.Join(words[len(words)-12:], " ")
	}
	return strings.Join(words, " ")
}

// show prints each change as words; one without any would be noise of markup.
func show(t *testing.T, state string, c changes, before, after release) {
	t.Helper()
	t.Logf("%s: %d changed, %d added, %d removed", state, len(c.changed), len(c.added), len(c.removed))
	for _, key := range keysOf(before) {
		s, x := before[key], after[key]
		if x == nil || !slices.Contains(c.changed, named(key)) {
			continue
		}
		was, is := wordDiff(s.Text, x.Text)
		t.Logf("%s %s: %q -> %q", state, named(key), was, is)
		if was == is && s.Status == x.Status {
			t.Errorf("%s %s: reported as changed, and no word of it is", state, named(key))
		}
	}
}

func keysOf(r release) []statute.Key {
	var keys []statute.Key
	for key := range r {
		keys = append(keys, key)
	}
	slices.SortFunc(keys, func(a, b statute.Key) int {
		if c := compareNumbers(a.Number, b.Number); c != 0 {
			return c
		}
		return a.Occurrence - b.Occurrence
	})
	return keys
}

// TestVersionsOfCleanReleases: two states whose lists were read by eye in full.
// The parse finds those changes of enacted text and no other; the rest of the
// list is annotations and catchlines.
func TestVersionsOfCleanReleases(t *testing.T) {
	for _, state := range []string{"dc", "nd"} {
		before, after := releaseOf(t, state+"/v1/*.html"), releaseOf(t, state+"/v2/*.html")
		got, want := compareReleases(before, after), knownChanges(t, state)
		show(t, state, got, before, after)
		if !slices.Equal(got.changed, want.changed) {
			t.Errorf("%s: changed\n got %v\nwant %v", state, got.changed, want.changed)
		}
		if !slices.Equal(got.added, want.added) || !slices.Equal(got.removed, want.removed) {
			t.Errorf("%s: added and removed\n got %v %v\nwant %v %v", state, got.added, got.removed, want.added, want.removed)
		}
	}
}

// movedByTheConverter are sections of which one release prints the paragraphs,
// or in 75-61 the mark (13a), in another place: the same words, and nothing in
// the pages tells which order is the law's.
var movedByTheConverter = []string{"75-17", "75-29", "75-33", "75-38", "75-61", "75-63"}

// stubText are stubs whose sentence is printed in one release only.
var stubText = []string{"75-5", "75-30"}

// paragraphsBefore takes out the stubs that the list calls added, for it counts headings
// alone: the release before prints each as a paragraph of a section's class and id.
func paragraphsBefore(state string, before release, added []string) []string {
	return slices.DeleteFunc(added, func(no string) bool {
		s := before[statute.Key{Number: no, Occurrence: 1}]
		return state == "nc" && s != nil && s.Status != statute.InForce && s.Text == ""
	})
}

// TestVersionsOfNoisyReleases: of these two the converter changed quotes, rules,
// hyphens and list numbering. What is reported must be a change of words that
// the list has too.
func TestVersionsOfNoisyReleases(t *testing.T) {
	for _, state := range []string{"nc", "co"} {
		before, after := releaseOf(t, state+"/v1/*.html"), releaseOf(t, state+"/v2/*.html")
		got, want := compareReleases(before, after), knownChanges(t, state)
		want.added = paragraphsBefore(state, before, want.added)
		show(t, state, got, before, after)
		for _, no := range got.changed {
			if !slices.Contains(want.changed, no) {
				t.Errorf("%s: %s is reported as changed and is not in the list", state, no)
			}
			if state == "nc" && !slices.Contains(movedByTheConverter, no) && !slices.Contains(stubText, no) {
				t.Errorf("nc: %s is reported as changed: no law of this chapter changed", no)
			}
		}
		if !slices.Equal(got.added, want.added) || len(got.removed) != len(want.removed) {
			t.Errorf("%s: added and removed\n got %v %v\nwant %v %v", state, got.added, got.removed, want.added, want.removed)
		}
	}
}

// TestReleasesAreNotDoubted: an edition that was amended is promoted.
func TestReleasesAreNotDoubted(t *testing.T) {
	for _, pair := range [][2]string{
		{"nc/v1/gov.nc.stat.title.075.r78.html", "nc/v2/gov.nc.stat.title.075.r81.html"},
		{"nd/v1/gov.nd.code.title.51.r78.html", "nd/v2/gov.nd.code.title.51.r81.html"},
		{"co/v1/gov.co.crs.title.06.r75.html", "co/v2/gov.co.crs.title.06.r76.html"},
	} {
		before, after := parseReal(t, pair[0]), parseReal(t, pair[1])
		for _, doubt := range Against(&before, &after) {
			t.Errorf("%s: %s", pair[1], doubt)
		}
	}
}
