package audit

import (
	"github.com/pincite/pincite/audit/claimed"
	"github.com/pincite/pincite/audit/compare"
	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
)

const (
	// bearingGate: a section that holds less of the claim than this, and none of
	// its rare words, is about something else.
	bearingGate = 0.3
	// fewWords: a claim of fewer words of content can be worded in a hundred ways.
	fewWords = 6
	// closeEnough: a claim whose words stand so far in one window, with every
	// typed fact alike, is supported.
	closeEnough = 0.55
	// closeWithFacts: the same where figures or forces of the claim were found
	// alike.
	closeWithFacts = 0.5
	// idleBelow: a duty that follows words which lay nothing down less closely than
	// this does not rest on them.
	idleBelow = 0.55
)

// judge sets the verdict of every pair.
func (r *Reading) judge() {
	for i := range r.Pairs {
		p := &r.Pairs[i]
		p.Verdict, p.Certainty = r.verdict(p)
		r.hear(p)
		p.Why = r.reason(p)
		p.Evidence = r.evidence(p)
	}
}

// verdict goes from what is certain to what words can only suggest.
func (r *Reading) verdict(p *Pair) (finding.Verdict, finding.Certainty) {
	switch {
	case p.Source == nil || p.Source.Foreign != "":
		return finding.NotSupported, finding.Certain
	case p.Held() == nil:
		return r.unbound()
	case p.Nature == enacted.Stub:
		return finding.NotSupported, finding.Certain
	}
	if grade, certainty := weightOf(p.Contrary); grade == 2 {
		return finding.Contradicted, certainty
	} else if grade == 1 {
		return finding.PartlySupported, certainty
	}
	if r.Idle(p) {
		return finding.NotSupported, finding.Likely
	}
	if verdict, certainty := r.byWords(p); verdict != finding.NotSupported || !r.bearsOwnPart(p) {
		return verdict, certainty
	}
	return finding.Unverified, finding.Possible
}

// unbound: a complete corpus that lacks the section settles it.
func (r *Reading) unbound() (finding.Verdict, finding.Certainty) {
	if r.Case.Law.Complete {
		return finding.NotSupported, finding.Certain
	}
	return finding.Unverified, finding.Possible
}

// Idle reports whether a claim that states a duty, right, ban, deadline or penalty
// rests on words that lay nothing down: definitions, a title, a purpose.
func (r *Reading) Idle(p *Pair) bool {
	if p.Claim.Role == answer.Definition || p.Nature == enacted.Operative || p.Nature == "" {
		return false
	}
	c := r.state.claim(p.Claim)
	if r.saysWhatCounts(p, c) || r.bearsClause(p, r.comparison(p.Claim, p.Held(), p.Source.Law)) {
		return false
	}
	if f := r.fit(p.Claim, p.Held(), p.Source.Law); !f.Thin && f.Unit >= 0 && p.Source.Law.Text(p.Held()).BansItem(f.Unit) {
		return false // "unfair means include: …" lays down a ban, though it reads as a definition
	}
	if !c.LayDown() && p.Nature != enacted.ShortTitle || p.Nature == enacted.Applicability {
		return false
	}
	if p.Source.Nature == enacted.Operative && p.Alignment.Score < idleBelow {
		return false // of a section with rules, these words are not clearly the ones
	}
	return p.Alignment.Score < idleBelow || c.Commands() && !r.hasForce(p)
}

// saysWhatCounts reports whether a claim says what counts as a term that the cited section
// defines: "larger type can do, but faint type never counts as conspicuous".
func (r *Reading) saysWhatCounts(p *Pair, c *claimed.Text) bool {
	if r.treatsAs(p, c) || r.ofSuch(p, c) {
		return true
	}
	for i := range c.Predicates {
		q := &c.Predicates[i]
		if q.Topic != "include" || q.Subordinate {
			continue
		}
		for _, d := range p.Source.Law.Text(p.Held()).Definitions {
			if n := len(lexis.SetOf(d.Words)); n > 0 && lexis.Shared(d.Words, lexis.SetOf(q.Action)) == n {
				return true
			}
		}
	}
	return false
}

// treating are words by which a claim says what the law takes for a thing.
var treating = []string{"treats|treat|regards|regard|considers|consider|counts|defines|classes|recognizes as", "is|are treated|regarded|considered|counted|defined|classed as", "treats|treat|regards|regard|counts * as", "treats|treat|regards|regard|counts * * as", "there is|are no|a|an", "there's no|a|an"}

// treatsAs reports whether a claim says what the law treats as a term that the section
// defines: "the law treats as a breach the taking of".
func (r *Reading) treatsAs(p *Pair, c *claimed.Text) bool {
	at, found := lexis.SpanOfAny(c.Own, treating)
	if !found {
		return false
	}
	behind := lexis.KeepWhere(c.Own, func(w lexis.Word) bool { return w.Start >= at.Start })
	for _, d := range p.Source.Law.Text(p.Held()).Definitions {
		if len(d.Words) > 0 && lexis.Shared(d.Words[:1], lexis.SetOf(behind[:min(len(behind), treatedReach)])) > 0 {
			return true
		}
	}
	return false
}

// ofSuch reports whether a claim goes on about a thing that the section defines: "such a
// relationship must exist now".
func (r *Reading) ofSuch(p *Pair, c *claimed.Text) bool {
	if len(c.Own) < 3 || !lexis.Phrase(c.Own, 0, "such a|an") {
		return false
	}
	for _, d := range p.Source.Law.Text(p.Held()).Definitions {
		if lexis.Shared(c.Own[2:3], lexis.SetOf(d.Words)) > 0 {
			return true
		}
	}
	return false
}

// treatedReach is how many words behind "treats as" the term may stand.
const treatedReach = 6

// shortlySaid is how near a short sentence of the law must be of which a longer claim has
// most: "the charter must be in writing and accepted", told with what accepting is.
const shortlySaid = 0.2

// hasForce reports whether the section lays down what the claim commands.
func (r *Reading) hasForce(p *Pair) bool {
	x := r.comparison(p.Claim, p.Held(), p.Source.Law)
	for i := range x.Claim.Predicates {
		q := &x.Claim.Predicates[i]
		for u := range x.Text.Predicates {
			for k := range x.Text.Predicates[u] {
				if c := x.Counter(q, u, k); c.Force == q.Force && (c.Near >= 0.4 || c.Near >= shortlySaid && x.SaysShortly(u)) {
					return true
				}
			}
		}
	}
	return false
}

// LaysDown reports whether a claim states a duty, a right, a ban, a penalty or a figure,
// and not only what something is or what the law covers.
func (r *Reading) LaysDown(c *answer.Claim) bool {
	t := r.state.claim(c)
	return t.LayDown() || t.Penalizes() || len(t.Numbers) > 0
}

// byWords decides by containment.
func (r *Reading) byWords(p *Pair) (finding.Verdict, finding.Certainty) {
	f := r.fit(p.Claim, p.Held(), p.Source.Law)
	x := r.comparison(p.Claim, p.Held(), p.Source.Law)
	possible := len(p.Contrary) > 0
	few := len(lexis.Content(r.state.claim(p.Claim).Own)) < fewWords
	if verdict, certainty, found := r.nothingOf(p, x); found {
		return verdict, certainty
	}
	switch {
	case p.Claim.Kind == answer.LeadIn && f.Score < closeEnough:
		return finding.Unverified, finding.Possible
	case len(r.addedDuties(p, x)) > 0:
		return finding.PartlySupported, finding.Possible
	case f.Whole < bearingGate && f.Rare == 0 && !few, f.Whole < bearingGate*0.6:
		return r.unlike(p, x)
	case len(p.Unsaid) > 0 && (f.Score >= compare.ThinScore || len(x.Anchored()) > 0):
		return finding.PartlySupported, finding.Possible
	case possible || f.Score < closeWithFacts || f.Score < closeEnough && p.agreed == 0, f.Score < wordedClosely && r.outstated(p, f):
		return finding.Unverified, finding.Possible
	}
	p.Carried = true
	switch {
	case !p.verbatim() && (!x.Alike() || r.strangeName(p, x)):
		return finding.Unverified, finding.Possible
	case f.Score >= 0.9:
		return finding.Supported, finding.Certain
	}
	return finding.Supported, finding.Likely
}

// Leans reports whether a claim of few words and no figure takes up what the sentence
// before it said, so that its own words cannot tell which section states it: "it's no answer
// that the work ends later".
func (r *Reading) Leans(c *answer.Claim) bool {
	t := r.state.claim(c)
	return (t.RefersBack() || lexis.PhraseIn(t.Own, "such a|an") || lexis.PhraseIn(t.Own, "that|this figure|amount|sum|limit|price|time|period|deadline")) && lexis.HasWord(t.Own[1:], "that|this|these|those|such|then") && len(lexis.Content(t.Own)) <= fewWords && len(t.Numbers) == 0
}

// outstated reports whether another section states the claim so much more closely
// that the cited one may only touch on its matter.
func (r *Reading) outstated(p *Pair, f compare.Fit) bool {
	for _, c := range r.candidates(p.Claim, p.Held()) {
		if c.Held != p.Held() && c.Supports && c.Score >= f.Score+muchMore {
			return true
		}
	}
	return false
}

const (
	// wordedClosely is the alignment from which a claim is the section's whatever other
	// sections say; muchMore is how much more another one must hold below it.
	wordedClosely = 0.72
	muchMore      = 0.35
	// manySections is how many a law must have for its other sections to tell
	// whether one of them says what the cited one does not.
	manySections = 8
	// saysMore is how much more of a claim another section must hold.
	saysMore = 0.15
	// wholeClause is how many words of content a clause must have to state a thing of
	// its own.
	wholeClause = 4
)

// unlike is the verdict on a claim with few words of its section: free wording or
// the wrong section. Where no other section of the law holds clearly more of the
// claim it may be worded freely, as long as every clause shares something.
func (r *Reading) unlike(p *Pair, x *compare.Comparison) (finding.Verdict, finding.Certainty) {
	if len(p.Source.Law.Sections) < manySections {
		return finding.NotSupported, finding.Likely
	}
	if r.Leans(p.Claim) {
		return finding.Unverified, finding.Possible
	}
	if !x.StrangeClause(wholeClause) && r.freelyTold(p, x) {
		return finding.Unverified, finding.Possible
	}
	firm := x.Claim.Commands() || len(x.Claim.Numbers) > 0 // a right or a state of things is told in freer words
	for _, c := range r.Candidates(p.Claim) {
		if c.Held != p.Held() && c.Score >= x.Fit.Score+saysMore && (c.Supports || firm || r.ownAct(c.Held, p.Held())) {
			return finding.NotSupported, finding.Likely
		}
	}
	if x.StrangeClause(1) && firm {
		return finding.NotSupported, finding.Likely
	}
	return finding.Unverified, finding.Possible
}

// freelyTold reports whether a claim with few words of its section may tell it in
// other words: the section is the very one that a search for the question finds, and
// no section of its act states the claim. It must not spare a section with no word of
// the claim.
func (r *Reading) freelyTold(p *Pair, x *compare.Comparison) bool {
	b := r.Bearing(p.Source)
	foremost := b.Bears && b.Rank > 0 && b.Rank <= 2 && b.Score >= sharesMuch
	if r.Case.Answer.Question == "" || !foremost || lexis.Shared(lexis.Content(x.Claim.Own), x.Text.All) == 0 {
		return false
	}
	for _, c := range r.candidates(p.Claim, p.Held()) {
		if c.Held != p.Held() && c.Supports && r.ownAct(c.Held, p.Held()) {
			return false
		}
	}
	return true
}

// hear takes in a judge's opinion on a pair that words left open, if its quote
// stands in the section.
func (r *Reading) hear(p *Pair) {
	opinion, asked := r.Case.Judged[Asked{p.Claim.ID, p.Citation.Ref}]
	if !asked || p.Held() == nil || p.Verdict != finding.Unverified && p.Certainty != finding.Possible {
		return
	}
	if opinion.Verdict == finding.NotSupported && opinion.Quote == "" ||
		enacted.VerbatimIn(opinion.Quote, p.Held().Text) && opinion.Quote != "" {
		p.Verdict, p.Certainty = opinion.Verdict, finding.Likely
	}
}

// evidence quotes the words that a verdict rests on.
func (r *Reading) evidence(p *Pair) []finding.SourceQuote {
	if p.Held() == nil {
		return nil
	}
	for _, d := range p.Contrary {
		if d.Certainty != finding.Possible && d.Elsewhere == nil && d.InLaw.End > d.InLaw.Start {
			return []finding.SourceQuote{r.Cite(p.Held(), d.InLaw)}
		}
	}
	if p.Alignment.InLaw.End == 0 {
		return nil
	}
	return []finding.SourceQuote{r.Cite(p.Held(), p.Alignment.InLaw)}
}
