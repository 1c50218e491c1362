package answers

import (
	"slices"

	"github.com/pincite/pincite/internal/statute"
)

// dependencies are the sections cited, and those that define the words of their
// acts or exempt from them; in the order of the law.
func (r *reading) dependencies(sections []*candidate) []statute.Key {
	var keys []statute.Key
	for at := range r.law {
		h := &r.law[at]
		cited := slices.ContainsFunc(sections, func(c *candidate) bool { return c.at == at })
		governing := (defines(h) || exempts(h)) && slices.ContainsFunc(sections, func(c *candidate) bool { return governs(h, c.held) })
		if (cited || governing) && !slices.Contains(keys, h.Key()) {
			keys = append(keys, h.Key())
		}
	}
	return keys
}

// governs tells that a section's definitions or exemptions reach another: it
// stands in the same part of the same source, or in one around it. A part that
// only holds definitions counts as the one around it.
func governs(h, other *statute.Held) bool {
	if h.Source != other.Source {
		return false
	}
	around := h.Hierarchy
	if n := len(around); n > 0 && (definitions.MatchString(trimParentheses(around[n-1])) || exemptions.MatchString(around[n-1])) {
		around = around[:n-1]
	}
	return len(around) <= len(other.Hierarchy) && slices.Equal(around, other.Hierarchy[:len(around)])
}

func trimParentheses(s string) string {
	if len(s) > 2 && s[0] == '(' {
		return s[1:]
	}
	return s
}
