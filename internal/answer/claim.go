package answer

import (
	"slices"
	"sort"
	"strings"

	"github.com/pincite/pincite/internal/cite"
	"github.com/pincite/pincite/internal/statute"
)

// readClaims reads markers, claims and citations of the body.
func (a *draft) readClaims() {
	if len(a.body) == 0 {
		return
	}
	a.Markers = markersIn(a.Text, a.body[0].Start, a.body[len(a.body)-1].End)
	c := claimer{answer: &a.Answer}
	for _, b := range a.blocks() {
		c.block(b)
	}
	a.nameRoles(c.groups)
}

// blocks parts the body, each block told whether a list follows.
func (a *draft) blocks() []listed {
	found := blocks(a.body, a.Text)
	all := make([]listed, len(found))
	for i, b := range found {
		all[i] = listed{block: b}
		if i+1 < len(found) && isListPart(found[i+1]) && deeper(b, found[i+1]) {
			all[i].below = found[i+1].kind
		}
	}
	return all
}

// listed is a block and what stands right below it: item or row where a list
// does, else paragraph.
type listed struct {
	block
	below blockKind
}

func isListPart(b block) bool { return b.kind == item || b.kind == row }

// deeper reports a list below that may complete b: any for a paragraph, one
// further in for a list item.
func deeper(b, below block) bool { return b.kind != item || below.indent > b.indent }

// claimer makes claims of blocks, in order.
type claimer struct {
	answer *Answer
	// leads are the open lead-ins, outermost first.
	leads []lead
	// groups gives each claim its paragraph or list, counted from 1.
	groups []int
	group  int
	// last is the kind of the block before.
	last blockKind
}

// lead is an open lead-in: its claim and the column that its items stand beyond.
type lead struct {
	claim  int
	indent int
	// parts is what completes it: a table after a list is none of it.
	parts blockKind
}

func (c *claimer) block(b listed) {
	c.closeLeads(b.block)
	if b.kind != item || c.last != item {
		c.group++
	}
	c.last = b.kind
	switch b.kind {
	case heading:
		c.add(b.block, b.Span, Heading, true)
	case row:
		c.add(b.block, b.Span, Item, true)
	default:
		c.prose(b)
	}
}

// prose makes claims of a paragraph's or list item's sentences; the last may lead
// into a list below.
func (c *claimer) prose(b listed) {
	kind := Sentence
	if b.kind == item {
		kind = Item
	}
	parts := sentences(c.answer.Text, b.Span, c.answer.Markers)
	for i, s := range parts {
		if i < len(parts)-1 || b.below == paragraph || !c.isLeadIn(s) {
			c.add(b.block, s, kind, i == 0)
			continue
		}
		c.add(b.block, s, LeadIn, i == 0)
		c.leads = append(c.leads, lead{claim: len(c.answer.Claims), indent: leadIndent(b.block), parts: b.below})
	}
}

// leadIndent is the column that a lead-in's items must stand beyond.
func leadIndent(b block) int {
	if b.kind == item {
		return b.indent
	}
	return -1
}

// closeLeads ends the lead-ins that a block no longer completes.
func (c *claimer) closeLeads(b block) {
	for len(c.leads) > 0 {
		if last := c.leads[len(c.leads)-1]; b.kind == last.parts && b.indent > last.indent {
			return
		}
		c.leads = c.leads[:len(c.leads)-1]
	}
}

// isLeadIn reports a sentence that a list completes: it ends in a colon, or in
// words that cannot end a sentence.
func (c *claimer) isLeadIn(s Span) bool {
	bare := strings.TrimRight(c.bare(s), " *_")
	return strings.HasSuffix(bare, ":") || leadsIn.MatchString(bare)
}

// add makes a claim of a sentence; first is whether it begins its block.
func (c *claimer) add(b block, s Span, kind ClaimKind, first bool) {
	a := c.answer
	claim := Claim{ID: len(a.Claims) + 1, Span: s, Text: a.Text[s.Start:s.End], Kind: kind, Section: b.section}
	claim.Bare = c.bare(s)
	if b.kind == row {
		claim.Bare = c.rowBare(b)
	}
	if len(c.leads) > 0 && isListPart(b) {
		claim.LeadIn = c.leads[len(c.leads)-1].claim
		if first {
			claim.Bare = joinLead(a.Claims[claim.LeadIn-1].Bare, claim.Bare)
		}
	}
	claim.Quotes = quotes(a.Text, s, b.quoted, a.Markers)
	claim.Citations = c.citations(claim)
	pinpoint(a, &claim)
	a.Claims = append(a.Claims, claim)
	c.groups = append(c.groups, c.group)
}

// bare is a stretch without markers and Markdown's marks, white space folded.
func (c *claimer) bare(s Span) string {
	text := c.answer.Text
	var out strings.Builder
	at := s.Start
	for i := firstMarker(c.answer.Markers, s.Start); i < len(c.answer.Markers); i++ {
		m := c.answer.Markers[i]
		if m.Span.Start >= s.End {
			break
		}
		out.WriteString(text[at:max(at, m.Span.Start)])
		out.WriteByte(' ')
		at = min(max(at, m.Span.End), s.End)
	}
	out.WriteString(text[at:s.End])
	return plain(out.String())
}

func firstMarker(markers []Marker, at int) int {
	return sort.Search(len(markers), func(i int) bool { return markers[i].Span.End > at })
}

// rowBare reads a table row as "head: cell; head: cell".
func (c *claimer) rowBare(b block) string {
	var parts []string
	for i, cell := range cellsOf(line{Span: b.Span, text: c.answer.Text[b.Start:b.End]}) {
		words := c.bare(cell)
		if i < len(b.head) {
			words = c.bare(b.head[i]) + ": " + words
		}
		if strings.TrimSpace(words) != "" {
			parts = append(parts, words)
		}
	}
	return strings.Join(parts, "; ")
}

// longLead is the longest lead-in that is put before its items: lists nest a few
// deep, and a hostile one must not grow with its square.
const longLead = 1000

// joinLead puts a lead-in before its item: "… must" + "notify the owner".
func joinLead(lead, item string) string {
	if len(lead) > longLead {
		return item
	}
	lead = strings.TrimRight(lead, " :")
	item = strings.TrimRight(strings.TrimSuffix(strings.TrimSuffix(strings.TrimSpace(item), " and"), " or"), " ;,")
	return lead + " " + item
}

// citations gives the refs of the claim's own markers, then those of its
// lead-ins.
func (c *claimer) citations(claim Claim) []Citation {
	var all []Citation
	add := func(ref statute.Ref, marker int, inherited bool) {
		if !slices.ContainsFunc(all, func(have Citation) bool { return have.Ref == ref }) {
			all = append(all, Citation{Ref: ref, Marker: marker, Inherited: inherited})
		}
	}
	for i := firstMarker(c.answer.Markers, claim.Span.Start); i < len(c.answer.Markers); i++ {
		if c.answer.Markers[i].Span.Start >= claim.Span.End {
			break
		}
		for _, ref := range c.answer.Markers[i].Refs {
			add(ref, i, false)
		}
	}
	if claim.LeadIn > 0 {
		for _, inherited := range c.answer.Claims[claim.LeadIn-1].Citations {
			add(inherited.Ref, inherited.Marker, true)
		}
	}
	return all
}

// named is a subsection that a claim names, and the section's number where the
// text gives it.
type named struct {
	label, number string
	at            int
}

// pinpoint gives each subsection that the claim names to one of its citations:
// that of the section named, else that of the next marker.
func pinpoint(a *Answer, claim *Claim) {
	if len(claim.Citations) == 0 {
		return
	}
	for _, n := range namedIn(claim.Text) {
		if i := citationFor(a, claim, n); claim.Citations[i].Pinpoint == "" {
			claim.Citations[i].Pinpoint = n.label
		}
	}
}

func namedIn(text string) []named {
	var all []named
	covered := 0
	found := cite.Find(text)
	for _, c := range found {
		covered = max(covered, c.End)
		if c.Kind == cite.Statute && c.Pinpoint != "" {
			all = append(all, named{c.Pinpoint, c.Number, c.End})
		}
	}
	for _, p := range cite.Pinpoints(text) {
		if !slices.ContainsFunc(found, func(c cite.Citation) bool { return p.Start < c.End && c.Start < p.End }) {
			all = append(all, named{p.Label, "", p.End})
		}
	}
	return all
}

// citationFor gives the index of the citation that a named subsection means.
func citationFor(a *Answer, claim *Claim, n named) int {
	for i, c := range claim.Citations {
		s := a.SourceByRef(c.Ref)
		if n.number != "" && s != nil && cite.Normal(s.Number) == cite.Normal(n.number) {
			return i
		}
	}
	for i, c := range claim.Citations {
		if !c.Inherited && a.Markers[c.Marker].Span.Start >= claim.Span.Start+n.at {
			return i
		}
	}
	return len(claim.Citations) - 1
}
