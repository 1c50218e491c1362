package claimed

import (
	"regexp"
	"strings"

	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/audit/quantity"
	"github.com/pincite/pincite/internal/answer"
)

// Text is a claim as read: its words with those of its lead-in, in bytes of
// the answer, and what they say.
type Text struct {
	Claim     *answer.Claim
	Own, Lead []lexis.Word
	// Telling are those of Own that carry a term, each term once.
	Telling []lexis.Word
	// Label are the words of a run-in head on the claim's line, nil for none.
	Label      []lexis.Word
	All        lexis.TermSet
	Numbers    []quantity.Number
	Predicates []force.Predicate
	// Conditional is set where the claim itself says if, unless, except, only.
	Conditional bool
	// bids is set where the sentence tells its reader what to do.
	bids bool
	// Clauses are its parts, each with three words of content or more.
	Clauses [][]lexis.Word
	Quotes  []answer.Span
}

// Masked is the answer's text with markers and mark-up blanked, byte for byte.
func Masked(a *answer.Answer) string {
	text := []byte(a.Text)
	for _, m := range a.Markers {
		blank(text, m.Span)
	}
	for i, b := range text {
		if b == '*' || b == '`' || b == '#' {
			text[i] = ' '
		}
	}
	return string(text)
}

func blank(text []byte, s answer.Span) {
	for i := max(0, s.Start); i < min(len(text), s.End); i++ {
		text[i] = ' '
	}
}

// Read reads one claim; short maps the answer's own abbreviations to their
// words.
func Read(text string, a *answer.Answer, c *answer.Claim, short map[string]string) *Text {
	t := &Text{Claim: c, Own: expand(lexis.Words(text, c.Span), short), Quotes: c.Quotes}
	if lead := leadOf(a, c); lead != nil {
		t.Lead = expand(lexis.Words(text, lead.Span), short)
	}
	t.Label = expand(lexis.Words(text, labelOf(text, c)), short)
	t.Telling = lexis.Once(t.Own)
	list := append(append([]lexis.Word{}, t.Lead...), t.Own...)
	t.All = lexis.SetOf(list)
	t.Numbers = quantity.NumbersIn(text, t.Own)
	t.Predicates = force.PredicatesIn(text, list, len(t.Lead))
	t.Conditional = force.ConditionalIn(t.Own)
	t.bids = bidsReader(text, t.Own)
	t.Clauses = lexis.ClausesOf(text, t.Own)
	return t
}

// labelOf is the run-in head of a claim's block, where it stands on the claim's own line:
// "Placing the freeze: $5"; empty for none.
func labelOf(text string, c *answer.Claim) answer.Span {
	from := strings.LastIndexByte(text[:c.Span.Start], '\n') + 1
	at := strings.Index(text[from:c.Span.Start], c.Section)
	if c.Section == "" || at < 0 {
		return answer.Span{Start: from, End: from}
	}
	return answer.Span{Start: from + at, End: from + at + len(c.Section)}
}

// leadOf is the lead-in that a list item completes, nil for none.
func leadOf(a *answer.Answer, c *answer.Claim) *answer.Claim {
	if c.LeadIn < 1 || c.LeadIn > len(a.Claims) || c.LeadIn == c.ID {
		return nil
	}
	for i := range a.Claims {
		if a.Claims[i].ID == c.LeadIn {
			return &a.Claims[i]
		}
	}
	return nil
}

// expand puts the full words in place of abbreviations that the answer explains.
func expand(list []lexis.Word, short map[string]string) []lexis.Word {
	if len(short) == 0 {
		return list
	}
	var full []lexis.Word
	for _, w := range list {
		if meaning, known := short[w.Lower]; known {
			full = append(full, lexis.InPlace(w, meaning)...)
		} else {
			full = append(full, w)
		}
	}
	return full
}

var explained = regexp.MustCompile(`((?:[\w'’-]+ ){2,8})\(["“]?([A-Z][A-Za-z]{1,6})["”]?\)`)

// AbbreviationsIn finds "personal identifying information (PII)".
func AbbreviationsIn(text string) map[string]string {
	found := map[string]string{}
	for _, m := range explained.FindAllStringSubmatch(text, -1) {
		full := strings.Fields(m[1])
		if n := len(m[2]); n <= len(full) && initials(full[len(full)-n:]) == strings.ToUpper(m[2]) {
			found[strings.ToLower(m[2])] = strings.Join(full[len(full)-n:], " ")
		}
	}
	return found
}

func initials(list []string) string {
	var b strings.Builder
	for _, w := range list {
		b.WriteString(strings.ToUpper(w[:1]))
	}
	return b.String()
}
