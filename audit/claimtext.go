package audit

import (
	"regexp"
	"strings"

	"github.com/pincite/pincite/internal/answer"
)

// claimText is a claim as read: its words with those of its lead-in, in bytes of
// the answer, and what they say.
type claimText struct {
	claim      *answer.Claim
	own, lead  []word
	all        termSet
	numbers    []number
	predicates []predicate
	// conditional is set where the claim itself says if, unless, except, only.
	conditional bool
	// bids is set where the sentence tells its reader what to do.
	bids bool
	// clauses are its parts, each with three words of content or more.
	clauses [][]word
	quotes  []answer.Span
}

// masked is the answer's text with markers and mark-up blanked, byte for byte.
func masked(a *answer.Answer) string {
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

// readClaim reads one claim; short maps the answer's own abbreviations to their
// words.
func readClaim(text string, a *answer.Answer, c *answer.Claim, short map[string]string) *claimText {
	t := &claimText{claim: c, own: expand(words(text, c.Span), short), quotes: c.Quotes}
	if lead := leadOf(a, c); lead != nil {
		t.lead = expand(words(text, lead.Span), short)
	}
	list := append(append([]word{}, t.lead...), t.own...)
	t.all = setOf(list)
	t.numbers = numbersIn(text, t.own)
	t.predicates = predicatesIn(text, list, len(t.lead))
	t.conditional = conditionalIn(t.own)
	t.bids = bidsReader(text, t.own)
	t.clauses = clausesOf(text, t.own)
	return t
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
func expand(list []word, short map[string]string) []word {
	if len(short) == 0 {
		return list
	}
	var full []word
	for _, w := range list {
		if meaning, known := short[w.lower]; known {
			full = append(full, inPlace(w, meaning)...)
		} else {
			full = append(full, w)
		}
	}
	return full
}

var explained = regexp.MustCompile(`((?:[\w'’-]+ ){2,8})\(["“]?([A-Z][A-Za-z]{1,6})["”]?\)`)

// abbreviationsIn finds "personal identifying information (PII)".
func abbreviationsIn(text string) map[string]string {
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

// clausesOf splits the words of a sentence at its stops and joints, and keeps
// parts with three words of content.
func clausesOf(text string, list []word) [][]word {
	var clauses [][]word
	start := 0
	for i := 1; i <= len(list); i++ {
		if i < len(list) && !clauseBreak(text, list, i) {
			continue
		}
		if len(content(list[start:i])) >= 3 {
			clauses = append(clauses, list[start:i])
			start = i
		} else if i == len(list) && len(clauses) > 0 {
			last := len(clauses) - 1
			clauses[last] = append(append([]word{}, clauses[last]...), list[start:]...)
		}
	}
	if len(clauses) == 0 && len(list) > 0 {
		clauses = [][]word{list}
	}
	return clauses
}

// clauseBreak tells whether a clause ends before word i.
func clauseBreak(text string, list []word, i int) bool {
	if between := gap(text, list[i-1], list[i]); len(list[i-1].lower) == 1 && strings.Trim(between, ". ") == "" && between != " " {
		return false // the stop of an initial, as in "G.S. 40-2"
	}
	return strings.ContainsAny(gap(text, list[i-1], list[i]), ",;:.()—") || oneOf(list[i].lower, "if|unless|when|where|but|and|provided|because|except")
}
