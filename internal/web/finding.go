package web

import (
	"slices"
	"strings"

	"github.com/pincite/pincite/internal/finding"
)

// filter is what a reader wants of the findings.
type filter struct {
	Severity, Rule, Place, State, Words string
}

func filterOf(v *view) filter {
	q := v.URL.Query()
	return filter{q.Get("severity"), q.Get("rule"), q.Get("jurisdiction"), q.Get("state"), strings.TrimSpace(q.Get("words"))}
}

// takes reports whether a finding is wanted. Words may stand in any order, in
// the message, the answer's words or the law's number.
func (f filter) takes(one found) bool {
	if f.Severity != "" && f.Severity != string(one.Severity) || f.Rule != "" && f.Rule != one.Rule ||
		f.Place != "" && f.Place != string(one.Answer.Jurisdiction) || f.State != "" && f.State != one.StateSay() {
		return false
	}
	text := strings.ToLower(one.text())
	return !slices.ContainsFunc(strings.Fields(strings.ToLower(f.Words)), func(word string) bool { return !strings.Contains(text, word) })
}

func (f found) text() string {
	quote := ""
	if f.AnswerQuote != nil {
		quote = f.AnswerQuote.Text
	}
	return strings.Join([]string{f.ID, f.Message, quote, f.Number, f.Rule, f.Answer.Title, f.Answer.ID, f.Answer.Question}, "\n")
}

// findingsData is a list of findings and what it may be narrowed to.
type findingsData struct {
	Found  []found
	Turn   turn
	Filter filter
	// The values that the fields offer.
	Rules, Places, States []string
	// All counts the findings before the filter.
	All int
}

func findings(v *view) (*page, error) {
	if id, asked := v.URL.Query()["id"]; asked {
		return findingPage(v, id[0])
	}
	d := findingsData{Filter: filterOf(v)}
	all := v.last.list(func(found) bool { return true })
	filed, err := v.filed()
	filed.mark(all)
	d.All = len(all)
	d.offer(all)
	d.Found, d.Turn = paged(v, slices.DeleteFunc(all, func(f found) bool { return !d.Filter.takes(f) }), listPage)
	return &page{Body: "findings", Here: "findings", Title: "Findings", Data: d}, err
}

func (d *findingsData) offer(all []found) {
	for _, f := range all {
		d.Rules = append(d.Rules, f.Rule)
		d.Places = append(d.Places, string(f.Answer.Jurisdiction))
		d.States = append(d.States, f.StateSay())
	}
	for _, list := range []*[]string{&d.Rules, &d.Places, &d.States} {
		slices.Sort(*list)
		*list = slices.Compact(*list)
	}
}

func oneFinding(v *view) (*page, error) { return findingPage(v, v.PathValue("finding")) }

// findingData is a finding with all that a reader needs to judge it.
type findingData struct {
	found
	Said []part
	Laws []law
	// FixAt leads to the section that the remedy names, "" where it is not held.
	FixAt string
	// Measure is the rule's accuracy, nil where it was not measured.
	Measure *finding.Measure
	// Form is nil where nothing can be accepted here.
	Form *waiveForm
	// Notice is what a reader must know first, "" mostly.
	Notice string
}

func findingPage(v *view, id string) (*page, error) {
	f, ok := v.last.findings[id]
	if !ok {
		return nil, absent("There is no finding %s in %s.", cut(id, 200), firstOf(v.last.Report.Run, "any run"))
	}
	d, err := v.findingData(f)
	if err != nil {
		return nil, err
	}
	p := v.findingPage(&d)
	if v.Waivers != nil {
		p.private = true
	}
	if d.acceptable(v) {
		d.Form, p.cookie, err = v.newForm(f.ID)
	}
	return p, err
}

// acceptable is true of an open finding that nobody accepted yet, on a site where
// that can be done.
func (d *findingData) acceptable(v *view) bool {
	return v.Waivers != nil && !d.Waived() && !d.Accepted()
}

func (v *view) findingPage(d *findingData) *page {
	p := &page{Body: "finding", Here: "findings", Title: cut(d.Message, 400), Data: d}
	p.Kicker = []crumb{{"Findings", "/findings"}, {firstOf(d.Answer.Title, d.Answer.ID), answerAddress(d.Answer.ID)}}
	return p
}

func (v *view) findingData(f found) (findingData, error) {
	d := findingData{found: f, Said: said(f), Laws: v.last.laws(f.Answer.Jurisdiction, f.SourceQuotes)}
	if m, ok := v.last.Report.Measured[f.Rule]; ok {
		d.Measure = &m
	}
	marks := v.shelfmarks()
	for i := range d.Laws {
		marks.law(&d.Laws[i])
	}
	if d.FixAt = marks.section(f.Answer.Jurisdiction, f.Fix.Number, 0); marks.err != nil {
		return d, marks.err
	}
	filed, err := v.filed()
	d.Filed = filed[f.ID]
	return d, err
}

// said is the quote within its claim, or else within the words around it.
func said(f found) []part {
	q := f.AnswerQuote
	if q == nil {
		return nil
	}
	if c := f.Answer.Claim(f.Claim); c != nil {
		if at, ok := locate(c.Text, q.Text, q.Start-c.Start, q.End-c.Start); ok {
			return excerpt(c.Text, []span{at})
		}
	}
	if at, ok := locate(f.Answer.Text, q.Text, q.Start, q.End); ok {
		return excerpt(f.Answer.Text, []span{at})
	}
	return []part{{q.Text, true}}
}
