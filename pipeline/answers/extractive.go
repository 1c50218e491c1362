package answers

import (
	"context"
	"regexp"
	"slices"
	"sort"
	"strings"

	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/index"
	"github.com/pincite/pincite/internal/statute"
)

// Extractive answers in the law's own sentences: it finds the sections that bear
// on the question and quotes what they lay down, with the exceptions that stand
// beside it.
type Extractive struct{}

// Identity is raised when the same question and law would give another answer.
func (Extractive) Identity() string { return "extractive-6" }

// Make is Answer on a Task.
func (e Extractive) Make(_ context.Context, t Task) (Made, error) {
	return e.Answer(t.Question, t.Jurisdiction, t.Law, t.Index, t.Complete)
}

// Answer never fails: where no section bears on the question it says so.
func (Extractive) Answer(q answer.Question, j statute.Jurisdiction, law []statute.Held, ix *index.Index, complete bool) (Made, error) {
	r := newReading(q, law, ix)
	chosen := r.choose()
	if len(chosen) == 0 {
		return r.absence(j, complete), nil
	}
	return r.compose(j, chosen), nil
}

// reading is the law as one question sees it.
type reading struct {
	question answer.Question
	topics   []topic
	// asked are the words of the question itself.
	asked []topic
	law   []statute.Held
	// candidates are the sections that could bear on the question.
	candidates []*candidate
	// soon, excepted, listed and official are what the question asks for: a
	// time, an exception, a list, what an office or court does.
	soon, excepted, listed, official bool
}

// candidate is a section under consideration.
type candidate struct {
	held       *statute.Held
	at         int
	provisions []provision
	// heading are the words of the catchline and of the heading above it, and
	// what its act is on; titles are the first two alone.
	heading, titles []string
	// bears is how far the section speaks of what the question is about, from 0
	// to 1.
	bears float64
	// rank is the index's score, as a share of the best.
	rank float64
}

var (
	asksSoon   = regexp.MustCompile(`(?i)\bhow (?:soon|quick|fast|long)|\bwhen must|\bby when|\bdeadline|\btime limit`)
	asksList   = regexp.MustCompile(`(?i)\b(?:contain|include|what must|which|what .*(?:must|may|penalt|rights)|how (?:may|must|can))\b`)
	asksOffice = regexp.MustCompile(`(?i)\b(?:penalt|damages|fines?\b|sued?\b|enforce|attorney general|courts?\b|agency|agencies|department|commission|state\b|officials?\b|regulator)`)
	asksExcept = regexp.MustCompile(`(?i)\b(?:exempt|except|leave out|need not|not (?:have|need|required)|avoid|excuse)`)
)

// searched is how many sections are looked at, the best of the index's ranking.
const searched = 200

func newReading(q answer.Question, law []statute.Held, ix *index.Index) *reading {
	r := &reading{
		question: q, topics: topicsOf(q), asked: wordsOf(q), law: law,
		soon: asksSoon.MatchString(q.Text), excepted: asksExcept.MatchString(q.Text), listed: asksList.MatchString(q.Text), official: asksOffice.MatchString(q.Text),
	}
	ranks := map[int]float64{}
	hits := ix.Search(index.Terms(q.Text+" "+strings.Join(q.Topics, " ")), searched)
	for _, hit := range hits {
		ranks[hit.At] = hit.Score / hits[0].Score
	}
	for at := range law {
		if _, found := ranks[at]; !found && len(law) > searched {
			continue // a small body of law is read whole
		}
		if c := r.candidate(at, ranks[at]); c != nil {
			r.candidates = append(r.candidates, c)
		}
	}
	r.weigh()
	return r
}

// candidate reads one section, nil for one that may not be cited for a duty.
func (r *reading) candidate(at int, rank float64) *candidate {
	held := &r.law[at]
	if held.Status != statute.InForce || defines(held) {
		return nil
	}
	c := &candidate{held: held, at: at, rank: rank, titles: words(joints.ReplaceAllString(held.Catchline+"\n"+inner(held), ";"))}
	c.heading = slices.Clone(c.titles)
	for _, p := range provisions(&held.Section) {
		if p.quotable() {
			p.words = append(words(p.whole()), marked(p.whole())...)
			c.provisions = append(c.provisions, p)
		}
	}
	if len(c.provisions) == 0 {
		return nil
	}
	return c
}

// joints are the small words between the parts of a heading: no name reaches over
// them.
var joints = regexp.MustCompile(`(?i)\b(?:to|by|for|from|in|on|at|and|or|with|under|within|when|where)\b`)

// inner is the heading that the section stands under most closely.
func inner(h *statute.Held) string {
	if n := len(h.Hierarchy); n > 0 {
		return h.Hierarchy[n-1]
	}
	return h.Act
}

// The shares in a section's bearing: of the topics and of the question's words.
const (
	topicShare = 0.75
	askedShare = 1 - topicShare
)

// weigh gives the topics their weight and the candidates their bearing. A word of
// the question that the law never uses is everyday speech and counts nothing;
// the topics say what it stands for.
func (r *reading) weigh() {
	for i := range r.topics {
		df := spoken(r.candidates, r.topics[i])
		if df == 0 && len(r.topics[i].terms) > 1 {
			r.topics[i].loose = true
			df = spoken(r.candidates, r.topics[i])
		}
		r.topics[i].weigh(len(r.law), df)
	}
	for i := range r.asked {
		if df := spoken(r.candidates, r.asked[i]); df > 0 {
			r.asked[i].weigh(len(r.law), df)
		}
	}
	r.inherit()
	for _, c := range r.candidates {
		var whole []string
		for i := range c.provisions {
			c.bears = max(c.bears, r.bearing(c, &c.provisions[i]))
			whole = append(append(whole, c.provisions[i].words...), stop)
		}
		c.bears = provisionShare*c.bears + (1-provisionShare)*covered(r.topics, c.heading, whole)
		if r.missesSubject(c) {
			c.bears *= offSubject
		}
		c.bears *= r.focus(c)
	}
}

// What is left to a section whose headings name none of the topics, and to one of
// several provisions of which but one speaks of any: it mentions them by the way.
const (
	unheaded   = 0.85
	incidental = 0.55
)

// focus tells how far a section is on the topics, and does not only mention them.
func (r *reading) focus(c *candidate) float64 {
	if slices.ContainsFunc(r.topics, func(t topic) bool { return t.sign == "" && t.said(c.titles, nil) > 0 }) {
		return 1
	}
	speaking := 0
	for i := range c.provisions {
		if slices.ContainsFunc(r.topics, func(t topic) bool { return t.sign == "" && within(t.terms, c.provisions[i].words) }) {
			speaking++
		}
	}
	if speaking == 1 && len(c.provisions) >= 3 {
		return incidental
	}
	return unheaded
}

// offSubject is the share that is left to a section that never speaks of what the
// question calls by its name: a penalty for something else is no answer.
const offSubject = 0.7

// missesSubject tells that of the names of several words in the question most
// stand nowhere in the section or above it.
func (r *reading) missesSubject(c *candidate) bool {
	named, missed := 0, 0
	for _, t := range r.topics {
		if t.named && len(t.terms) > 1 {
			named++
			if !c.speaks(t) {
				missed++
			}
		}
	}
	return 2*missed > named
}

// provisionShare is what the best provision counts in a section's bearing; the
// rest is its whole text, since rule and sanction may stand in different
// subsections.
const provisionShare = 0.75

// bearing is how far one provision bears on the question. An exception bears
// less on a question about the rule, and so does what an office may do on a
// question about anybody else.
func (r *reading) bearing(c *candidate, p *provision) float64 {
	bears := topicShare*covered(r.topics, c.heading, p.words) + askedShare*covered(r.asked, c.heading, p.words)
	if !r.excepted && excepting.MatchString(p.text) {
		bears *= besidePoint
	}
	if !r.official && official.MatchString(p.text) {
		bears *= besidePoint
	}
	return bears
}

// besidePoint is the share that is left to a provision of another kind than the
// question asks for.
const besidePoint = 0.8

// inherit adds to a section's headings the topics of which a third of its act
// speaks: an act on one thing does not name it in each section.
func (r *reading) inherit() {
	acts := map[string][]*candidate{}
	for _, c := range r.candidates {
		acts[act(c.held)] = append(acts[act(c.held)], c)
	}
	for _, t := range r.topics {
		for _, c := range r.candidates {
			if siblings := acts[act(c.held)]; len(siblings) >= smallestAct && 3*spoken(siblings, t) > len(siblings) {
				c.heading = append(append(c.heading, stop), t.terms...)
			}
		}
	}
}

// smallestAct is how many sections must be looked at to tell what an act is on.
const smallestAct = 4

func spoken(all []*candidate, t topic) int {
	n := 0
	for _, c := range all {
		if c.speaks(t) {
			n++
		}
	}
	return n
}

// speaks tells that the section names the topic anywhere.
func (c *candidate) speaks(t topic) bool {
	return t.said(c.heading, nil) > 0 || slices.ContainsFunc(c.provisions, func(p provision) bool { return t.said(c.heading, p.words) > 0 })
}

// The gates. A question is answered only where some section speaks of most of
// what it is about; another section of the same act may speak of less.
const (
	enough = 0.6
	beside = 0.55 // of the best
)

// admit keeps one section of each number, those that bear on the question
// enough, best first.
func (r *reading) admit() []*candidate {
	best, acts := 0.0, map[string]bool{}
	for _, c := range r.candidates {
		best = max(best, c.bears)
		if c.bears >= enough {
			acts[act(c.held)] = true
		}
	}
	sort.SliceStable(r.candidates, func(a, b int) bool { return r.candidates[a].worth() > r.candidates[b].worth() })
	var admitted []*candidate
	numbers := map[string]bool{}
	for _, c := range r.candidates {
		if acts[act(c.held)] && c.bears >= beside*best && !numbers[c.held.Number] {
			numbers[c.held.Number] = true
			admitted = append(admitted, c)
		}
	}
	return admitted
}

// worth ranks sections: what they speak of first, then how much of it.
func (c *candidate) worth() float64 { return c.bears + 0.4*c.rank }

// act names what a section's definitions and exemptions are shared with.
func act(h *statute.Held) string { return h.Source + "\x00" + strings.Join(h.Hierarchy, "\x00") }

// passage is a provision chosen for the answer.
type passage struct {
	*provision
	c     *candidate
	score float64
}

// most is how many provisions an answer quotes for their own sake; those that
// must stand beside them come on top.
const most = 6

// choose picks the provisions to quote, in the order of the answer.
func (r *reading) choose() []passage {
	var all []passage
	for _, c := range r.admit() {
		for i := range c.provisions {
			all = append(all, passage{&c.provisions[i], c, r.score(c, &c.provisions[i])})
		}
	}
	sort.SliceStable(all, func(a, b int) bool { return all[a].score > all[b].score })
	chosen := strong(all)
	chosen = r.complete(chosen, all)
	return r.arrange(chosen)
}

// weakest is the share of the best score below which nothing is quoted.
const weakest = 0.7

func strong(all []passage) []passage {
	var kept []passage
	seen := map[string]bool{}
	for _, p := range all {
		said := strings.Join(p.words, " ")
		if len(kept) == most || p.score < weakest*all[0].score {
			break
		}
		if !seen[said] {
			seen[said] = true
			kept = append(kept, p)
		}
	}
	return kept
}

// score is the section's worth, shared out by what the provision itself says.
func (r *reading) score(c *candidate, p *provision) float64 {
	score := c.worth() * (0.2 + 0.8*r.bearing(c, p))
	if r.soon && timed.MatchString(p.text) {
		score *= 1.3
	}
	if slices.ContainsFunc(r.topics, func(t topic) bool { return t.sign != "" && slices.Contains(p.words, t.sign) }) {
		score *= 1.3
	}
	if excepting.MatchString(p.whole()) == r.excepted {
		score *= 1.2
	}
	if p.items != nil && !r.listed {
		score *= 0.8
	}
	return score
}
