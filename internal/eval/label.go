package eval

import (
	"maps"
	"slices"
	"strings"

	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/statute"
)

// Label is one fault that people found.
type Label struct {
	Rule string
	// Ref is the source it is about, zero where it is about none.
	Ref statute.Ref
	// Number is a section that the label names, such as the one missed.
	Number string
	// Places are where in the answer; none for a fault of the whole.
	Places []answer.Span
	// Text is the claim or words it is about, for reading.
	Text  string
	Why   string
	Doubt bool
}

// Labels gives all labels of the answer, a fault that is labelled on its pairs and
// on the source list alike only once. A fault is firm if any of its labels is.
func (g *Gold) Labels() []Label {
	var all []Label
	for _, c := range g.Claims {
		all = append(all, c.Labels...)
		for _, p := range c.Pairs {
			all = append(all, p.Labels...)
		}
	}
	all = append(all, g.OfSources...)
	all = append(all, g.OfAnswer...)
	return withoutRepeats(all)
}

// aboutSource are rules whose fault is the source's, wherever it is cited: they
// are counted once for each ref.
var aboutSource = set("source-irrelevant jurisdiction-wrong section-repealed section-superseded section-renumbered section-not-yet-effective " +
	"source-unknown source-duplicated source-unused title-mismatched citation-dangling act-misnamed")

// aboutAudit are rules that speak of the audit and not of the answer: no label
// answers to them, and they are no false alarms.
var aboutAudit = set("audit-incomplete parse-doubtful judge-unstable judge-misquoted judge-unavailable source-not-fresh")

func set(names string) map[string]bool {
	all := map[string]bool{}
	for _, name := range strings.Fields(names) {
		all[name] = true
	}
	return all
}

func withoutRepeats(labels []Label) []Label {
	var kept []Label
	for _, l := range labels {
		if i := indexOfSame(kept, l); i >= 0 {
			kept[i].Doubt = kept[i].Doubt && l.Doubt
			kept[i].Places = append(kept[i].Places, l.Places...)
			continue
		}
		kept = append(kept, l)
	}
	return kept
}

// indexOfSame finds the label of the same fault: the same ref for a source's
// fault; overlapping words and no other ref for any other.
func indexOfSame(kept []Label, l Label) int {
	for i, k := range kept {
		if k.Rule != l.Rule {
			continue
		}
		if aboutSource[l.Rule] && !l.Ref.IsZero() {
			if k.Ref == l.Ref {
				return i
			}
			continue
		}
		if overlap(k.Places, l.Places) && (k.Ref == l.Ref || k.Ref.IsZero() || l.Ref.IsZero()) {
			return i
		}
	}
	return -1
}

func overlap(a, b []answer.Span) bool {
	for _, x := range a {
		for _, y := range b {
			if x.Start < y.End && y.Start < x.End {
				return true
			}
		}
	}
	return false
}

// Found is one finding of the audit, placed in its answer.
type Found struct {
	finding.Finding
	// Places are its claim's stretch and that of its quote; of a contradiction
	// within the answer, those of both statements.
	Places []answer.Span
	// Text is its claim's text, else its quote, for reading.
	Text string
}

// foundIn places the findings of a report, a source's fault only once for each
// ref; those about the audit itself are left out.
func foundIn(report *finding.AnswerReport) []Found {
	claims := map[int]finding.ClaimReport{}
	for _, c := range report.Claims {
		claims[c.ID] = c
	}
	var all []Found
	for _, f := range report.Findings {
		if aboutAudit[f.Rule] {
			continue
		}
		placed := place(f, claims)
		if i := repeated(all, placed); i >= 0 {
			all[i].Places = append(all[i].Places, placed.Places...)
			continue
		}
		all = append(all, placed)
	}
	return all
}

func place(f finding.Finding, claims map[int]finding.ClaimReport) Found {
	found := Found{Finding: f}
	if q := f.AnswerQuote; q != nil {
		found.Places = append(found.Places, answer.Span{Start: q.Start, End: q.End})
		found.Text = q.Text
	}
	if c, ok := claims[f.Claim]; ok && f.Claim > 0 {
		found.Places = append(found.Places, answer.Span{Start: c.Start, End: c.End})
		found.Text = c.Text
	}
	if f.Rule == "answer-contradictory" {
		found.Places = append(found.Places, told(f.Facts, claims)...)
	}
	return found
}

// told gives the places of the claims that a finding's facts quote, in the order
// of the answer: people label either side of a contradiction.
func told(facts []string, claims map[int]finding.ClaimReport) []answer.Span {
	var places []answer.Span
	for _, id := range slices.Sorted(maps.Keys(claims)) {
		c := claims[id]
		if slices.ContainsFunc(facts, func(fact string) bool { return quotes(fact, c.Text) }) {
			places = append(places, answer.Span{Start: c.Start, End: c.End})
		}
	}
	return places
}

// quotes reports whether a fact holds the first and the last words of a text:
// long statements are shortened in the middle.
func quotes(fact, text string) bool {
	const few = 8
	said := strings.Fields(text)
	first, last := said[:min(few, len(said))], said[max(0, len(said)-few):]
	return len(said) > 0 && strings.Contains(fact, strings.Join(first, " ")) && strings.Contains(fact, strings.Join(last, " "))
}

func repeated(all []Found, f Found) int {
	if !aboutSource[f.Rule] || f.Ref.IsZero() {
		return -1
	}
	for i := range all {
		if all[i].Rule == f.Rule && all[i].Ref == f.Ref {
			return i
		}
	}
	return -1
}

// matches reports whether a finding is the fault that a label names; same says
// which rules count as one.
func matches(l Label, f Found, same sameRule) bool {
	if !same(l.Rule, f.Rule) {
		return false
	}
	if !l.Ref.IsZero() && !f.Ref.IsZero() && l.Ref != f.Ref {
		return false
	}
	if !numbersAgree(l, f) {
		return false
	}
	if aboutSource[l.Rule] || aboutSource[f.Rule] {
		return !l.Ref.IsZero() || !f.Ref.IsZero() || overlap(l.Places, f.Places) || len(l.Places) == 0
	}
	wholeSource := f.Claim == 0 && !f.Ref.IsZero() && f.Ref == l.Ref
	return wholeSource || len(l.Places) == 0 || overlap(l.Places, f.Places)
}

// numbersAgree compares the section that a label of the whole answer names with
// the finding's: the one it is about, or the one its remedy names.
func numbersAgree(l Label, f Found) bool {
	if l.Number == "" || !l.Ref.IsZero() || f.Number == "" && f.Fix.Number == "" {
		return true
	}
	return plainNumber(l.Number) == plainNumber(f.Number) || plainNumber(l.Number) == plainNumber(f.Fix.Number)
}

func plainNumber(s string) string {
	return strings.ToLower(strings.Trim(strings.NewReplacer("–", "-", "—", "-", "‑", "-", "§", "").Replace(s), " ."))
}

func exactly(label, found string) bool { return label == found }
