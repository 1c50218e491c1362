package eval

import "math"

// Rate is a share with its 95 % Wilson interval. Of zero trials nothing is known:
// Of is 0 and the others mean nothing.
type Rate struct {
	Value float64 `json:"value"`
	Low   float64 `json:"low"`
	High  float64 `json:"high"`
	Hits  int     `json:"hits"`
	Of    int     `json:"of"`
}

// z is the 97.5th percentile of the normal distribution.
const z = 1.959963984540054

// Wilson gives the share hits/of with its interval.
func Wilson(hits, of int) Rate {
	if of == 0 {
		return Rate{}
	}
	n, p := float64(of), float64(hits)/float64(of)
	middle := (p + z*z/(2*n)) / (1 + z*z/n)
	half := z * math.Sqrt(p*(1-p)/n+z*z/(4*n*n)) / (1 + z*z/n)
	return Rate{Value: p, Low: max(0, middle-half), High: min(1, middle+half), Hits: hits, Of: of}
}

// F1 is the harmonic mean; 0 where either is unknown or 0.
func F1(precision, recall Rate) float64 {
	if precision.Value+recall.Value == 0 {
		return 0
	}
	return 2 * precision.Value * recall.Value / (precision.Value + recall.Value)
}

// AUC is the area under the ROC curve: the chance that a positive scores above a
// negative, ties counting half. ok is false unless there are both.
func AUC(scores []float64, positive []bool) (auc float64, ok bool) {
	ranks := ranksOf(scores)
	var sum float64
	pos, neg := 0, 0
	for i, p := range positive {
		if p {
			pos++
			sum += ranks[i]
		} else {
			neg++
		}
	}
	if pos == 0 || neg == 0 {
		return 0, false
	}
	return (sum - float64(pos)*float64(pos+1)/2) / (float64(pos) * float64(neg)), true
}
