package web

import (
	"slices"
	"strconv"
	"strings"

	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/statute"
	"github.com/pincite/pincite/internal/store"
)

// sectionData is a section as held.
type sectionData struct {
	store.Version
	Place      string
	Paragraphs []paragraph
	// Others are what else is held under the number; Versions all words that this
	// one ever had, newest first.
	Others   []store.Version
	Versions []store.Version
	From, To int
	Words    []finding.DiffPart
	Uses     []use
	// NowAt leads to the number that took its place, "" where that is not held.
	NowAt string
}

// paragraph is a line of the text, set in by the depth of its subsection.
type paragraph struct {
	Text  string
	Depth int
}

func section(v *view) (*page, error) {
	return sectionPage(v, code(v.PathValue("jurisdiction")), v.PathValue("number"))
}

func sectionPage(v *view, j statute.Jurisdiction, number string) (*page, error) {
	all, err := v.Store.Versions(v.Context(), j, number)
	if err != nil {
		return nil, err
	}
	i := v.wanted(all)
	if i < 0 {
		return nil, absent("No section %s of %s is held, and none was.", cut(number, 200), firstOf(j.Name(), cut(string(j), 100)))
	}
	d := &sectionData{Version: all[i], Place: firstOf(j.Name(), string(j))}
	d.sort(all)
	if err := v.compare(d); err != nil {
		return nil, err
	}
	marks := v.shelfmarks()
	if d.NowAt = marks.section(j, d.RenumberedTo, 0); marks.err != nil {
		return nil, marks.err
	}
	d.Paragraphs = paragraphs(&d.Section)
	d.Uses = v.last.citing[finding.SectionKey{Jurisdiction: j, Number: d.Number, Occurrence: d.Occurrence}]
	return &page{Body: "section", Here: "law", Title: "§ " + strings.TrimSpace(d.Number+" "+d.Catchline), Tone: d.tone(), Place: string(j), Data: d, Kicker: []crumb{
		{"Law", "/law"}, {d.Place, placeAddress(j)}, {d.Act, sourceAddress(j, d.Source)},
	}}, nil
}

// wanted is the section that the query means: the first, which is the newest
// that stands, where it says nothing; -1 where there is none.
func (v *view) wanted(all []store.Version) int {
	query := v.URL.Query()
	source, occurrence := query.Get("source"), query.Get("occurrence")
	return slices.IndexFunc(all, func(one store.Version) bool {
		return (source == "" || one.Source == source) && (occurrence == "" || strconv.Itoa(one.Occurrence) == occurrence)
	})
}

// sort parts the versions of this section from what else has its number.
func (d *sectionData) sort(all []store.Version) {
	for _, one := range all {
		if one.Source == d.Source && one.Occurrence == d.Occurrence {
			d.Versions = append(d.Versions, one)
		} else if !slices.ContainsFunc(d.Others, func(o store.Version) bool { return o.Source == one.Source && o.Occurrence == one.Occurrence }) {
			d.Others = append(d.Others, one)
		}
	}
}

// compare gives the word diff between the two versions that the query names by
// the runs that brought them, else between the last two.
func (v *view) compare(d *sectionData) error {
	if len(d.Versions) < 2 {
		return nil
	}
	from, to := d.named(v.URL.Query().Get("from"), 1), d.named(v.URL.Query().Get("to"), 0)
	if from == nil || to == nil {
		return absent("That section has no such version: its page lists those there are.")
	}
	d.From, d.To, d.Words = from.Since, to.Since, v.Diff(from.Text, to.Text)
	return nil
}

func (d *sectionData) named(since string, fallback int) *store.Version {
	if since == "" {
		return &d.Versions[fallback]
	}
	i := slices.IndexFunc(d.Versions, func(one store.Version) bool { return strconv.Itoa(one.Since) == since })
	if i < 0 {
		return nil
	}
	return &d.Versions[i]
}

// tone warns of what is no law today, or may be read wrongly.
func (d *sectionData) tone() string {
	if d.Until > 0 || d.Status != statute.InForce || len(d.Doubts) > 0 {
		return "warn"
	}
	return ""
}

// Run is the name of a run by its number.
func (d *sectionData) Run(seq int) string { return store.Run{Seq: seq}.ID() }

// deepest is how far a paragraph is set in at most.
const deepest = 5

// paragraphs parts the text at its line ends. A paragraph stands at the depth of
// the innermost subsection that holds its first byte.
func paragraphs(s *statute.Section) []paragraph {
	var out []paragraph
	at := 0
	for text := range strings.SplitSeq(s.Text, "\n") {
		if strings.TrimSpace(text) != "" {
			out = append(out, paragraph{text, min(depth(s.Subsections, at), deepest)})
		}
		at += len(text) + 1
	}
	return out
}

func depth(all []statute.Subsection, at int) int {
	n := 0
	for i := range all {
		if all[i].Start <= at && at < all[i].End {
			n++
		}
	}
	return max(n-1, 0)
}
