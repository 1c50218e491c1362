package eval

import (
	"math"

	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
)

type span = answer.Span

// PairScore compares verdicts on pairs; doubtful pairs are left out and counted.
type PairScore struct {
	Of int `json:"of"`
	// Confusion counts pairs by labelled and given verdict, each in the order of
	// Verdicts; the last column is for pairs that the audit did not see.
	Confusion [4][6]int `json:"confusion"`
	Doubtful  int       `json:"doubtful"`
	// Balanced is the mean of the shares right on supported and on other pairs,
	// over pairs with a verdict; BalancedAll counts an unverified pair as half.
	Balanced    float64 `json:"balanced_accuracy"`
	BalancedAll float64 `json:"balanced_accuracy_all"`
	// Abstained is the share left unverified.
	Abstained Rate `json:"abstained"`
	// AUC of the alignment's score, supported against the rest; nil where one
	// side is empty.
	AUC *float64 `json:"auc"`
}

// Verdicts lists the columns of the confusion.
func Verdicts() []finding.Verdict {
	return []finding.Verdict{finding.Supported, finding.PartlySupported, finding.NotSupported, finding.Contradicted, finding.Unverified}
}

// unseen is the column of pairs that the report does not hold.
const unseen = 5

func pairs(all []audited) PairScore {
	var s PairScore
	var scores []float64
	var positive []bool
	for _, a := range all {
		a.eachPair(func(c Claim, p Pair) {
			given := a.given(c, p)
			s.add(p, given)
			if given != nil && !p.Doubt {
				scores, positive = append(scores, given.Score), append(positive, p.Verdict == finding.Supported)
			}
		})
	}
	s.sum()
	if auc, ok := AUC(scores, positive); ok {
		s.AUC = &auc
	}
	return s
}

func (a *audited) eachPair(do func(Claim, Pair)) {
	for _, c := range a.gold.Claims {
		for _, p := range c.Pairs {
			do(c, p)
		}
	}
}

// add counts one pair.
func (s *PairScore) add(p Pair, given *finding.CitationReport) {
	if p.Doubt {
		s.Doubtful++
		return
	}
	s.Of++
	s.Confusion[column(p.Verdict)][columnOf(given)]++
}

// given finds the report's citation of a labelled pair: the ref, on the claim
// that overlaps most.
func (a *audited) given(c Claim, p Pair) *finding.CitationReport {
	var best *finding.CitationReport
	most := 0
	for i := range a.report.Claims {
		claim := &a.report.Claims[i]
		common := min(claim.End, c.Span.End) - max(claim.Start, c.Span.Start)
		for j := range claim.Citations {
			if claim.Citations[j].Ref == p.Ref && common > most {
				best, most = &claim.Citations[j], common
			}
		}
	}
	return best
}

func column(v finding.Verdict) int {
	for i, known := range Verdicts() {
		if v == known {
			return i
		}
	}
	return unseen
}

func columnOf(c *finding.CitationReport) int {
	if c == nil {
		return unseen
	}
	return column(c.Verdict)
}

// sum fills in what follows from the confusion.
func (s *PairScore) sum() {
	open := column(finding.Unverified)
	rightPos, pos, openPos := s.Confusion[0][0], 0, s.Confusion[0][open]+s.Confusion[0][unseen]
	rightNeg, neg, openNeg := 0, 0, 0
	for col, n := range s.Confusion[0] {
		if col < open {
			pos += n
		}
	}
	for _, row := range s.Confusion[1:] {
		rightNeg += row[1] + row[2] + row[3]
		neg += row[0] + row[1] + row[2] + row[3]
		openNeg += row[open] + row[unseen]
	}
	s.Balanced = mean(share(rightPos, pos), share(rightNeg, neg))
	s.BalancedAll = mean((float64(rightPos)+float64(openPos)/2)/math.Max(1, float64(pos+openPos)),
		(float64(rightNeg)+float64(openNeg)/2)/math.Max(1, float64(neg+openNeg)))
	s.Abstained = Wilson(openPos+openNeg, s.Of)
}

func mean(a, b float64) float64 { return (a + b) / 2 }

// share is 0 of nothing.
func share(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return float64(n) / float64(of)
}

// CiteScore is citation precision and recall, by the labels and by the audit. The
// errors are means over answers of the absolute difference: what a reader of one
// report sees. Precision is the share of citations that are needed; recall the
// share of claims in need of a citation that their citations support.
type CiteScore struct {
	GoldPrecision  float64 `json:"gold_precision"`
	GoldRecall     float64 `json:"gold_recall"`
	AuditPrecision float64 `json:"audit_precision"`
	AuditRecall    float64 `json:"audit_recall"`
	PrecisionError float64 `json:"precision_error"`
	RecallError    float64 `json:"recall_error"`
	// Answers counts those on which the audit gave verdicts to compare.
	Answers int `json:"answers"`
}

func citation(all []audited) CiteScore {
	var s CiteScore
	for _, a := range all {
		goldPrecision, goldRecall, ok := a.goldShares()
		auditPrecision, auditRecall, decided := a.auditShares()
		if !ok || !decided {
			continue
		}
		s.Answers++
		s.GoldPrecision += goldPrecision
		s.GoldRecall += goldRecall
		s.AuditPrecision += auditPrecision
		s.AuditRecall += auditRecall
		s.PrecisionError += math.Abs(goldPrecision - auditPrecision)
		s.RecallError += math.Abs(goldRecall - auditRecall)
	}
	if n := float64(s.Answers); n > 0 {
		for _, sum := range []*float64{&s.GoldPrecision, &s.GoldRecall, &s.AuditPrecision, &s.AuditRecall, &s.PrecisionError, &s.RecallError} {
			*sum /= n
		}
	}
	return s
}

// goldShares reads citation precision and recall off the labels.
func (a *audited) goldShares() (precision, recall float64, ok bool) {
	needed, pairs, held, claims := 0, 0, 0, 0
	for _, c := range a.gold.Claims {
		supported := c.Union == string(finding.Supported)
		for _, p := range c.Pairs {
			pairs++
			supported = supported || p.Verdict == finding.Supported
			needed += count(p.needed(c))
		}
		if c.NeedsCitation {
			claims++
			held += count(supported)
		}
	}
	return share(needed, pairs), share(held, claims), pairs > 0 && claims > 0
}

// needed reports a citation without which its claim would lose support.
func (p *Pair) needed(c Claim) bool {
	for _, l := range p.Labels {
		if l.Rule == "citation-redundant" {
			return false
		}
	}
	return p.Verdict == finding.Supported || p.Verdict == finding.PartlySupported && c.Union == string(finding.Supported)
}

// auditShares reads the same off the report; pairs and claims that it leaves
// unverified count for neither side.
func (a *audited) auditShares() (precision, recall float64, ok bool) {
	redundant := map[[2]int]bool{}
	for _, f := range a.report.Findings {
		if f.Rule == "citation-redundant" {
			redundant[[2]int{f.Claim, f.Ref.Document<<20 | f.Ref.Section}] = true
		}
	}
	needed, pairs, held, claims := 0, 0, 0, 0
	for _, c := range a.report.Claims {
		supported, open := false, false
		for _, p := range c.Citations {
			if p.Verdict == finding.Unverified {
				open = true
				continue
			}
			pairs++
			supported = supported || p.Verdict == finding.Supported
			needed += count(p.Verdict == finding.Supported && !redundant[[2]int{c.ID, p.Ref.Document<<20 | p.Ref.Section}])
		}
		if c.NeedsCitation && (supported || !open) {
			claims++
			held += count(supported)
		}
	}
	return share(needed, pairs), share(held, claims), pairs > 0 && claims > 0
}
