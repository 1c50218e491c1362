package answers

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"github.com/pincite/pincite/internal/statute"
)

// Beside a duty must stand what limits it, or the answer says more than the law.

// exceptionsPerSection bounds the exceptions taken from one long section.
const exceptionsPerSection = 4

// complete adds to the chosen provisions the sentence that each leans on, and
// the exceptions of the section it stands in and of its act.
func (r *reading) complete(chosen, all []passage) []passage {
	taken := map[*provision]bool{}
	for _, p := range chosen {
		taken[p.provision] = true
	}
	add := func(p passage) {
		if !taken[p.provision] {
			taken[p.provision] = true
			chosen = append(chosen, p)
		}
	}
	sections := sectionsOf(chosen)
	for _, p := range chosen {
		r.lean(p, add)
	}
	for _, c := range sections {
		r.limit(c, all, add)
	}
	for _, c := range r.elsewhere(sections, chosen) {
		for i := range c.provisions {
			if p := (passage{&c.provisions[i], c, 0}); p.limits(longestElsewhere) && i < exceptionsPerSection &&
				!r.freesOthers(p, sections) {
				add(p)
			}
		}
	}
	return chosen
}

// exceptionSections bounds the sections that are quoted for an exception alone.
const exceptionSections = 3

// elsewhere gives the other sections that limit the chosen passages: those that
// exempt from the act, and those to which "except as provided in" points.
func (r *reading) elsewhere(sections []*candidate, chosen []passage) []*candidate {
	var all []*candidate
	for at := range r.law {
		h := &r.law[at]
		if len(all) == exceptionSections {
			break
		}
		if slices.ContainsFunc(sections, func(c *candidate) bool { return c.held.Number == h.Number }) ||
			slices.ContainsFunc(all, func(c *candidate) bool { return c.held.Number == h.Number }) {
			continue
		}
		exempting := exempts(h) && slices.ContainsFunc(sections, func(c *candidate) bool { return governs(h, c.held) })
		if exempting || slices.ContainsFunc(chosen, func(p passage) bool { return pointsTo(p.provision, h) }) {
			if c := r.candidate(at, 0); c != nil {
				all = append(all, c)
			}
		}
	}
	return all
}

// freed is the part of an exemption that says from which sections it frees.
var freed = regexp.MustCompile(`(?i)^[^.;]{0,240}?\b(?:not apply|not required|exempt from [^.;]{0,80})`)

// freesOthers tells that an exemption names the sections that it is from, and none
// of them is quoted.
func (r *reading) freesOthers(p passage, sections []*candidate) bool {
	stretch := freed.FindString(p.text)
	names := func(h *statute.Held) bool { return naming(stretch, number(h)) }
	others := stretch != "" && slices.ContainsFunc(r.law, func(h statute.Held) bool { return h.Number != p.c.held.Number && names(&h) })
	return others && !slices.ContainsFunc(sections, func(c *candidate) bool { return names(c.held) })
}

// naming tells that a text holds a section's number, and not as part of another.
func naming(text, number string) bool {
	at := strings.Index(text, number)
	if at < 0 || at > 0 && numeral(text[at-1]) {
		return false
	}
	end := at + len(number)
	return end == len(text) || !numeral(text[end])
}

// proviso is the place where a provision points to its exceptions.
var proviso = regexp.MustCompile(`(?i)\b(?:except|unless|subject to|as (?:otherwise )?provided)\b[^.;]{0,120}`)

// pointsTo tells that a provision names the section in a proviso.
func pointsTo(p *provision, h *statute.Held) bool {
	for _, stretch := range proviso.FindAllString(p.whole()+" ", -1) {
		if naming(stretch, number(h)) {
			return true
		}
	}
	return false
}

// numeral tells a sign that goes on a section's number.
func numeral(b byte) bool {
	return b == '-' || b == '.' || b >= '0' && b <= '9' || b|0x20 >= 'a' && b|0x20 <= 'z'
}

// lean adds the sentence before one that begins with "Such" or "This notice".
func (r *reading) lean(p passage, add func(passage)) {
	if !backward.MatchString(p.text) || p.sentence == 0 {
		return
	}
	for i := range p.c.provisions {
		before := &p.c.provisions[i]
		if before.paragraph == p.paragraph && before.sentence == p.sentence-1 {
			found := passage{before, p.c, p.score}
			add(found)
			r.lean(found, add)
		}
	}
}

// limit adds the exceptions of one section, the nearest to the question first.
func (r *reading) limit(c *candidate, all []passage, add func(passage)) {
	n := 0
	for _, p := range all {
		if p.c == c && n < exceptionsPerSection && p.limits(longestBeside) {
			add(p)
			r.lean(p, add)
			n++
		}
	}
}

// How long an exception may be, in bytes, that is quoted beside a duty of its
// section, and one that is quoted from elsewhere.
const (
	longestBeside    = 2500
	longestElsewhere = 1200
)

// limits tells that a provision is an exception to be quoted beside a duty.
func (p *provision) limits(longest int) bool {
	whole := p.whole()
	return len(whole) <= longest && excepting.MatchString(whole)
}

// sectionsOf lists the sections of passages, each once, best first.
func sectionsOf(chosen []passage) []*candidate {
	var all []*candidate
	seen := map[*candidate]bool{}
	for _, p := range chosen {
		if !seen[p.c] {
			seen[p.c] = true
			all = append(all, p.c)
		}
	}
	return all
}

// arrange puts acts in the order of their best passage, and within an act keeps
// the law's own order, which goes from the rule to its limits. Where the question
// asks how soon, the sections that say so come before the others.
func (r *reading) arrange(chosen []passage) []passage {
	acts, late := map[string]float64{}, map[*candidate]int{}
	for _, p := range chosen {
		acts[act(p.c.held)] = max(acts[act(p.c.held)], p.score)
		if _, met := late[p.c]; !met {
			late[p.c] = 1
		}
		if p.score > 0 && (!r.soon || timed.MatchString(p.text)) {
			late[p.c] = 0
		}
	}
	slices.SortStableFunc(chosen, func(a, b passage) int {
		x, y := act(a.c.held), act(b.c.held)
		return cmp.Or(
			cmp.Compare(acts[y], acts[x]), cmp.Compare(x, y),
			cmp.Compare(late[a.c], late[b.c]), cmp.Compare(a.c.at, b.c.at),
			cmp.Compare(a.paragraph, b.paragraph), cmp.Compare(a.sentence, b.sentence),
		)
	})
	return chosen
}
