package audit

import (
	"regexp"
	"slices"
	"strings"

	"github.com/pincite/pincite/internal/cite"
	"github.com/pincite/pincite/internal/statute"
)

// mention is a subsection that a sentence names. Law refers to its own parts all
// the time, and an answer that keeps its words keeps those references; only some
// mentions say where the sentence itself stands.
type mention struct {
	label string
	// number is the section's that is named with it, "" without one.
	number     string
	start, end int
}

// mentions lists the subsections that a text names, in order.
func mentions(text string) []mention {
	var all []mention
	found := cite.Find(text)
	for _, c := range found {
		if c.Kind == cite.Statute && c.Pinpoint != "" {
			all = append(all, mention{c.Pinpoint, c.Number, c.Start, c.End})
		}
	}
	for _, p := range cite.Pinpoints(text) {
		if !slices.ContainsFunc(found, func(c cite.Citation) bool { return p.Start < c.End && c.Start < p.End }) {
			all = append(all, mention{p.Label, "", p.Start, p.End})
		}
	}
	slices.SortStableFunc(all, func(a, b mention) int { return a.start - b.start })
	return all
}

// names reports whether the mention is of the pair's section.
func (m mention) names(p *Pair) bool {
	if m.number != "" {
		named, held := cite.Normal(m.number), cite.Normal(p.Held().Number)
		return named == held || strings.ContainsAny(named, ".") && strings.HasSuffix(held, "-"+named) // "§ 775C.3" of title 15
	}
	return labelKey(m.label) == labelKey(p.Citation.Pinpoint)
}

var (
	// heads is what may stand before a place that heads its sentence; under is the
	// word that makes it the place of all that follows.
	heads = regexp.MustCompile(`(?i)^[\W_]*(?:(?:and|but|also|further(?:more)?|in addition|however|moreover),?\s+)?(?:the\s+)?$`)
	under = regexp.MustCompile(`(?i)^[\W_]*(?:(?:and|but|also|further(?:more)?|in addition|however|moreover),?\s+)?(?:under|according to|per|by|in|pursuant to|see|following)\s+(?:the\s+)?$`)
	// says is what follows a place that is said to say something.
	says = regexp.MustCompile(`^(?:\s+of\s+[^,;.]{1,60}?)?(?:\s+\[[^\]]{1,20}\])?(?:,\s|\s+(?:(?:also|itself|expressly|further)\s+)?(?:says|states|provides|requires|sets|lays|lists|names|gives|allows|permits|forbids|prohibits|bars|makes|defines|exempts|excuses|limits|adds|puts|obliges|orders|mandates|specifies|tells|lets|demands|grants|fixes|caps|covers)\b)`)
	// aside is what stands before a place added to the sentence: "(see …", "…, says …".
	aside = regexp.MustCompile(`(?i)(?:\((?:[^()]{0,40}\s)?|[,;:–—-]\s*(?:(?:says|states|provides|under|according to|per|as|so)\s+)?(?:in\s+)?|\bsee(?: also)?\s+|\baccording to\s+|\]\s*)$`)
	// places is what stands before a section named as the ground of what is said:
	// "can sue under § 5(a)"; reached is where it belongs to a thing instead: "the
	// notice required under § 5(a)".
	places  = regexp.MustCompile(`(?i)\b(?:under|per|see)\s+$`)
	reached = regexp.MustCompile(`(?i)\b(?:\w+ed|given|made|set|sent|kept|held|notice|notices|request|requests|list|order|duty|duties)\s+under\s+$`)
	// lone is what may follow such a place: nothing but marks, or the section.
	lone = regexp.MustCompile(`^(?:\s+of\s+[^,;.()\[\]]{1,60})?(?:\s+(?:says|states|provides|requires))?\s*(?:[).,;:\[]|$)`)
	// ownParts follows a reference as a statute makes it to itself.
	ownParts = regexp.MustCompile(`(?i)^\s+(?:of|to|in)\s+this\s+(?:sub)?(?:section|division|chapter|article|title|act|part)\b`)
)

// offered reports whether the sentence gives the subsection as its own place: at
// its head ("Under subsection (c), …"; "Subsection B requires …"), or added to it
// ("… (subsection B)"; "…, says § 4(b)"). A subsection named within the run of
// a sentence belongs to what the sentence says.
func (m mention) offered(text string) bool {
	before, after := text[:m.start], text[m.end:]
	if ownParts.MatchString(after) {
		return false
	}
	if m.number != "" && places.MatchString(before) && !reached.MatchString(before) {
		return true
	}
	return under.MatchString(before) || heads.MatchString(before) && says.MatchString(after) ||
		aside.MatchString(before) && lone.MatchString(after) ||
		says.MatchString(after) && saysVerb.MatchString(after) && clauseHead.MatchString(before)
}

var (
	saysVerb   = regexp.MustCompile(`^[^,]*[a-z]$|^[^,]+\s(?:says|states|provides)\b`)
	clauseHead = regexp.MustCompile(`(?i)(?:[,;:]|\b(?:and|but|that|as|since|because))\s+$`)
)

// standsIn reports whether the section makes the same reference in the same
// words: the answer then quotes it, and points to nothing.
func (m mention) standsIn(text string, h *statute.Held) bool {
	const context = 3
	before, at, after := plainWords(selfNamed(text[:m.start], h)), plainWords(selfNamed(text[m.start:m.end], h)), plainWords(selfNamed(text[m.end:], h))
	law := " " + strings.Join(plainWords(h.Text), " ") + " "
	holds := func(words ...[]string) bool {
		return strings.Contains(law, " "+strings.Join(slices.Concat(words...), " ")+" ")
	}
	return len(before) >= context && holds(before[len(before)-context:], at) || len(after) >= context && holds(at, after[:context])
}
