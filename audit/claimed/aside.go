package claimed

import "github.com/pincite/pincite/audit/lexis"

// asides are words by which a sentence says of itself that it leaves the subject. "By
// contrast" and "also" are none: what they open belongs to it as a rule.
var asides = []string{
	"incidentally", "by the way", "by the by", "as an aside", "in passing", "on|as a side note", "on a different|separate|unrelated note|subject|matter",
	"to compare", "for|by comparison", "for|by way of comparison", "as|for a matter of interest", "as a curiosity", "off topic", "on another note",
	"while we are|we're at it", "for what it's|its worth", "a side note|remark", "for the sake of completeness", "for completeness",
}

// opensAside is how far into a sentence such words may stand: "layaway buyers, to
// compare, …".
const opensAside = 6

// Digresses reports whether a claim offers itself as an aside.
func (c *Text) Digresses() bool {
	_, found := lexis.SpanOfAny(c.Own[:min(len(c.Own), opensAside)], asides)
	return found
}

// Alludes tells a claim that says there is more to a rule than it tells.
func (c *Text) Alludes() bool {
	return lexis.HasWord(c.Own, "certain|conditions|requirements|among|some|steps|criteria|further")
}

// SayShort reports whether a sentence opens with how far the answer is yes or no:
// "mostly not, but the ways out are wide".
func (c *Text) SayShort() bool {
	return len(c.Own) > 0 &&
		(lexis.OneOf(c.Own[0].Lower, "yes|no|mostly|largely|partly|probably|sometimes|rarely|seldom|never|always|only") ||
			lexis.OneOf(c.Own[0].Lower, "generally|usually|not|in|it") && len(c.Own) > 1 && lexis.OneOf(c.Own[1].Lower, "yes|no|not|always|really|entirely|quite|principle|depends"))
}
