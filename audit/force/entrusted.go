package force

import "github.com/pincite/pincite/audit/lexis"

// Answers say with whom a power lies: "enforcement lies with the attorney general".

// entrusting are the cues of such a sentence, and entrusted the nouns of what is said to
// lie with somebody. The burden of proof is none: it is compared by itself.
const (
	entrusting = "lies|rests|sits|hands|matter"
	entrusted  = "enforcement|power|powers|authority|decision|responsibility|duty|right|choice|task|job|obligation|jurisdiction"
)

// entrust puts the one with whom a power lies where a subject stands, and what lies with him
// where an act does.
func (p *Predicate) entrust(text string, cue []lexis.Word) {
	if p.Topic != "" || !lexis.HasWord(cue, entrusting) || len(p.Action) == 0 {
		return
	}
	who := p.Action
	for k := 1; k < len(who); k++ {
		if lexis.Gap(text, who[k-1], who[k]) != " " || lexis.OneOf(who[k].Lower, "who|which|that|and|but|if|when|for") {
			who = who[:k]
			break
		}
	}
	if lexis.HasWord(p.Subject, tasks) {
		p.Force = Must
	}
	p.Subject, p.Action, p.Cut = who, lexis.Content(p.Subject), false
}
