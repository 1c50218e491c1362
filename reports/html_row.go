package reports

import (
	"fmt"
	"html/template"
	"strings"

	"github.com/pincite/pincite/internal/statute"
)

// Most of a page is rows: a claim, and beside it the law that it cites. They are
// written without a template, which spends ten times as long on each. Nothing but
// our own markup goes past escape.

// markup is HTML as it is written.
type markup struct{ out strings.Builder }

// own writes markup of this program.
func (m *markup) own(s string) { m.out.WriteString(s) }

// escape writes what others wrote, as text or within quotes of an attribute.
func (m *markup) escape(s string) { template.HTMLEscape(&m.out, []byte(s)) }

// within writes what others wrote between two pieces of our markup.
func (m *markup) within(before, s, after string) {
	m.own(before)
	m.escape(s)
	m.own(after)
}

func (m *markup) parts(parts []segment) {
	for _, part := range parts {
		if part.Mark {
			m.within("<mark>", part.Text, "</mark>")
		} else {
			m.escape(part.Text)
		}
	}
}

// partsHTML is the segments as markup, for the template.
func partsHTML(parts []segment) template.HTML {
	var m markup
	m.parts(parts)
	return template.HTML(m.out.String())
}

// HTML is the row.
func (b *block) HTML() template.HTML {
	var m markup
	switch {
	case b.Heading:
		m.own(`<div class="row row-head"><h4 class="left">`)
		m.parts(b.Parts)
		m.own(`</h4></div>`)
	case b.Claim != nil:
		m.claim(b)
	case b.Rest:
		m.within(`<div class="row row-gap"><details><summary>The rest of the published text</summary><p>`, b.Gap, `</p></details></div>`)
	default:
		m.within(`<div class="row row-gap"><p>`, b.Gap, `</p></div>`)
	}
	return template.HTML(m.out.String())
}

func (m *markup) claim(b *block) {
	if no := fmt.Sprint(b.Claim.ID); len(b.Findings) > 0 {
		m.within(`<div class="row row-found"><div class="left"><p data-no="`, no, `">`)
		m.parts(b.Parts)
		m.own(`</p>`)
		m.chips(b.Findings)
		m.own(`</div>`)
	} else {
		m.within(`<div class="row"><p class="left" data-no="`, no, `">`)
		m.parts(b.Parts)
		m.own(`</p>`)
	}
	m.own("\n" + `<div class="right">`)
	for i := range b.Citations {
		m.cited(&b.Citations[i])
	}
	if len(b.Citations) == 0 {
		m.uncited(b)
	}
	m.own(`</div></div>`)
}

// chips lead from a claim to its findings.
func (m *markup) chips(found []findingView) {
	for i := range found {
		f := &found[i]
		m.within(`<p class="chip"><span class="badge sev-`, string(f.Severity), `">`)
		m.within("", string(f.Severity), `</span> `)
		m.within(`<a href="#`, f.Anchor, `"><code>`)
		m.within("", f.Rule, `</code></a>`)
		if f.Waived() {
			m.own(` (waived)`)
		}
		m.own(`</p>`)
	}
}

func (m *markup) uncited(b *block) {
	switch {
	case b.Claim.NeedsCitation:
		m.own(`<p class="hint">No citation, though one is needed.</p>`)
	case b.Claim.Role != "":
		m.within(`<p class="hint">No citation needed (`, b.Claim.Role, `).</p>`)
	default:
		m.own(`<p class="hint">No citation needed.</p>`)
	}
}

// cited is the verdict on a citation with the words of law that it rests on.
func (m *markup) cited(c *citationView) {
	m.within(`<p class="cite"><span class="badge v-`, string(c.Verdict), `">`)
	m.within("", c.Verdict.Words(), `</span> [`)
	m.within("", c.Ref.String(), `] `)
	m.law(&c.Law)
	if c.Why != "" {
		m.within(`; <span class="hint">`, cut(c.Why, 300), `</span>`)
	}
	m.own(`</p>`)
	if len(c.Law.Parts) > 0 {
		m.own(`<blockquote class="law">`)
		m.parts(c.Law.Parts)
		m.own(`</blockquote>`)
	}
}

// law names a section and says whether it is in force.
func (m *markup) law(l *lawView) {
	name := "no section"
	if l.Number != "" {
		name = "§ " + l.Number
	}
	m.within("", l.Place, ` <strong>`)
	m.within("", name, `</strong>`)
	switch s := l.Section; {
	case s == nil:
		m.own(` (its text is not held)`)
	default:
		if s.Occurrence > 1 {
			m.own(fmt.Sprintf(" (version %d)", s.Occurrence))
		}
		m.within(" ", cut(s.Catchline, 300), " ")
		m.status(s.Status)
	}
	if l.Part != "" {
		m.within(" (quoted from the ", l.Part, ")")
	}
}

func (m *markup) status(s statute.Status) {
	if s == statute.InForce {
		m.own("(in force)")
		return
	}
	m.within(`<span class="badge status-off">`, strings.ReplaceAll(string(s), "_", " "), `</span>`)
}
