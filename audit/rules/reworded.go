package rules

import (
	"slices"
	"strings"

	"github.com/pincite/pincite/audit"
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/statute"
)

// rewording is a stretch of a section whose words are new, and what stood there
// before, "" where nothing did.
type rewording struct {
	now answer.Span
	was string
}

// mostRewordings is how many are shown of a section that changed in many places.
const mostRewordings = 3

// rewordings compares a section with the version before it, paragraph by
// paragraph; none where no other version is held, or words were only struck.
func rewordings(r *audit.Reading, now *statute.Held) []rewording {
	i := slices.IndexFunc(r.Case.Law.Former, func(old statute.Held) bool {
		return old.Key() == now.Key() && old.Jurisdiction == now.Jurisdiction && old.Text != now.Text
	})
	if i < 0 {
		return nil
	}
	return reworded(r.Case.Law.Former[i].Text, now.Text)
}

func reworded(before, now string) (found []rewording) {
	was, is := strings.Split(before, "\n"), strings.Split(now, "\n")
	at := 0
	for n, line := range is {
		if !slices.Contains(was, line) && len(found) < mostRewordings {
			one := replaced(counterpart(was, is, n), line)
			one.now.Start, one.now.End = one.now.Start+at, one.now.End+at
			if one.now.Start < one.now.End {
				found = append(found, one)
			}
		}
		at += len(line) + 1
	}
	return found
}

// counterpart is the paragraph that the n-th took the place of: one that is gone
// and begins with the same word, as "B." or "(2)", else one that is gone from the
// same place; "" where there is none.
func counterpart(was, is []string, n int) string {
	first, _, _ := strings.Cut(is[n], " ")
	i := slices.IndexFunc(was, func(old string) bool {
		word, _, _ := strings.Cut(old, " ")
		return word == first && !slices.Contains(is, old)
	})
	switch {
	case i >= 0:
		return was[i]
	case n < len(was) && !slices.Contains(is, was[n]):
		return was[n]
	}
	return ""
}

// replaced leaves out the whole words that both begin and end with.
func replaced(was, now string) rewording {
	a, b := strings.Fields(was), strings.Fields(now)
	head, tail, most := 0, 0, min(len(a), len(b))
	for head < most && a[head] == b[head] {
		head++
	}
	for tail < most-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	return rewording{stretch(now, head, len(b)-tail), strings.Join(a[head:len(a)-tail], " ")}
}

// stretch is the place of some of the words of a paragraph, by their numbers, to
// exclusive.
func stretch(text string, from, to int) answer.Span {
	at, span := 0, answer.Span{}
	for n, word := range strings.Fields(text) {
		at += strings.Index(text[at:], word)
		if n == from {
			span.Start = at
		}
		if at += len(word); n == to-1 {
			span.End = at
		}
	}
	if from >= to {
		return answer.Span{}
	}
	return span
}

// quoteRewordings quotes what is new, and says what it was before.
func quoteRewordings(r *audit.Reading, h *statute.Held) (quotes []finding.SourceQuote, facts []string) {
	for _, one := range rewordings(r, h) {
		quote := r.Cite(h, one.now)
		quotes = append(quotes, quote)
		if one.was != "" {
			facts = append(facts, "Where it now says "+quotedWords(quote.Text)+", it said "+quotedWords(one.was)+".")
		}
	}
	return quotes, facts
}
