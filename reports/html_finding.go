package reports

import (
	"regexp"
	"sort"
	"unicode"
	"unicode/utf8"

	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/statute"
)

func (b *builder) finding(a *answerView, f *finding.Finding) findingView {
	view := findingView{Finding: f, Answer: a, Anchor: b.anchor(f.ID, a.Jurisdiction), Laws: b.laws(a.Jurisdiction, f.SourceQuotes),
		Accuracy: b.Measured[f.Rule].Words(), StateSay: stateWords(f)}
	if q := f.AnswerQuote; q != nil {
		view.Said = said(a.AnswerReport, f.Claim, q)
	}
	return view
}

// said is the quote within its claim, or else within the words around it.
func said(a *finding.AnswerReport, claim int, q *finding.Quote) []segment {
	text := a.Text
	if c := a.Claim(claim); c != nil {
		if s, ok := place(c.Text, q.Text, q.Start-c.Start, q.End-c.Start); ok {
			return excerpt(c.Text, []span{s}, 2*near)
		}
	}
	if s, ok := place(text, q.Text, q.Start, q.End); ok {
		return excerpt(text, []span{s}, near)
	}
	return []segment{{cut(q.Text, 4000), true}}
}

var plainID = regexp.MustCompile(`^f-[0-9a-z]{1,64}$`)

// anchor is the finding's id where that can stand in an address and is not yet
// taken, so that a link of last week's mail still leads there.
func (b *builder) anchor(id string, j statute.Jurisdiction) string {
	if !plainID.MatchString(id) || b.anchors[string(j)+id] || b.anchors[id] && b.files == nil {
		id = b.numbered("finding", j)
	}
	b.anchors[string(j)+id], b.anchors[id] = true, true
	return id
}

// stateWords says a finding's state to a person.
func stateWords(f *finding.Finding) string {
	switch {
	case f.Waived():
		return "Waived"
	case f.State == "new":
		return "New"
	case f.Was != "" && f.State == "open":
		return "Still wrong: the law moved"
	case f.State == "open", f.State == "":
		return "Open"
	case f.State == "reappeared":
		return "Reappeared"
	case f.State == "waived":
		return "Waiver lapsed"
	}
	return f.State
}

// findings groups the open ones by root cause, gravest first, and lists the
// waived ones apart.
func (b *builder) findings() (groups []groupView, waived []findingView) {
	index := map[string]int{}
	for _, f := range b.all {
		if f.Waived() {
			waived = append(waived, f)
			continue
		}
		at, known := index[f.Group]
		if !known || f.Group == "" {
			at = len(groups)
			index[f.Group] = at
			groups = append(groups, groupView{Cause: f.Group})
		}
		groups[at].Findings = append(groups[at].Findings, f)
	}
	for i := range groups {
		groups[i].settle()
	}
	sort.SliceStable(groups, func(i, j int) bool { return groups[i].before(&groups[j]) })
	return groups, waived
}

// newsShown is how many new findings are listed before the list of all.
const newsShown = 50

// news picks from the groups, which stand in order of gravity, what a reader has
// not seen yet.
func (b *builder) news() {
	for _, g := range b.Groups {
		for i := range g.Findings {
			f := g.Findings[i]
			lapsed := f.Waiver != nil
			if !f.News() && !lapsed {
				continue
			}
			if lapsed {
				f.StateSay = "Waiver lapsed"
			}
			if len(b.News) < newsShown {
				b.News = append(b.News, &f)
			} else {
				b.MoreNews++
			}
		}
	}
}

// settle orders a group and counts its answers.
func (g *groupView) settle() {
	sort.SliceStable(g.Findings, func(i, j int) bool { return g.Findings[i].Severity.Rank() < g.Findings[j].Severity.Rank() })
	answers := map[string]bool{}
	for _, f := range g.Findings {
		answers[f.Answer.Anchor] = true
	}
	g.Answers = len(answers)
}

// shownOfACause is how many findings of one cause are shown before a reader asks
// for the rest.
const shownOfACause = 3

// First are the findings of the group that are shown at once; Rest the others.
func (g *groupView) First() []findingView {
	return g.Findings[:min(shownOfACause, len(g.Findings))]
}

// Rest are the findings behind "more of this cause".
func (g *groupView) Rest() []findingView { return g.Findings[len(g.First()):] }

// before puts graver causes first, then those behind more findings.
func (g *groupView) before(other *groupView) bool {
	mine, theirs := g.Findings[0].Severity.Rank(), other.Findings[0].Severity.Rank()
	if mine != theirs {
		return mine < theirs
	}
	return len(g.Findings) > len(other.Findings)
}

// links gives the anchor of each finding of the page by its id.
func (b *builder) links() map[string]string {
	links := map[string]string{}
	for i := range b.all {
		if links[b.all[i].ID] == "" {
			links[b.all[i].ID] = b.all[i].Link()
		}
	}
	return links
}

// past are earlier findings that are no more.
func (b *builder) past() []finding.PastFinding {
	if b.Since == nil {
		return nil
	}
	return b.Since.Past
}

// doubts gathers unverified claims by the reason given.
func (b *builder) doubts() []doubtView {
	by := map[string]*doubtView{}
	var order []string
	for i := range b.Views {
		a := &b.Views[i]
		for j := range a.Claims {
			c := &a.Claims[j]
			if !c.Unverified() {
				continue
			}
			why := reason(c)
			if by[why] == nil {
				by[why], order = &doubtView{Why: why}, append(order, why)
			}
			by[why].Claims = append(by[why].Claims, claimLink{a, c})
		}
	}
	out := make([]doubtView, len(order))
	for i, why := range order {
		out[i] = *by[why]
	}
	return out
}

// reason is the first that an unverified citation of the claim gives.
func reason(c *finding.ClaimReport) string {
	for i := range c.Citations {
		if c.Citations[i].Verdict == finding.Unverified && c.Citations[i].Why != "" {
			return c.Citations[i].Why
		}
	}
	return "words alone could not tell"
}

var staleClasses = map[string]string{
	"a": "Words that the answer cites have changed",
	"b": "A cited section has changed elsewhere",
	"c": "A definition or exemption of the act has changed",
	"d": "A section was added or changed beside the cited ones",
}

// staleHow says it in the run's own words, which are the closer ones, else by the
// class.
func staleHow(s *finding.Stale) string {
	if s.Why == "" {
		return staleClasses[s.Class]
	}
	first, size := utf8.DecodeRuneInString(s.Why)
	return string(unicode.ToUpper(first)) + s.Why[size:]
}

func (b *builder) stales() []staleView {
	out := make([]staleView, len(b.Stale))
	for i, s := range b.Stale {
		out[i] = staleView{Stale: s, Title: s.Answer, How: staleHow(&s)}
		if a := b.view(s.Answer); a != nil {
			out[i].Title, out[i].Link = a.Title, a.Link()
		}
	}
	return out
}

func (b *builder) changes(list []finding.Change) []changeView {
	out := make([]changeView, len(list))
	for i, c := range list {
		out[i].Change = c
		for _, id := range c.Answers {
			if a := b.view(id); a != nil {
				out[i].Links = append(out[i].Links, a)
			}
		}
	}
	return out
}

// view finds an answer's view by id.
func (b *builder) view(id string) *answerView {
	for i := range b.Views {
		if b.Views[i].ID == id {
			return &b.Views[i]
		}
	}
	return nil
}
