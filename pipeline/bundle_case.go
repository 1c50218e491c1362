package pipeline

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"github.com/pincite/pincite/audit"
	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/statute"
	"github.com/pincite/pincite/internal/store"
)

// circumstance is what a run told its audits beyond answers and law.
type circumstance struct {
	// Date is the day for which answers were judged; FreshFor how long a good
	// fetch counts.
	Date     time.Time     `json:"date"`
	FreshFor time.Duration `json:"fresh_for"`
	// Jurisdictions are those configured, in their order; Gaps say what is missing
	// of each.
	Jurisdictions []statute.Jurisdiction            `json:"jurisdictions"`
	Gaps          map[statute.Jurisdiction][]string `json:"gaps"`
	// Well is when each document was last confirmed, by source and URL; Trouble
	// why the last fetches of a source failed.
	Well    map[string]time.Time `json:"well"`
	Trouble map[string]string    `json:"trouble"`
}

// judgedPairs are a judge's verdicts in the order of claim and ref.
type judgedPairs struct {
	Configured bool         `json:"configured"`
	Trouble    string       `json:"trouble,omitempty"`
	Pairs      []judgedPair `json:"pairs,omitempty"`
}

type judgedPair struct {
	audit.Asked
	audit.Opinion
}

// told writes down what an audit of this run was told.
func (r *Run) told(ctx context.Context, judged map[audit.Asked]audit.Opinion, trouble string) (body, verdicts string, err error) {
	cover, err := r.laws.covered(ctx)
	if err != nil {
		return "", "", err
	}
	c := circumstance{Date: r.StartedAt, FreshFor: r.freshFor(), Jurisdictions: r.Config.Jurisdictions(), Gaps: map[statute.Jurisdiction][]string{}, Well: cover.well, Trouble: cover.trouble}
	for _, j := range c.Jurisdictions {
		c.Gaps[j] = cover.gaps(j)
	}
	if r.judges == nil {
		return string(encode(c)), "", nil
	}
	return string(encode(c)), string(encode(pairsOf(judged, trouble))), nil
}

func pairsOf(judged map[audit.Asked]audit.Opinion, trouble string) judgedPairs {
	all := judgedPairs{Configured: true, Trouble: trouble}
	for asked, opinion := range judged {
		all.Pairs = append(all.Pairs, judgedPair{asked, opinion})
	}
	slices.SortFunc(all.Pairs, func(a, b judgedPair) int {
		switch {
		case a.Claim != b.Claim:
			return a.Claim - b.Claim
		case a.Ref.Less(b.Ref):
			return -1
		case b.Ref.Less(a.Ref):
			return 1
		}
		return 0
	})
	return all
}

// bundledCase is cases/N.json: how one answer was judged.
type bundledCase struct {
	Answer string `json:"answer"`
	// File is the answer's place in the bundle, Name what it was called; Question
	// and Jurisdiction are those given beside its text.
	File         string               `json:"file"`
	Name         string               `json:"name"`
	Question     string               `json:"question,omitempty"`
	Jurisdiction statute.Jurisdiction `json:"jurisdiction,omitempty"`
	// Made is set for an answer that Pincite made, with the sections of its refs.
	Made *bundledMade `json:"made,omitempty"`
	// Law is the run whose edition it was judged against.
	Law    int             `json:"law"`
	Stale  []finding.Stale `json:"stale,omitempty"`
	Judged *judgedPairs    `json:"judged,omitempty"`
	// Told is the place of the circumstance; Findings that of the outcome.
	Told     string `json:"told"`
	Findings string `json:"findings"`
	// Unreplayed says why the findings cannot be made again from this bundle; ""
	// where they can.
	Unreplayed string `json:"unreplayed,omitempty"`
}

type bundledMade struct {
	Origin    string                      `json:"origin"`
	Bound     map[statute.Ref]statute.Key `json:"bound"`
	DependsOn []statute.Key               `json:"depends_on"`
}

// candidate is the answer as the audit stage reads it.
func (b *bundledCase) candidate(data []byte) candidate {
	c := candidate{id: b.Answer, file: answer.File{Name: b.Name, Data: data, Question: b.Question, Jurisdiction: b.Jurisdiction}}
	if b.Made != nil {
		c.made = &store.MadeAnswer{ID: b.Answer, Origin: b.Made.Origin, Bound: b.Made.Bound, DependsOn: b.Made.DependsOn}
	}
	return c
}

// bundledSection is a line of sections/XX.jsonl.
type bundledSection struct {
	// Since and Until are the runs from which it stood and did not stand any more;
	// 0 while it stands.
	Since int `json:"since"`
	Until int `json:"until,omitempty"`
	// Version is the hash of its words.
	Version   string          `json:"version"`
	Ref       statute.Ref     `json:"ref"`
	Source    string          `json:"source"`
	Act       string          `json:"act"`
	URL       string          `json:"url"`
	FetchedAt time.Time       `json:"fetched_at"`
	SHA256    string          `json:"sha256"`
	Doubts    []string        `json:"doubts,omitempty"`
	Section   statute.Section `json:"section"`
}

func bundleSection(v *store.Version) bundledSection {
	return bundledSection{v.Since, v.Until, v.Version(), v.Ref, v.Source, v.Act, v.URL, v.FetchedAt, v.SHA256, v.Doubts, v.Section}
}

func (b *bundledSection) held() statute.Held {
	return statute.Held{Section: b.Section, Ref: b.Ref, Source: b.Source, Act: b.Act, URL: b.URL, FetchedAt: b.FetchedAt, SHA256: b.SHA256, Doubts: b.Doubts}
}

// replayer judges the cases of a bundle again. It reads its parts by name.
type replayer struct {
	read  func(name string) ([]byte, error)
	law   map[statute.Jurisdiction][]bundledSection
	built map[string]*enacted.Law
	told  map[string]*circumstance
}

func newReplayer(read func(string) ([]byte, error)) *replayer {
	return &replayer{read: read, law: map[statute.Jurisdiction][]bundledSection{}, built: map[string]*enacted.Law{}, told: map[string]*circumstance{}}
}

// replay gives the outcome of a case by the rules of this program.
func (p *replayer) replay(b *bundledCase) (*finding.AnswerReport, error) {
	data, err := p.read(b.File)
	if err != nil {
		return nil, err
	}
	c := b.candidate(data)
	read, err := readCandidate(c)
	if err != nil {
		return nil, err
	}
	it, err := p.auditCase(b, read)
	if err != nil {
		return nil, err
	}
	if c.made != nil {
		it.Bound = c.made.Bound
	}
	report := audit.Audit(it, replayRules())
	if report.Origin = "imported"; c.made != nil {
		report.Origin = c.made.Origin
	}
	return &report, nil
}

// auditCase lays out all that the case was judged by.
func (p *replayer) auditCase(b *bundledCase, read answer.Answer) (audit.Case, error) {
	told, err := p.circumstance(b.Told)
	if err != nil {
		return audit.Case{}, err
	}
	it := audit.Case{Answer: read, Date: told.Date, Circumstances: audit.Circumstances{Stale: b.Stale, FreshFor: told.FreshFor, Failures: told.Trouble}}
	if it.Law, err = p.lawOf(read.Jurisdiction, b, told); err != nil {
		return it, err
	}
	for _, j := range told.Jurisdictions {
		if j == read.Jurisdiction {
			continue
		}
		other, err := p.lawOf(j, b, told)
		if err != nil {
			return it, err
		}
		it.Others = append(it.Others, other)
	}
	if b.Judged != nil {
		it.Circumstances.Judge = audit.JudgeState{Configured: b.Judged.Configured, Trouble: b.Judged.Trouble}
		it.Judged = map[audit.Asked]audit.Opinion{}
		for _, pair := range b.Judged.Pairs {
			it.Judged[pair.Asked] = pair.Opinion
		}
	}
	return it, nil
}

func (p *replayer) circumstance(name string) (*circumstance, error) {
	if c := p.told[name]; c != nil {
		return c, nil
	}
	data, err := p.read(name)
	if err != nil {
		return nil, err
	}
	c := &circumstance{}
	if err := json.Unmarshal(data, c); err != nil {
		return nil, &BundleFault{name, "it is not what a bundle holds: " + err.Error()}
	}
	p.told[name] = c
	return c, nil
}

// lawOf gives a jurisdiction's law as the run of the case saw it.
func (p *replayer) lawOf(j statute.Jurisdiction, b *bundledCase, told *circumstance) (*enacted.Law, error) {
	key := fmt.Sprintf("%s %d %s", j, b.Law, b.Told)
	if law := p.built[key]; law != nil {
		return law, nil
	}
	sections, err := p.sections(j)
	if err != nil {
		return nil, err
	}
	current, former := editionOf(sections, b.Law)
	gaps := told.Gaps[j]
	if !slices.Contains(told.Jurisdictions, j) { // an answer's own, of which no source is configured
		gaps = (&coverage{}).gaps(j)
	}
	p.built[key] = newLaw(j, current, former, gaps, told.Well)
	return p.built[key], nil
}

// editionOf gives the sections that stood in a run, and those that did before,
// newest first.
func editionOf(sections []bundledSection, run int) (current, former []statute.Held) {
	var gone []*bundledSection
	for i := range sections {
		one := &sections[i]
		switch {
		case one.Since <= run && (one.Until == 0 || one.Until > run):
			current = append(current, one.held())
		case one.Until != 0 && one.Until <= run:
			gone = append(gone, one)
		}
	}
	slices.SortStableFunc(gone, func(a, b *bundledSection) int { return b.Until - a.Until })
	for _, one := range gone {
		former = append(former, one.held())
	}
	return current, former
}

func (p *replayer) sections(j statute.Jurisdiction) ([]bundledSection, error) {
	if all, known := p.law[j]; known {
		return all, nil
	}
	name := sectionsName(j)
	data, err := p.read(name)
	if err != nil {
		return nil, err
	}
	all, err := readLines[bundledSection](name, data)
	p.law[j] = all
	return all, err
}
