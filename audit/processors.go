package audit

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"sort"
	"strings"

	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/finding"
)

// processors are what comes after finding, in this order.
var processors = []func(*Reading, []finding.Finding) []finding.Finding{
	checkQuotes,
	name,
	dedupe,
	order,
	noNil,
}

// checkQuotes drops a finding whose quote does not stand where it says, and
// reports the drop: a fault of the audit is never silent.
func checkQuotes(r *Reading, found []finding.Finding) []finding.Finding {
	var kept []finding.Finding
	for _, f := range found {
		if err := r.verbatim(&f); err != nil {
			kept = append(kept, dropped(&f, err))
			continue
		}
		kept = append(kept, f)
	}
	return kept
}

// dropped is the finding about a finding that could not be proved.
func dropped(f *finding.Finding, err error) finding.Finding {
	return finding.Finding{
		Rule: "audit-incomplete", Severity: f.Severity, Certainty: finding.Possible, Claim: f.Claim, Ref: f.Ref, Number: f.Number,
		Message: fmt.Sprintf("A finding of the rule %s was left out because its proof could not be shown.", f.Rule),
		Facts:   []string{"internal fault: " + err.Error()},
		Fix:     finding.Fix{Action: finding.Recheck, Say: "Look at this citation by hand and report the fault."},
	}
}

// name gives each finding its id. Equal findings on equal claims are counted, so
// that a sentence which stands twice has two.
func name(r *Reading, found []finding.Finding) []finding.Finding {
	claims := map[string]map[int]int{}
	for i := range found {
		f := &found[i]
		base := hash(f.Rule, r.Case.Answer.ID, r.claimKey(f), f.Number, evidenceKey(f))
		if claims[base] == nil {
			claims[base] = map[int]int{}
		}
		if _, known := claims[base][f.Claim]; !known {
			claims[base][f.Claim] = len(claims[base])
		}
		f.ID = "f-" + hash(base, fmt.Sprint(claims[base][f.Claim]))[:12]
	}
	return found
}

// claimKey is the claim's words without markers, case and punctuation.
func (r *Reading) claimKey(f *finding.Finding) string {
	for i := range r.Case.Answer.Claims {
		if c := &r.Case.Answer.Claims[i]; c.ID == f.Claim {
			return enacted.FoldQuote(r.state.masked[c.Span.Start:c.Span.End])
		}
	}
	if f.AnswerQuote != nil {
		return enacted.FoldQuote(f.AnswerQuote.Text)
	}
	return f.Ref.String()
}

func evidenceKey(f *finding.Finding) string {
	var b strings.Builder
	for _, q := range f.SourceQuotes {
		b.WriteString(q.Number + "\x00" + q.Text + "\x00")
	}
	if len(f.SourceQuotes) == 0 && f.AnswerQuote != nil {
		b.WriteString(enacted.FoldQuote(f.AnswerQuote.Text))
	}
	return b.String()
}

func hash(parts ...string) string {
	h := sha256.New()
	for _, p := range parts {
		h.Write([]byte(p))
		h.Write([]byte{0})
	}
	return hex.EncodeToString(h.Sum(nil))
}

// dedupe keeps the first of equal findings.
func dedupe(_ *Reading, found []finding.Finding) []finding.Finding {
	seen := map[string]bool{}
	return lexis.KeepWhere(found, func(f finding.Finding) bool {
		again := seen[f.ID]
		seen[f.ID] = true
		return !again
	})
}

// order sorts by severity, then by the claims' order; findings on the whole
// answer come after those on a claim.
func order(_ *Reading, found []finding.Finding) []finding.Finding {
	sort.SliceStable(found, func(i, j int) bool {
		a, b := &found[i], &found[j]
		if a.Severity != b.Severity {
			return a.Severity.Rank() < b.Severity.Rank()
		}
		if claimRank(a) != claimRank(b) {
			return claimRank(a) < claimRank(b)
		}
		if a.Ref != b.Ref {
			return a.Ref.Less(b.Ref)
		}
		return a.Rule < b.Rule
	})
	return found
}

func claimRank(f *finding.Finding) int {
	if f.Claim == 0 {
		return int(^uint(0) >> 1)
	}
	return f.Claim
}

// noNil leaves no nil list for the JSON.
func noNil(_ *Reading, found []finding.Finding) []finding.Finding {
	if found == nil {
		found = []finding.Finding{}
	}
	for i := range found {
		if found[i].SourceQuotes == nil {
			found[i].SourceQuotes = []finding.SourceQuote{}
		}
	}
	return found
}
