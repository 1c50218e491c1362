package force

import "github.com/pincite/pincite/audit/lexis"

// Denial is a word that denies with the words of content right behind it.
type Denial struct {
	Word  lexis.Word
	About []lexis.Word
}

// denials in a word, beside the negations.
const lexicalDenials = "void|unenforceable|invalid|exempt|exempted|exempts|outside|barred|bars|prohibited|prohibits|forbidden|forbids|unlawful|illegal|banned|bans|" +
	"fails|failed|fail|refuses|refused|refuse|lacks|relieved|excused|immune|prevent|prevents|except|unless|save|neglects|ineligible|excluded|excludes|free|null"

func denies(list []lexis.Word, i int) bool {
	if lexis.Phrase(list, i, "no contest") || lexis.Phrase(list, i, "without limitation|prejudice") || namesDenied(list, i) {
		return false
	}
	if lexis.OneOf(list[i].Lower, lexicalDenials) {
		return true
	}
	return lexis.IsNegation(list[i].Lower) &&
		!(i+1 < len(list) && lexis.OneOf(list[i+1].Lower, "later|less|more|fewer|longer|sooner|earlier|exceed|exceeding|exceeds|matter|greater|higher"))
}

// namesDenied tells "anything forbidden by this chapter", which says what is meant and denies
// nothing.
func namesDenied(list []lexis.Word, i int) bool {
	return i > 0 && i+1 < len(list) && lexis.OneOf(list[i].Lower, "forbidden|prohibited|banned|barred") && list[i+1].Lower == "by" &&
		!lexis.OneOf(list[i-1].Lower, "is|are|was|were|be|been|not")
}

// reachOfDenial is how many words of content behind a denial it is about.
const reachOfDenial = 4

// DenialsIn lists the denials of a list of words, those of its modals left out:
// forces are compared as such.
func DenialsIn(list []lexis.Word, modals []Predicate) (found []Denial) {
	for i := range list {
		if !denies(list, i) || inModal(list[i], modals) {
			continue
		}
		d := Denial{Word: list[i]}
		for k := i + 1; k < len(list) && len(d.About) < reachOfDenial; k++ {
			if list[k].Term != "" {
				d.About = append(d.About, list[k])
			}
		}
		found = append(found, d)
	}
	return found
}

// inModal tells a word of a cue, or the "no" of the subject that it negates.
func inModal(w lexis.Word, modals []Predicate) bool {
	for i := range modals {
		p := &modals[i]
		if w.Start >= p.Cue.Start && w.End <= p.Cue.End {
			return !p.Relative()
		}
		if p.Topic == "" && !p.Relative() && !p.Subordinate && lexis.OneOf(w.Lower, "no|nobody|neither|nor|none|nothing") && w.End <= p.Cue.Start && p.Cue.Start-w.End < 160 {
			return true
		}
	}
	return false
}

// OpensLimit tells denials that only open an exception.
func OpensLimit(said []Denial) bool {
	for _, d := range said {
		if !lexis.OneOf(d.Word.Lower, "unless|except|save|without") {
			return false
		}
	}
	return true
}
