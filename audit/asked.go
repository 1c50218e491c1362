package audit

import (
	"strings"

	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/answer"
)

// part is a part of the question as read.
type part struct {
	Part
	list []lexis.Word
	// key are the words of content of its main clause; a clause on when or under
	// which condition names no subject.
	key []lexis.Word
	// kind is what sort of answer it wants, nil where its words alone tell.
	kind *kind
}

// openers begin a part that asks; leading may stand before them.
const (
	openers = "who|whom|whose|what|when|how|which|where|why|can|must|do|does|did|is|are|may|should|will|would|shall|has|have|could"
	leading = "and|or|but|by|in|for|to|from|within|at|on|under|after|until|also|then|if|so|exactly"
)

// asksFrom reports whether a part that asks begins at word i.
func asksFrom(list []lexis.Word, i int) bool {
	for k := i; k < min(len(list), i+3); k++ {
		if lexis.OneOf(list[k].Lower, openers) {
			return true
		}
		if !lexis.OneOf(list[k].Lower, leading) {
			return false
		}
	}
	return false
}

// parts splits the question into what it asks, one after another: at the end of a
// sentence, and at a comma or an "and" behind which another question begins. What a
// sentence tells before it asks belongs to no part.
func (r *Reading) parts() []part {
	q := r.Case.Answer.Question
	list := lexis.Words(q, answer.Span{End: len(q)})
	var parts []part
	start := 0
	for i := 1; i <= len(list); i++ {
		if i < len(list) && !joint(q, list, i) {
			continue
		}
		if asksFrom(list, start) {
			parts = append(parts, r.readPart(q, list[start:i]))
		}
		start = i
	}
	return parts
}

// joint reports whether another part begins at word i.
func joint(q string, list []lexis.Word, i int) bool {
	between := lexis.Gap(q, list[i-1], list[i])
	if strings.ContainsAny(between, ";.?!") && !(len(list[i-1].Lower) == 1 && strings.Trim(between, ". ") == "") {
		return true
	}
	if strings.ContainsAny(between, ",:—") {
		return asksFrom(list, i)
	}
	return lexis.OneOf(list[i].Lower, "and|or") && asksFrom(list, i+1) && !lexis.OneOf(list[i-1].Lower, leading+"|"+openers)
}

func (r *Reading) readPart(q string, list []lexis.Word) part {
	s := lexis.Covering(list)
	p := part{Part: Part{Text: q[s.Start:s.End], Span: s}, list: list, kind: kindOf(list)}
	main := mainClause(q, list)
	p.key = lexis.KeepWhere(r.withoutPlace(lexis.Content(main)), func(w lexis.Word) bool { return !lexis.OneOf(w.Lower, vague) })
	return p
}

// mainClause is a part up to the clause that says when, if or of which.
func mainClause(q string, list []lexis.Word) []lexis.Word {
	for i := range list {
		if i < 3 || len(lexis.Content(list[:i])) == 0 {
			continue
		}
		if lexis.OneOf(list[i].Lower, "if|when|after|once|while|because|unless|where") ||
			strings.Contains(lexis.Gap(q, list[i-1], list[i]), ",") && asksFrom(list, i) {
			return list[:i]
		}
	}
	return list
}

// vague words of a question name no subject: "who else has to be told".
const vague = "else|anyone|anybody|anything|someone|something|somebody|exactly|long|longer|soon|often|much|many|thing|things|kind|kinds|take|takes|get|gets|become|becomes|happen|happens|need|needs|way|ways|fast|quickly|possible|able|back|ever|really|actually|obligation|obligations|duty|duties|rule|rules|law|laws|state|allowed|permitted|required|lawful|lawfully|legal|legally"
