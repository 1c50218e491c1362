package audit

import (
	"github.com/pincite/pincite/audit/compare"
	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/statute"
)

// Reading is an answer laid beside the law: what every rule looks at.
type Reading struct {
	Case Case
	// Sources are the listed sources in order, bound where they could be.
	Sources []Source
	// Pairs are all claim-citation pairs, in the order of the answer.
	Pairs []Pair
	// LeftOut says what of an overlong answer was not audited, as plain clauses; nil
	// for all others.
	LeftOut []string

	state *state
}

// Source is a line of the Source(s) list and the section it means.
type Source struct {
	answer.Source
	// Held is the section, nil where none was found.
	Held *statute.Held
	// Law is where it was found: another jurisdiction's for a foreign section.
	Law *enacted.Law
	// By is how it was bound: "number", "title", "act", "claims" or "ref".
	By string
	// Ambiguous are other sections that the line might have meant.
	Ambiguous []*statute.Held
	// Apart is the one section held of a common title that the line gives, of another act
	// than the answer's statements name: Held is nil then. It is nil in general.
	Apart *statute.Held
	// Foreign is the jurisdiction that the line itself names where it is not the
	// answer's own, such as US for a section of the United States Code; also that
	// of Law where the section was found elsewhere. "" for a source of the
	// answer's own law.
	Foreign statute.Jurisdiction
	// Nature is the class of the section's text as a whole.
	Nature enacted.Nature
}

// Pair is one claim and one of its citations.
type Pair struct {
	Claim    *answer.Claim
	Citation answer.Citation
	// Source is nil where the ref has no line in the list.
	Source *Source
	// Alignment lays the claim beside the section; zero where there is no
	// section.
	Alignment compare.Alignment
	// Nature is that of the span the claim is aligned with; that of the whole
	// section where the alignment is thin.
	Nature    enacted.Nature
	Verdict   finding.Verdict
	Certainty finding.Certainty
	// Why is the reason of the verdict as one plain clause.
	Why string
	// Evidence are the section's words that the verdict rests on.
	Evidence []finding.SourceQuote
	// Contrary are the typed facts in which claim and section differ.
	Contrary []compare.Difference
	// Unsaid are the parts of the claim that the section has nowhere, where other
	// parts do stand in it; stretches of the answer.
	Unsaid []answer.Span
	// Carried is set where the section holds so much of the claim that it may be
	// what the claim rests on, though not every slot was found alike: enough to
	// acquit, too little to call the claim supported.
	Carried bool
	// agreed counts typed facts of the claim that the section has alike.
	agreed int
	// Better are other sections that state the claim directly, best first; each
	// was audited as the cited one was. Empty where the cited one is good enough.
	Better []Candidate
}

// Held is the cited section, nil where the ref is bound to none.
func (p *Pair) Held() *statute.Held {
	if p.Source == nil {
		return nil
	}
	return p.Source.Held
}

// Candidate is a section that may state a claim better than the one cited.
type Candidate struct {
	Held  *statute.Held
	Score float64
	// InLaw is the window of the section's text that states the claim.
	InLaw answer.Span
	// Supports is whether the section, audited as if it were cited, states the
	// claim with no typed difference.
	Supports bool
	// Source is set where the answer lists the section; CitedHere where this very
	// claim cites it.
	Source    *Source
	CitedHere bool
}

// Bearing is how a section bears on the question.
type Bearing struct {
	// Score is the share of the question's weighty words that the section holds.
	Score float64
	// Rank is the section's place, from 1, in a search for the question; Of is how
	// many sections were searched. Rank is zero where it was not among them.
	Rank, Of int
	// Shared are words that question and section have in common.
	Shared []string
	// SupportsAny is whether a claim of the answer rests on it well.
	SupportsAny bool
	// Best is the pair with the best alignment, nil where nothing cites it.
	Best *Pair
	// Topical is the share of the answer's other bound sources that stand in the
	// same act.
	SameAct bool
	// Aside is whether the answer takes nothing from it but asides.
	Aside bool
	// Bears is the judgement over all of these.
	Bears bool
}

// LeftOut is a row of the leave-one-out table of a claim: what is still
// supported without one citation.
type LeftOut struct {
	Pair *Pair
	// Alone is the share of the claim that the section covers by itself; Rest
	// what the other citations cover without it; All what they cover together.
	Alone, Rest, All float64
	// Needed is whether the claim loses support without it.
	Needed bool
}

// Missed is an operative section that governs the question and is cited nowhere.
type Missed struct {
	Held  *statute.Held
	InLaw answer.Span
	Score float64
	// Why is one plain sentence.
	Why string
}

// Repeat is a claim that states again what an earlier one states.
type Repeat struct {
	First, Again *answer.Claim
	Score        float64
}

// Conflict is two claims of one answer that disagree in a typed fact.
type Conflict struct {
	First, Second *answer.Claim
	// Slot is deadline, amount, number, modality or negation.
	Slot string
	// FirstSays and SecondSays are the values as written, with their places.
	FirstSays, SecondSays string
	InFirst, InSecond     answer.Span
	Certainty             finding.Certainty
	Why                   string
}

// Part is a part of the question.
type Part struct {
	Text string
	// Span is in bytes of the question.
	Span answer.Span
	// Cited is a section that the answer cites and that speaks of what the part asks,
	// though no sentence says so; nil for none.
	Cited *statute.Held
}

// AbsenceSearch is the record of a search for law that a claim says is not
// there.
type AbsenceSearch struct {
	// Terms are the words searched for; Sections how many sections were searched.
	Terms    []string
	Sections int
	// Found are sections that seem to hold what the claim denies; Certainty is how
	// sure that is, "" where there are none.
	Found     []Candidate
	Certainty finding.Certainty
	// Complete is whether the corpus is known to be; Gaps says what is missing.
	Complete bool
	Gaps     []string
}

// ActName is an act that the answer's text names.
type ActName struct {
	// Name as written, without article; Span its place in the answer.
	Name string
	Span answer.Span
	// Claim is where it stands, nil outside all claims.
	Claim *answer.Claim
	// Source is the cited section that is not part of it.
	Source *Source
	// True is the name of the act that the section is part of, as its short title
	// has it; Short is the section that gives it, with the words' place.
	True  string
	Short *statute.Held
	InLaw answer.Span
}

// Pinpoint is a subsection that the answer names for a citation.
type Pinpoint struct {
	Pair *Pair
	// Named is the label as written, Span its place in the answer.
	Named string
	Span  answer.Span
	// Exists is whether the section has such a subsection; Stub whether it is
	// repealed or reserved; Said whether its words carry the claim.
	Exists, Stub, Said bool
	// InLaw is the subsection's span where it exists.
	InLaw answer.Span
	// Labels are those there are; Best the one that carries the claim, "" for
	// none.
	Labels []string
	Best   string
	InBest answer.Span
}

// TermShift is a defined term used in another meaning.
type TermShift struct {
	Pair *Pair
	// Term is the defined word; InClaim its place in the answer.
	Term    string
	InClaim answer.Span
	// Held and InLaw give the definition.
	Held  *statute.Held
	InLaw answer.Span
	Why   string
}

// Supersession is a claim that says what a section said before its words
// changed.
type Supersession struct {
	Pair *Pair
	// Former is the older version; InFormer the words the claim follows; InLaw the
	// words that stand in their place now.
	Former   *statute.Held
	InFormer answer.Span
	InLaw    answer.Span
	Why      string
}

// Places is what the answer says of its jurisdiction, and what it uses.
type Places struct {
	// Declared is the answer's own line, "" where it has none or it is not known.
	Declared statute.Jurisdiction
	// Named are the jurisdictions that the text and question name, each once, with
	// the first place of each in the answer.
	Named []PlaceName
	// Foreign are sources of other jurisdictions.
	Foreign []*Source
	// Mismatched is whether the declared one differs from that of the text and the
	// sources, or from the one the answer is audited for.
	Mismatched bool
	Why        string
}

// PlaceName is a jurisdiction named in the text.
type PlaceName struct {
	Jurisdiction statute.Jurisdiction
	Span         answer.Span
}
