package reports

import (
	"fmt"
	"html/template"
	"strings"
	"time"

	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/look"
	"github.com/pincite/pincite/internal/statute"
)

// fill writes our own markup with what others wrote, escaped, in the place of each
// percent sign.
func (m *markup) fill(ours string, theirs ...string) {
	for _, text := range theirs {
		before, after, _ := strings.Cut(ours, "%")
		m.within(before, text, "")
		ours = after
	}
	m.own(ours)
}

// HTML is the finding as an article: what the answer says beside what the law says,
// the remedy, and how sure it is.
func (f *findingView) HTML() template.HTML {
	var m markup
	place, owner := string(f.Answer.Jurisdiction), f.Owner
	if owner == "" {
		owner = "none"
	}
	m.fill(`<article class="finding" id="%" data-severity="%" data-place="%" data-question="%" data-rule="%" data-state="%" data-owner="%">`+"\n",
		f.Anchor, string(f.Severity), place, fmt.Sprint(f.Answer.QuestionKey()), f.Rule, f.State, cut(owner, 120))
	m.fill(`<p class="badges"><span class="badge sev-%">%</span> <span class="badge">%</span> <span class="badge">%</span> <code>%</code></p>`+"\n",
		string(f.Severity), string(f.Severity), f.StateSay, place, f.Rule)
	m.fill("<h4>%</h4>\n", cut(f.Message, 1000))
	m.where(f)
	m.pair(f)
	m.remedy(f)
	m.sureness(f)
	m.own("</article>")
	return template.HTML(m.out.String())
}

// where leads to the answer.
func (m *markup) where(f *findingView) {
	m.fill(`<p class="hint">In <a href="%">%</a>`, f.Answer.Link(), cut(f.Answer.Title, 200))
	if f.Claim != 0 {
		m.fill(", claim %", fmt.Sprint(f.Claim))
	}
	if !f.Ref.IsZero() {
		m.fill(", marker [%]", f.Ref.String())
	}
	m.own("</p>\n")
}

func (m *markup) pair(f *findingView) {
	m.own(`<div class="pair">` + "\n" + `<div><h5>The answer says</h5>`)
	if len(f.Said) > 0 {
		m.own("<blockquote>")
		m.parts(f.Said)
		m.own("</blockquote>")
	} else {
		m.own(`<p class="hint">Nothing: the fault is in what is not there.</p>`)
	}
	m.own("</div>\n<div><h5>The law says</h5>")
	for i := range f.Laws {
		m.quoted(&f.Laws[i])
		if s := f.Laws[i].Section; s != nil {
			m.provenance(s)
		}
	}
	if len(f.Laws) == 0 {
		m.own(`<p class="hint">No words of the law belong to this finding.</p>`)
	}
	m.own("</div>\n</div>\n")
}

// quoted is a section as a finding quotes it.
func (m *markup) quoted(l *lawView) {
	name := "No section"
	if l.Number != "" {
		name = "§ " + l.Number
	}
	m.fill("\n"+`<p class="cite"><span class="place">%</span> <strong>%</strong>`, l.Place, name)
	if s := l.Section; s != nil {
		m.standing(s)
	}
	if l.Part != "" {
		m.fill(` <span class="badge">quoted from the %</span>`, l.Part)
	}
	m.own("</p>")
	if len(l.Parts) > 0 {
		m.own(`<blockquote class="law">`)
		m.parts(l.Parts)
		m.own("</blockquote>")
	}
	if l.Section == nil {
		m.own(`<p class="hint">This report holds no text of that section.</p>`)
	}
}

// standing is the heading of a section and its status.
func (m *markup) standing(s *finding.SectionText) {
	if s.Occurrence > 1 {
		m.fill(" (version %)", fmt.Sprint(s.Occurrence))
	}
	off := "status-off"
	if s.Status == statute.InForce {
		off = ""
	}
	m.fill(` % <span class="badge status %">%</span>`, cut(s.Catchline, 300), off, strings.ReplaceAll(string(s.Status), "_", " "))
}

// provenance says where the words of a section come from.
func (m *markup) provenance(s *finding.SectionText) {
	m.own("\n" + `<p class="hint">`)
	if s.History != "" {
		m.fill("History: % · ", cut(s.History, 600))
	}
	if s.Act != "" {
		m.fill("% · ", s.Act)
	}
	m.fill("Read % from ", look.Stamp(s.FetchedAt, "2 January 2006, 15:04 UTC"))
	switch {
	case look.WebAddress(s.URL):
		m.fill(`<a href="%" rel="noreferrer">%</a>`, s.URL, cut(s.URL, 200))
	case s.URL != "":
		m.escape(cut(s.URL, 200))
		if look.Local(s.URL) {
			m.own(" (an address of the machine that read it)")
		}
	default:
		m.own("an unnamed file")
	}
	m.fill(" · words %", finding.Short(s.Version))
	for _, doubt := range s.Doubts {
		m.fill(" · <strong>Doubtful:</strong> %", doubt)
	}
	m.own("</p>")
}

// remedy is what is known beside the words, what to do, and who accepted it.
func (m *markup) remedy(f *findingView) {
	for i, fact := range f.Facts {
		m.own(map[bool]string{true: `<ul class="facts">`}[i == 0])
		m.fill("<li>%</li>", cut(fact, 600))
		m.own(map[bool]string{true: "</ul>"}[i == len(f.Facts)-1])
	}
	m.fill("\n"+`<p class="fix"><strong>%.</strong> %`, f.Fix.Action.Words(), cut(f.Fix.Say, 600))
	if f.Fix.Number != "" {
		m.fill(` <span class="hint">(§ %)</span>`, f.Fix.Number)
	}
	m.own("</p>\n")
	if f.Fix.Quote != "" {
		m.fill(`<p class="hint">The words to rest on:</p><blockquote class="law">%</blockquote>`, cut(f.Fix.Quote, 1000))
	}
	m.own("\n")
	switch w := f.Waiver; {
	case w == nil:
	case w.Lapsed != "":
		m.fill(`<p class="hint"><strong>Waiver lapsed:</strong> %. It was by %: %; until %.</p>`, w.Lapsed, w.Owner, w.Reason, string(w.Until))
	default:
		m.fill(`<p class="hint">Waived by %: %; until %.</p>`, w.Owner, w.Reason, string(w.Until))
	}
	m.own("\n")
}

func (m *markup) sureness(f *findingView) {
	m.fill(`<p class="hint">How sure: % · %`, f.Certainty.Words(), f.Accuracy)
	if !f.FirstSeen.IsZero() {
		m.fill(" · first seen %", day(f.FirstSeen))
	}
	if f.Owner != "" {
		m.fill(" · Owner: %", cut(f.Owner, 120))
	}
	m.fill(` · <span class="id">%</span></p>`+"\n", f.ID)
}

func day(t time.Time) string { return look.Stamp(t, "2 January 2006") }
