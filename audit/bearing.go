package audit

import (
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/index"
	"github.com/pincite/pincite/internal/statute"
)

const (
	// restsWell is the alignment from which a claim may be said to rest on a
	// section, whatever the question.
	restsWell = 0.45
	// sharesMuch is the share of the question's words that shows a bearing alone.
	sharesMuch = 0.5
)

// Bearing tells how a source bears on the question. A section bears on it unless
// every sign is against it: no claim of the answer that answers the question
// rests on it, it shares no rare word with the question, it stands in no act that
// the answer relies on otherwise, and a search for the question finds it far down
// or not at all. What the answer offers as an aside alone, with next to nothing of
// the question, does not bear on it whatever its act.
func (r *Reading) Bearing(s *Source) Bearing {
	return recall(r.state.memory.bearings, s, func() Bearing { return r.bearing(s) })
}

func (r *Reading) bearing(s *Source) Bearing {
	b := Bearing{}
	if s.Held == nil {
		return b
	}
	t, q := s.Law.text(s.Held), r.questionWords()
	b.Score = contained(q, s.Law.weight, t.all, placeTerms(s.Held))
	b.Shared = sharedWords(q, t.all)
	b.Rank, b.Of = r.rank(s, q)
	b.SameAct = r.sameAct(s)
	b.Best, b.SupportsAny = r.bestPair(s)
	b.Aside = r.onlyAside(s, q)
	b.Bears = !b.Aside && r.bears(s, &b, q, t)
	return b
}

// questionWords are the words of content of question, title and topics.
func (r *Reading) questionWords() []word {
	text := r.Case.Answer.Question
	if text == "" {
		text = r.Case.Answer.Title
	}
	return r.withoutPlace(content(words(text, answer.Span{End: len(text)})))
}

// withoutPlace drops the jurisdiction's own name, which says nothing of the topic.
func (r *Reading) withoutPlace(list []word) []word {
	name := setOf(titleOf(r.Case.Law.Jurisdiction.Name()))
	return keepWhere(list, func(w word) bool { return !name[w.term] })
}

// placeTerms are the words of the places that a section stands in.
func placeTerms(h *statute.Held) termSet {
	set := termSet{}
	for _, place := range h.Hierarchy {
		set.add(titleOf(place))
	}
	return set
}

// sharedWords lists the words, as written, that stand in the set, each once.
func sharedWords(list []word, set termSet) []string {
	var found []string
	seen := termSet{}
	for _, w := range list {
		if set[w.term] && !seen[w.term] {
			seen[w.term] = true
			found = append(found, w.lower)
		}
	}
	return found
}

// rank is the section's place in a search for the question.
func (r *Reading) rank(s *Source, q []word) (rank, of int) {
	ranking := recall(r.state.memory.rankings, s.Law, func() index.Ranking { return s.Law.Index.Rank(termsOfWords(q)) })
	at, known := s.Law.derived.place[s.Held]
	if !known {
		return 0, s.Law.Index.Len()
	}
	return ranking.Place(at), s.Law.Index.Len()
}

// sameAct reports whether another source, on which a claim rests well, stands in
// the act.
func (r *Reading) sameAct(s *Source) bool {
	for i := range r.Sources {
		o := &r.Sources[i]
		if o.Held == nil || o.Held == s.Held || o.Law != s.Law || o.Law.actOf(o.Held) != s.Law.actOf(s.Held) {
			continue
		}
		if _, supports := r.bestPair(o); supports {
			return true
		}
	}
	return false
}

// bestPair is the best-aligned pair of the source, and whether a claim rests on
// it well.
func (r *Reading) bestPair(s *Source) (*Pair, bool) {
	var best *Pair
	for _, p := range r.PairsWith(s) {
		if best == nil || p.Alignment.Score > best.Alignment.Score {
			best = p
		}
	}
	return best, best != nil && best.Alignment.Score >= restsWell && !best.Alignment.Thin
}

// bears weighs the signs.
func (r *Reading) bears(s *Source, b *Bearing, q []word, t *lawText) bool {
	if r.carriesTopic(s, q) {
		return true
	}
	if b.SameAct || r.actAsked(s, q) || b.SupportsAny && t.nature == Definitional {
		return true
	}
	if b.SupportsAny && !r.offTopic(b.Best.Claim, q) {
		return true
	}
	if b.SupportsAny && r.onlyAct(s) && shared(titleOf(r.Case.Answer.Title), t.title) > 0 {
		return true // the answer's title names it in the law's words, the question in its own
	}
	if b.Rank > 0 && b.Rank <= max(3, b.Of/10) && r.onlyAct(s) {
		return true
	}
	return b.Score >= sharesMuch && b.Rank > 0 && b.Rank <= max(3, b.Of/20) && len(b.Shared) >= 3
}

// actAsked reports whether the innermost heading that a section stands under names
// what the question is about: its section on enforcement need not name it again.
func (r *Reading) actAsked(s *Source, q []word) bool {
	n := len(s.Held.Hierarchy)
	if n == 0 {
		return false
	}
	place := titleOf(s.Held.Hierarchy[n-1])
	named := termSet{}
	named.add(place)
	return shared(q, named) >= 2 && contained(q, s.Law.weight, named) >= 0.2
}

// onlyAct reports whether the answer relies on no other act: nothing then shows
// that the question is about something else. A meaning taken from another act is no
// reliance on it.
func (r *Reading) onlyAct(s *Source) bool {
	for i := range r.Sources {
		o := &r.Sources[i]
		if o.Held != nil && o.Held != s.Held && o.Nature != Definitional && len(r.PairsWith(o)) > 0 && (o.Law != s.Law || o.Law.actOf(o.Held) != s.Law.actOf(s.Held)) {
			return false
		}
	}
	return true
}

// carriesTopic reports whether a claim that rests on the source well speaks of what
// is asked.
func (r *Reading) carriesTopic(s *Source, q []word) bool {
	for _, p := range r.PairsWith(s) {
		if p.Alignment.Score >= restsWell && !p.Alignment.Thin && r.onTopic(p.Claim, q) {
			return true
		}
	}
	return false
}

// onTopic reports whether a claim shares words that tell with the question.
func (r *Reading) onTopic(c *answer.Claim, q []word) bool {
	return r.sharesTopic(c, q, 0.3)
}

// sharesTopic reports whether a claim has so much of the question, in its words or in
// others for the same thing: two of them at the least.
func (r *Reading) sharesTopic(c *answer.Claim, q []word, least float64) bool {
	t := r.state.claim(c)
	if contained(q, r.Case.Law.weight, t.all) >= least && shared(q, t.all) >= 2 {
		return true
	}
	asked, said := conceptual(q), setOf(conceptual(t.lead), conceptual(t.own))
	return contained(asked, r.Case.Law.conceptWeight, said) >= least && shared(asked, said) >= 2
}

// offTopic reports whether a claim has next to nothing of the question, and
// nothing of what the answer's other claims speak of.
func (r *Reading) offTopic(c *answer.Claim, q []word) bool {
	if r.sharesTopic(c, q, 0.2) {
		return false
	}
	t := r.state.claim(c)
	others := termSet{}
	for i := range r.Case.Answer.Claims {
		if o := &r.Case.Answer.Claims[i]; o.ID != c.ID && !r.sameSources(o, c) {
			others.add(r.state.claim(o).own)
		}
	}
	return contained(r.withoutPlace(content(t.own)), r.Case.Law.weight, others) < 0.3
}

// sameSources reports whether two claims rest on the same refs.
func (r *Reading) sameSources(a, b *answer.Claim) bool {
	if len(a.Citations) != len(b.Citations) || len(a.Citations) == 0 {
		return false
	}
	for i := range a.Citations {
		if a.Citations[i].Ref != b.Citations[i].Ref {
			return false
		}
	}
	return true
}
