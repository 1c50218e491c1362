// Package eval measures the audit on answers that people have labelled: precision
// and recall of each rule, verdicts of pairs, false alarms, and the readers of
// other labelled sets.
//
// It will not run the audit, nor open files of its own: it is handed a file
// system and reports, and it never decides what a good answer is; the labels do.
package eval

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/statute"
)

// Gold is one labelled answer. All its offsets are bytes of Answer.
type Gold struct {
	ID           string
	Jurisdiction statute.Jurisdiction
	Question     string
	// Answer is the whole text, Source(s) list included.
	Answer  string
	Sources []Source
	Claims  []Claim
	// OfSources and OfAnswer are the labels on the list and on the whole.
	OfSources []Label
	OfAnswer  []Label
	// Clean is true where nothing above low severity is labelled.
	Clean bool
	// Origin is "natural", "synthetic" or another word of the labellers; "" where
	// they say nothing.
	Origin string
}

// Source is a line of the list and the section that people bound it to; Number
// and File are "" where no section answers to it.
type Source struct {
	Ref    statute.Ref `json:"ref"`
	Title  string      `json:"title"`
	Number string      `json:"number"`
	File   string      `json:"file"`
}

// Claim is a labelled claim with its pairs.
type Claim struct {
	ID            int
	Span          answer.Span
	Text          string
	NeedsCitation bool
	Pairs         []Pair
	// Labels are those of the claim as a whole.
	Labels []Label
	// Union is "supported" where the citations support the claim together only.
	Union string
	// Better are the numbers of sections that state the claim directly.
	Better []string
}

// Pair is a labelled claim-citation pair.
type Pair struct {
	Ref     statute.Ref
	Verdict finding.Verdict
	Labels  []Label
	// Primary is the rule that a reader must see first, "" for a sound pair.
	Primary string
	// Doubt marks a pair on which two careful readers could differ.
	Doubt    bool
	Evidence string
	Why      string
}

// Read reads every labelled answer of a folder, by name. A folder without one is
// an error.
func Read(fsys fs.FS, folder string) ([]Gold, error) {
	names, err := fs.Glob(fsys, path.Join(folder, "*.json"))
	if err != nil {
		return nil, fmt.Errorf("labelled answers in %s: %w", folder, err)
	}
	var golds []Gold
	for _, name := range names {
		if strings.HasPrefix(path.Base(name), "_") {
			continue
		}
		g, err := readGold(fsys, name)
		if err != nil {
			return nil, fmt.Errorf("labelled answer %s: %w", name, err)
		}
		golds = append(golds, g)
	}
	if len(golds) == 0 {
		return nil, errors.New("no labelled answer is there, for there is no .json file: give the folder that holds them")
	}
	return golds, nil
}

// goldFile is the file's own shape.
type goldFile struct {
	ID             string               `json:"id"`
	Jurisdiction   statute.Jurisdiction `json:"jurisdiction"`
	Question       string               `json:"question"`
	Answer         string               `json:"answer"`
	Sources        []Source             `json:"sources"`
	Claims         []goldClaim          `json:"claims"`
	SourceFindings []goldLabel          `json:"source_findings"`
	AnswerFindings []goldLabel          `json:"answer_findings"`
	Clean          bool                 `json:"clean"`
	Origin         string               `json:"origin"`
	Synthetic      *bool                `json:"synthetic"`
}

type goldClaim struct {
	ID            int            `json:"id"`
	Text          string         `json:"text"`
	Start         int            `json:"start"`
	End           int            `json:"end"`
	NeedsCitation bool           `json:"needs_citation"`
	Citations     []goldCitation `json:"citations"`
	Findings      []string       `json:"findings"`
	Union         string         `json:"union"`
	Doubt         bool           `json:"doubt"`
	Better        []struct {
		Number string `json:"number"`
	} `json:"better"`
}

type goldCitation struct {
	Ref      statute.Ref     `json:"ref"`
	Verdict  finding.Verdict `json:"verdict"`
	Findings []string        `json:"findings"`
	Primary  string          `json:"primary"`
	Evidence string          `json:"evidence"`
	Why      string          `json:"why"`
	Doubt    bool            `json:"doubt"`
}

type goldLabel struct {
	Ref     statute.Ref `json:"ref"`
	Finding string      `json:"finding"`
	Number  string      `json:"number"`
	Text    string      `json:"text"`
	Why     string      `json:"why"`
	Doubt   bool        `json:"doubt"`
}

func readGold(fsys fs.FS, name string) (Gold, error) {
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return Gold{}, err
	}
	var f goldFile
	if err := json.Unmarshal(data, &f); err != nil {
		return Gold{}, err
	}
	if f.ID == "" || f.Answer == "" || f.Jurisdiction.Name() == "" {
		return Gold{}, errors.New(`want "id", "answer" and a known "jurisdiction"`)
	}
	return f.gold()
}

func (f goldFile) gold() (Gold, error) {
	g := Gold{ID: f.ID, Jurisdiction: f.Jurisdiction, Question: f.Question, Answer: f.Answer, Sources: f.Sources, Clean: f.Clean, Origin: f.origin()}
	places := placesOf(f.Answer)
	for _, c := range f.Claims {
		claim, err := c.claim(f.Answer, places)
		if err != nil {
			return Gold{}, err
		}
		g.Claims = append(g.Claims, claim)
	}
	for _, l := range f.SourceFindings {
		g.OfSources = append(g.OfSources, l.label(f.Answer))
	}
	for _, l := range f.AnswerFindings {
		g.OfAnswer = append(g.OfAnswer, l.label(f.Answer))
	}
	return g, nil
}

func (f goldFile) origin() string {
	switch {
	case f.Synthetic == nil:
		return f.Origin
	case *f.Synthetic:
		return "synthetic"
	}
	return "natural"
}

// placesOf gives the byte at which each character of a text begins: labellers
// count characters.
func placesOf(text string) []int {
	places := make([]int, 0, len(text)+1)
	for at := range text {
		places = append(places, at)
	}
	return append(places, len(text))
}

func (c goldClaim) claim(text string, places []int) (Claim, error) {
	if c.Start < 0 || c.End < c.Start || c.End >= len(places) {
		return Claim{}, fmt.Errorf("claim %d: offsets %d to %d are not in the answer", c.ID, c.Start, c.End)
	}
	claim := Claim{ID: c.ID, Span: answer.Span{Start: places[c.Start], End: places[c.End]}, Text: c.Text, NeedsCitation: c.NeedsCitation, Union: c.Union}
	if text[claim.Span.Start:claim.Span.End] != c.Text {
		return Claim{}, fmt.Errorf("claim %d: its text does not stand at %d to %d (in characters)", c.ID, c.Start, c.End)
	}
	for _, rule := range c.Findings {
		claim.Labels = append(claim.Labels, Label{Rule: rule, Places: []answer.Span{claim.Span}, Text: c.Text, Doubt: c.Doubt})
	}
	for _, b := range c.Better {
		claim.Better = append(claim.Better, b.Number)
	}
	for _, p := range c.Citations {
		pair, err := p.pair(claim)
		if err != nil {
			return Claim{}, fmt.Errorf("claim %d: %w", c.ID, err)
		}
		claim.Pairs = append(claim.Pairs, pair)
	}
	return claim, nil
}

func (p goldCitation) pair(c Claim) (Pair, error) {
	switch p.Verdict {
	case finding.Supported, finding.PartlySupported, finding.NotSupported, finding.Contradicted:
	default:
		return Pair{}, fmt.Errorf("ref %s: verdict %q is none", p.Ref, p.Verdict)
	}
	pair := Pair{Ref: p.Ref, Verdict: p.Verdict, Primary: p.Primary, Doubt: p.Doubt, Evidence: p.Evidence, Why: p.Why}
	for _, rule := range p.Findings {
		pair.Labels = append(pair.Labels, Label{Rule: rule, Ref: p.Ref, Places: []answer.Span{c.Span}, Text: c.Text, Doubt: p.Doubt, Why: p.Why})
	}
	return pair, nil
}

// label places a label's text wherever it stands in the answer.
func (l goldLabel) label(text string) Label {
	label := Label{Rule: l.Finding, Ref: l.Ref, Number: l.Number, Text: l.Text, Why: l.Why, Doubt: l.Doubt}
	for at := 0; l.Text != ""; {
		n := strings.Index(text[at:], l.Text)
		if n < 0 {
			break
		}
		label.Places = append(label.Places, answer.Span{Start: at + n, End: at + n + len(l.Text)})
		at += n + len(l.Text)
	}
	return label
}
