package audit

import (
	"fmt"
	"slices"
	"sort"

	"github.com/pincite/pincite/audit/compare"
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/cite"
	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/statute"
)

// Audit reads the case, runs the rules and gives the answer's report.
func Audit(c Case, rules []Rule) finding.AnswerReport {
	r := Read(c)
	var found []finding.Finding
	for _, rule := range rules {
		found = append(found, rule.Find(r)...)
	}
	report := r.report()
	for _, step := range processors {
		found = step(r, found)
	}
	report.Findings, report.Partial = found, !r.auditable()
	report.Outcome = Settled(&report)
	return report
}

// report writes down what was read, before any finding.
func (r *Reading) report() finding.AnswerReport {
	a := &r.Case.Answer
	report := finding.AnswerReport{
		ID: a.ID, Title: a.Title, Question: a.Question, Jurisdiction: r.Case.Law.Jurisdiction, Origin: "imported", Text: a.Text,
		Sources: []finding.SourceReport{}, Claims: []finding.ClaimReport{}, Findings: []finding.Finding{}, Faults: a.Faults,
	}
	if !a.Imported {
		report.Origin = "extractive"
	}
	for i := range r.Sources {
		report.Sources = append(report.Sources, r.sourceReport(&r.Sources[i]))
	}
	for i := range a.Claims {
		report.Claims = append(report.Claims, r.claimReport(&a.Claims[i]))
	}
	return report
}

func (r *Reading) sourceReport(s *Source) finding.SourceReport {
	line := finding.SourceReport{Ref: s.Ref, Title: s.Title}
	if s.Held == nil {
		return line
	}
	line.Bound = &finding.Bound{
		Jurisdiction: s.Law.Jurisdiction, Number: s.Held.Number, Occurrence: s.Held.Occurrence,
		Document: s.Held.Source, Version: s.Held.Version(), By: s.By,
	}
	for _, h := range s.Ambiguous {
		line.Bound.Ambiguous = append(line.Bound.Ambiguous, h.Number)
	}
	return line
}

func (r *Reading) claimReport(c *answer.Claim) finding.ClaimReport {
	line := finding.ClaimReport{
		ID: c.ID, Start: c.Span.Start, End: c.Span.End, Text: c.Text, Role: string(c.Role), NeedsCitation: c.NeedsCitation,
		Citations: []finding.CitationReport{},
	}
	for _, p := range r.PairsOf(c) {
		line.Citations = append(line.Citations, citationReport(p))
	}
	return line
}

func citationReport(p *Pair) finding.CitationReport {
	line := finding.CitationReport{
		Ref: p.Citation.Ref, Verdict: p.Verdict, Certainty: p.Certainty, Evidence: p.Evidence, Score: round(p.Alignment.Score), Why: p.Why,
	}
	if h := p.Held(); h != nil {
		line.Number = h.Number
	}
	if line.Evidence == nil {
		line.Evidence = []finding.SourceQuote{}
	}
	return line
}

// round keeps three digits, so that no report differs in the last bit.
func round(v float64) float64 { return float64(int(v*1000+0.5)) / 1000 }

// Settled says what to do with an answer as its findings stand. Where the law
// needed to judge it is not held, it could not be audited; but what is proved all
// the same stops it: silence is what proves nothing then, and not proof.
func Settled(report *finding.AnswerReport) finding.Outcome {
	if !report.Partial {
		return Outcome(report.Findings)
	}
	if slices.ContainsFunc(report.Findings, proves) {
		return finding.DoNotPublish
	}
	return finding.NotAuditable
}

// proves reports whether a finding forbids publishing whatever law is not held.
func proves(f finding.Finding) bool {
	return f.Severity == finding.Critical && f.Certainty == finding.Certain && !f.Waived()
}

// auditable is false where no law is held, or none of the sources could be bound
// and the corpus is known to have gaps.
func (r *Reading) auditable() bool {
	if len(r.Case.Law.Sections) == 0 {
		return false
	}
	for i := range r.Sources {
		if r.Sources[i].Held != nil || r.Sources[i].Foreign != "" {
			return true
		}
	}
	return r.Case.Law.Complete || len(r.Sources) == 0
}

// Outcome says what to do with an answer of these findings; waived ones do not
// count.
func Outcome(found []finding.Finding) finding.Outcome {
	outcome := finding.Publish
	for i := range found {
		f := &found[i]
		switch {
		case f.Waived() || f.Severity == finding.Low:
		case stops(f):
			return finding.DoNotPublish
		default:
			outcome = finding.Correct
		}
	}
	return outcome
}

// stops reports whether a finding forbids publishing: a critical one that is more
// than possible, or a high one on what the answer says.
func stops(f *finding.Finding) bool {
	if f.Certainty == finding.Possible {
		return false
	}
	if f.Severity == finding.Critical {
		return true
	}
	onText := f.Fix.Action == finding.CorrectText || f.Fix.Action == finding.AddText || f.Fix.Action == finding.RemoveText
	return f.Severity == finding.High && onText
}

// Key names a section in its jurisdiction.
type Key struct {
	Jurisdiction statute.Jurisdiction
	statute.Key
}

// Quoted lists the sections that the report binds, quotes or offers as a fix,
// each once, by jurisdiction, number and occurrence.
func Quoted(report *finding.AnswerReport) []Key {
	seen := map[Key]bool{}
	for _, s := range report.Sources {
		if b := s.Bound; b != nil {
			seen[Key{b.Jurisdiction, statute.Key{Number: b.Number, Occurrence: b.Occurrence}}] = true
		}
	}
	for i := range report.Claims {
		for _, c := range report.Claims[i].Citations {
			quotedKeys(seen, report.Jurisdiction, c.Evidence)
		}
	}
	for i := range report.Findings {
		f := &report.Findings[i]
		quotedKeys(seen, report.Jurisdiction, f.SourceQuotes)
		if f.Fix.Number != "" {
			fixKey(seen, report.Jurisdiction, f.Fix.Number)
		}
	}
	return sortedSections(seen)
}

// fixKey adds a fix's section unless an occurrence of it is listed already.
func fixKey(seen map[Key]bool, j statute.Jurisdiction, number string) {
	for key := range seen {
		if key.Jurisdiction == j && key.Number == number {
			return
		}
	}
	seen[Key{j, statute.Key{Number: number, Occurrence: 1}}] = true
}

func quotedKeys(seen map[Key]bool, home statute.Jurisdiction, quotes []finding.SourceQuote) {
	for _, q := range quotes {
		j := q.Jurisdiction
		if j == "" {
			j = home
		}
		seen[Key{j, statute.Key{Number: q.Number, Occurrence: max(1, q.Occurrence)}}] = true
	}
}

func sortedSections(seen map[Key]bool) []Key {
	keys := make([]Key, 0, len(seen))
	for key := range seen {
		keys = append(keys, key)
	}
	sort.Slice(keys, func(i, j int) bool {
		a, b := keys[i], keys[j]
		if a.Jurisdiction != b.Jurisdiction {
			return a.Jurisdiction < b.Jurisdiction
		}
		if a.Number != b.Number {
			return a.Number < b.Number
		}
		return a.Occurrence < b.Occurrence
	})
	return keys
}

// find gives the section that a quote names, nil where none is held.
func (r *Reading) find(q *finding.SourceQuote) *statute.Held {
	l := r.Case.Law
	for _, other := range r.Case.Others {
		if q.Jurisdiction != "" && other.Jurisdiction == q.Jurisdiction {
			l = other
		}
	}
	for _, h := range l.Numbered(q.Number) {
		if q.Occurrence == 0 || h.Occurrence == q.Occurrence {
			return h
		}
	}
	return nil
}

// formerOf gives the older versions of the section that a quote names.
func (r *Reading) formerOf(q *finding.SourceQuote) []*statute.Held {
	var list []*statute.Held
	for i := range r.Case.Law.Former {
		if h := &r.Case.Law.Former[i]; cite.Normal(h.Number) == cite.Normal(q.Number) {
			list = append(list, h)
		}
	}
	return list
}

// verbatim checks every quote of a finding at its offsets; the error names the
// first that does not stand there.
func (r *Reading) verbatim(f *finding.Finding) error {
	if f.AnswerQuote == nil && len(f.SourceQuotes) == 0 && len(f.Facts) == 0 {
		return fmt.Errorf("it quotes nothing")
	}
	if q := f.AnswerQuote; q != nil && !standsAt(r.Case.Answer.Text, q.Text, q.Start, q.End) {
		return fmt.Errorf("the answer does not hold %q at byte %d", compare.Shorten(q.Text, 60), q.Start)
	}
	for i := range f.SourceQuotes {
		if q := &f.SourceQuotes[i]; !r.stands(q) {
			return fmt.Errorf("section %s does not hold %q at byte %d", q.Number, compare.Shorten(q.Text, 60), q.Start)
		}
	}
	return nil
}

func standsAt(text, words string, start, end int) bool {
	return words != "" && start >= 0 && end <= len(text) && start < end && text[start:end] == words
}

// stands checks a quote in the section, or in an older version of it.
func (r *Reading) stands(q *finding.SourceQuote) bool {
	list := r.formerOf(q)
	if h := r.find(q); h != nil {
		list = append(list, h)
	}
	for _, h := range list {
		for _, text := range partsOf(h, q.Part) {
			if standsAt(text, q.Text, q.Start, q.End) {
				return true
			}
		}
	}
	return false
}

// partsOf gives the texts that a part may mean: a section has several notes.
func partsOf(h *statute.Held, part string) []string {
	switch part {
	case "catchline":
		return []string{h.Catchline}
	case "history":
		return []string{h.History}
	case "note":
		return h.Notes
	}
	return []string{h.Text}
}
