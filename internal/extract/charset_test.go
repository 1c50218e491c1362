package extract

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// TestCleanAgreesWithScrub holds the quick look against the work that it saves.
func TestCleanAgreesWithScrub(t *testing.T) {
	random := rand.New(rand.NewPCG(2, 8))
	pieces := []string{"a person shall", "\n", "\t", "\x1f", "\x7f", "~", " ", "§", "“", "\u2028", "\u00ad", "\u0085", "\ufeff", "\ufffd", "\xff", "\xe2\x80", "x", "\u00a0", "–"}
	for range 20000 {
		var s strings.Builder
		for range 1 + random.IntN(9) {
			s.WriteString(pieces[random.IntN(len(pieces))])
		}
		scrubbed := strings.Map(kept, strings.ReplaceAll(strings.ToValidUTF8(s.String(), "\uFFFD"), "\r\n", "\n"))
		if clean(s.String()) != (scrubbed == s.String()) {
			t.Fatalf("%q: clean says %v", s.String(), clean(s.String()))
		}
	}
}

// TestWordsAgreeWithFields holds the quick look for folded text against folding.
func TestWordsAgreeWithFields(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 9))
	pieces := []string{"a", "person", " ", " ", "\n", "\u00a0", "\u2003", "—", "’", "§", "\u200b", "ж", "\u3000", "\u205f"}
	for range 20000 {
		var s strings.Builder
		for range 1 + random.IntN(9) {
			s.WriteString(pieces[random.IntN(len(pieces))])
		}
		text := s.String()
		if n := words(text); text[:n] != strings.Join(strings.FieldsFunc(text[:n], blank), " ") || n < len(text) && letter(text[n:]) > 0 {
			t.Fatalf("%q: %d bytes are taken as they are", text, n)
		}
		if folded := strings.Join(strings.FieldsFunc(text, blank), " "); fold(text) != folded {
			t.Fatalf("%q folds to %q, want %q", text, fold(text), folded)
		}
	}
}
