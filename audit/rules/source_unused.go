package rules

import (
	"fmt"

	"github.com/pincite/pincite/audit"
	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/statute"
)

var _ = add(audit.Rule{
	Name:     "source-unused",
	Severity: finding.Low,
	Version:  1,
	Find:     unused,
})

// unused finds listed sources that no marker points to.
func unused(r *audit.Reading) []finding.Finding {
	cited := cited(r)
	var found []finding.Finding
	for i := range r.Sources {
		if s := &r.Sources[i]; !cited[s.Ref] {
			found = append(found, idle(r, s, needed(r, s, cited)))
		}
	}
	return found
}

// cited are the refs that the markers name.
func cited(r *audit.Reading) map[statute.Ref]bool {
	named := map[statute.Ref]bool{}
	for _, m := range r.Case.Answer.Markers {
		for _, ref := range m.Refs {
			named[ref] = true
		}
	}
	return named
}

// needed reports whether s is operative law and nothing that is cited is.
func needed(r *audit.Reading, s *audit.Source, cited map[statute.Ref]bool) bool {
	if s.Held == nil || s.Nature != enacted.Operative {
		return false
	}
	for _, other := range r.Sources {
		if cited[other.Ref] && other.Held != nil && other.Nature == enacted.Operative {
			return false
		}
	}
	return true
}

// idle is the finding for one line of the list.
func idle(r *audit.Reading, s *audit.Source, needed bool) finding.Finding {
	f := onSource(r, s, finding.Certain)
	f.Message = fmt.Sprintf("The answer lists [%s] and rests no statement on it.", s.Ref)
	f.Fix = finding.Fix{Action: finding.RemoveSource, Number: f.Number, Say: "Take the line out of the list, or put its marker where it supports a statement."}
	if s.Held != nil {
		f.SourceQuotes = opening(r, s.Held)
	}
	if needed {
		f.Severity = finding.Medium
		f.Message = fmt.Sprintf("The answer lists [%s], the only operative section among its sources, and rests no statement on it.", s.Ref)
		f.Fix = finding.Fix{Action: finding.MoveMarker, Number: f.Number, Say: "Put this marker on the statements that the section supports."}
	}
	return f
}
