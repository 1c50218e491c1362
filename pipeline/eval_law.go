package pipeline

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/internal/eval"
	"github.com/pincite/pincite/internal/extract"
	"github.com/pincite/pincite/internal/statute"
	"github.com/pincite/pincite/scrapers"
)

// LawRead says what was held of one jurisdiction.
type LawRead struct {
	Jurisdiction statute.Jurisdiction `json:"jurisdiction"`
	Documents    int                  `json:"documents"`
	Sections     int                  `json:"sections"`
	// Former counts sections of older editions.
	Former int `json:"former"`
}

// labelledLaw is the law that labelled answers are audited against.
type labelledLaw struct {
	laws []*enacted.Law
	read []LawRead
}

// of gives a jurisdiction's law, nil where no label names a file of it.
func (l *labelledLaw) of(j statute.Jurisdiction) *enacted.Law {
	for _, law := range l.laws {
		if law.Jurisdiction == j {
			return law
		}
	}
	return nil
}

func (l *labelledLaw) others(j statute.Jurisdiction) []*enacted.Law {
	var others []*enacted.Law
	for _, law := range l.laws {
		if law.Jurisdiction != j {
			others = append(others, law)
		}
	}
	return others
}

// edition is a folder that holds one release of a publisher's documents, "v2".
var edition = regexp.MustCompile(`^v([0-9]+)$`)

// readLaw reads, by jurisdiction, all files that the labels name. A file that
// stands in the folder of an edition brings the whole edition with it, and the
// earlier ones as what the law was.
func readLaw(ctx context.Context, corpus fs.FS, golds []eval.Gold) (*labelledLaw, error) {
	held := &labelledLaw{}
	for _, j := range namedJurisdictions(golds) {
		b := lawReader{ctx: ctx, corpus: corpus, jurisdiction: j, seen: map[string]bool{}}
		for _, name := range namedFiles(golds, j) {
			if err := b.add(name); err != nil {
				return nil, err
			}
		}
		held.laws = append(held.laws, enacted.NewLaw(j, b.sections, b.former, true, nil))
		held.read = append(held.read, LawRead{j, b.documents, len(b.sections), len(b.former)})
	}
	return held, nil
}

// jurisdictionOf is that of the folder at the head of a file's name: "dc/v2/…".
func jurisdictionOf(name string) statute.Jurisdiction {
	first, _, _ := strings.Cut(name, "/")
	if strings.EqualFold(first, "federal") {
		return "US"
	}
	j, err := statute.ParseJurisdiction(first)
	if err != nil {
		return ""
	}
	return j
}

func namedJurisdictions(golds []eval.Gold) []statute.Jurisdiction {
	var all []statute.Jurisdiction
	for _, g := range golds {
		for _, s := range g.Sources {
			if j := jurisdictionOf(s.File); j != "" {
				all = append(all, j)
			}
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

func namedFiles(golds []eval.Gold, j statute.Jurisdiction) []string {
	var all []string
	for _, g := range golds {
		for _, s := range g.Sources {
			if jurisdictionOf(s.File) == j {
				all = append(all, s.File)
			}
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// lawReader gathers one jurisdiction's sections.
type lawReader struct {
	ctx              context.Context
	corpus           fs.FS
	jurisdiction     statute.Jurisdiction
	seen             map[string]bool
	documents        int
	sections, former []statute.Held
}

// add reads a file that a label names, or the edition it stands in. The files of
// one folder are one source: a publisher may give each section a page.
func (b *lawReader) add(name string) error {
	folder := path.Dir(name)
	if !edition.MatchString(path.Base(folder)) {
		return b.hold(name, folder)
	}
	if b.seen[folder] {
		return nil
	}
	b.seen[folder] = true
	if err := b.holdAll(folder, folder); err != nil {
		return err
	}
	return b.addFormer(folder)
}

// holdAll reads the documents of a folder in the order of their names.
func (b *lawReader) holdAll(folder, source string) error {
	entries, err := fs.ReadDir(b.corpus, folder)
	if err != nil {
		return fmt.Errorf("corpus: %w: give its folder with --corpus", err)
	}
	for _, entry := range entries {
		if !entry.IsDir() {
			if err := b.hold(path.Join(folder, entry.Name()), source); err != nil {
				return err
			}
		}
	}
	return nil
}

// hold reads one document.
func (b *lawReader) hold(name, source string) error {
	parsed, err := parseFile(b.ctx, b.corpus, name, b.jurisdiction)
	if err != nil {
		return err
	}
	b.documents++
	for i, s := range parsed.Sections {
		b.sections = append(b.sections, statute.Held{
			Section: s, Ref: statute.Ref{Document: b.documents, Section: i + 1}, Source: source, Act: parsed.Title, Doubts: parsed.Checks.Doubts,
		})
	}
	return nil
}

// addFormer reads the earlier editions beside a folder, newest first, and keeps
// the sections whose words have changed since.
func (b *lawReader) addFormer(folder string) error {
	standing := map[string]bool{}
	for i := range b.sections {
		standing[b.sections[i].Number+" "+b.sections[i].Version()] = true
	}
	for _, older := range b.olderThan(folder) {
		before := &lawReader{ctx: b.ctx, corpus: b.corpus, jurisdiction: b.jurisdiction}
		if err := before.holdAll(older, folder); err != nil {
			return err
		}
		for _, h := range before.sections {
			if key := h.Number + " " + h.Version(); !standing[key] {
				standing[key] = true
				b.former = append(b.former, h)
			}
		}
	}
	return nil
}

// olderThan lists the folders of earlier editions, newest first.
func (b *lawReader) olderThan(folder string) []string {
	entries, _ := fs.ReadDir(b.corpus, path.Dir(folder)) // it was read a moment ago
	var numbers []int
	for _, entry := range entries {
		if n := editionNumber(entry.Name()); entry.IsDir() && n > 0 && n < editionNumber(path.Base(folder)) {
			numbers = append(numbers, n)
		}
	}
	slices.Sort(numbers)
	slices.Reverse(numbers)
	var folders []string
	for _, n := range numbers {
		folders = append(folders, path.Join(path.Dir(folder), "v"+strconv.Itoa(n)))
	}
	return folders
}

// editionNumber is 2 of "v2", 0 of a name that is no edition's.
func editionNumber(name string) int {
	m := edition.FindStringSubmatch(name)
	if m == nil {
		return 0
	}
	n, _ := strconv.Atoi(m[1])
	return n
}

// parseFile reads the sections of one file of a corpus.
func parseFile(ctx context.Context, corpus fs.FS, name string, j statute.Jurisdiction) (statute.Document, error) {
	data, err := fs.ReadFile(corpus, name)
	if errors.Is(err, fs.ErrNotExist) {
		return statute.Document{}, fmt.Errorf("corpus: the labels name %s, which is not there: give the folder with --corpus", name)
	}
	if err != nil {
		return statute.Document{}, fmt.Errorf("corpus: %w", err)
	}
	doc, err := extract.Read(ctx, extract.File{Name: path.Base(name), Data: data})
	if err != nil {
		return statute.Document{}, fmt.Errorf("corpus: %s: %w", name, err)
	}
	parsed, err := scrapers.Recognise(doc).Parse(doc, j)
	if err != nil {
		return statute.Document{}, fmt.Errorf("corpus: %s: %w", name, err)
	}
	return parsed, nil
}
