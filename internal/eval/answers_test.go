package eval

import (
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/statute"
)

// labelledSet is a folder of answers written and labelled here, and how many
// labels of each kind it must have.
type labelledSet struct {
	folder string
	// least is for kinds that fewest leaves out, or asks another number of.
	least map[string]int
	// supported is the share of sound pairs, in hundredths, and places the number
	// of jurisdictions.
	supported, places int
	// small sets hold only what they ask for, and need no clean answer.
	small bool
}

// fewest is what a set has of each kind, unless it asks another number.
var fewest = map[string]int{
	"modality-changed": 5, "negation-reversed": 4, "actor-changed": 4, "exception-missing": 6, "condition-missing": 5, "scope-widened": 5,
	"claim-unsupported": 4, "claim-partly-supported": 3, "source-misplaced": 4, "source-irrelevant": 2, "source-definitional": 3,
	"source-nonoperative": 2, "claim-uncited": 4, "term-shifted": 1, "answer-contradictory": 3, "absence-false": 3, "source-missed": 3,
	"question-unanswered": 2, "quote-altered": 2, "pinpoint-wrong": 2, "statement-padding": 2, "citation-redundant": 2,
	"statement-repeated": 2, "title-mismatched": 1, "source-unused": 1, "source-duplicated": 1,
}

var labelledSets = []labelledSet{
	{"seen", map[string]int{
		"modality-changed": 10, "negation-reversed": 9, "actor-changed": 8, "exception-missing": 13, "condition-missing": 10, "scope-widened": 10,
		"number-contradicted": 6, "deadline-contradicted": 9, "amount-contradicted": 5, "claim-unsupported": 9, "claim-partly-supported": 7,
		"source-misplaced": 8, "source-irrelevant": 5, "source-definitional": 6, "claim-uncited": 8, "term-shifted": 3, "answer-contradictory": 6,
		"absence-false": 6, "source-missed": 6, "pinpoint-wrong": 5, "title-mismatched": 3, "source-unused": 3, "citation-dangling": 1,
		"source-unknown": 1, "jurisdiction-wrong": 1, "section-repealed": 1,
	}, 58, 10, false},
	{"fresh", map[string]int{
		"modality-changed": 3, "negation-reversed": 1, "actor-changed": 2, "exception-missing": 3, "condition-missing": 3, "scope-widened": 3,
		"number-contradicted": 1, "deadline-contradicted": 2, "amount-contradicted": 1, "claim-unsupported": 1, "claim-partly-supported": 1,
		"source-definitional": 3, "source-misplaced": 3, "source-irrelevant": 2, "claim-uncited": 3,
	}, 50, 5, true},
}

// wants is how many labels of each kind the set must have: its own number where it
// asks one, or that of every set.
func (s labelledSet) wants() map[string]int {
	if s.small {
		return s.least
	}
	all := maps.Clone(fewest)
	maps.Copy(all, s.least)
	return all
}

// clean is how many answers without a fault a set has at least.
func (s labelledSet) clean() int {
	if s.small {
		return 0
	}
	return 2
}

// eachSet runs a test over the answers of each set.
func eachSet(t *testing.T, test func(t *testing.T, set labelledSet, all []Gold)) {
	for _, set := range labelledSets {
		t.Run(set.folder, func(t *testing.T) {
			all, err := Read(os.DirFS("testdata"), set.folder)
			if err != nil {
				t.Fatal(err)
			}
			test(t, set, all)
		})
	}
}

// TestLabelledHasEnoughOfEachKind wants faults of every kind, so that a rule's
// figure is never one of nothing; how good the audit is on them it does not ask.
func TestLabelledHasEnoughOfEachKind(t *testing.T) {
	eachSet(t, func(t *testing.T, set labelledSet, all []Gold) {
		numbers, had := 0, map[string]int{}
		for _, g := range all {
			for _, l := range g.Labels() {
				had[l.Rule]++
				if l.Rule == "number-contradicted" || l.Rule == "deadline-contradicted" || l.Rule == "amount-contradicted" {
					numbers++
				}
			}
		}
		for kind, n := range set.wants() {
			if had[kind] < n {
				t.Errorf("%s: %d labels, want %d or more", kind, had[kind], n)
			}
		}
		if numbers < 6 {
			t.Errorf("%d wrong numbers, deadlines and amounts, want 6 or more", numbers)
		}
	})
}

// lowKinds are the faults that leave an answer clean: it says too much, and nothing wrong.
var lowKinds = []string{"citation-redundant", "statement-repeated", "statement-padding", "source-unused", "source-duplicated"}

func aboveLow(labels []Label) int {
	n := 0
	for _, l := range labels {
		if !slices.Contains(lowKinds, l.Rule) {
			n++
		}
	}
	return n
}

// TestLabelledIsMostlySound wants what people publish: most pairs supported, two
// answers without a fault, several jurisdictions.
func TestLabelledIsMostlySound(t *testing.T) {
	eachSet(t, func(t *testing.T, set labelledSet, all []Gold) {
		pairs, supported, clean := 0, 0, 0
		places := map[statute.Jurisdiction]bool{}
		for _, g := range all {
			places[g.Jurisdiction] = true
			if n := aboveLow(g.Labels()); g.Clean && n > 0 || !g.Clean && len(g.Labels()) == 0 {
				t.Errorf("%s: clean is %v with %d labels above low", g.ID, g.Clean, n)
			}
			if g.Clean {
				clean++
			}
			for _, c := range g.Claims {
				for _, p := range c.Pairs {
					pairs++
					if p.Verdict == finding.Supported {
						supported++
					}
				}
			}
		}
		if supported*100 < pairs*set.supported || clean < set.clean() || len(places) < set.places {
			t.Errorf("%d of %d pairs supported, %d clean answers, %d jurisdictions", supported, pairs, clean, len(places))
		}
	})
}

// marker is a citation of a sentence.
var marker = regexp.MustCompile(`\[(\d+\.\d+)\]`)

// TestLabelledLabelsEveryMarker wants every marker of a claim judged, every ref in
// the list, and every quoted label in the answer.
func TestLabelledLabelsEveryMarker(t *testing.T) {
	eachSet(t, func(t *testing.T, _ labelledSet, all []Gold) {
		for _, g := range all {
			listed := map[statute.Ref]bool{}
			for _, s := range g.Sources {
				listed[s.Ref] = true
				checkSource(t, g, s)
			}
			for _, c := range g.Claims {
				checkMarkers(t, g, c, listed)
			}
			for _, l := range g.OfAnswer {
				if l.Text != "" && len(l.Places) == 0 {
					t.Errorf("%s: %q is not in the answer", g.ID, l.Text)
				}
			}
		}
	})
}

// checkSource wants a line of the list and a section of the jurisdiction for it;
// sources labelled as of no section, or of another state's, have none.
func checkSource(t *testing.T, g Gold, s Source) {
	t.Helper()
	if !strings.Contains(g.Answer, "\n- ["+s.Ref.String()+"] ") {
		t.Errorf("%s [%s]: not in the list", g.ID, s.Ref)
	}
	if (s.Number == "") != labelled(g, s.Ref, "source-unknown") {
		t.Errorf("%s [%s]: its section is %q", g.ID, s.Ref, s.Number)
	}
	own := strings.HasPrefix(s.File, strings.ToLower(string(g.Jurisdiction))+"/")
	if s.Number != "" && own == labelled(g, s.Ref, "jurisdiction-wrong") {
		t.Errorf("%s [%s]: its file is %s", g.ID, s.Ref, s.File)
	}
}

// labelled reports a fault that is labelled on a source.
func labelled(g Gold, ref statute.Ref, rule string) bool {
	return slices.ContainsFunc(g.OfSources, func(l Label) bool { return l.Ref == ref && l.Rule == rule })
}

func checkMarkers(t *testing.T, g Gold, c Claim, listed map[statute.Ref]bool) {
	t.Helper()
	found := marker.FindAllStringSubmatch(c.Text, -1)
	if len(found) == 0 && listItem(g, c) {
		return // its pairs are its lead-in's markers
	}
	if len(found) != len(c.Pairs) {
		t.Errorf("%s claim %d: %d markers, %d pairs", g.ID, c.ID, len(found), len(c.Pairs))
		return
	}
	for i, p := range c.Pairs {
		if found[i][1] != p.Ref.String() || listed[p.Ref] == labelled(g, p.Ref, "citation-dangling") {
			t.Errorf("%s claim %d: pair %s is not its marker, or not listed", g.ID, c.ID, p.Ref)
		}
		if p.sound(c) != (len(p.faults()) == 0) || (p.Primary == "") != (len(p.Labels) == 0) {
			t.Errorf("%s claim %d [%s]: %s with %d labels and primary %q", g.ID, c.ID, p.Ref, p.Verdict, len(p.Labels), p.Primary)
		}
	}
}

// faults are the labels of a pair but for those that a pair which supports its claim may
// carry: one marker too many, or a title that is another section's.
func (p *Pair) faults() []Label {
	return slices.DeleteFunc(slices.Clone(p.Labels), func(l Label) bool {
		return p.Verdict == finding.Supported && (l.Rule == "citation-redundant" || l.Rule == "title-mismatched")
	})
}

// listItem reports a claim that is an item of a list of the answer.
func listItem(g Gold, c Claim) bool {
	return regexp.MustCompile(`(?m)^\s*(-|\*|\d+\.) ` + regexp.QuoteMeta(c.Text)).MatchString(g.Answer)
}

// sound reports a pair without a fault: it supports its claim, or that
// part of it which the marker follows, where the markers together support it all.
func (p *Pair) sound(c Claim) bool {
	return p.Verdict == finding.Supported ||
		p.Verdict == finding.PartlySupported && c.Union == string(finding.Supported) && len(c.Pairs) > 1
}
