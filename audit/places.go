package audit

import (
	"fmt"
	"strings"

	"github.com/pincite/pincite/audit/quantity"
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/statute"
)

// Places compares the declared jurisdiction with the text and the sources.
func (r *Reading) Places() Places {
	a := &r.Case.Answer
	var p Places
	if j, err := statute.ParseJurisdiction(a.Declared); err == nil {
		p.Declared = j
	}
	p.Named = placesIn(r.body())
	for i := range r.Sources {
		if r.Sources[i].Foreign != "" {
			p.Foreign = append(p.Foreign, &r.Sources[i])
		}
	}
	p.Why = r.mismatch(&p)
	p.Mismatched = p.Why != ""
	return p
}

// body is the text up to the source list: the list's titles and the declaration
// name places for their own reasons.
func (r *Reading) body() string {
	end := len(r.Case.Answer.Text)
	for i := range r.Sources {
		end = min(end, r.Sources[i].Span.Start)
	}
	if s := r.Case.Answer.DeclaredSpan; s.End > s.Start {
		end = min(end, s.Start)
	}
	return r.Case.Answer.Text[:end]
}

// mismatch says how the declaration disagrees, "" where it does not.
func (r *Reading) mismatch(p *Places) string {
	home := r.Case.Law.Jurisdiction
	switch {
	case p.Declared == "":
		return ""
	case p.Declared != home:
		return fmt.Sprintf("the answer declares %s and is about %s", p.Declared.Name(), home.Name())
	case len(p.Named) > 0 && !p.names(home) && len(r.bound(home)) == 0:
		return fmt.Sprintf("the answer declares %s and speaks of %s", p.Declared.Name(), p.Named[0].Jurisdiction.Name())
	}
	return ""
}

func (p *Places) names(j statute.Jurisdiction) bool {
	for _, n := range p.Named {
		if n.Jurisdiction == j {
			return true
		}
	}
	return false
}

// bound are the sources that stand in the law of a jurisdiction.
func (r *Reading) bound(j statute.Jurisdiction) []*Source {
	var list []*Source
	for i := range r.Sources {
		if s := &r.Sources[i]; s.Held != nil && s.Held.Jurisdiction == j {
			list = append(list, s)
		}
	}
	return list
}

// placesIn finds the names of jurisdictions, each at its first place. A name
// within a longer one, such as Virginia in West Virginia, is not a place of its
// own.
func placesIn(text string) []PlaceName {
	var found []PlaceName
	for _, j := range statute.Jurisdictions() {
		if j == statute.Federal {
			continue
		}
		if at := namedAt(text, j.Name()); at >= 0 {
			found = append(found, PlaceName{j, answer.Span{Start: at, End: at + len(j.Name())}})
		}
	}
	return found
}

func namedAt(text, name string) int {
	for from := 0; ; {
		at := strings.Index(text[from:], name)
		if at < 0 {
			return -1
		}
		at += from
		if !letterAt(text, at-1) && !letterAt(text, at+len(name)) && !quantity.Within(at, longerNames(text, at)) &&
			!isOther(text, at, name) {
			return at
		}
		from = at + len(name)
	}
}

func letterAt(text string, at int) bool {
	return at >= 0 && at < len(text) && (text[at]|0x20 >= 'a' && text[at]|0x20 <= 'z')
}

// longerNames are the places where a word before makes another name of it.
func longerNames(text string, at int) []answer.Span {
	for _, before := range []string{"West ", "New ", "South ", "North "} {
		if strings.HasSuffix(text[:at], before) {
			return []answer.Span{{Start: at, End: at + 1}}
		}
	}
	return nil
}

// isOther tells "Washington, DC" and "Washington, D.C." from the state.
func isOther(text string, at int, name string) bool {
	rest := text[at+len(name):]
	return name == "Washington" && (strings.HasPrefix(rest, ", D") || strings.HasPrefix(rest, " D"))
}
