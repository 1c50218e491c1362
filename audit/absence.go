package audit

import (
	"sort"

	"github.com/pincite/pincite/audit/compare"
	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/statute"
)

const (
	// holdsAll is the share of a denial's words that a section anywhere in the law
	// must hold to give the denial the lie, most of them close together; holdsNear
	// that of a section of an act that the answer relies on.
	holdsAll, holdsNear = 0.8, 0.4
	// holdsMaybe is the share that must stand close together for a reader to look.
	holdsMaybe = 0.5
)

// Absence is the search behind a claim that no law does something: its words are
// looked for in the whole jurisdiction. Found are the sections that hold what it
// denies, best first.
//
// That a section shares words with a denial shows nothing: it must be operative and
// in force, hold the word that tells most, and either its catchline or its act
// must be of the same subject.
func (r *Reading) Absence(c *answer.Claim) AbsenceSearch {
	l := r.Case.Law
	sought := lexis.KeepWhere(r.withoutPlace(lexis.Content(r.state.claim(c).Own)), func(w lexis.Word) bool {
		return !lexis.OneOf(w.Lower, ofLaws+"|"+compare.OfLimits) && !lexis.IsNegation(w.Lower)
	})
	search := AbsenceSearch{Sections: l.Index.Len(), Complete: l.Complete, Gaps: l.Gaps}
	for _, w := range sought {
		search.Terms = append(search.Terms, w.Lower)
	}
	near := r.anyCited()
	rest := lexis.KeepWhere(sought, func(w lexis.Word) bool { return !lexis.OneOf(w.Lower, ofFreedom) })
	for _, cand := range r.governing(c, near) {
		sure := r.gainsays(c, sought, &cand, near)
		if at, frees := r.frees(rest, cand.Held); frees && len(rest) < len(sought) && r.ownAct(cand.Held, near) {
			sure, cand.InLaw = finding.Likely, at
		}
		if sure == "" || search.Certainty == finding.Likely && sure == finding.Possible {
			continue
		}
		if sure == finding.Likely && search.Certainty == finding.Possible {
			search.Found = nil
		}
		search.Certainty, search.Found = sure, append(search.Found, cand)
	}
	return search
}

// ofLaws are words about law as such, and plain verbs, which name no subject.
const ofLaws = "law|laws|statute|statutes|provision|provisions|section|sections|rule|rules|state|act|code|chapter|legislature|require|requires|required|requirement|offer|offers|provide|provides|contain|contains|give|gives|make|makes|say|says|found|hold|held|answer|question|search"

// ofFreedom are the names of what takes somebody out of a rule: law seldom uses
// them.
const ofFreedom = "exception|exceptions|exemption|exemptions|safe|harbor|harbour|harbors"

// frees finds the words by which a section takes somebody out of a rule, for what
// the other words of a denial are about: "deemed in compliance" is a safe harbour.
func (r *Reading) frees(rest []lexis.Word, h *statute.Held) (answer.Span, bool) {
	t := r.Case.Law.Text(h)
	for i := range t.Units {
		u := &t.Units[i]
		if lexis.Shared(rest, u.Set) < 2 || lexis.Contained(rest, r.Case.Law.Weight, u.Set) < 0.4 {
			continue
		}
		for _, freeing := range []string{"in compliance with", "not required", "not apply", "is|are exempt|exempted", "need|needs not"} {
			if lexis.PhraseIn(u.Own, freeing) {
				return u.Span, true
			}
		}
	}
	return answer.Span{}, false
}

// ownAct reports whether a section is of the act that the answer relies on.
func (r *Reading) ownAct(h, near *statute.Held) bool {
	l := r.Case.Law
	return near != nil && l.ActOf(near) != "" && l.ActOf(near) == l.ActOf(h)
}

// governing are the operative sections in force that could hold what is denied:
// those that a search finds, and those of the acts that the answer relies on.
func (r *Reading) governing(c *answer.Claim, near *statute.Held) []Candidate {
	list := r.candidates(c, near)
	seen := map[*statute.Held]bool{}
	for i := range list {
		seen[list[i].Held] = true
	}
	for _, h := range r.relied() {
		if !seen[h] {
			list = append(list, r.candidate(c, h, near))
		}
	}
	list = lexis.KeepWhere(list, func(cand Candidate) bool {
		return r.Case.Law.Text(cand.Held).Nature == enacted.Operative && cand.Held.Status == statute.InForce
	})
	sort.SliceStable(list, func(i, j int) bool {
		return list[i].Score+2*r.kinship(list[i].Held, near) > list[j].Score+2*r.kinship(list[j].Held, near)
	})
	return list
}

// gainsays tells how sure it is that a section holds what is denied, "" where it
// does not seem to. Where the denial names an act, a sentence of the section must
// lay that act down; where it names an office, for that office.
func (r *Reading) gainsays(c *answer.Claim, sought []lexis.Word, cand *Candidate, near *statute.Held) finding.Certainty {
	t, l := r.Case.Law.Text(cand.Held), r.Case.Law
	heaviest := lexis.Word{}
	for _, w := range sought {
		if heaviest.Term == "" || l.Weight(w.Term) > l.Weight(heaviest.Term) {
			heaviest = w
		}
	}
	own := r.ownAct(cand.Held, near)
	headed := lexis.Shared(sought, t.Title) >= 2 || lexis.Shared(sought, t.Title) == 1 && lexis.Contained(sought, l.Weight, t.Title) >= 0.25
	holds := lexis.Contained(sought, l.Weight, t.All)
	switch {
	case len(sought) < 2 || !own && !t.All[heaviest.Term] || !r.laysAct(c, t):
		return ""
	case headed && cand.Score >= holdsMaybe && holds >= holdsAll, own && len(lexis.SetOf(sought)) >= ownWordsLeast &&
		(headed && cand.Score >= holdsNear || cand.Score >= holdsMaybe && holds >= holdsMaybe):
		return finding.Likely
	case headed && cand.Score >= holdsMaybe, own && headed && holds >= holdsMaybe:
		return finding.Possible
	}
	return ""
}

// ownWordsLeast is how many words a denial must have for a section of the act that the
// answer relies on to give it the lie: fewer stand together in many a section.
const ownWordsLeast = 3

// laysAct reports whether a sentence of the section holds the act that a claim says
// nobody has to do, for the office that it names.
func (r *Reading) laysAct(c *answer.Claim, t *enacted.Text) bool {
	own := r.state.claim(c).Own
	verb := deniedAct(own)
	for i := range t.Units {
		list := append(append([]lexis.Word{}, t.Units[i].Lead...), t.Units[i].Own...)
		if (verb.Term == "" || hasAct(list, verb)) && (len(compare.Special(own)) == 0 || compare.SameReceivers(own, list)) {
			return true
		}
	}
	return false
}

// deniedAct is the act of "requires a firm to register" and "no duty to register";
// the zero word where none is named.
func deniedAct(own []lexis.Word) lexis.Word {
	asked := false
	for i := range own {
		if lexis.OneOf(own[i].Lower, "require|requires|required|requirement|requirements|duty|duties|obligation|obligations|oblige|obliges|need|needs") {
			asked = true
		} else if asked && own[i].Lower == "to" && i+1 < len(own) {
			return own[i+1]
		}
	}
	return lexis.Word{}
}

// hasAct reports whether words name an act, by its own word or one like it.
func hasAct(list []lexis.Word, verb lexis.Word) bool {
	row := lexis.Concepts[verb.Lower]
	for _, w := range list {
		if w.Term != "" && (w.Term == verb.Term || row != "" && lexis.Concepts[w.Lower] == row || lexis.OneRow(w.Term, verb.Term)) {
			return true
		}
	}
	return false
}
