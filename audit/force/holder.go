package force

import (
	"strings"

	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/answer"
)

// Holding is what a sentence says beside its act of whose a thing is: at whose option,
// at whose expense, who has to prove, in whose county.
type Holding struct {
	// Kind is choice, cost, proof or place.
	Kind string
	// Who are the words for the holder, the noun last; "you" and "your" stand alone.
	Who []lexis.Word
	// Span covers the words that say so with those for the holder.
	Span answer.Span
}

// holdings are the phrases by kind. The holder stands behind those of after, before
// those of before, and as "the owner's" before those of owned. "@" in the midst of a
// phrase of around is the holder himself.
var holdings = []struct {
	kind          string
	after, before []string
	around        [][2]string
	owned         string
}{
	{
		"choice",
		[]string{
			"at|in the option|election|discretion|choice|direction of", "at|in the sole|absolute option|election|discretion|choice of", "of the choice|choosing of",
			"up to", "left to", "chosen|selected|picked|designated by", "choice|option|decision belongs to", "choice|option|decision is|rests|lies with",
		},
		[]string{
			"chooses|selects|picks|prefers|elects", "may|can|could choose|elect|select|pick", "gets to choose|pick|decide|select", "has|have the choice|option",
			"decides|decide whether|which|between|among|what", "may|can|could|will decide|determine whether|which|between|among|what", "choose|select|pick whether|which|between|among|what", "may|can|could opt for", "gets|get the choice|option",
		},
		[][2]string{{"give|gives|given|grant|grants|allow|allows|offer|offers|leave|leaves", "the|an option|choice|election"}}, "option|election|choice|choosing|discretion",
	},
	{
		"cost",
		[]string{"at the expense|cost of", "at the sole|own expense|cost of", "borne|covered by", "expense|expenses|cost|costs paid by"},
		[]string{
			"bear|bears the|all|any", "pay|pays for that|this|it|them", "pay|pays|cover|covers the|its|all|any cost|costs|expense|expenses|bill|shipping|postage",
			"shall|must|will pay|bear|reimburse the|all|any|its|collateral|reasonable|such cost|costs|expense|expenses|fees", "shall|must|will pay|bear cost|costs|expense|expenses|fees", "shall|must|will pay|bear collateral|reasonable|such cost|costs|expense|expenses|fees",
			"foot|foots the bill", "has|have to bear|pay the|for",
		},
		nil, "expense|cost|costs",
	},
	{
		"proof",
		[]string{"burden|onus is|lies|rests|falls|on|upon on|upon|with", "burden|onus on|upon", "burden|onus|burdens shift|shifts to", "proving|proof * is|lies|rests|falls on|upon|with", "proof is|lies|rests|falls on|upon|with"},
		[]string{
			"has|have|bears|bear|carries|carry the burden|onus", "shall have|bear|carry the burden|onus", "must|shall prove|show|establish|demonstrate",
			"has|have to prove|show|establish|demonstrate", "needs|need to prove|show",
		},
		[][2]string{{"for", "to prove|show|establish|demonstrate"}, {"up to", "to prove|show|establish|demonstrate"}},
		"",
	},
	{
		"property", []string{"become|becomes|remain|remains|stay|stays the property of"}, nil,
		[][2]string{{"become|becomes|remain|remains|stay|stays", "property"}}, "",
	},
	{
		"place", nil, nil,
		[][2]string{
			{"county|district|state|city|parish in which", places}, {"county|district|state|city|parish where", places},
			{"held|heard|tried|brought|filed where", places}, {"county|district|state|city of", "residence|domicile"},
		},
		"county|state|residence|domicile|home|seat",
	},
}

// places are verbs of where somebody is.
const places = "resides|lives|lies|dwells|is|has|sits|works|does"

// HoldingsIn reads what a stretch says of whose a thing is, in the order of its kinds.
func HoldingsIn(list []lexis.Word) []Holding {
	var found []Holding
	for _, h := range holdings {
		for i := range list {
			if who, from, to := holderAt(list, i, h.after, h.before, h.around, h.owned); len(who) > 0 {
				found = append(found, Holding{Kind: h.kind, Who: who, Span: answer.Span{Start: from, End: to}})
				break
			}
		}
	}
	return found
}

// holderAt is the holder whom a phrase at i names, with the bytes of the whole.
func holderAt(list []lexis.Word, i int, after, before []string, around [][2]string, owned string) (who []lexis.Word, from, to int) {
	for _, a := range around {
		if end, ok := lexis.PhraseEnd(list, i, a[0]); ok {
			if who, at := nounsFrom(list, end); len(who) > 0 && at < len(list) && lexis.Phrase(list, at, a[1]) {
				return who, list[i].Start, who[len(who)-1].End
			}
		}
	}
	for _, p := range after {
		if end, ok := lexis.PhraseEnd(list, i, p); ok {
			if who, _ := nounsFrom(list, end); len(who) > 0 {
				return who, list[i].Start, who[len(who)-1].End
			}
		}
	}
	for _, p := range before {
		if end, ok := lexis.PhraseEnd(list, i, p); ok {
			if who := nounsBefore(list, i); len(who) > 0 {
				return who, who[0].Start, list[end-1].End
			}
		}
	}
	return owner(list, i, owned)
}

// owner reads "the owner's option", "your own choice".
func owner(list []lexis.Word, i int, owned string) (who []lexis.Word, from, to int) {
	at := i + 1
	if at < len(list) && lexis.OneOf(list[at].Lower, "own|sole|home") {
		at++
	}
	if owned == "" || at >= len(list) || !lexis.OneOf(list[at].Lower, owned) {
		return nil, 0, 0
	}
	if w := list[i].Lower; w == "your" || strings.HasSuffix(w, "'s") || list[i].Term != "" && strings.HasSuffix(w, "s") && list[at].Start-list[i].End > 1 {
		return list[i : i+1], list[i].Start, list[at].End
	}
	return nil, 0, 0
}

// holderWords is how many words a holder has at most, with what marks him out.
const holderWords = 5

// betweenHolderAndVerb are adverbs of order and manner. A "not", "never" or "only" is
// none: with it the holder does not have what the phrase gives him, or not all of it.
const betweenHolderAndVerb = "then|also|always|thereafter|freely|generally|usually|normally|ordinarily|alone|himself|herself|itself|themselves"

// nounsFrom are the words for somebody that begin at a place, and the place behind them.
func nounsFrom(list []lexis.Word, at int) (who []lexis.Word, end int) {
	if at < len(list) && lexis.OneOf(list[at].Lower, "you|your") {
		return list[at : at+1], pastOwn(list, at+1)
	}
	start := at
	for start < len(list) && list[start].Term == "" {
		start++
	}
	if start-at > 2 {
		return nil, at
	}
	end = start
	for end < min(len(list), start+holderWords) && list[end].Term != "" && (end == start || list[end].Start-list[end-1].End == 1 && !strings.HasSuffix(list[end-1].Lower, "'s")) && !lexis.OneOf(list[end].Lower, places) {
		end++
	}
	return somebodyOf(list[start:end]), end
}

// pastOwn is behind the nouns that "your" marks out.
func pastOwn(list []lexis.Word, at int) int {
	for at < len(list) && list[at].Term != "" && !lexis.OneOf(list[at].Lower, places) {
		at++
	}
	return at
}

// nounsBefore are the words for somebody right before a place, with an adverb between
// or none: "the seller then chooses".
func nounsBefore(list []lexis.Word, at int) []lexis.Word {
	if at > 1 && lexis.OneOf(list[at-1].Lower, betweenHolderAndVerb) {
		at--
	}
	if at > 0 && list[at-1].Lower == "you" {
		return list[at-1 : at]
	}
	start := at
	for start > 0 && at-start < holderWords && list[start-1].Term != "" && (start == at || list[start].Start-list[start-1].End == 1) {
		start--
	}
	if start == at || start == 0 || !lexis.OneOf(list[start-1].Lower, "the|a|an|your|any|each|every|no|either|that|this") {
		return nil
	}
	if list[start-1].Lower == "your" {
		return list[start-1 : start]
	}
	return somebodyOf(list[start:at])
}

// somebodyOf keeps words of which the last is a noun for somebody.
func somebodyOf(list []lexis.Word) []lexis.Word {
	if len(list) == 0 || SideOf(list) == Unsided && !Acts(list[len(list)-1].Lower) {
		return nil
	}
	return list
}
