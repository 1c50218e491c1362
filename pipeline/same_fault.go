package pipeline

import (
	"slices"
	"strings"
	"time"

	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/store"
)

// sameFaults pairs the findings of an audit with those of the one before, where
// the answer is as it was and the law that they quote is not. The id of a finding
// hashes the words that prove it, so the same fault gets another id once they
// move; without the pairs it would be told as fixed, and as new beside it.
func sameFaults(before, now *store.Audited) map[string]string {
	if before == nil || before.Depends.Text != now.Depends.Text {
		return nil
	}
	was := map[string]string{}
	gone := foundOnlyIn(before, now)
	for _, f := range foundOnlyIn(now, before) {
		i := slices.IndexFunc(gone, func(old *finding.Finding) bool { return sameFault(old, f) })
		if i >= 0 && lawMoved(before, now, f.Number) {
			was[f.ID] = gone[i].ID
			gone = slices.Delete(gone, i, i+1)
		}
	}
	for i := range now.Report.Findings { // judged twice since the law moved
		id := now.Report.Findings[i].ID
		if old := before.Depends.Was[id]; old != "" && was[id] == "" {
			was[id] = old
		}
	}
	return was
}

// foundOnlyIn gives the findings of one audit that the other has not.
func foundOnlyIn(one, other *store.Audited) []*finding.Finding {
	var only []*finding.Finding
	for i := range one.Report.Findings {
		f := &one.Report.Findings[i]
		if !slices.ContainsFunc(other.Report.Findings, func(o finding.Finding) bool { return o.ID == f.ID }) {
			only = append(only, f)
		}
	}
	return only
}

// sameFault is true of findings of one rule on one claim and one section. The
// answer's text is the same, so its claims have the same numbers.
func sameFault(old, now *finding.Finding) bool {
	return old.Rule == now.Rule && old.Claim == now.Claim && old.Ref == now.Ref && old.Number == now.Number
}

// lawMoved reports whether the words of a section are others than at the audit
// before.
func lawMoved(before, now *store.Audited, number string) bool {
	for name, hash := range now.Depends.Hashes {
		held, _, _ := strings.Cut(name, "#")
		if old := before.Depends.Hashes[name]; held == number && old != "" && old != hash {
			return true
		}
	}
	return false
}

// carryOver marks the findings that the last run had under another id, and dates
// them back to when their fault was first found.
func (r *Run) carryOver(report *finding.Report, last []string, ever map[string]time.Time) {
	if report.Since == nil {
		return
	}
	for i := range report.Answers {
		for k := range report.Answers[i].Findings {
			f := &report.Answers[i].Findings[k]
			was := r.was[f.ID]
			if _, before := slices.BinarySearch(last, f.ID); !before {
				if _, carried := slices.BinarySearch(last, was); carried {
					f.Was = was
				}
			}
			if at := ever[was]; !at.IsZero() && (ever[f.ID].IsZero() || at.Before(ever[f.ID])) {
				ever[f.ID] = at
			}
		}
	}
}
