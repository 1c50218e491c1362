package audit

import (
	"fmt"

	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/statute"
)

// madeUp gives n sections of made-up law in acts of twenty, worded from a stock of
// nouns so that the postings are as skewed as those of a code.
func madeUp(n int) []statute.Held {
	nouns := []string{"ferry", "beehive", "lantern", "warehouse", "pension", "orchard", "bicycle", "harbour", "quarry", "windmill", "cellar", "bridge",
		"tannery", "brewery", "meadow", "chimney", "canal", "forge", "stable", "library", "museum", "bakery", "market", "tunnel", "garden", "depot"}
	sections := make([]statute.Held, n)
	for i := range sections {
		a, b, c := nouns[i%26], nouns[(i/26)%26], nouns[(i/676)%26]
		s := &sections[i]
		s.Number, s.Occurrence, s.Status = fmt.Sprintf("%d-%d", i/20+1, i%20+1), 1, statute.InForce
		s.Hierarchy, s.Source = []string{fmt.Sprintf("Chapter %d. %s and %s", i/20+1, a, b)}, "zz"
		s.Catchline = fmt.Sprintf("Duties of the keeper of a %s near a %s", a, b)
		s.Text = fmt.Sprintf("A. A person that keeps a %s within %d yards of a %s shall notify the clerk of the %s board no later than %d days after the %s is opened to the public.\n"+
			"B. Subsection A of this section does not apply if the keeper shows that the %s has been closed for at least %d months.\n"+
			"C. A keeper who knowingly violates this section is liable to a civil penalty of not more than %d dollars for each violation, and the court may issue an injunction.",
			a, i%90+10, b, c, i%60+5, a, b, i%11+1, (i%50+1)*100)
	}
	return sections
}

// madeAnswer gives an answer of n claims, each on one section and some wrong.
func madeAnswer(law *enacted.Law, n, from int) answer.Answer {
	a := answer.Answer{ID: "made", Jurisdiction: statute.Example, Imported: true, Question: "What must the keeper of a ferry do?"}
	for i := range n {
		h := &law.Sections[(from+i*37)%len(law.Sections)]
		ref := statute.Ref{Document: 1, Section: i + 1}
		text := fmt.Sprintf("Whoever keeps such a place has to tell the clerk within %d days of its opening, see %s of this list.", i%60+5, h.Catchline)
		start := len(a.Text)
		a.Text += text + "\n"
		a.Sources = append(a.Sources, answer.Source{Ref: ref, Number: h.Number, Span: answer.Span{Start: start, End: start}})
		a.Claims = append(a.Claims, answer.Claim{ID: i + 1, Span: answer.Span{Start: start, End: start + len(text)}, Text: text, Role: answer.Operative,
			Kind: answer.Sentence, NeedsCitation: true, Citations: []answer.Citation{{Ref: ref}}})
	}
	return a
}

func section(text string) *statute.Held {
	return &statute.Held{Section: statute.Section{Number: "1-1", Occurrence: 1, Text: text, Status: statute.InForce}}
}
