package compare

import (
	"fmt"
	"strings"

	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/index"
)

// actors compares who owes and who receives on the closest predicate of the same
// force.
func (x *Comparison) actors() {
	if x.has("number", "deadline", "amount", "modality", "negation", "actor") {
		return
	}
	if x.consents() || x.byOtherOffice() || x.reserved() || x.exclusive() || x.agents() || x.burdens() || x.addressed() {
		return
	}
	if x.Fit.Thin {
		x.doers()
		return
	}
	if x.otherOffice() || x.swapsSides() {
		return
	}
	for i := range x.Claim.Predicates {
		p := &x.Claim.Predicates[i]
		if c := x.sameAct(p); c != nil && (x.otherSubject(p, c) || x.otherObject(p, c)) {
			return
		}
	}
	x.doers()
}

// officeNear is how well the rest of a claim must follow the sentence for another
// office in it to be a change of actor.
const officeNear = 0.68

// otherOffice tells that a claim follows a sentence but for the public body in it:
// the law's is not in the claim, and the claim's is not in the sentence.
func (x *Comparison) otherOffice() bool {
	if x.Fit.Unit < 0 {
		return false
	}
	u := &x.Text.Units[x.Fit.Unit]
	said, held := force.Offices(x.Claim.Own), force.Offices(append(append([]lexis.Word{}, u.Lead...), u.Own...))
	if len(said) != 1 || len(held) == 0 || x.namedInUnit(x.Fit.Unit, said[0].Name) ||
		x.Text.Title[index.Fold(force.LastWord(said[0].Name))] {
		return false
	}
	for _, h := range held {
		if force.HasParty(force.Offices(x.Claim.Own), h.Name) {
			return false
		}
	}
	rest := lexis.KeepWhere(lexis.Content(x.Claim.Own), func(w lexis.Word) bool { return w.Start < said[0].Span.Start || w.End > said[0].Span.End })
	if lexis.Contained(rest, x.Law.Weight, u.Set, u.Leads) < officeNear {
		return false
	}
	at := held[len(held)-1].Span
	return x.otherParty("who acts", &said[0], x.Text.Text[at.Start:at.End], at)
}

// sameAct is the law's predicate of the same force nearest to the claim's.
func (x *Comparison) sameAct(p *force.Predicate) *counter {
	var best counter
	for u := range x.Text.Predicates {
		for k := range x.Text.Predicates[u] {
			if c := x.Counter(p, u, k); p.Topic == "" && p.Force == c.Force && c.Topic == "" {
				best = nearer(best, c)
			}
		}
	}
	if best.Predicate == nil || best.Near < governsSame || best.words < 2 {
		return nil
	}
	return &best
}

// otherSubject tells that a public body stands where the law has another party,
// or a party where the law has a public body.
func (x *Comparison) otherSubject(p *force.Predicate, c *counter) bool {
	claimed, enacted := agentOf(p), agentOf(c.Predicate)
	if claimed != nil && opensWith(p.Action, "receive|get|obtain|have") && force.HasParty(force.PartiesIn(c.Action), claimed.Name) {
		return false // "buyers must receive it" of "the dealer shall deliver it to a buyer"
	}
	if claimed == nil || claimed.Name == "anyone" || !x.standsAlone(p, claimed) || x.actsSomewhere(p, claimed.Name) {
		return false
	}
	sides := enacted != nil && !c.Cut &&
		(claimed.Name == "resident" && enacted.Name == "regulated" || claimed.Name == "regulated" && enacted.Name == "resident")
	if sides && c.Near >= plainlySame && !force.HasParty(force.PartiesIn(c.Subject), claimed.Name) {
		return x.otherParty("who acts", claimed, x.Text.Text[enacted.Span.Start:enacted.Span.End], enacted.Span)
	}
	if x.namedInUnit(c.unit, claimed.Name) {
		return false
	}
	if enacted != nil && enacted.Name != claimed.Name && (enacted.Public || claimed.Public || opposite(claimed.Name, enacted.Name)) {
		return x.otherParty("who acts", claimed, x.Text.Text[enacted.Span.Start:enacted.Span.End], enacted.Span)
	}
	if enacted == nil && claimed.Public {
		return x.otherParty("who acts", claimed, "another party", c.Cue)
	}
	return false
}

// actsSomewhere tells that some clause of the section gives the very act to a party: a claim may
// tell that clause, however near another is.
func (x *Comparison) actsSomewhere(p *force.Predicate, name string) bool {
	for u := range x.Text.Predicates {
		for k := range x.Text.Predicates[u] {
			if q := &x.Text.Predicates[u][k]; q.Topic == "" && q.Force == p.Force && force.LikeVerb(p, q) && force.HasParty(force.PartiesIn(force.SubjectNouns(force.LastPart(q.Subject))), name) {
				return true
			}
		}
	}
	return false
}

// standsAlone tells a party from a word that only marks out another, as in
// "customer data" or "Customer Data Protection Act", and from anybody at all.
func (x *Comparison) standsAlone(p *force.Predicate, who *force.Party) bool {
	list := append(append([]lexis.Word{}, p.Subject...), p.Action...)
	for i := range list {
		if list[i].End == who.Span.End && strings.HasPrefix(list[i].Lower, "individual") {
			return false
		}
		if list[i].Start >= who.Span.End {
			return list[i].Term == "" || list[i].Start > p.Cue.Start
		}
	}
	return true
}

// agentOf is the party that acts: the last one before the cue, or the one behind
// "by" in a passive.
func agentOf(p *force.Predicate) *force.Party {
	for i := range p.Action {
		if i == 0 && p.Action[i].Lower == "for" && p.Force == force.MustNot {
			if found := force.PartiesIn(p.Action[:min(len(p.Action), 8)]); len(found) > 0 {
				return &found[0]
			}
		}
		if p.Action[i].Lower == "by" {
			if found := force.PartiesIn(p.Action[i+1 : min(len(p.Action), i+5)]); len(found) > 0 {
				return &found[0]
			}
		}
	}
	if n := len(p.Subject); force.Passive(p.Action) || n > 0 && lexis.OneOf(p.Subject[n-1].Lower, "they|he|she|it|them") {
		return nil
	}
	if p.Cut {
		return force.LastParty(p.Subject)
	}
	return force.HeadOf(p.Subject)
}

// otherObject tells that a notice goes to another than the law has.
func (x *Comparison) otherObject(p *force.Predicate, c *counter) bool {
	claimed, enacted := objectOf(p), objectOf(c.Predicate)
	if claimed == nil || enacted == nil || claimed.Name == enacted.Name || force.HasParty(force.PartiesIn(c.Action), claimed.Name) || x.onBehalf(claimed) || x.toldSomewhere(p, claimed.Name) {
		return false
	}
	if !claimed.Public && !enacted.Public && !opposite(claimed.Name, enacted.Name) {
		return false
	}
	return x.otherParty("who receives", claimed, x.Text.Text[enacted.Span.Start:enacted.Span.End], enacted.Span)
}

// toldSomewhere tells that some clause of the section has the party told: a claim may follow
// that clause, however near another is, for a section may have two told in two sentences.
func (x *Comparison) toldSomewhere(p *force.Predicate, name string) bool {
	for u := range x.Text.Predicates {
		for k := range x.Text.Predicates[u] {
			q := &x.Text.Predicates[u][k]
			if who := objectOf(q); who != nil && who.Name == name && q.Force == p.Force {
				return true
			}
		}
	}
	return false
}

// objectOf is the first party behind a verb of telling.
func objectOf(p *force.Predicate) *force.Party {
	for i := range p.Action {
		if lexis.OneOf(p.Action[i].Lower, force.Telling) || lexis.Phrase(p.Action, i, "notice|notification to") {
			if found := force.PartiesIn(p.Action[i+1:]); len(found) > 0 {
				return &found[0]
			}
			return nil
		}
	}
	return nil
}

// opposite parties stand on two sides of one relation.
func opposite(a, b string) bool {
	for _, pair := range [][2]string{
		{"franchisor", "franchisee"}, {"bailor", "bailee"}, {"lessor", "lessee"}, {"employer", "employee"}, {"creditor", "debtor"},
		{"seller", "buyer"}, {"insurer", "insured"}, {"distributor", "recipient"}, {"owner", "resident"}, {"owner", "service provider"},
		{"manufacturer", "pharmacy"}, {"resident", "regulated"}, {"credit bureau", "resident"}, {"credit bureau", "owner"},
	} {
		if a == pair[0] && b == pair[1] || a == pair[1] && b == pair[0] {
			return true
		}
	}
	return false
}

// namedInUnit tells that the law's sentence names the claim's party as well.
func (x *Comparison) namedInUnit(u int, name string) bool {
	unit := &x.Text.Units[u]
	for _, p := range append(force.PartiesIn(unit.Lead), force.PartiesIn(unit.Own)...) {
		if p.Name == name {
			return true
		}
	}
	return false
}

func (x *Comparison) otherParty(what string, claimed *force.Party, enacted string, at answer.Span) bool {
	said := x.Raw[claimed.Span.Start:claimed.Span.End]
	x.differ("actor", said, enacted, claimed.Span, at, finding.Likely,
		fmt.Sprintf("%s: the claim says %q, the law %q", what, said, enacted))
	return true
}

// onBehalf tells a party for whom something is done, and not to whom: "pay damages on behalf
// of the injured".
func (x *Comparison) onBehalf(p *force.Party) bool {
	own := x.Claim.Own
	for i := range own {
		if own[i].Start >= p.Span.Start {
			return lexis.PhraseIn(own[max(0, i-4):i], "behalf of")
		}
	}
	return false
}
