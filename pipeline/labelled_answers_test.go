package pipeline

import (
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/pincite/pincite/internal/eval"
	"github.com/pincite/pincite/internal/sharedtest"
	"github.com/pincite/pincite/internal/statute"
)

// TestLabelledAnswersBind wants each source of the answers labelled here in the law as
// it is read, and the words that prove a label in the section; how the audit
// fares on them it does not ask.
func TestLabelledAnswersBind(t *testing.T) {
	corpus := os.DirFS(sharedtest.Path(t, "corpus"))
	for _, folder := range []string{"seen", "fresh"} {
		t.Run(folder, func(t *testing.T) { checkBinding(t, corpus, folder) })
	}
}

// checkBinding leaves out sources labelled as of no section, which name no file.
func checkBinding(t *testing.T, corpus fs.FS, folder string) {
	golds, err := eval.Read(os.DirFS("../internal/eval/testdata"), folder)
	if err != nil {
		t.Fatal(err)
	}
	read := map[string]statute.Document{}
	for _, g := range golds {
		for _, s := range g.Sources {
			if s.File == "" {
				continue
			}
			if _, held := read[s.File]; !held {
				if read[s.File], err = parseFile(t.Context(), corpus, s.File, jurisdictionOf(s.File)); err != nil {
					t.Fatal(err)
				}
			}
			if !sectionHas(read[s.File], s.Number, "") {
				t.Errorf("%s [%s]: no section %s in %s", g.ID, s.Ref, s.Number, s.File)
			}
		}
		checkEvidence(t, g, read)
	}
}

// checkEvidence looks for the words in the cited section, where there is one; those
// of an act's exemptions stand in another section of its file.
func checkEvidence(t *testing.T, g eval.Gold, read map[string]statute.Document) {
	t.Helper()
	for _, c := range g.Claims {
		for _, p := range c.Pairs {
			i := slices.IndexFunc(g.Sources, func(s eval.Source) bool { return s.Ref == p.Ref })
			if i < 0 || g.Sources[i].File == "" {
				continue
			}
			number := g.Sources[i].Number
			if slices.ContainsFunc(p.Labels, func(l eval.Label) bool { return l.Rule == "exception-missing" }) {
				number = ""
			}
			if !sectionHas(read[g.Sources[i].File], number, p.Evidence) {
				t.Errorf("%s claim %d [%s]: %q is not in %s", g.ID, c.ID, p.Ref, p.Evidence, g.Sources[i].Number)
			}
		}
	}
}

// sectionHas reports a section of that number, any for "", with those words, or
// each of their pieces where " ... " leaves something out.
func sectionHas(d statute.Document, number, words string) bool {
	return slices.ContainsFunc(d.Sections, func(s statute.Section) bool {
		lacks := func(piece string) bool { return !strings.Contains(folded(s.Text), folded(piece)) }
		return (number == "" || s.Number == number) && !slices.ContainsFunc(strings.Split(words, " ... "), lacks)
	})
}

// plainQuotes are typed for the printer's quotation marks and dashes, and for the space that a
// link leaves before a stop.
var plainQuotes = strings.NewReplacer("’", "'", "“", `"`, "”", `"`, "—", "-", "–", "-", " ,", ",", " .", ".", " ;", ";")

func folded(s string) string {
	return strings.ToLower(strings.Join(strings.Fields(plainQuotes.Replace(s)), " "))
}
