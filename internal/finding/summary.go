package finding

import (
	"fmt"
	"sort"
	"strings"

	"github.com/pincite/pincite/internal/statute"
)

// Counts are the numbers that every format shows first.
type Counts struct {
	// Answers counts those that answer something, by outcome; Nothing those that
	// found nothing to say, and Partial those that must not stay published though
	// they could not be audited in full.
	Answers          map[Outcome]int
	Nothing, Partial int
	// Open are the findings that nobody waived, by severity; Waived counts the
	// others.
	Open   map[Severity]int
	Waived int
	// Sources are the configured ones by state.
	Sources map[string]int
}

// Count counts what the report holds.
func (r *Report) Count() Counts {
	c := Counts{Answers: map[Outcome]int{}, Open: map[Severity]int{}, Sources: map[string]int{}}
	for i := range r.Answers {
		c.CountAnswer(&r.Answers[i])
		open, waived := r.Answers[i].Count()
		for severity, n := range open {
			c.Open[severity] += n
		}
		c.Waived += waived
	}
	for i := range r.Coverage.Sources {
		c.Sources[r.Coverage.Sources[i].State]++
	}
	return c
}

// CountAnswer counts one answer by what to do with it.
func (c *Counts) CountAnswer(a *AnswerReport) {
	if a.FoundNothing() {
		c.Nothing++
		return
	}
	c.Answers[a.Outcome]++
	if a.Partial && a.Outcome != NotAuditable {
		c.Partial++
	}
}

// Count counts the answer's open findings by severity, and its waived ones.
func (a *AnswerReport) Count() (open map[Severity]int, waived int) {
	open = map[Severity]int{}
	for i := range a.Findings {
		if a.Findings[i].Waived() {
			waived++
		} else {
			open[a.Findings[i].Severity]++
		}
	}
	return open, waived
}

// OpenTotal counts the findings that nobody waived.
func (c *Counts) OpenTotal() int {
	total := 0
	for _, severity := range Severities() {
		total += c.Open[severity]
	}
	return total
}

// Tone is how a report may look: "bad", "warn", "note" or "good". It is good
// only where everything was read and everything was told.
func (r *Report) Tone() string {
	c := r.Count()
	switch {
	case c.Answers[DoNotPublish] > 0:
		return "bad"
	case c.Answers[Correct] > 0, c.Answers[NotAuditable] > 0, !r.Coverage.Complete, len(r.Answers) == 0:
		return "warn"
	case r.Coverage.UnverifiedClaims > 0, c.OpenTotal() > 0, c.Nothing > 0:
		return "note"
	}
	return "good"
}

// Headline is the sentence that a compliance officer can act on: what must not
// stay published, what needs correction, and what the audit could not see.
func (r *Report) Headline() string {
	return strings.TrimSuffix(r.ToDo(), ".") + "; " + lowerFirst(r.Unseen())
}

// ToDo is the first half of the headline: the answers by what to do with them.
func (r *Report) ToDo() string {
	if len(r.Answers) == 0 {
		return "No answers were audited."
	}
	c := r.Count()
	var parts []string
	for _, o := range Outcomes() {
		if n := c.Answers[o]; n > 0 {
			parts = append(parts, outcomePart(o, n, len(parts) == 0)+partialPart(o, c.Partial))
		}
	}
	if c.Nothing > 0 {
		parts = append(parts, counted(c.Nothing, len(parts) == 0)+" found nothing in the law held")
	}
	return strings.Join(parts, "; ") + "."
}

// counted is the number of answers; the noun stands in the first part only.
func counted(n int, noun bool) string {
	if noun {
		return Plural(n, "answer")
	}
	return fmt.Sprint(n)
}

// partialPart says of the answers to be taken down how many could not be audited
// in full.
func partialPart(o Outcome, n int) string {
	if o != DoNotPublish || n == 0 {
		return ""
	}
	return fmt.Sprintf(" (%d of them not audited in full)", n)
}

func outcomePart(o Outcome, n int, noun bool) string {
	subject := counted(n, noun)
	switch o {
	case DoNotPublish:
		return subject + " must not stay published"
	case Correct:
		return subject + map[bool]string{true: " needs correction", false: " need correction"}[n == 1]
	case NotAuditable:
		return subject + " could not be audited"
	}
	return subject + " may stay published"
}

// Unseen is the second half of the headline: what the audit could not see.
func (r *Report) Unseen() string {
	parts := r.coverageParts()
	if r.Coverage.UnverifiedClaims > 0 {
		parts = append(parts, citing(r.Coverage.UnverifiedClaims)+" a citation that words alone could not check")
	}
	return upperFirst(strings.Join(parts, "; ")) + "."
}

// citing begins a sentence on n claims: "1 claim has", "2 claims have".
func citing(n int) string {
	return Plural(n, "claim") + map[bool]string{true: " has", false: " have"}[n == 1]
}

// coverageParts says what was not read of the law, and apart from it which
// answers were not made or judged: law that was all read is not called incomplete
// for the sake of an answer.
func (r *Report) coverageParts() []string {
	var parts []string
	law, answers := r.undone()
	switch gaps := append(r.gaps(), undonePart(law)...); {
	case len(gaps) > 0:
		parts = append(parts, "law coverage is incomplete: "+strings.Join(gaps, ", "))
	case r.Coverage.Complete || len(answers) > 0:
		parts = append(parts, "all configured law was read well")
	default:
		parts = append(parts, "law coverage is incomplete")
	}
	for _, part := range undonePart(answers) {
		parts = append(parts, "the audit is incomplete: "+part)
	}
	return parts
}

// undone gives the items that failed or were given up: those of reading law, and
// those of making and judging answers.
func (r *Report) undone() (law, answers []string) {
	for _, item := range r.Coverage.Dead {
		if strings.HasPrefix(item, "answer of ") || strings.HasPrefix(item, "audit of ") {
			answers = append(answers, shortened(item))
		} else {
			law = append(law, shortened(item))
		}
	}
	return law, answers
}

// undonePart names the first few items, and is empty where there are none.
func undonePart(items []string) []string {
	if len(items) == 0 {
		return nil
	}
	return []string{fmt.Sprintf("%s not done (%s)", Plural(len(items), "item"), some(items, 3))}
}

// shortened is an item as a headline can hold it: which it is, and the beginning
// of why.
func shortened(item string) string {
	const most = 120
	if runes := []rune(item); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return item
}

// gaps says for each state but "well" which sources are in it.
func (r *Report) gaps() []string {
	names := map[string][]string{}
	for _, s := range r.Coverage.Sources {
		if s.State != "well" {
			names[s.State] = append(names[s.State], string(s.Jurisdiction)+" "+firstOf(s.Title, s.ID))
		}
	}
	states := make([]string, 0, len(names))
	for state := range names {
		states = append(states, state)
	}
	sort.Slice(states, func(i, j int) bool { return gapRank(states[i]) < gapRank(states[j]) })
	var said []string
	for _, state := range states {
		said = append(said, fmt.Sprintf("%s %s (%s)", Plural(len(names[state]), "source"), SourceStateWords(state, len(names[state])), some(names[state], 3)))
	}
	return said
}

func gapRank(state string) string {
	for i, known := range []string{"failed", "doubtful", "old"} {
		if state == known {
			return fmt.Sprint(i)
		}
	}
	return "9" + state
}

// SourceStateWords says the state of n sources: "failed", "is doubtful".
func SourceStateWords(state string, n int) string {
	if state == "failed" {
		return state
	}
	if n == 1 {
		return "is " + state
	}
	return "are " + state
}

// Summary is the report in at most ten lines of plain text, the headline first.
func (r *Report) Summary() []string {
	c := r.Count()
	lines := []string{
		r.Headline(),
		"Answers:   " + outcomeCounts(c),
		"Findings:  " + severityCounts(c),
		"Since:     " + r.sinceLine(),
		"Changes:   " + fmt.Sprintf("%s of law changed, %s stale", Plural(len(r.Changes), "section"), Plural(r.StaleAnswers(), "answer")),
		"Coverage:  " + r.coverageLine(c),
		"Claims:    " + fmt.Sprintf("%d need a citation, %d of them with one left unverified", r.Coverage.Claims, r.Coverage.UnverifiedClaims),
		"Judge:     " + firstOf(r.Judge, "none"),
		"Run:       " + r.Run + ", edition " + Short(r.Edition) + ", rules " + Short(r.Rules),
	}
	return lines
}

// PrintedOtherwise names the sections that are printed otherwise, "" where there
// are none.
func (r *Report) PrintedOtherwise() string {
	var names []string
	for i := range r.Printed {
		c := &r.Printed[i]
		names = append(names, fmt.Sprintf("%s § %s (%s)", c.Jurisdiction, c.Number, c.Kind))
	}
	if len(names) == 0 {
		return ""
	}
	return "Printed otherwise, with the same words, and no change of law: " + some(names, 100) + "."
}

func outcomeCounts(c Counts) string {
	var parts []string
	for _, o := range Outcomes() {
		parts = append(parts, fmt.Sprintf("%d %s", c.Answers[o], strings.ToLower(o.Words())))
	}
	if c.Nothing > 0 {
		parts = append(parts, fmt.Sprintf("%d found nothing", c.Nothing))
	}
	return strings.Join(parts, ", ")
}

func severityCounts(c Counts) string {
	var parts []string
	for _, s := range Severities() {
		parts = append(parts, fmt.Sprintf("%d %s", c.Open[s], s))
	}
	return strings.Join(parts, ", ") + fmt.Sprintf("; %d waived", c.Waived)
}

func (r *Report) sinceLine() string {
	if r.Since == nil {
		return "first run, nothing to compare with"
	}
	s := r.Since
	return fmt.Sprintf("%d new, %d still open%s, %d fixed, %d reappeared, %s (compared with %s)",
		len(s.New), len(s.StillOpen), r.movedPart(), len(s.Fixed), len(s.Reappeared), Plural(len(s.LapsedWaive), "lapsed waiver"), s.Run)
}

// movedPart says of how many of the findings still open the law moved.
func (r *Report) movedPart() string {
	moved := map[string]bool{}
	for i := range r.Answers {
		for _, f := range r.Answers[i].Findings {
			if f.Was != "" {
				moved[f.ID] = true
			}
		}
	}
	if len(moved) == 0 {
		return ""
	}
	return fmt.Sprintf(" (%d of them under law that moved)", len(moved))
}

func (r *Report) coverageLine(c Counts) string {
	word := "complete"
	if !r.Coverage.Complete {
		word = "INCOMPLETE"
	}
	line := fmt.Sprintf("%s; sources: %d well, %d failed, %d doubtful, %d old", word,
		c.Sources["well"], c.Sources["failed"], c.Sources["doubtful"], c.Sources["old"])
	if n := len(r.Coverage.Dead); n > 0 {
		line += "; " + Plural(n, "item") + " not done"
	}
	return line
}

// StaleAnswers counts the answers that changes touch, each once.
func (r *Report) StaleAnswers() int {
	seen := map[string]bool{}
	for _, s := range r.Stale {
		seen[string(s.Jurisdiction)+"\x00"+s.Answer] = true
	}
	return len(seen)
}

// Jurisdictions lists those of the answers and sources, by code.
func (r *Report) Jurisdictions() []statute.Jurisdiction {
	seen := map[statute.Jurisdiction]bool{}
	for i := range r.Answers {
		seen[r.Answers[i].Jurisdiction] = true
	}
	for i := range r.Coverage.Sources {
		seen[r.Coverage.Sources[i].Jurisdiction] = true
	}
	all := make([]statute.Jurisdiction, 0, len(seen))
	for j := range seen {
		all = append(all, j)
	}
	sort.Slice(all, func(i, j int) bool { return all[i] < all[j] })
	return all
}

// Short is the first twelve digits of a hash, without its algorithm.
func Short(hash string) string {
	_, digits, found := strings.Cut(hash, ":")
	if !found {
		digits = hash
	}
	if runes := []rune(digits); len(runes) > 12 {
		return string(runes[:12])
	}
	return digits
}

// Plural says how many of a noun that takes an s: "1 answer", "2 answers".
func Plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// some names the first few, and how many more there are.
func some(names []string, limit int) string {
	if len(names) <= limit {
		return strings.Join(names, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(names[:limit], ", "), len(names)-limit)
}

func firstOf(words ...string) string {
	for _, w := range words {
		if w != "" {
			return w
		}
	}
	return ""
}

func upperFirst(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

func lowerFirst(s string) string {
	if s == "" {
		return s
	}
	return strings.ToLower(s[:1]) + s[1:]
}
