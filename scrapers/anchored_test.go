package scrapers

import (
	"regexp"
	"slices"
	"testing"
)

// TestAnchoredMatchesAsItsPattern holds each method against the pattern alone.
func TestAnchoredMatchesAsItsPattern(t *testing.T) {
	texts := []string{"", "N", "§", "§ 1-2", "NOTES", "NRS 1.010", "(a) x", "A—b", "A", "Éa", "id", "İd", "\xff", "[1] ", "9", "9.", "Any"}
	for _, pattern := range []string{
		`^(?:NOTES|NRS\s+[0-9.]+)`, `^§+\s*(\d)`, `(?i)^(?:id|notes)\b`, `^A—b$`, `^\(([a-z])\)|^[0-9]\.?`, `^x*`, `^$|^N$`, `^[^a-z]*$`, `^.a`, `^(?:A|9)$`,
	} {
		plain, guarded := regexp.MustCompile(pattern), atStart(pattern)
		for _, text := range texts {
			if guarded.MatchString(text) != plain.MatchString(text) || guarded.FindString(text) != plain.FindString(text) ||
				!slices.Equal(guarded.FindStringSubmatch(text), plain.FindStringSubmatch(text)) ||
				guarded.ReplaceAllString(text, "<$0>") != plain.ReplaceAllString(text, "<$0>") {
				t.Errorf("%q reads %q in another way", pattern, text)
			}
		}
	}
}

// TestAnchoredRefusesOtherPatterns: one that may match further on would be lost.
func TestAnchoredRefusesOtherPatterns(t *testing.T) {
	for _, pattern := range []string{`x`, `^x|y`, `x*^`, `(?m)^x`} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%q is taken for a pattern of the start", pattern)
				}
			}()
			atStart(pattern)
		}()
	}
}
