// Package finding holds what an audit says: severities, certainties, verdicts,
// findings, and the report that carries them. Its JSON is the contract that
// `pincite schema` publishes.
//
// It will not decide anything: rules make findings, formats write reports.
package finding

import (
	"time"

	"github.com/pincite/pincite/internal/statute"
)

// Severity is the harm to a reader who acts on the answer.
type Severity string

const (
	// Critical: acting on it breaks the law or misses a right.
	Critical Severity = "critical"
	// High: the statement may not stay published as it is.
	High Severity = "high"
	// Medium: to be corrected before the next publication.
	Medium Severity = "medium"
	// Low: untidy, and harmless to a reader.
	Low Severity = "low"
)

// Severities lists them, gravest first.
func Severities() []Severity { return []Severity{Critical, High, Medium, Low} }

// Rank is 0 for critical to 3 for low, and 4 for anything else.
func (s Severity) Rank() int {
	for i, known := range Severities() {
		if s == known {
			return i
		}
	}
	return len(Severities())
}

// AtLeast reports whether s is as grave as other or graver.
func (s Severity) AtLeast(other Severity) bool { return s.Rank() <= other.Rank() }

// Certainty is how sure the audit is of a finding, apart from its harm.
type Certainty string

const (
	// Certain findings follow from structure or from words that are there.
	Certain Certainty = "certain"
	// Likely findings rest on a good alignment of words.
	Likely Certainty = "likely"
	// Possible findings ask a person to look.
	Possible Certainty = "possible"
)

// Verdict is the state of one citation.
type Verdict string

const (
	// Supported: the section's words say so, verbatim or slot by slot.
	Supported Verdict = "supported"
	// PartlySupported: a part follows, another does not and is not denied.
	PartlySupported Verdict = "partly_supported"
	// NotSupported: nothing of substance follows from the section.
	NotSupported Verdict = "not_supported"
	// Contradicted: the section says otherwise about the same thing.
	Contradicted Verdict = "contradicted"
	// Unverified: words alone cannot tell. Neither a pass nor a fail.
	Unverified Verdict = "unverified"
)

// Outcome is what to do with an answer.
type Outcome string

const (
	// Publish: nothing above low was found.
	Publish Outcome = "publish"
	// Correct: medium findings, or high ones that a listed fix mends.
	Correct Outcome = "correct_before_publishing"
	// DoNotPublish: a critical finding, or a high one on what the answer says.
	DoNotPublish Outcome = "do_not_publish"
	// NotAuditable: the law needed to judge it is not held.
	NotAuditable Outcome = "not_auditable"
)

// Finding is one fault with its proof.
type Finding struct {
	// ID hashes rule, answer, normalised claim text, section and evidence: the
	// same fault has the same id in every run.
	ID        string    `json:"id"`
	Rule      string    `json:"rule"`
	Severity  Severity  `json:"severity"`
	Certainty Certainty `json:"certainty"`
	// Claim is the claim's id in its answer, 0 for the whole answer.
	Claim int `json:"claim,omitempty"`
	// Ref and Number name the cited section; empty where there is none.
	Ref    statute.Ref `json:"ref,omitzero"`
	Number string      `json:"number,omitempty"`
	// Message is one plain sentence.
	Message string `json:"message"`
	// AnswerQuote is where in the answer; nil only where nothing is there, such
	// as a source that is missed.
	AnswerQuote *Quote `json:"answer_quote,omitempty"`
	// SourceQuotes are verbatim words of sections that prove it; never nil in
	// JSON.
	SourceQuotes []SourceQuote `json:"source_quotes"`
	// Facts are further lines of proof in plain words, such as the valid refs.
	Facts []string `json:"facts,omitempty"`
	Fix   Fix      `json:"fix"`
	// State is new, open, fixed, reappeared or waived; "" before the report
	// compares runs.
	State string `json:"state,omitempty"`
	// Was is the id under which the last run found the same fault, set where the law
	// that it quotes has moved since and the answer has not: it is still wrong, and
	// neither new nor fixed.
	Was string `json:"was,omitempty"`
	// Group is the root cause shared with findings of other answers, such as
	// one wrong section; "" where it stands alone.
	Group string `json:"group,omitempty"`
	// FirstSeen is the start of the run that first found it; zero where that is
	// not known.
	FirstSeen time.Time `json:"first_seen,omitzero"`
	// Waiver is set on a finding that a person accepted, also after it lapsed.
	Waiver *Waiver `json:"waiver,omitempty"`
	// Owner answers for the finding: who accepted it, or else who reviewed it last;
	// "" where nobody did.
	Owner string `json:"owner,omitempty"`
}

// News reports whether a reader has not seen it as it stands: it is new or came
// back, or the law moved under it.
func (f *Finding) News() bool { return f.State == "new" || f.State == "reappeared" || f.Was != "" }

// Waived reports whether a person's decision to accept the finding holds.
func (f *Finding) Waived() bool { return f.Waiver != nil && f.Waiver.Lapsed == "" }

// Quote is a stretch of an answer: Text equals the answer's bytes from Start to
// End.
type Quote struct {
	Text  string `json:"text"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// SourceQuote is a stretch of a section's text, verbatim; for a catchline or a
// history note, which are no part of the text, Part says so and the offsets are
// of that part.
type SourceQuote struct {
	Number     string `json:"number"`
	Occurrence int    `json:"occurrence,omitempty"`
	// Part is "" for enacted text, else "catchline", "history" or "note".
	Part  string `json:"part,omitempty"`
	Text  string `json:"text"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	// Jurisdiction is set where it is not the answer's own.
	Jurisdiction statute.Jurisdiction `json:"jurisdiction,omitempty"`
}

// Fix is the remedy, in the vocabulary of edits.
type Fix struct {
	Action FixAction `json:"action"`
	// Number and Quote name the section to cite instead and its words.
	Number string `json:"number,omitempty"`
	Quote  string `json:"quote,omitempty"`
	// Say is the remedy as one plain sentence.
	Say string `json:"say"`
}

// FixAction is the kind of edit that mends a fault.
type FixAction string

// The edits.
const (
	ReplaceSource FixAction = "replace_source"
	RemoveSource  FixAction = "remove_source"
	MoveMarker    FixAction = "move_marker"
	AddSource     FixAction = "add_source"
	CorrectText   FixAction = "correct_text"
	AddText       FixAction = "add_text"
	RemoveText    FixAction = "remove_text"
	CorrectTitle  FixAction = "correct_title"
	Recheck       FixAction = "recheck"
)

// Waiver is a person's decision to accept a finding.
type Waiver struct {
	Finding string `json:"finding"`
	Owner   string `json:"owner"`
	// Reason is a word of the list of reasons, a colon, and the owner's own words.
	Reason string       `json:"reason"`
	Until  statute.Date `json:"until"`
	// Bound is the hash of claim and section that the waiver holds for.
	Bound string `json:"bound"`
	// Lapsed says why it holds no more: the claim, the law or the day; "" while
	// it holds.
	Lapsed string `json:"lapsed,omitempty"`
}
