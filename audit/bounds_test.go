package audit

import (
	"strings"
	"testing"

	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/statute"
)

// long gives an answer of so many claims with so many citations each.
func long(claims, citations int) answer.Answer {
	a := answer.Answer{Claims: make([]answer.Claim, claims)}
	for i := range a.Claims {
		a.Claims[i].ID = i + 1
		a.Claims[i].Citations = make([]answer.Citation, citations)
	}
	return a
}

func TestAnOverlongAnswerIsCutAndSaysSo(t *testing.T) {
	tests := []struct {
		name   string
		given  answer.Answer
		claims int
		says   []string
	}{
		{"an answer of the usual length", long(40, 2), 40, nil},
		{"as many claims as are audited", long(mostClaims, 1), mostClaims, nil},
		{"too many claims", long(mostClaims+1, 1), mostClaims, []string{"1501 statements"}},
		{"too many citations in all", long(mostPairs/10+1, 10), mostPairs / 10, []string{"251 statements"}},
		{"too many of one claim", long(3, mostOfClaim+1), 3, []string{"51 citations"}},
	}
	for _, one := range tests {
		got, left := bounded(one.given)
		if len(got.Claims) != one.claims || len(left) != len(one.says) {
			t.Errorf("%s: %d claims are left, and it says %q", one.name, len(got.Claims), left)
			continue
		}
		for i, want := range one.says {
			if !strings.Contains(left[i], want) {
				t.Errorf("%s: %q does not say %q", one.name, left[i], want)
			}
		}
		if mostCited(got.Claims) > mostOfClaim {
			t.Errorf("%s: a claim is left with more citations than are audited", one.name)
		}
	}
}

func TestBoundsLeaveTheGivenAnswerAsItIs(t *testing.T) {
	a := long(2, mostOfClaim+5)
	law := enacted.NewLaw(statute.Example, madeUp(20), nil, true, nil)
	if r := Read(Case{Answer: a, Law: law}); len(r.LeftOut) != 1 || len(r.Pairs) != 2*mostOfClaim {
		t.Errorf("%d pairs were read, left out: %q", len(r.Pairs), r.LeftOut)
	}
	if n := len(a.Claims[0].Citations); n != mostOfClaim+5 {
		t.Errorf("the claim given has %d citations left", n)
	}
}
