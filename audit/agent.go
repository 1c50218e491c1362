package audit

import (
	"fmt"

	"github.com/pincite/pincite/internal/finding"
)

const (
	// agentWords and agentShare are how much of a passive with its agent must stand in
	// the sentence whose verb it has.
	agentWords = 3
	agentShare = 0.4
	// agentLead is how much more of the claim it must hold than any clause in which the
	// agent does the same.
	agentLead = 0.15
)

// agents finds a passive whose agent is the one to whom the law has another do that
// very act: "the bill must be handed over by the guest" where the host shall hand it to
// the guest. It must not fire where the agent does the same act in any clause, where
// the law's clause does not name him behind its verb, nor where its subject is anybody.
func (x *comparison) agents() bool {
	for i := range x.claim.predicates {
		p := &x.claim.predicates[i]
		if x.aside(p) || !undergoes(p) || !hasWord(p.action, "by") {
			continue
		}
		if s := x.putOnReceiver(p); s != nil {
			x.byAnother(p, s)
			return true
		}
	}
	return false
}

// putOnReceiver is the clause with the verb of a passive in which its agent receives.
func (x *comparison) putOnReceiver(p *predicate) *standing {
	said := doersOf(p)
	if len(said) == 0 || ofAnybody(said) {
		return nil
	}
	var best *standing
	var near, own float64
	list := x.text.standings()
	for i := range list {
		s := &list[i]
		if s.origin != spoken || !likeVerb(p, &predicate{action: s.action[:min(len(s.action), 4)]}) {
			continue
		}
		share := contained(x.claim.own, x.law.weight, s.words, s.around)
		if stands(said, lastPart(s.subject)) || shares(said, x.doersOfLaw(s)) {
			own = max(own, share)
		} else if share > near && x.receivesIn(said, p, s) {
			best, near = s, share
		}
	}
	if near < own+agentLead {
		return nil
	}
	return best
}

// receivesIn tells that one of them stands behind the verb of an active clause of the
// same force, and the sentence has enough of the claim.
func (x *comparison) receivesIn(said []doer, p *predicate, s *standing) bool {
	u := &x.text.units[s.unit]
	return oneForce(p, s.predicate) && !undergoes(s.predicate) && len(subjectNouns(lastPart(s.subject))) > 0 && stands(said, s.action) &&
		shared(x.claim.own, u.set) >= agentWords && contained(x.claim.own, x.law.weight, u.set, u.leads) >= agentShare
}

// stands tells that one of the doers is named among the words.
func stands(said []doer, list []word) bool {
	terms, known := setOf(list), partiesIn(list)
	for _, d := range said {
		if d.term != "" && terms[d.term] || d.name != "" && hasParty(known, d.name) {
			return true
		}
	}
	return false
}

// byAnother records the difference.
func (x *comparison) byAnother(p *predicate, s *standing) {
	said, held := doersOf(p)[0].span, covering(subjectNouns(lastPart(s.subject)))
	x.differ("actor", x.raw[said.Start:said.End], x.text.text[held.Start:held.End], said, held, finding.Likely,
		fmt.Sprintf("who acts: the claim says %q, the law %q", x.raw[said.Start:said.End], x.text.text[held.Start:held.End]))
}

// reserved finds an act that the law reserves to one and the claim gives to another:
// "only the harbor master may" said of the pilots. It must not fire where the claim
// names the one who alone acts, nor on another verb.
func (x *comparison) reserved() bool {
	for i := range x.claim.predicates {
		p := &x.claim.predicates[i]
		said := doersOf(p)
		if x.aside(p) || len(said) == 0 || ofAnybody(said) {
			continue
		}
		for k := range x.text.standings() {
			s := &x.text.standings()[k]
			if s.origin == spoken && x.alone(s) && likeVerb(p, &predicate{action: s.action[:min(len(s.action), 3)]}) && !shares(said, doersOf(s.predicate)) {
				x.byAnother(p, s)
				return true
			}
		}
	}
	return false
}

// alone tells a clause whose subject is marked out by a leading "only".
func (x *comparison) alone(s *standing) bool {
	part := lastPart(s.subject)
	return len(part) > 0 && part[0].lower == "only" && len(doersOf(s.predicate)) > 0 && s.force != mustNot
}

// agentOnly are the words of an agent up to what is said of the act, or to one who is
// denied: "by the owner and not by the guest".
func agentOnly(list []word) []word {
	for i := range list {
		if oneOf(list[i].lower, "not|never|rather|instead|before|after|within|until|unless|during|without|through|upon|as") {
			return list[:i]
		}
	}
	return list
}
