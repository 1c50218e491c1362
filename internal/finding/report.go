package finding

import (
	"time"

	"github.com/pincite/pincite/internal/statute"
)

// SchemaVersion is raised when the JSON changes in a way that a reader of the
// last version would notice.
const SchemaVersion = 1

// Report is one run's outcome: the one canonical form from which every format
// is derived.
type Report struct {
	SchemaVersion int       `json:"schema_version"`
	Run           string    `json:"run"`
	GeneratedAt   time.Time `json:"generated_at"`
	// Edition is the hash of the set of section versions audited against.
	Edition string `json:"edition"`
	// Rules is the fingerprint of the rule set, "sha256:…".
	Rules string `json:"rules"`
	// Judge names the model that read pairs, or "none".
	Judge   string         `json:"judge"`
	Answers []AnswerReport `json:"answers"`
	// Sections are those that the answers cite or the findings quote, each
	// once, by jurisdiction, number, occurrence.
	Sections []SectionText `json:"sections"`
	Coverage Coverage      `json:"coverage"`
	// Measured gives each rule's accuracy; a rule not in it was not measured.
	Measured map[string]Measure `json:"measured"`
	// Changes are the sections whose words moved since the run before.
	Changes []Change `json:"changes"`
	// Printed are sections that are printed otherwise, and whose words are as they
	// were: no change of law.
	Printed []Change `json:"printed,omitempty"`
	// Stale are the answers that those changes touch.
	Stale []Stale `json:"stale"`
	// Since compares with the run before; nil in a first run.
	Since *Since `json:"since,omitempty"`
	// Trend holds earlier runs' counts, oldest first; may be empty.
	Trend []TrendPoint `json:"trend,omitempty"`
	// Catalogue describes the rules that ran, by name; a format that lists rules
	// falls back on those of the findings where it is empty.
	Catalogue []RuleInfo `json:"catalogue,omitempty"`
	// Waivers are all decisions on file with what became of them in this run;
	// findings carry their own besides.
	Waivers []WaiverReport `json:"waivers,omitempty"`
}

// AnswerReport is the audit of one answer.
type AnswerReport struct {
	ID           string               `json:"id"`
	Title        string               `json:"title"`
	Question     string               `json:"question"`
	Jurisdiction statute.Jurisdiction `json:"jurisdiction"`
	// Origin is "imported" or the name of the answerer.
	Origin  string  `json:"origin"`
	Outcome Outcome `json:"outcome"`
	// Text is the whole answer; offsets are bytes of it.
	Text     string         `json:"text"`
	Sources  []SourceReport `json:"sources"`
	Claims   []ClaimReport  `json:"claims"`
	Findings []Finding      `json:"findings"`
	// Faults are what was wrong with the published file itself, in plain words.
	Faults []string `json:"faults,omitempty"`
	// Partial is true where the law needed to judge the answer is not held: more may
	// be wrong than was found. Its outcome is not_auditable, or do_not_publish
	// where what is held proves as much.
	Partial bool `json:"partial,omitempty"`
}

// SourceReport is one line of the answer's list and what it was bound to.
type SourceReport struct {
	Ref   statute.Ref `json:"ref"`
	Title string      `json:"title"`
	// Bound is nil where no section could be found.
	Bound *Bound `json:"bound"`
}

// Bound names a section and the reason it was taken for the listed one.
type Bound struct {
	Jurisdiction statute.Jurisdiction `json:"jurisdiction"`
	Number       string               `json:"number"`
	Occurrence   int                  `json:"occurrence"`
	// Document is the id of the source; Version the hash of the words.
	Document string `json:"document"`
	Version  string `json:"version"`
	// By is "number", "title", "act", "claims" or "ref".
	By string `json:"by"`
	// Ambiguous names the other sections that the entry might have meant.
	Ambiguous []string `json:"ambiguous,omitempty"`
}

// ClaimReport is one claim with its citations.
type ClaimReport struct {
	ID            int              `json:"id"`
	Start         int              `json:"start"`
	End           int              `json:"end"`
	Text          string           `json:"text"`
	Role          string           `json:"role"`
	NeedsCitation bool             `json:"needs_citation"`
	Citations     []CitationReport `json:"citations"`
}

// CitationReport is the verdict on one pair.
type CitationReport struct {
	Ref       statute.Ref   `json:"ref"`
	Number    string        `json:"number"`
	Verdict   Verdict       `json:"verdict"`
	Certainty Certainty     `json:"certainty"`
	Evidence  []SourceQuote `json:"evidence"`
	// Score is the alignment in [0, 1]; for measuring, not for reading.
	Score float64 `json:"score"`
	// Why is the reason of the verdict as one plain clause; expected where the
	// verdict is unverified, may be empty elsewhere.
	Why string `json:"why,omitempty"`
}

// SectionText is a section as quoted by the report.
type SectionText struct {
	Jurisdiction statute.Jurisdiction `json:"jurisdiction"`
	Number       string               `json:"number"`
	Occurrence   int                  `json:"occurrence"`
	Catchline    string               `json:"catchline"`
	Status       statute.Status       `json:"status"`
	Text         string               `json:"text"`
	History      string               `json:"history"`
	Hierarchy    []string             `json:"hierarchy"`
	Act          string               `json:"act"`
	Document     string               `json:"document"`
	Version      string               `json:"version"`
	URL          string               `json:"url"`
	FetchedAt    time.Time            `json:"fetched_at"`
	Doubts       []string             `json:"doubts,omitempty"`
}

// Coverage says what the audit could not see.
type Coverage struct {
	Sources []SourceCoverage `json:"sources"`
	// Claims counts those that need a citation; UnverifiedClaims those of them
	// with a citation that could neither be shown nor refuted.
	Claims           int `json:"claims"`
	UnverifiedClaims int `json:"unverified_claims"`
	// Complete is false where any source failed, is old or is doubtful, or an item
	// was not done.
	Complete bool `json:"complete"`
	// Dead are items not done, each a sentence with its stage, name and reason:
	// those that were given up after all attempts, and answers that could not be
	// made or read in this run.
	Dead []string `json:"dead,omitempty"`
}

// SourceCoverage is the state of one configured source.
type SourceCoverage struct {
	ID           string               `json:"id"`
	Jurisdiction statute.Jurisdiction `json:"jurisdiction"`
	Title        string               `json:"title"`
	// State is "well", "failed", "doubtful" or "old".
	State string `json:"state"`
	// Reason says why it is not well, and what to do; or who took what was doubted
	// for sound, and why.
	Reason    string    `json:"reason,omitempty"`
	Documents int       `json:"documents"`
	Sections  int       `json:"sections"`
	Declared  *int      `json:"declared"`
	FetchedAt time.Time `json:"fetched_at,omitzero"`
}

// Measure is a rule's own accuracy: value, low and high bound of the 95 %
// Wilson interval. A nil slice means not measured.
type Measure struct {
	Precision []float64 `json:"precision"`
	Recall    []float64 `json:"recall"`
	// N counts the findings that precision rests on.
	N int `json:"n"`
	// RecallN counts the labels that recall rests on.
	RecallN int `json:"recall_n"`
	// Reviewed counts the findings of this rule of which a person said whether
	// they are right, and FalseAlarms those that are not.
	Reviewed    int `json:"reviewed,omitempty"`
	FalseAlarms int `json:"false_alarms,omitempty"`
}

// Change is a section whose words moved between two editions.
type Change struct {
	Jurisdiction statute.Jurisdiction `json:"jurisdiction"`
	Number       string               `json:"number"`
	Occurrence   int                  `json:"occurrence"`
	Catchline    string               `json:"catchline"`
	// Kind is added, removed, amended, repealed, renumbered or status; of a section
	// that is printed otherwise, reordered (whole stretches stand in another order,
	// the subsections in theirs), garbled (a converter broke a paragraph), noted or
	// unnoted (a number without words is printed anew, or no more, as repealed or
	// reserved).
	Kind string `json:"kind"`
	// Words is the change, equal parts shortened; for reading.
	Words []DiffPart `json:"words"`
	From  string     `json:"from,omitempty"`
	To    string     `json:"to,omitempty"`
	// Answers are the ids of the answers it makes stale.
	Answers []string `json:"answers,omitempty"`
}

// DiffPart is a stretch of a word diff: Op is "equal", "delete" or "insert".
type DiffPart struct {
	Op   string `json:"op"`
	Text string `json:"text"`
}

// Stale is one answer touched by one changed section.
type Stale struct {
	Answer       string               `json:"answer"`
	Jurisdiction statute.Jurisdiction `json:"jurisdiction"`
	Number       string               `json:"number"`
	// Class is a (a cited span changed), b (elsewhere in a cited section), c (a
	// definition or exemption of the act) or d (a sibling section was added).
	Class string `json:"class"`
	Why   string `json:"why"`
	// Redone is true where the answerer made the answer anew.
	Redone bool `json:"redone"`
	// Moved is true where words that a claim rests on are not there any more.
	Moved bool `json:"moved,omitempty"`
}

// Since counts findings against the run before.
type Since struct {
	Run         string   `json:"run"`
	New         []string `json:"new"`
	StillOpen   []string `json:"still_open"`
	Fixed       []string `json:"fixed"`
	Reappeared  []string `json:"reappeared"`
	LapsedWaive []string `json:"lapsed_waivers"`
	// Past describes the findings of the lists above that no answer of this run
	// carries, such as fixed ones, so that a reader need not open the last report.
	Past []PastFinding `json:"past,omitempty"`
}

// PastFinding is a finding of an earlier run, told in short.
type PastFinding struct {
	ID           string               `json:"id"`
	Rule         string               `json:"rule"`
	Severity     Severity             `json:"severity"`
	Answer       string               `json:"answer"`
	Jurisdiction statute.Jurisdiction `json:"jurisdiction"`
	Message      string               `json:"message"`
}

// RuleInfo is a rule as a reader needs to know it.
type RuleInfo struct {
	Name     string   `json:"name"`
	Severity Severity `json:"severity"`
	// Summary says in one sentence what is wrong when it fires.
	Summary string `json:"summary"`
	Version int    `json:"version"`
}

// WaiverReport is a waiver and what became of it.
type WaiverReport struct {
	Waiver
	// State is "in_force", "lapsed" (claim or law changed), "expired" (its last
	// day is past) or "unused" (the finding is not there any more).
	State string `json:"state"`
	// Why says what changed; "" while in force.
	Why string `json:"why,omitempty"`
}

// TrendPoint is one earlier run's counts.
type TrendPoint struct {
	Run        string           `json:"run"`
	At         time.Time        `json:"at"`
	BySeverity map[Severity]int `json:"by_severity"`
	// ByRule counts the open findings of each rule that had any; absent where there
	// were none, or an older report did not say.
	ByRule   map[string]int `json:"by_rule,omitempty"`
	Stale    int            `json:"stale"`
	Complete bool           `json:"complete"`
	// Sources and SourcesWell count the configured sources and those of them
	// that were read well; zero where an older run did not keep them.
	Sources     int `json:"sources,omitempty"`
	SourcesWell int `json:"sources_well,omitempty"`
}
