package lexis

import (
	"strings"

	"github.com/pincite/pincite/internal/answer"
)

// ClausesOf splits the words of a sentence at its stops and joints, and keeps
// parts with three words of content.
func ClausesOf(text string, list []Word) [][]Word {
	var clauses [][]Word
	start := 0
	for i := 1; i <= len(list); i++ {
		if i < len(list) && !clauseBreak(text, list, i) {
			continue
		}
		if len(Content(list[start:i])) >= 3 {
			clauses = append(clauses, list[start:i])
			start = i
		} else if i == len(list) && len(clauses) > 0 {
			last := len(clauses) - 1
			clauses[last] = append(append([]Word{}, clauses[last]...), list[start:]...)
		}
	}
	if len(clauses) == 0 && len(list) > 0 {
		clauses = [][]Word{list}
	}
	return clauses
}

// clauseBreak tells whether a clause ends before word i.
func clauseBreak(text string, list []Word, i int) bool {
	if between := Gap(text, list[i-1], list[i]); len(list[i-1].Lower) == 1 && strings.Trim(between, ". ") == "" && between != " " {
		return false // the stop of an initial, as in "G.S. 40-2"
	}
	return strings.ContainsAny(Gap(text, list[i-1], list[i]), ",;:.()—") ||
		OneOf(list[i].Lower, "if|unless|when|where|but|and|provided|because|except")
}

// ClauseWith are the words of the clause in which a stretch stands.
func ClauseWith(text string, own []Word, s answer.Span) []Word {
	for _, clause := range ClausesOf(text, own) {
		if at := Covering(clause); at.Start <= s.Start && s.End <= at.End {
			return clause
		}
	}
	return own
}

// ClauseAt widens the words from index from up to index to over their clause, up to the next
// comma, semicolon, colon or full stop on each side. An empty stretch (to is 0) stays empty to the right.
func ClauseAt(text string, list []Word, from, to int) (first, past int) {
	for from > 0 && !strings.ContainsAny(Gap(text, list[from-1], list[from]), ",;:.") {
		from--
	}
	for to > 0 && to < len(list) && !strings.ContainsAny(Gap(text, list[to-1], list[to]), ",;:.") {
		to++
	}
	return from, to
}
