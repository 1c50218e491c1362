package compare

import (
	"fmt"

	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/index"
)

// Whose consent a law asks for is told by a noun and not by a modal: "without first obtaining
// consent from the child's parent".

// consenting are the nouns of leave, and agreeing the verbs of one who gives it.
const (
	consenting = "consent|permission|authorization|approval|leave"
	agreeing   = "consent|agree|authorize|approve|permit"
)

// consents finds one who must consent by the claim where the sentence that it follows asks
// for the consent of others. It must not fire where the sentence asks for his too, nor where
// it tells nobody's. It reports whether who acts is settled by it.
func (x *Comparison) consents() bool {
	if x.Fit.Unit < 0 || x.Fit.UnitScore < consentShare {
		return false
	}
	held := consenters(x.Text.Units[x.Fit.Unit].Own)
	if len(held) == 0 {
		return false
	}
	for i := range x.Claim.Predicates {
		p := &x.Claim.Predicates[i]
		nouns := force.SubjectNouns(force.LastPart(p.Subject))
		if p.Force != force.Must || x.aside(p) || len(nouns) == 0 || len(p.Action) == 0 || !lexis.OneOf(p.Action[0].Lower, agreeing) {
			continue
		}
		who := nouns[len(nouns)-1]
		if lexis.SetOf(held)[who.Term] {
			return true // he consents, and another does what needs it
		}
		if who.Term == "" || lexis.OneOf(who.Lower, force.NobodyInParticular) {
			continue
		}
		said, at := lexis.Covering(nouns), lexis.Covering(held[len(held)-1:])
		claimed, enacted := x.Raw[said.Start:said.End], x.Text.Text[at.Start:at.End]
		x.differ("actor", claimed, enacted, said, at, finding.Likely, fmt.Sprintf("whose consent: the claim says %q, the law %q", claimed, enacted))
		return true
	}
	return false
}

// consentShare is how much of a claim its sentence of the law must hold.
const consentShare = 0.6

// consenters are the nouns of those whose consent a sentence asks for: "the owner's consent",
// "consent from the child's parent or guardian".
func consenters(own []lexis.Word) []lexis.Word {
	var found []lexis.Word
	for i := range own {
		if !lexis.OneOf(own[i].Lower, consenting) {
			continue
		}
		if i > 0 && possessive(own[i-1].Lower) {
			found = append(found, bare(own[i-1]))
		}
		if i+1 >= len(own) || !lexis.OneOf(own[i+1].Lower, "of|from|by") {
			continue
		}
		for k := i + 2; k < min(len(own), i+reachOfConsent) && !lexis.OneOf(own[k].Lower, "to|for|in|that|which|who|before|after|if|when|unless"); k++ {
			if own[k].Term != "" && !possessive(own[k].Lower) {
				found = append(found, own[k])
			}
		}
	}
	return found
}

// reachOfConsent is how many words behind the noun those who consent are named.
const reachOfConsent = 9

func possessive(w string) bool {
	return len(w) > 2 && (w[len(w)-2:] == "'s" || w[len(w)-2:] == "s'")
}

// bare is a possessive without its mark.
func bare(w lexis.Word) lexis.Word {
	w.Lower = w.Lower[:len(w.Lower)-2]
	w.Term = index.Fold(w.Lower)
	return w
}
