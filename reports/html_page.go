package reports

import (
	"html/template"
	"slices"
	"sort"

	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/statute"
)

// page is the report as the template reads it: every list in the order of the
// page, every text already cut at its marks.
type page struct {
	*finding.Report
	Style  template.CSS
	Script template.JS
	Policy string
	Counts finding.Counts

	Views  []answerView
	Groups []groupView
	Waived []findingView
	// News are the gravest findings that are new, came back, or whose waiver
	// lapsed; MoreNews counts those that are left to the list of all.
	News     []*findingView
	MoreNews int
	Past     []finding.PastFinding
	Links    map[string]string
	Doubts   []doubtView
	Stales   []staleView
	Changed  []changeView
	// Reprinted are sections printed otherwise with the same words.
	Reprinted []changeView
	Trending
	RuleRows []ruleView
	Tiles    []tile
	// Index lists the other files of a split report; nil in a page that stands
	// alone. Home is the index's file in such another page, else "".
	Index []indexRow
	Home  string
	// The values that the filter offers; a question is known by its place here,
	// counted from 1, since its words may be long.
	Places, Questions, RuleNames, States, Owners []string
	questions                                    map[string]int
}

// QuestionKey is the value by which the filter knows a question.
func (p *page) QuestionKey(question string) int { return p.questions[question] }

// answerView is one answer with its law beside it.
type answerView struct {
	*finding.AnswerReport
	page   *page
	Anchor string
	// File is the file that holds the answer, "" for this one.
	File   string
	Open   map[finding.Severity]int
	Waived int
	Total  int
	Blind  int
	Stale  []string
	Blocks []block
}

// Link leads to the answer.
func (a *answerView) Link() string { return a.File + "#" + a.Anchor }

// Link leads to the finding.
func (f *findingView) Link() string { return f.Answer.File + "#" + f.Anchor }

// QuestionKey is the value by which the filter knows the answer's question.
func (a *answerView) QuestionKey() int { return a.page.QuestionKey(a.Question) }

// block is a claim, or the text between two claims.
type block struct {
	Gap string
	// Rest is true for what follows the last claim, usually the list of sources.
	Rest bool
	// Heading is true for a claim that only heads what follows it.
	Heading   bool
	Claim     *finding.ClaimReport
	Parts     []segment
	Findings  []findingView
	Citations []citationView
}

// citationView is the verdict on a pair with the words it rests on.
type citationView struct {
	*finding.CitationReport
	Law lawView
}

// lawView is one section as quoted.
type lawView struct {
	Number string
	Place  string
	// Section is nil where the report does not hold it.
	Section *finding.SectionText
	Parts   []segment
	// Part names what is quoted where it is not enacted text.
	Part string
}

// findingView is a finding with all that a reader needs to judge it.
type findingView struct {
	*finding.Finding
	Anchor   string
	Answer   *answerView
	Said     []segment
	Laws     []lawView
	Accuracy string
	StateSay string
}

// groupView is a root cause, or one finding that stands alone.
type groupView struct {
	Cause    string
	Answers  int
	Findings []findingView
}

// doubtView is a reason why claims are unverified.
type doubtView struct {
	Why    string
	Claims []claimLink
}

type claimLink struct {
	Answer *answerView
	Claim  *finding.ClaimReport
}

type staleView struct {
	finding.Stale
	Title, Link string
	// How says in what way the law under the answer changed.
	How string
}

type changeView struct {
	finding.Change
	Links []*answerView
}

type ruleView struct {
	finding.RuleInfo
	finding.Measure
	Found int
}

// newPage lays the report out. With index rows it is the index of a split
// report, whose links lead to the other files.
func newPage(r *finding.Report, index []indexRow) *page {
	p := &page{Report: r, Index: index, Style: template.CSS(pageStyle), Script: template.JS(pageScript), Policy: policy(), Counts: r.Count()}
	b := builder{page: p, sections: r.IndexSections(), anchors: map[string]bool{}, counts: map[string]int{}, files: filesByPlace(index), stale: staleReasons(r)}
	p.Views = make([]answerView, len(r.Answers))
	for i := range r.Answers {
		b.answer(i)
	}
	p.Groups, p.Waived = b.findings()
	b.news()
	p.Links = b.links()
	p.Past = b.past()
	p.Doubts = b.doubts()
	p.Stales, p.Changed, p.Reprinted = b.stales(), b.changes(r.Changes), b.changes(r.Printed)
	p.Trending = trending(r)
	p.RuleRows = ruleRows(r)
	p.Tiles = tiles(r)
	b.options()
	return p
}

// builder holds what several parts of the page look up.
type builder struct {
	*page
	sections finding.SectionIndex
	anchors  map[string]bool
	// counts numbers the anchors of each jurisdiction, so that they are the same
	// in the index and in the file of that jurisdiction; files names those files.
	counts map[string]int
	files  map[statute.Jurisdiction]string
	stale  map[string][]string
	all    []findingView
}

// tableRows is how many rows a table of outcomes holds: a browser lays a longer
// one out again and again while it loads.
const tableRows = 100

// outcomeTable is a part of the table of outcomes; Part counts from 1.
type outcomeTable struct {
	Part int
	Rows []*answerView
}

// ByOutcome lists the answers, those that need a person first, in tables.
func (p *page) ByOutcome() []outcomeTable {
	rows := make([]*answerView, len(p.Views))
	for i := range p.Views {
		rows[i] = &p.Views[i]
	}
	sort.SliceStable(rows, func(i, j int) bool { return rows[i].Outcome.Rank() < rows[j].Outcome.Rank() })
	var tables []outcomeTable
	for chunk := range slices.Chunk(rows, tableRows) {
		tables = append(tables, outcomeTable{len(tables) + 1, chunk})
	}
	return tables
}

// Outcomes are those of answers, for the template.
func (p *page) Outcomes() []finding.Outcome { return finding.Outcomes() }

// Severities are those of findings, for the template.
func (p *page) Severities() []finding.Severity { return finding.Severities() }

// staleReasons says by answer which changed sections touch it.
func staleReasons(r *finding.Report) map[string][]string {
	by := map[string][]string{}
	for _, s := range r.Stale {
		key := string(s.Jurisdiction) + "\x00" + s.Answer
		by[key] = append(by[key], s.Number)
	}
	return by
}

func (b *builder) options() {
	owners := map[string]bool{}
	places, questions, rules, states := map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}
	for i := range b.Views {
		places[string(b.Views[i].Jurisdiction)] = true
		questions[b.Views[i].Question] = true
	}
	for i := range b.all {
		rules[b.all[i].Rule], states[b.all[i].State] = true, true
	}
	for i := range b.Groups {
		for k := range b.Groups[i].Findings {
			owners[b.Groups[i].Findings[k].Owner] = true
		}
	}
	b.questions = map[string]int{}
	for i, q := range sorted(questions) {
		b.questions[q] = i + 1
	}
	b.Places, b.Questions, b.RuleNames, b.States = sorted(places), sorted(questions), sorted(rules), sorted(states)
	b.Owners = sorted(owners)
}

// sorted lists the keys but the empty one.
func sorted(set map[string]bool) []string {
	keys := make([]string, 0, len(set))
	for key := range set {
		if key != "" {
			keys = append(keys, key)
		}
	}
	sort.Strings(keys)
	return keys
}
