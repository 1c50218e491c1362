package store

import (
	"maps"
	"testing"
	"time"
)

// TestTheLastReviewNamesTheOwner: by finding, by the time it was said, and also
// where the person did not say whether the finding is right.
func TestTheLastReviewNamesTheOwner(t *testing.T) {
	s := opened(t)
	say := func(day int, reviews ...Review) {
		t.Helper()
		s.now = func() time.Time { return time.Date(2026, 3, day, 0, 0, 0, 0, time.UTC) }
		if err := s.Decide(t.Context(), Decisions{Reviews: reviews}); err != nil {
			t.Fatal(err)
		}
	}
	first := Review{Finding: "f-1", Rule: "a", Verdict: "true", Owner: "R. Quill"}
	say(1, first, Review{Finding: "f-2", Rule: "a", Verdict: "false", Owner: "R. Quill"}, Review{Finding: "f-3", Rule: "a", Verdict: "true"})
	say(2, Review{Finding: "f-1", Rule: "a", Verdict: "open", Owner: "M. Ledger"})
	want := func(owners map[string]string) {
		t.Helper()
		if got, err := s.Owners(t.Context()); err != nil || !maps.Equal(got, owners) {
			t.Errorf("owners %v, %v; want %v", got, err, owners)
		}
	}
	want(map[string]string{"f-1": "M. Ledger", "f-2": "R. Quill"})
	say(3, first)
	want(map[string]string{"f-1": "R. Quill", "f-2": "R. Quill"})
}
