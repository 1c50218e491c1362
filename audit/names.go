package audit

import (
	"regexp"
	"strings"

	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/statute"
)

var actNamed = regexp.MustCompile(`\b((?:[A-Z][A-Za-z'’-]+(?:,)?\s+(?:(?:of|and|for|the|in|to|on|against)\s+){0,2}){1,8}(?:Act|Law|Code))\b`)

// binding are words before the name of an act by which somebody else is bound:
// the claim does not say that its section is part of it.
var binding = regexp.MustCompile(`(?i)\b(?:subject to|regulated (?:by|under)|covered by|compl(?:y|ies|iance) with|federal)\s+(?:the\s+)?(?:federal\s+)?$`)

// Misnamed are acts named in a claim whose cited section is part of another: its
// own act is known by its short title, the section's words do not name the act,
// and no other citation of the claim is part of it.
func (r *Reading) Misnamed() []ActName {
	var found []ActName
	for i := range r.Case.Answer.Claims {
		c := &r.Case.Answer.Claims[i]
		for _, name := range r.actNames(c.Span) {
			if wrong := r.misnamed(c, name); wrong != nil {
				found = append(found, *wrong)
			}
		}
	}
	return found
}

// actNames are the names of acts in a stretch of the answer, without an article,
// a leading word of the sentence or the jurisdiction's name.
func (r *Reading) actNames(s answer.Span) []answer.Span {
	var spans []answer.Span
	for _, m := range actNamed.FindAllStringSubmatchIndex(r.state.masked[s.Start:s.End], -1) {
		if binding.MatchString(r.state.masked[s.Start : s.Start+m[2]]) {
			continue
		}
		span := enacted.Trim(r.state.masked, answer.Span{Start: s.Start + m[2], End: s.Start + m[3]})
		if span = r.dropLeading(span); len(strings.Fields(r.state.masked[span.Start:span.End])) >= 2 {
			spans = append(spans, span)
		}
	}
	return spans
}

// dropLeading cuts "The", "Under", "New Mexico" and the like off a name.
func (r *Reading) dropLeading(s answer.Span) answer.Span {
	for {
		rest := r.state.masked[s.Start:s.End]
		cut := leadingWord(rest)
		for _, place := range []string{r.Case.Law.Jurisdiction.Name() + "'s ", r.Case.Law.Jurisdiction.Name() + "’s ", r.Case.Law.Jurisdiction.Name() + " "} {
			if len(place) > 3 && strings.HasPrefix(rest, place) {
				cut = len(place)
			}
		}
		if cut == 0 {
			return s
		}
		s = enacted.Trim(r.state.masked, answer.Span{Start: s.Start + cut, End: s.End})
	}
}

func leadingWord(s string) int {
	first, _, more := strings.Cut(s, " ")
	if more &&
		lexis.OneOf(strings.ToLower(first), "the|a|an|under|in|federal|this|that|if|when|any|as|by|both|also|however|and|of|for|every|state|state's|its") {
		return len(first) + 1
	}
	return 0
}

// misnamed checks one name against the acts of the claim's sections.
func (r *Reading) misnamed(c *answer.Claim, at answer.Span) *ActName {
	name := r.state.masked[at.Start:at.End]
	var wrong *ActName
	for _, p := range r.PairsOf(c) {
		h := p.Held()
		if h == nil || p.Source.Foreign != "" {
			continue
		}
		own, known := p.Source.Law.Derived.Names[p.Source.Law.ActOf(h)]
		if !known || sameName(name, own.Name) || namedIn(name, h) ||
			subset(lexis.SetOf(enacted.TitleOf(name)), p.Source.Law.Text(h).All) || r.kindOfCode(name) {
			return nil
		}
		wrong = &ActName{Name: name, Span: at, Claim: c, Source: p.Source, True: own.Name, Short: own.Held, InLaw: spanOf(own.Held.Text, own.Name)}
	}
	return wrong
}

// sameName allows for words left out of a long title.
func sameName(a, b string) bool {
	return enacted.TitleLikeness(a, b) >= 0.85 || enacted.VerbatimIn(a, b) || enacted.VerbatimIn(b, a)
}

// namedIn reports whether the section itself names the act, as one that it refers
// to.
func namedIn(name string, h *statute.Held) bool {
	return enacted.VerbatimIn(name, h.Text) || enacted.VerbatimIn(name, h.Catchline) ||
		enacted.VerbatimIn(name, strings.Join(h.Hierarchy, ". ")) || enacted.VerbatimIn(name, h.Act)
}

// kindOfCode tells names of a whole body of law, such as the Insurance Code,
// which any act of it is part of.
func (r *Reading) kindOfCode(name string) bool {
	return strings.HasSuffix(name, " Code") || len(strings.Fields(name)) < 2
}

// spanOf is the first place of words in a text.
func spanOf(text, words string) answer.Span {
	at := strings.Index(text, words)
	if at < 0 {
		return answer.Span{End: len(text)}
	}
	return answer.Span{Start: at, End: at + len(words)}
}

// ActOf is the name of the act that a section is part of, as its short title has
// it; else that of its innermost place; else its source's title.
func (r *Reading) ActOf(h *statute.Held) string {
	for _, l := range append([]*enacted.Law{r.Case.Law}, r.Case.Others...) {
		if named, known := l.Derived.Names[l.ActOf(h)]; known && l.ActOf(h) != "" {
			return named.Name
		}
	}
	if n := len(h.Hierarchy); n > 0 {
		return h.Hierarchy[n-1]
	}
	return h.Act
}
