package audit

import (
	"strings"
	"testing"

	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/statute"
)

// paraphrase is a hand-worded sentence on a real section; rules are those of
// which one should find it, none for a true one.
type paraphrase struct {
	jurisdiction statute.Jurisdiction
	number, text string
	rules        []string
}

// paraphrases reads the list.
func paraphrases(t testing.TB, data string) []paraphrase {
	t.Helper()
	var list []paraphrase
	var j, number string
	for _, line := range strings.Split(data, "\n") {
		switch {
		case strings.HasPrefix(line, "@"):
			j, number, _ = strings.Cut(line[1:], " ")
		case strings.HasPrefix(line, "= "):
			list = append(list, paraphrase{statute.Jurisdiction(j), number, line[2:], nil})
		case strings.HasPrefix(line, "! "):
			rules, text, _ := strings.Cut(line[2:], ": ")
			list = append(list, paraphrase{statute.Jurisdiction(j), number, text, strings.Fields(rules)})
		}
	}
	return list
}

// sole makes an answer of one sentence that cites one section.
func sole(text, number string, j statute.Jurisdiction) answer.Answer {
	ref := statute.Ref{Document: 1, Section: 1}
	body := text + " [1.1]"
	return answer.Answer{
		ID: number, Jurisdiction: j, Text: body, Imported: true,
		Sources: []answer.Source{{Ref: ref, Number: number}},
		Markers: []answer.Marker{{Raw: "[1.1]", Refs: []statute.Ref{ref}, Span: answer.Span{Start: len(text) + 1, End: len(body)}}},
		Claims: []answer.Claim{{ID: 1, Span: answer.Span{End: len(body)}, Text: body, Bare: text, Kind: answer.Sentence, Role: answer.Operative,
			NeedsCitation: true, Citations: []answer.Citation{{Ref: ref}}}},
	}
}
