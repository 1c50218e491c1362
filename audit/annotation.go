package audit

import (
	"strings"

	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/index"
	"github.com/pincite/pincite/internal/statute"
)

// Annotation is a pair whose claim follows an editor's note or a history line
// and not the enacted words.
type Annotation struct {
	Pair *Pair
	// Quote is the note or the history line; its Part says which.
	Quote finding.SourceQuote
	// Score is the share of the claim's words, weighed by rarity, that it holds.
	Score float64
}

// How much of a claim a note must hold, and how much more of it than the
// enacted text, before the claim is said to rest on the note.
const (
	annotationHolds = 0.6
	// enactedHolds is how much of it in the enacted text spares the pair.
	enactedHolds    = 0.35
	annotationLeads = 0.25
)

// Annotated are the pairs that rest on a note, in the order of the answer.
func (r *Reading) Annotated() []Annotation {
	return recall(r.state.memory.annotated, r, r.annotated)
}

func (r *Reading) annotated() []Annotation {
	var found []Annotation
	for i := range r.Pairs {
		p := &r.Pairs[i]
		if p.Held() == nil || p.Source.Law == nil || p.Carried {
			continue
		}
		if best := annotationOf(p); best.Pair != nil {
			found = append(found, best)
		}
	}
	return found
}

// annotationOf is the note of the cited section that holds most of the claim;
// its Pair is nil where the enacted text does as well, or well enough.
func annotationOf(p *Pair) Annotation {
	law, claim := p.Source.Law, ownTerms(p)
	enacted := shareIn(law, claim, p.Held().Text)
	if enacted >= enactedHolds {
		return Annotation{} // a note that tells the section over has words of both
	}
	best := Annotation{Score: max(annotationHolds, enacted+annotationLeads)}
	for _, quote := range notesOf(p.Held()) {
		if score := shareIn(law, claim, writtenOut.Replace(quote.Text)); score >= best.Score {
			best = Annotation{Pair: p, Quote: quote, Score: score}
		}
	}
	return best
}

// ownTerms are the claim's terms without those of the catchline, which only name
// the section.
func ownTerms(p *Pair) []string {
	title := lexis.SetOf(enacted.TitleOf(p.Held().Catchline))
	return lexis.KeepWhere(index.Terms(p.Claim.Bare), func(t string) bool { return !title[t] })
}

// writtenOut spells the short forms of a history line.
var writtenOut = strings.NewReplacer("ch.", "chapter", "c.", "chapter", "Stat.", "Statutes", "eff.", "effective", "am.", "amended")

// notesOf quotes what stands beside the enacted text.
func notesOf(h *statute.Held) []finding.SourceQuote {
	var quotes []finding.SourceQuote
	for _, note := range h.Notes {
		quotes = append(quotes, wholeNote(h, "note", note))
	}
	return append(quotes, wholeNote(h, "history", h.History))
}

// wholeNote quotes a whole note.
func wholeNote(h *statute.Held, part, text string) finding.SourceQuote {
	return finding.SourceQuote{Number: h.Number, Occurrence: h.Occurrence, Part: part, Text: text, End: len(text)}
}

// shareIn is the share of the terms, weighed by rarity, that a text holds.
func shareIn(law *enacted.Law, terms []string, text string) float64 {
	has := map[string]bool{}
	for _, t := range index.Terms(text) {
		has[t] = true
	}
	var all, held float64
	for _, t := range terms {
		weight := law.Index.IDF(t)
		all += weight
		if has[t] {
			held += weight
		}
	}
	if all == 0 {
		return 0
	}
	return held / all
}
