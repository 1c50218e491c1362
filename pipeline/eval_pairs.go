package pipeline

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"io/fs"
	"strconv"
	"strings"
	"text/tabwriter"

	"github.com/pincite/pincite/audit"
	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/audit/rules"
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/eval"
	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/statute"
)

// PairEvaluation is how the audit reads the pairs of other makers' sets.
type PairEvaluation struct {
	Rules string    `json:"rules"`
	Sets  []PairSet `json:"sets"`
	// Balanced is the mean of the sets' balanced accuracy, each counting alike.
	Balanced *float64 `json:"mean_balanced_accuracy"`
	// Skipped are files of the folder that hold no labelled pairs, with why.
	Skipped []string `json:"skipped,omitempty"`
}

// PairSet is one set's figures. Relevance is by the alignment alone;
// Support and Polarity are by the alignment, below all others where the verdict
// denies support; Balanced counts unverified pairs as not supported.
type PairSet struct {
	eval.BenchScore
	// All is how many pairs the set holds; Of of them, evenly spread, were read.
	All int `json:"all"`
	// Words is the AUC of supported against the rest by the alignment alone.
	Words *float64 `json:"support_auc_words"`
	// Unverified is the share of pairs without a verdict; Decided is the balanced
	// accuracy on the others.
	Unverified eval.Rate `json:"unverified"`
	Decided    *float64  `json:"balanced_accuracy_decided"`
}

// mostPairs bounds what is read of a set, so that all sets take a minute or two.
const mostPairs = 2500

// EvaluatePairs reads every *.jsonl of a folder.
func EvaluatePairs(ctx context.Context, folder fs.FS) (*PairEvaluation, error) {
	names, err := fs.Glob(folder, "*.jsonl")
	if err != nil || len(names) == 0 {
		return nil, &ConfigError{fmt.Errorf("sets of pairs: there is no .jsonl file (%v): give the folder that holds them", err)}
	}
	e := &PairEvaluation{Rules: rules.Fingerprint()}
	for _, name := range names {
		if err := e.add(ctx, folder, name); err != nil {
			return nil, err
		}
	}
	if len(e.Sets) == 0 {
		return nil, &ConfigError{fmt.Errorf("sets of pairs: %s", strings.Join(e.Skipped, "; "))}
	}
	e.Balanced = meanBalanced(e.Sets)
	return e, nil
}

// meanBalanced is nil where no set has pairs of both kinds.
func meanBalanced(sets []PairSet) *float64 {
	sum, n := 0.0, 0
	for _, s := range sets {
		if s.Balanced != nil {
			sum, n = sum+*s.Balanced, n+1
		}
	}
	if n == 0 {
		return nil
	}
	mean := sum / float64(n)
	return &mean
}

func (e *PairEvaluation) add(ctx context.Context, folder fs.FS, name string) error {
	data, err := fs.ReadFile(folder, name)
	if err != nil {
		return &ConfigError{err}
	}
	pairs, err := eval.ReadPairs(bytes.NewReader(data), name)
	if err != nil {
		e.Skipped = append(e.Skipped, err.Error())
		return nil
	}
	set, err := measureSet(ctx, strings.TrimSuffix(name, ".jsonl"), pairs)
	e.Sets = append(e.Sets, set)
	return err
}

// measureSet audits a set's pairs, each as an answer of one sentence.
func measureSet(ctx context.Context, name string, all []eval.BenchPair) (PairSet, error) {
	pairs := spread(all, mostPairs)
	law, numbers := lawOf(pairs)
	read := make([]audit.Pair, len(pairs))
	for i, p := range pairs {
		if err := ctx.Err(); err != nil {
			return PairSet{}, err
		}
		read[i] = readPair(p, law, numbers[i])
	}
	return scoreSet(name, len(all), pairs, read)
}

// spread takes n of a list at even distances: the same ones every time.
func spread[T any](all []T, n int) []T {
	if len(all) <= n {
		return all
	}
	kept := make([]T, n)
	for i := range kept {
		kept[i] = all[i*len(all)/n]
	}
	return kept
}

// madeUp is the jurisdiction that the sets' sources are held under: any would do.
const madeUp = statute.Jurisdiction("TN")

// lawOf makes a section of each source, once, every one an act of its own; and
// gives the number of each pair's.
func lawOf(pairs []eval.BenchPair) (*enacted.Law, []string) {
	known := map[string]string{}
	numbers := make([]string, len(pairs))
	var sections []statute.Held
	for i, p := range pairs {
		key := p.SourceTitle + "\x00" + p.Source
		if known[key] == "" {
			known[key] = strconv.Itoa(len(sections)+1) + "-1"
			sections = append(sections, madeUpSection(known[key], p))
		}
		numbers[i] = known[key]
	}
	return enacted.NewLaw(madeUp, sections, nil, true, nil), numbers
}

func madeUpSection(number string, p eval.BenchPair) statute.Held {
	return statute.Held{Source: "pairs", Section: statute.Section{
		Jurisdiction: madeUp, Number: number, Occurrence: 1, Catchline: p.SourceTitle, Status: statute.InForce, Text: p.Source, Hierarchy: []string{number},
	}}
}

// readPair reads a claim beside its source.
func readPair(p eval.BenchPair, law *enacted.Law, number string) audit.Pair {
	return audit.Read(audit.Case{Answer: oneClaim(p, number), Law: law}).Pairs[0]
}

// oneClaim is an answer that makes the claim and cites the section.
func oneClaim(p eval.BenchPair, number string) answer.Answer {
	ref := statute.Ref{Document: 1, Section: 1}
	said := strings.Join(strings.Fields(p.Claim), " ")
	text := said + " [1.1]"
	return answer.Answer{
		ID: p.ID, Question: p.Question, Jurisdiction: madeUp, Text: text, Imported: true,
		Sources: []answer.Source{{Ref: ref, Number: number}},
		Markers: []answer.Marker{{Raw: "[1.1]", Refs: []statute.Ref{ref}, Span: answer.Span{Start: len(said) + 1, End: len(text)}}},
		Claims: []answer.Claim{{ID: 1, Span: answer.Span{End: len(text)}, Text: text, Bare: said, Kind: answer.Sentence, Role: answer.Operative,
			NeedsCitation: true, Citations: []answer.Citation{{Ref: ref}}}},
	}
}

func scoreSet(name string, all int, pairs []eval.BenchPair, read []audit.Pair) (PairSet, error) {
	words, support, said := make([]float64, len(read)), make([]float64, len(read)), make([]bool, len(read))
	for i := range read {
		words[i] = read[i].Alignment.Score
		support[i], said[i] = words[i]-denial(read[i].Verdict), read[i].Verdict == finding.Supported
	}
	byWords, err := eval.MeasurePairs(name, pairs, words, said)
	if err != nil {
		return PairSet{}, err
	}
	byVerdict, err := eval.MeasurePairs(name, pairs, support, said)
	if err != nil {
		return PairSet{}, err
	}
	set := PairSet{BenchScore: byWords, All: all, Words: byWords.Support}
	set.Support, set.Polarity = byVerdict.Support, byVerdict.Polarity
	return set, set.addDecided(pairs, read)
}

// denial puts pairs that are denied support below the others.
func denial(v finding.Verdict) float64 {
	if v == finding.Contradicted || v == finding.NotSupported {
		return 1
	}
	return 0
}

// addDecided looks at the pairs that got a verdict.
func (s *PairSet) addDecided(pairs []eval.BenchPair, read []audit.Pair) error {
	var decided []eval.BenchPair
	var said []bool
	for i := range read {
		if read[i].Verdict != finding.Unverified {
			decided, said = append(decided, pairs[i]), append(said, read[i].Verdict == finding.Supported)
		}
	}
	s.Unverified = eval.Wilson(len(pairs)-len(decided), len(pairs))
	score, err := eval.MeasurePairs(s.Name, decided, make([]float64, len(decided)), said)
	s.Decided = score.Balanced
	return err
}

// WriteJSON writes the figures as indented JSON.
func (e *PairEvaluation) WriteJSON(w io.Writer) error { return indented(w, e) }

// WriteText writes them as a table.
func (e *PairEvaluation) WriteText(w io.Writer) error {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintf(table, "rules %s\n\nset\tpairs\trelevance\tsupport\tby words alone\tpolarity\tbalanced\tunverified\tbalanced without them\n", e.Rules)
	for _, s := range e.Sets {
		fmt.Fprintf(table, "%s\t%d of %d\t%s\t%s\t%s\t%s\t%s\t%.2f\t%s\n", s.Name, s.Of, s.All,
			figure(s.Relevance), figure(s.Support), figure(s.Words), figure(s.Polarity), figure(s.Balanced), s.Unverified.Value, figure(s.Decided))
	}
	fmt.Fprintf(table, "mean\t\t\t\t\t\t%s\n", figure(e.Balanced))
	for _, why := range e.Skipped {
		fmt.Fprintf(table, "passed over: %s\n", why)
	}
	return table.Flush()
}

// figure is "-" where a set has no such labels.
func figure(v *float64) string {
	if v == nil {
		return "-"
	}
	return fmt.Sprintf("%.3f", *v)
}
