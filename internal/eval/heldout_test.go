package eval

import (
	"os"
	"path"
	"regexp"
	"strings"
	"testing"

	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/statute"
)

// heldOut reads the answers that no rule was written on.
func heldOut(t *testing.T) []Gold {
	t.Helper()
	all, err := Read(os.DirFS("testdata"), "heldout")
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// TestHeldOutHasEnoughOfEachKind wants faults of every kind, so that a rule's
// figure is never one of nothing; how good the audit is on them it does not ask.
func TestHeldOutHasEnoughOfEachKind(t *testing.T) {
	wanted := map[string]int{
		"modality-changed": 5, "negation-reversed": 4, "actor-changed": 4, "exception-missing": 6, "condition-missing": 5, "scope-widened": 5,
		"claim-unsupported": 4, "claim-partly-supported": 3, "source-misplaced": 4, "source-irrelevant": 2, "source-definitional": 3,
		"source-nonoperative": 2, "claim-uncited": 4, "term-shifted": 2, "answer-contradictory": 3, "absence-false": 3, "source-missed": 3,
		"question-unanswered": 2, "quote-altered": 2, "pinpoint-wrong": 2, "statement-padding": 2, "citation-redundant": 2,
		"statement-repeated": 2, "title-mismatched": 1, "source-unused": 1, "source-duplicated": 1,
	}
	numbers, had := 0, map[string]int{}
	for _, g := range heldOut(t) {
		for _, l := range g.Labels() {
			had[l.Rule]++
			if l.Rule == "number-contradicted" || l.Rule == "deadline-contradicted" || l.Rule == "amount-contradicted" {
				numbers++
			}
		}
	}
	for kind, n := range wanted {
		if had[kind] < n {
			t.Errorf("%s: %d labels, want %d or more", kind, had[kind], n)
		}
	}
	if numbers < 8 {
		t.Errorf("%d wrong numbers, deadlines and amounts, want 8 or more", numbers)
	}
}

// TestHeldOutIsMostlySound wants what people publish: most pairs supported, two
// answers without a fault, several jurisdictions.
func TestHeldOutIsMostlySound(t *testing.T) {
	pairs, supported, clean := 0, 0, 0
	places := map[statute.Jurisdiction]bool{}
	for _, g := range heldOut(t) {
		places[g.Jurisdiction] = true
		if g.Clean != (len(g.Labels()) == 0) {
			t.Errorf("%s: clean is %v with %d labels", g.ID, g.Clean, len(g.Labels()))
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
	if supported*10 < pairs*6 || clean != 2 || len(places) < 7 {
		t.Errorf("%d of %d pairs supported, %d clean answers, %d jurisdictions", supported, pairs, clean, len(places))
	}
}

// marker is a citation of a sentence.
var marker = regexp.MustCompile(`\[(\d+\.\d+)\]`)

// TestHeldOutLabelsEveryMarker wants every marker of a claim judged, every ref in
// the list, and every quoted label in the answer.
func TestHeldOutLabelsEveryMarker(t *testing.T) {
	for _, g := range heldOut(t) {
		listed := map[statute.Ref]bool{}
		for _, s := range g.Sources {
			listed[s.Ref] = true
			if !strings.Contains(g.Answer, "\n- ["+s.Ref.String()+"] ") || s.Number == "" || !strings.HasPrefix(s.File, strings.ToLower(string(g.Jurisdiction))+"/") {
				t.Errorf("%s [%s]: not in the list, or without a section of the jurisdiction", g.ID, s.Ref)
			}
		}
		for _, c := range g.Claims {
			checkMarkers(t, g.ID, c, listed)
		}
		for _, l := range g.OfAnswer {
			if l.Text != "" && len(l.Places) == 0 {
				t.Errorf("%s: %q is not in the answer", g.ID, l.Text)
			}
		}
	}
}

func checkMarkers(t *testing.T, id string, c Claim, listed map[statute.Ref]bool) {
	t.Helper()
	found := marker.FindAllStringSubmatch(c.Text, -1)
	if len(found) != len(c.Pairs) {
		t.Errorf("%s claim %d: %d markers, %d pairs", path.Join("heldout", id), c.ID, len(found), len(c.Pairs))
		return
	}
	for i, p := range c.Pairs {
		if found[i][1] != p.Ref.String() || !listed[p.Ref] {
			t.Errorf("%s claim %d: pair %s is not its marker, or not listed", id, c.ID, p.Ref)
		}
		if (p.Verdict == finding.Supported) != (len(p.Labels) == 0) || (p.Primary == "") != (len(p.Labels) == 0) {
			t.Errorf("%s claim %d [%s]: %s with %d labels and primary %q", id, c.ID, p.Ref, p.Verdict, len(p.Labels), p.Primary)
		}
	}
}
