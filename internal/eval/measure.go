package eval

import (
	"maps"
	"slices"
	"sort"

	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/statute"
)

// Table is all that is measured of an audit.
type Table struct {
	// Name is "all", or the origin of the answers measured apart.
	Name    string `json:"name"`
	Answers int    `json:"answers"`
	// Missing are labelled answers for which there is no report; all their labels
	// count as missed.
	Missing []string `json:"missing,omitempty"`
	// Rules are by name; Groups in the order of the aims.
	Rules    []RuleScore  `json:"rules"`
	Groups   []GroupScore `json:"groups"`
	Pairs    PairScore    `json:"pairs"`
	Citation CiteScore    `json:"citation"`
	// FlaggedSupported is the share of supported pairs with a finding of medium
	// severity or more that no label answers to.
	FlaggedSupported Rate       `json:"flagged_supported"`
	Clean            CleanScore `json:"clean"`
	// BetterNamed is the share of claims with labelled better sections for which a
	// remedy names one of them.
	BetterNamed Rate   `json:"better_named"`
	Misses      []Case `json:"misses"`
	FalseAlarms []Case `json:"false_alarms"`
	// Withheld is how many of both Withhold took out; nil where all are listed.
	Withheld *int `json:"withheld,omitempty"`
	// Parts are the same by origin, where the labels name origins.
	Parts []Table `json:"parts,omitempty"`
	// Jurisdictions are the same by jurisdiction, by code.
	Jurisdictions []Table `json:"jurisdictions,omitempty"`
}

// RuleScore is one rule's accuracy. Doubtful labels are neither hit nor miss, and
// a finding that only a doubtful label answers to is neither right nor wrong.
type RuleScore struct {
	Rule      string `json:"rule"`
	Precision Rate   `json:"precision"`
	Recall    Rate   `json:"recall"`
	// Doubtful counts doubtful labels, DoubtfulHit those of them that were found.
	Doubtful    int `json:"doubtful"`
	DoubtfulHit int `json:"doubtful_hit"`
}

// F1 of the rule.
func (r RuleScore) F1() float64 { return F1(r.Precision, r.Recall) }

// Case is a miss or a false alarm, for reading.
type Case struct {
	Answer   string           `json:"answer"`
	Rule     string           `json:"rule"`
	Ref      statute.Ref      `json:"ref,omitzero"`
	Severity finding.Severity `json:"severity,omitempty"`
	// Text is the claim, Why what the labellers or the audit say.
	Text string `json:"text"`
	Why  string `json:"why"`
}

// CleanScore counts false alarms on answers labelled clean.
type CleanScore struct {
	Answers int `json:"answers"`
	// AboveLow and Low count findings that no label answers to.
	AboveLow int `json:"above_low"`
	Low      int `json:"low"`
}

// audited is one labelled answer beside its report.
type audited struct {
	gold   *Gold
	report *finding.AnswerReport
	labels []Label
	found  []Found
}

// Measure lays reports beside labels, joined by the answer's ID. The order of the
// reports does not matter.
func Measure(golds []Gold, reports []finding.AnswerReport) Table {
	t := measure("all", golds, reports)
	t.Parts = apart(golds, reports, func(g *Gold) string { return g.Origin })
	t.Jurisdictions = apart(golds, reports, func(g *Gold) string { return string(g.Jurisdiction) })
	return t
}

// apart measures answers by a property of theirs; those that lack it stand in no
// part.
func apart(golds []Gold, reports []finding.AnswerReport, of func(*Gold) string) []Table {
	parts := map[string][]Gold{}
	for i := range golds {
		if name := of(&golds[i]); name != "" {
			parts[name] = append(parts[name], golds[i])
		}
	}
	var tables []Table
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		tables = append(tables, measure(name, parts[name], reports))
	}
	return tables
}

func measure(name string, golds []Gold, reports []finding.AnswerReport) Table {
	t := Table{Name: name, Answers: len(golds)}
	all, missing := join(golds, reports)
	t.Missing = missing
	t.Rules = rules(all)
	t.Groups = groups(all)
	t.Pairs = pairs(all)
	t.Citation = citation(all)
	t.FlaggedSupported = flaggedSupported(all)
	t.Clean = clean(all)
	t.BetterNamed = betterNamed(all)
	t.Misses, t.FalseAlarms = cases(all)
	return t
}

// join finds each labelled answer's report.
func join(golds []Gold, reports []finding.AnswerReport) (all []audited, missing []string) {
	byID := map[string]*finding.AnswerReport{}
	for i := range reports {
		byID[reports[i].ID] = &reports[i]
	}
	for i := range golds {
		report := byID[golds[i].ID]
		if report == nil {
			missing = append(missing, golds[i].ID)
			report = &finding.AnswerReport{ID: golds[i].ID}
		}
		all = append(all, audited{&golds[i], report, golds[i].Labels(), foundIn(report)})
	}
	return all, missing
}

// rules scores each rule that is labelled or found, by name.
func rules(all []audited) []RuleScore {
	names := map[string]bool{}
	for _, a := range all {
		for _, l := range a.labels {
			names[l.Rule] = true
		}
		for _, f := range a.found {
			names[f.Rule] = true
		}
	}
	var scores []RuleScore
	for name := range names {
		scores = append(scores, score(all, name, set(name), exactly))
	}
	sort.Slice(scores, func(i, j int) bool { return scores[i].Rule < scores[j].Rule })
	return scores
}

// score counts the labels and findings of some rules.
func score(all []audited, name string, of map[string]bool, same sameRule) RuleScore {
	s := RuleScore{Rule: name}
	for _, a := range all {
		a.recall(&s, of, same)
		a.precision(&s, of, same)
	}
	s.Precision = Wilson(s.Precision.Hits, s.Precision.Of)
	s.Recall = Wilson(s.Recall.Hits, s.Recall.Of)
	return s
}

// sameRule says whether a finding's rule answers a label's.
type sameRule func(label, found string) bool

// recall adds one answer's labels to a score.
func (a *audited) recall(s *RuleScore, of map[string]bool, same sameRule) {
	for _, l := range a.labels {
		if !of[l.Rule] {
			continue
		}
		hit := count(slices.ContainsFunc(a.found, func(f Found) bool { return matches(l, f, same) }))
		if l.Doubt {
			s.Doubtful++
			s.DoubtfulHit += hit
			continue
		}
		s.Recall.Of++
		s.Recall.Hits += hit
	}
}

// precision adds one answer's findings to a score.
func (a *audited) precision(s *RuleScore, of map[string]bool, same sameRule) {
	for _, f := range a.found {
		if !of[f.Rule] {
			continue
		}
		switch a.judge(f, same) {
		case isRight:
			s.Precision.Hits++
			s.Precision.Of++
		case isWrong:
			s.Precision.Of++
		}
	}
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

// opinion is what the labels say of a finding.
type opinion int

const (
	isWrong opinion = iota
	isRight
	// isOpen is a finding on which only a doubtful label speaks.
	isOpen
)

// judge tells a finding right by a firm label, or by a better section that the
// labellers name.
func (a *audited) judge(f Found, same sameRule) opinion {
	open := false
	for _, l := range a.labels {
		if matches(l, f, same) {
			if !l.Doubt {
				return isRight
			}
			open = true
		}
	}
	switch {
	case f.Rule == "better-source" && a.hasBetter(f):
		return isRight
	case open:
		return isOpen
	}
	return isWrong
}

// hasBetter reports a claim with labelled better sections, of which the finding
// names one if it names any.
func (a *audited) hasBetter(f Found) bool {
	for _, c := range a.gold.Claims {
		if len(c.Better) > 0 && overlap([]span{c.Span}, f.Places) {
			return f.Fix.Number == "" ||
				slices.ContainsFunc(c.Better, func(n string) bool { return plainNumber(n) == plainNumber(f.Fix.Number) })
		}
	}
	return false
}

func betterNamed(all []audited) Rate {
	named, of := 0, 0
	for _, a := range all {
		for _, c := range a.gold.Claims {
			if len(c.Better) == 0 {
				continue
			}
			of++
			named += count(slices.ContainsFunc(a.found, func(f Found) bool {
				return f.Fix.Number != "" && overlap([]span{c.Span}, f.Places) && a.hasBetter(f)
			}))
		}
	}
	return Wilson(named, of)
}

func clean(all []audited) CleanScore {
	var s CleanScore
	for _, a := range all {
		if !a.gold.Clean {
			continue
		}
		s.Answers++
		for _, f := range a.found {
			switch {
			case a.judge(f, exactly) != isWrong:
			case f.Severity.AtLeast(finding.Medium):
				s.AboveLow++
			default:
				s.Low++
			}
		}
	}
	return s
}

// flaggedSupported looks at the firm pairs labelled supported.
func flaggedSupported(all []audited) Rate {
	flagged, of := 0, 0
	for _, a := range all {
		for _, c := range a.gold.Claims {
			for _, p := range c.Pairs {
				if p.Verdict != finding.Supported || p.Doubt {
					continue
				}
				of++
				flagged += count(slices.ContainsFunc(a.found, func(f Found) bool { return a.accuses(f, c, p) }))
			}
		}
	}
	return Wilson(flagged, of)
}

// accuses reports a finding on a pair, grave enough to be read, that no label
// answers to.
func (a *audited) accuses(f Found, c Claim, p Pair) bool {
	return f.Severity.AtLeast(finding.Medium) && f.Ref == p.Ref && overlap([]span{c.Span}, f.Places) && a.judge(f, exactly) == isWrong
}

// cases lists misses and false alarms by answer, in the order of the answer.
func cases(all []audited) (misses, alarms []Case) {
	for _, a := range all {
		for _, l := range a.labels {
			if !l.Doubt && !slices.ContainsFunc(a.found, func(f Found) bool { return matches(l, f, exactly) }) {
				misses = append(misses, Case{Answer: a.gold.ID, Rule: l.Rule, Ref: l.Ref, Text: l.Text, Why: l.Why})
			}
		}
		for _, f := range a.found {
			if a.judge(f, exactly) == isWrong {
				alarms = append(alarms, Case{Answer: a.gold.ID, Rule: f.Rule, Ref: f.Ref, Severity: f.Severity, Text: f.Text, Why: f.Message})
			}
		}
	}
	return misses, alarms
}

// Measured gives each rule's figures in the form that reports carry.
func (t *Table) Measured() map[string]finding.Measure {
	all := map[string]finding.Measure{}
	for _, r := range t.Rules {
		all[r.Rule] = finding.Measure{Precision: interval(r.Precision), Recall: interval(r.Recall), N: r.Precision.Of, RecallN: r.Recall.Of}
	}
	return all
}

// interval is nil where nothing is known.
func interval(r Rate) []float64 {
	if r.Of == 0 {
		return nil
	}
	return []float64{r.Value, r.Low, r.High}
}
