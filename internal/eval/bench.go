package eval

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
)

// BenchPair is one claim and source of a labelled set of other makers.
type BenchPair struct {
	ID          string    `json:"id"`
	Question    string    `json:"question"`
	Claim       string    `json:"claim"`
	SourceTitle string    `json:"source_title"`
	Source      string    `json:"source"`
	Label       PairLabel `json:"label"`
	Domain      string    `json:"domain"`
	Split       string    `json:"split"`
	Subset      string    `json:"subset"`
}

// PairLabel is what people say of such a pair.
type PairLabel string

// The labels of those sets.
const (
	LabelSupported    PairLabel = "supported"
	LabelPartial      PairLabel = "partial"
	LabelUnsupported  PairLabel = "unsupported"
	LabelContradicted PairLabel = "contradicted"
	LabelIrrelevant   PairLabel = "irrelevant"
)

// longestRow bounds a line of a set.
const longestRow = 16 << 20

// ReadPairs reads a set, one JSON object a line; name is for messages.
func ReadPairs(r io.Reader, name string) ([]BenchPair, error) {
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, longestRow)
	var all []BenchPair
	for n := 1; lines.Scan(); n++ {
		if len(lines.Bytes()) == 0 {
			continue
		}
		var p BenchPair
		if err := json.Unmarshal(lines.Bytes(), &p); err != nil {
			return nil, fmt.Errorf("%s line %d: %w", name, n, err)
		}
		if !p.Label.known() {
			return nil, fmt.Errorf("%s line %d: label %q is none of supported, partial, unsupported, contradicted, irrelevant", name, n, p.Label)
		}
		all = append(all, p)
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if len(all) == 0 {
		return nil, fmt.Errorf("%s: there is no pair in it", name)
	}
	return all, nil
}

func (l PairLabel) known() bool {
	switch l {
	case LabelSupported, LabelPartial, LabelUnsupported, LabelContradicted, LabelIrrelevant:
		return true
	}
	return false
}

// BenchScore is one set's figures; nil where the set has no such labels.
type BenchScore struct {
	Name string `json:"name"`
	Of   int    `json:"of"`
	// Support is the AUC of supported against the rest.
	Support *float64 `json:"support_auc"`
	// Relevance is the AUC of sources that bear on the claim against irrelevant.
	Relevance *float64 `json:"relevance_auc"`
	// Polarity is the AUC of supported against contradicted.
	Polarity *float64 `json:"polarity_auc"`
	// Balanced is the balanced accuracy of verdicts, supported against the rest.
	Balanced *float64 `json:"balanced_accuracy"`
}

// MeasurePairs scores a set: scores and said hold one value for each pair, said
// whether it was called supported. said may be nil.
func MeasurePairs(name string, pairs []BenchPair, scores []float64, said []bool) (BenchScore, error) {
	if len(scores) != len(pairs) || said != nil && len(said) != len(pairs) {
		return BenchScore{}, fmt.Errorf("%s: %d pairs, %d scores, %d verdicts", name, len(pairs), len(scores), len(said))
	}
	s := BenchScore{Name: name, Of: len(pairs)}
	rest := func(l PairLabel) bool { return l != LabelSupported }
	s.Support = between(pairs, scores, isSupported, rest)
	s.Relevance = between(pairs, scores, bears, func(l PairLabel) bool { return l == LabelIrrelevant })
	s.Polarity = between(pairs, scores, isSupported, func(l PairLabel) bool { return l == LabelContradicted })
	if said != nil {
		s.Balanced = between(pairs, asScores(said), isSupported, rest)
	}
	return s, nil
}

func isSupported(l PairLabel) bool { return l == LabelSupported }

// bears reports a source about the claim's subject, whatever it says of it; of
// "unsupported" that is not known.
func bears(l PairLabel) bool {
	return l == LabelSupported || l == LabelPartial || l == LabelContradicted
}

// between is the AUC of some labels against others; nil where one side is empty.
func between(pairs []BenchPair, scores []float64, positive, negative func(PairLabel) bool) *float64 {
	var kept []float64
	var is []bool
	for i, p := range pairs {
		if positive(p.Label) || negative(p.Label) {
			kept, is = append(kept, scores[i]), append(is, positive(p.Label))
		}
	}
	auc, ok := AUC(kept, is)
	if !ok {
		return nil
	}
	return &auc
}

// asScores makes 1 and 0 of verdicts: the AUC of two values is the balanced
// accuracy.
func asScores(said []bool) []float64 {
	scores := make([]float64, len(said))
	for i, s := range said {
		if s {
			scores[i] = 1
		}
	}
	return scores
}
