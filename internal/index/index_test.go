package index

import (
	"fmt"
	"reflect"
	"testing"

	"github.com/pincite/pincite/internal/statute"
)

func TestTermsFold(t *testing.T) {
	for _, c := range []struct{ one, two, why string }{
		{"forty-five calendar days", "45 calendar days", "numbers in words and digits"},
		{"one hundred fifty thousand dollars", "150,000 dollars", "large numbers"},
		{"notification of the purchasers", "notify a buyer", "synonyms in every inflection"},
		{"prior to disposal", "before discarding", "legal and plain words"},
		{"licence", "license", "British spelling"},
		{"e-mails", "email", "spelling of e-mail"},
		{"Records' owner", "record owners", "possessives and plurals"},
	} {
		if a, b := Terms(c.one), Terms(c.two); len(a) == 0 || !reflect.DeepEqual(a, b) {
			t.Errorf("%s: Terms(%q) = %q, Terms(%q) = %q", c.why, c.one, a, c.two, b)
		}
	}
}

func TestTermsKeepApart(t *testing.T) {
	for _, c := range []struct{ one, two, why string }{
		{"buyer", "seller", "two sides of a sale"},
		{"forty", "fifty", "two numbers"},
		{"owner", "licensee", "two parties"},
	} {
		if a, b := Terms(c.one), Terms(c.two); reflect.DeepEqual(a, b) {
			t.Errorf("%s: both give %q", c.why, a)
		}
	}
	if got := Terms("the person shall not"); len(got) != 1 {
		t.Errorf("modal verbs and negations are terms: %q", got)
	}
}

func TestTokensKeepPlaces(t *testing.T) {
	text := "A fee of ten dollars ($10.00) — due."
	for _, token := range Tokens(text) {
		if token.Start >= token.End || token.End > len(text) {
			t.Fatalf("token out of place: %+v", token)
		}
	}
	tokens := Tokens("pays 1,000 twice")
	if tokens[1].Term != "1000" || tokens[1].End != 10 {
		t.Errorf("figure with a comma: %+v", tokens[1])
	}
}

func TestNumberAt(t *testing.T) {
	for text, want := range map[string]float64{
		"forty-five days": 45, "one thousand": 1000, "2.5 percent": 2.5, "five hundred thousand": 500000,
		"1.5 million": 1.5e6, "twenty": 20, "one hundred and five": 105, "three": 3,
	} {
		if got, _, ok := NumberAt(text, 0); !ok || got != want {
			t.Errorf("NumberAt(%q) = %v, %v, want %v", text, got, ok, want)
		}
	}
	for _, text := range []string{"18th", "tenant", "hundred", "and five"} {
		if got, _, ok := NumberAt(text, 0); ok {
			t.Errorf("NumberAt(%q) = %v, and is none", text, got)
		}
	}
}

// made gives n sections of made-up law, each with some words of its own.
func made(n int) []statute.Held {
	sections := make([]statute.Held, n)
	topics := []string{"ferry", "beehive", "lantern", "warehouse", "pension", "orchard", "bicycle", "harbour", "quarry", "windmill"}
	for i := range sections {
		a, b := topics[i%10], topics[(i/10)%10]
		sections[i].Number = fmt.Sprintf("%d-%d", i/100+1, i%100+1)
		sections[i].Catchline = fmt.Sprintf("Keeping of a %s near a %s", a, b)
		sections[i].Text = fmt.Sprintf("A person that keeps a %s within %d yards of a %s shall notify the clerk no later than %d days after the %s is built, "+
			"and shall pay a fee of %d dollars for each %s that the clerk has entered in register q%d.", a, i%90+10, b, i%60+5, a, i%500+1, b, i)
		sections[i].Status = statute.InForce
	}
	return sections
}

func TestSearchRanksAndKeepsTies(t *testing.T) {
	x := New(made(400))
	hits := x.Search(Terms("fee for a lantern near a windmill"), 5)
	if len(hits) != 5 {
		t.Fatalf("%d hits", len(hits))
	}
	for i := 1; i < len(hits); i++ {
		if before(hits[i], hits[i-1]) {
			t.Errorf("hit %d stands behind a worse one", i)
		}
	}
	if again := x.Search(Terms("fee for a lantern near a windmill"), 5); !reflect.DeepEqual(hits, again) {
		t.Error("the same search gave another order")
	}
	if got := x.Search([]string{"nosuchword"}, 5); len(got) != 0 {
		t.Errorf("a word that no section holds found %v", got)
	}
	if x.IDF("nosuchword") <= x.IDF(Fold("clerk")) {
		t.Error("a word that stands everywhere weighs more than one that stands nowhere")
	}
}

// TestSearchFindsWhatAFullRankingFinds lays the search, which leaves out postings
// that cannot matter, beside one that adds up all.
func TestSearchFindsWhatAFullRankingFinds(t *testing.T) {
	x := New(made(3000))
	for i, query := range []string{
		"fee for a lantern near a windmill", "the clerk", "ferry", "a person that keeps a beehive within 30 yards shall notify the clerk and pay 40 dollars",
		"register q77 of the clerk", "the harbour is built", "days", "", "pension pension pension quarry",
	} {
		ranking := x.Rank(Terms(query))
		for _, limit := range []int{1, 2, 7, 200, 3000} {
			hits := x.Search(Terms(query), limit)
			for k, hit := range hits {
				if place := ranking.Place(hit.At); place != k+1 || float32(hit.Score) != ranking.scores[hit.At] {
					t.Errorf("query %d, limit %d: hit %d stands at place %d with %v, not %v", i, limit, k+1, place, ranking.scores[hit.At], hit.Score)
				}
			}
			if len(hits) < limit && len(hits) < count(ranking.scores) {
				t.Errorf("query %d, limit %d: %d hits of %d", i, limit, len(hits), count(ranking.scores))
			}
		}
	}
}

// count is how many sections score.
func count(scores []float32) int {
	n := 0
	for _, s := range scores {
		if s > 0 {
			n++
		}
	}
	return n
}

func BenchmarkNew(b *testing.B) {
	sections := made(5000)
	for b.Loop() {
		New(sections)
	}
}

func BenchmarkSearch(b *testing.B) {
	x := New(made(20000))
	terms := Terms("Whoever keeps a bicycle near an orchard must tell the clerk within 30 days and pay the fee")
	for b.Loop() {
		x.Search(terms, 8)
	}
}
