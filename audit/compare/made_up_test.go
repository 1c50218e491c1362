package compare_test

import (
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/statute"
)

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

func section(text string) *statute.Held {
	return &statute.Held{Section: statute.Section{Number: "1-1", Occurrence: 1, Text: text, Status: statute.InForce}}
}
