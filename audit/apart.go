package audit

import (
	"regexp"

	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/statute"
)

// commonTitle is one that sections of many acts bear: alone it says little of which is meant.
var commonTitle = regexp.MustCompile(`(?i)^\W*(?:definitions?|short title|purposes?|scope|applicability|exemptions?|exceptions?|penalt(?:y|ies)|enforcement|remedies|severability|rules|regulations|violations?)\W*$`)

// unbindCommon gives up sources that were bound by a common title alone to an act which the
// answer lists under another document number, where a statement that rests on them names
// another act: "Definitions" of the Ferry Act is not that of the Toll Act, the only one held.
func (r *Reading) unbindCommon() {
	for i := range r.Sources {
		s := &r.Sources[i]
		if s.Held != nil && s.By == "title" && s.Foreign == "" && len(s.Ambiguous) == 0 && commonTitle.MatchString(s.Title) && r.listedApart(s) && r.namesOtherAct(s) {
			s.Apart, s.Held, s.Law, s.By = s.Held, nil, nil, ""
		}
	}
}

// listedApart reports whether the section's act stands under other document numbers alone.
func (r *Reading) listedApart(s *Source) bool {
	act, apart := r.Case.Law.ActOf(s.Held), false
	for i := range r.Sources {
		o := &r.Sources[i]
		if o == s || o.Held == nil || o.Law != s.Law || r.Case.Law.ActOf(o.Held) != act {
			continue
		}
		if o.Ref.Document == s.Ref.Document {
			return false
		}
		apart = true
	}
	return apart
}

// namesOtherAct reports whether a statement that cites the source names an act, and not the
// section's.
func (r *Reading) namesOtherAct(s *Source) bool {
	own, known := r.Case.Law.Derived.Names[r.Case.Law.ActOf(s.Held)]
	other := false
	for i := range r.Case.Answer.Claims {
		c := &r.Case.Answer.Claims[i]
		if !known || !r.cites(c, s) {
			continue
		}
		for _, at := range r.actNames(c.Span) {
			if r.isOwnName(at, own.Name, s.Held) {
				return false
			}
			other = true
		}
	}
	return other
}

// isOwnName reports whether a name in the answer may be that of the section's act.
func (r *Reading) isOwnName(at answer.Span, own string, h *statute.Held) bool {
	name := r.state.masked[at.Start:at.End]
	return sameName(name, own) || namedIn(name, h) || r.kindOfCode(name) || enacted.TitleLikeness(name, own) >= 0.5
}
