package force

import (
	"strings"

	"github.com/pincite/pincite/audit/lexis"
)

// supposes tells a "should" that only supposes: "Should the ship be late, the bell must be
// rung" says when, and not what ought to be.
func supposes(text string, list []lexis.Word, i int) bool {
	if list[i].Lower != "should" || i > 0 && !endsPart(text, list[i-1], list[i]) || i+2 >= len(list) || text[list[i].Start] != 'S' {
		return false
	}
	for k := i + 2; k < len(list) && !endsPart(text, list[k-1], list[k]); k++ {
		if strings.Contains(lexis.Gap(text, list[k-1], list[k]), ",") {
			return true
		}
	}
	return false
}

// cleft takes out what only lifts somebody up, "the keeper is the one who", "it is the
// keeper who", and leaves him as the subject.
func (p *Predicate) cleft(text string) bool {
	n := len(p.Subject)
	for k := max(0, n-8); k < n; k++ {
		if end, found := lexis.PhraseEnd(p.Subject, k, "is|are|'s|you're|they're the one|ones|party|person who|that"); found && end == n {
			from := k
			if lexis.OneOf(p.Subject[k].Lower, "you're|they're") {
				from++
			}
			p.Subject = p.Subject[:from]
			return true
		}
		if end, found := lexis.PhraseEnd(p.Subject, k, "it is|was"); found && n-end >= 2 && n-end <= 5 && lexis.OneOf(p.Subject[n-1].Lower, "who") && !lexis.HasWord(p.Subject[end:n-1], ClauseEnds+"|that|who|which|a|an|any") {
			p.Subject = p.Subject[end : n-1]
			return true
		}
	}
	return false
}

// ban reads "don't ring the bell" at the head of a sentence or behind its opening clause,
// and "never ring it": what the reader is told not to do. It must not read counsel so:
// "don't forget", "don't worry", "never mind".
func banAt(text string, list []lexis.Word, i int) (cue, bool) {
	opens := i == 0 || endsPart(text, list[i-1], list[i]) || strings.Contains(lexis.Gap(text, list[i-1], list[i]), ",") && lexis.HasWord(list[:i], beforeBan)
	end, found := i+1, lexis.OneOf(list[i].Lower, "don't|never")
	if !found {
		end, found = lexis.PhraseEnd(list, i, "do not")
	}
	if !opens || !found || end+1 >= len(list) || list[end].Term == "" || lexis.OneOf(list[end].Lower, counsel) || len(list[end].Lower) > 5 && (strings.HasSuffix(list[end].Lower, "ing") || strings.HasSuffix(list[end].Lower, "ed")) {
		return cue{}, false
	}
	return cue{force: MustNot, end: end}, true
}

const (
	// beforeBan are words of a clause behind which the reader may be told what not to do.
	beforeBan = "if|when|once|before|after|where|while|until|unless|whenever"
	// counsel are verbs of what the reader is only advised.
	counsel = "forget|worry|mind|assume|expect|count|confuse|think|mistake|overlook|rely|hesitate|panic|let|wait|say|be|have|need|know|think|believe|care|want|include|apply|cover|mean|extend|exist|matter"
)

// innerPassive tells the "be required" of "can be required to send", which is what may be
// done to somebody and no duty of his.
func innerPassive(list []lexis.Word, i int) bool {
	if i < 1 || list[i].Lower != "be" {
		return false
	}
	return lexis.OneOf(list[i-1].Lower, "can|may|could|cannot|can't") || wishesToBeBound(list, i)
}

// wishesToBeBound tells "the intention not to be bound", which binds nobody.
func wishesToBeBound(list []lexis.Word, i int) bool {
	return i > 1 && list[i-1].Lower == "to" && i+1 < len(list) && list[i+1].Lower == "bound" && !lexis.OneOf(list[i-2].Lower, "has|have|had|is|are|needs|need|ought")
}

// notReadTo tells "cannot be read as applying", "shall not be construed to apply".
func notReadTo(list []lexis.Word, i int) bool {
	for _, words := range []string{"cannot be read|construed|interpreted|understood|taken as|to", "not be read|construed|interpreted|understood|taken as|to", "n't be read|construed|interpreted|understood|taken as|to"} {
		if n := len(strings.Split(words, " ")); i >= n && lexis.Phrase(list, i-n, words) {
			return true
		}
	}
	return false
}

// neverBefore tells "in no event may", "under no circumstances shall", "at no time must"
// right before a modal.
func neverBefore(list []lexis.Word, i int) bool {
	for _, words := range []string{"in no event|case|way|circumstance", "under no circumstances|circumstance|conditions", "at no time|point", "on no account"} {
		if n := 3; i >= n && lexis.Phrase(list, i-n, words) {
			return true
		}
	}
	return false
}

// subjectToAct reads "is subject to the provisions of the act" as that the act applies.
func (p *Predicate) subjectToAct() {
	if p.Topic != "subject" || len(p.Action) < 2 || p.Action[0].Lower != "to" {
		return
	}
	act := p.Action[1:min(len(p.Action), 8)]
	if lexis.HasWord(act, "this|these|provisions|requirements") && lexis.HasWord(act, "act|chapter|section|article|part|title|provisions|requirements") {
		p.Topic = "apply"
	}
}
