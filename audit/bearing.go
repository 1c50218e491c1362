package audit

import (
	"github.com/pincite/pincite/audit/claimed"
	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/audit/lexis"
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
	t, q := s.Law.Text(s.Held), r.questionWords()
	b.Score = lexis.Contained(q, s.Law.Weight, t.All, placeTerms(s.Held))
	b.Shared = sharedWords(q, t.All)
	b.Rank, b.Of = r.rank(s, q)
	b.SameAct = r.sameAct(s)
	b.Best, b.SupportsAny = r.bestPair(s)
	b.Aside = r.onlyAside(s, q)
	b.Bears = !b.Aside && r.bears(s, &b, q, t)
	return b
}

// questionWords are the words of content of question, title and topics.
func (r *Reading) questionWords() []lexis.Word {
	text := r.Case.Answer.Question
	if text == "" {
		text = r.Case.Answer.Title
	}
	return r.withoutPlace(lexis.Content(lexis.Words(text, answer.Span{End: len(text)})))
}

// withoutPlace drops the jurisdiction's own name, which says nothing of the topic.
func (r *Reading) withoutPlace(list []lexis.Word) []lexis.Word {
	name := lexis.SetOf(enacted.TitleOf(r.Case.Law.Jurisdiction.Name()))
	return lexis.KeepWhere(list, func(w lexis.Word) bool { return !name[w.Term] })
}

// placeTerms are the words of the places that a section stands in.
func placeTerms(h *statute.Held) lexis.TermSet {
	set := lexis.TermSet{}
	for _, place := range h.Hierarchy {
		set.Add(enacted.TitleOf(place))
	}
	return set
}

// sharedWords lists the words, as written, that stand in the set, each once.
func sharedWords(list []lexis.Word, set lexis.TermSet) []string {
	var found []string
	seen := lexis.TermSet{}
	for _, w := range list {
		if set[w.Term] && !seen[w.Term] {
			seen[w.Term] = true
			found = append(found, w.Lower)
		}
	}
	return found
}

// rank is the section's place in a search for the question.
func (r *Reading) rank(s *Source, q []lexis.Word) (rank, of int) {
	ranking := recall(r.state.memory.rankings, s.Law, func() index.Ranking { return s.Law.Index.Rank(termsOfWords(q)) })
	at, known := s.Law.Derived.Place[s.Held]
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
		if o.Held == nil || o.Held == s.Held || o.Law != s.Law || o.Law.ActOf(o.Held) != s.Law.ActOf(s.Held) {
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
func (r *Reading) bears(s *Source, b *Bearing, q []lexis.Word, t *enacted.Text) bool {
	if r.carriesTopic(s, q) || r.asksByTitle(s, t, q) || r.leansOn(s) {
		return true
	}
	if b.SameAct || r.actAsked(s, q) || b.SupportsAny && t.Nature == enacted.Definitional {
		return true
	}
	if b.SupportsAny && !r.offTopic(b.Best.Claim, q) {
		return true
	}
	if r.carriesClause(s) || r.clustered(s) || b.SupportsAny && r.restsBeside(r.PairsOf(b.Best.Claim), b.Best) && r.sameActBeside(b.Best) {
		return true
	}
	if b.SupportsAny && r.generalOf(s) {
		return true
	}
	if b.SupportsAny && r.onlyAct(s) && lexis.Shared(enacted.TitleOf(r.Case.Answer.Title), t.Title) > 0 {
		return true // the answer's title names it in the law's words, the question in its own
	}
	if b.Rank > 0 && b.Rank <= max(3, b.Of/10) && r.onlyAct(s) {
		return true
	}
	return b.Score >= sharesMuch && b.Rank > 0 && b.Rank <= max(3, b.Of/20) && len(b.Shared) >= 3
}

// carriesClause reports whether the source carries a clause of a claim that cites another
// section of its chapter besides: the crime beside the suit.
func (r *Reading) carriesClause(s *Source) bool {
	for _, p := range r.PairsWith(s) {
		if !r.bearsClause(p, r.comparison(p.Claim, p.Held(), s.Law)) {
			continue
		}
		for _, o := range r.PairsOf(p.Claim) {
			if o.Held() != nil && o.Held() != s.Held && enacted.ChapterOf(o.Held().Number) == enacted.ChapterOf(s.Held.Number) {
				return true
			}
		}
	}
	return false
}

// sameActBeside reports whether a claim rests as well on sections of other acts with which the
// answer deals: one penalty of three chapters.
func (r *Reading) sameActBeside(p *Pair) bool {
	return r.citesAnother(p, func(o *Pair) bool { return r.sameAct(o.Source) && o.Alignment.Score >= restsWell })
}

// generalLaw are words of the catchline of a section that holds for all of its chapter.
const generalLaw = "immunity|liability|limitation|limitations|penalty|penalties|enforcement|remedies|remedy|injunction|injunctions|damages|definitions|attorney|violation|violations|construction|applicability"

// generalWords is how far into a catchline such a word stands: "Restrictions on receipts -
// definitions" is on receipts.
const generalWords = 3

// generalOf reports whether a source is on what holds for all of a chapter, suits and penalties,
// and the answer deals with that chapter.
func (r *Reading) generalOf(s *Source) bool {
	title := lexis.Words(s.Held.Catchline, lexis.AnswerSpan(s.Held.Catchline))
	if !lexis.HasWord(title[:min(len(title), generalWords)], generalLaw) {
		return false
	}
	for i := range r.Sources {
		o := &r.Sources[i]
		if o.Held == nil || o.Held == s.Held || o.Law != s.Law || enacted.ChapterOf(o.Held.Number) != enacted.ChapterOf(s.Held.Number) {
			continue
		}
		if r.sameAct(o) {
			return true
		}
	}
	return false
}

// clusterSize is how many sections of one act an answer lists that deals with that act.
const clusterSize = 3

// clustered reports whether the answer lists several sections of the source's act: it deals
// with that act, however freely it tells them. It must not be seen in two, of which one may
// be an aside and its definition.
func (r *Reading) clustered(s *Source) bool {
	listed := map[*statute.Held]bool{}
	for i := range r.Sources {
		if o := &r.Sources[i]; o.Held != nil && o.Law == s.Law && o.Law.ActOf(o.Held) == s.Law.ActOf(s.Held) && len(r.PairsWith(o)) > 0 {
			listed[o.Held] = true
		}
	}
	return len(listed) >= clusterSize
}

// leaned is how many statements must rest well on a section for the answer to lean on it.
const leaned = 3

// leansOn reports whether the answer leans on a section: several of its statements, and
// a third of those that cite anything, rest on it well. What an answer is made of is what
// was asked, in whatever words. It must not fire on the one or two statements of an aside.
func (r *Reading) leansOn(s *Source) bool {
	resting := 0
	for _, p := range r.PairsWith(s) {
		if p.Alignment.Score >= restsWell && !p.Alignment.Thin {
			resting++
		}
	}
	return resting >= leaned && 3*resting >= r.citing()
}

// citing counts the statements that cite anything.
func (r *Reading) citing() int {
	n := 0
	for i := range r.Case.Answer.Claims {
		if len(r.Case.Answer.Claims[i].Citations) > 0 {
			n++
		}
	}
	return n
}

// titleAsked is how much of a catchline the question must have, by weight, to ask for the
// section.
const titleAsked = 0.6

// asksByTitle reports whether the question names what the section's catchline names: "I
// also wonder about free trials" of "Free trial period." It must not be seen in words that
// many sections have.
func (r *Reading) asksByTitle(s *Source, t *enacted.Text, q []lexis.Word) bool {
	title := enacted.TitleOf(t.Held.Catchline)
	rare := lexis.KeepWhere(title, func(w lexis.Word) bool { return s.Law.Rare(w.Term) })
	asked := lexis.SetOf(q)
	return lexis.Shared(rare, asked) >= 2 && lexis.Contained(title, s.Law.Weight, asked) >= titleAsked
}

// actAsked reports whether the innermost heading that a section stands under names
// what the question is about: its section on enforcement need not name it again.
func (r *Reading) actAsked(s *Source, q []lexis.Word) bool {
	n := len(s.Held.Hierarchy)
	if n == 0 {
		return false
	}
	place := enacted.TitleOf(s.Held.Hierarchy[n-1])
	named := lexis.TermSet{}
	named.Add(place)
	return lexis.Shared(q, named) >= 2 && lexis.Contained(q, s.Law.Weight, named) >= 0.2
}

// onlyAct reports whether the answer relies on no other act: nothing then shows
// that the question is about something else. A meaning taken from another act is no
// reliance on it.
func (r *Reading) onlyAct(s *Source) bool {
	for i := range r.Sources {
		o := &r.Sources[i]
		if o.Held != nil && o.Held != s.Held && o.Nature != enacted.Definitional && len(r.PairsWith(o)) > 0 &&
			(o.Law != s.Law || o.Law.ActOf(o.Held) != s.Law.ActOf(s.Held)) {
			return false
		}
	}
	return true
}

// carriesTopic reports whether a claim that rests on the source well speaks of what
// is asked.
func (r *Reading) carriesTopic(s *Source, q []lexis.Word) bool {
	for _, p := range r.PairsWith(s) {
		if p.Alignment.Score >= restsWell && !p.Alignment.Thin && r.onTopic(p.Claim, q) {
			return true
		}
	}
	return false
}

// onTopic reports whether a claim shares words that tell with the question.
func (r *Reading) onTopic(c *answer.Claim, q []lexis.Word) bool {
	return r.sharesTopic(c, q, 0.3)
}

// sharesTopic reports whether a claim has so much of the question, in its words or in
// others for the same thing: two of them at the least.
func (r *Reading) sharesTopic(c *answer.Claim, q []lexis.Word, least float64) bool {
	t := r.state.claim(c)
	if lexis.Contained(q, r.Case.Law.Weight, t.All) >= least && lexis.Shared(q, t.All) >= 2 {
		return true
	}
	if r.sharesPart(t) {
		return true
	}
	asked, said := lexis.Conceptual(q), lexis.SetOf(lexis.Conceptual(t.Lead), lexis.Conceptual(t.Own))
	return lexis.Contained(asked, r.Case.Law.ConceptWeight, said) >= least && lexis.Shared(asked, said) >= 2
}

// partAsked is how much of one part of a question a claim must have to be on its topic, of
// two words at the least.
const partAsked = 0.5

// sharesPart reports whether a claim has half of one part of the question: of "how must we
// destroy files, and what may our card receipts show?" a statement on card receipts has.
func (r *Reading) sharesPart(t *claimed.Text) bool {
	for _, p := range r.parts() {
		if key := lexis.Content(p.key); lexis.Shared(key, t.All) >= 2 && lexis.Contained(key, r.Case.Law.Weight, t.All) >= partAsked {
			return true
		}
	}
	return false
}

// offTopic reports whether a claim has next to nothing of the question, and
// nothing of what the answer's other claims speak of.
func (r *Reading) offTopic(c *answer.Claim, q []lexis.Word) bool {
	if r.sharesTopic(c, q, 0.2) {
		return false
	}
	t := r.state.claim(c)
	others := lexis.TermSet{}
	for i := range r.Case.Answer.Claims {
		if o := &r.Case.Answer.Claims[i]; o.ID != c.ID && !r.sameSources(o, c) {
			others.Add(r.state.claim(o).Own)
		}
	}
	return lexis.Contained(r.withoutPlace(lexis.Content(t.Own)), r.Case.Law.Weight, others) < 0.3
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
