package pipeline

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/pincite/pincite/audit"
	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/statute"
	"github.com/pincite/pincite/internal/store"
)

// coverage is the state of the configured sources.
type coverage struct {
	sources []finding.SourceCoverage
	dead    []string
	// well is when each document was last confirmed, by source and URL.
	well map[string]time.Time
	// trouble is why fetches of a source failed.
	trouble map[string]string
}

// survey is what readCoverage looks at.
type survey struct {
	*coverage
	// listing is a run that only lists pages; listed are their items.
	listing   *Run
	listed    map[string]bool
	documents []store.Document
	failures  []store.Failure
	// unparsed are the reasons why documents could not be read, by item.
	unparsed map[string]string
	parses   store.Parses
	accepted []store.Acceptance
	counts   map[string]int
}

// readCoverage looks at every document of every configured source. It depends
// on rows alone, so it says the same after a run that was killed.
func (p *Pipeline) readCoverage(ctx context.Context) (*coverage, error) {
	v, err := p.survey(ctx)
	if err != nil {
		return nil, err
	}
	for i := range p.Config.Sources {
		one, err := v.source(&p.Config.Sources[i])
		if err != nil {
			return nil, err
		}
		v.sources = append(v.sources, one)
	}
	v.noteDead(v.failures)
	return v.coverage, nil
}

func (p *Pipeline) survey(ctx context.Context) (v *survey, err error) {
	v = &survey{coverage: &coverage{well: map[string]time.Time{}, trouble: map[string]string{}}, listing: p.newRun(store.Run{}), unparsed: map[string]string{}}
	if v.documents, err = p.Store.Documents(ctx); err != nil {
		return nil, err
	}
	if v.failures, err = p.Store.Failures(ctx); err != nil {
		return nil, err
	}
	if v.parses, err = p.Store.Parses(ctx); err != nil {
		return nil, err
	}
	if v.accepted, err = p.Store.Acceptances(ctx); err != nil {
		return nil, err
	}
	if v.counts, err = p.Store.SectionCounts(ctx); err != nil {
		return nil, err
	}
	for _, f := range v.failures {
		if f.Stage == store.Parse {
			v.unparsed[f.Item] = f.Reason
		}
	}
	err = v.listing.makePlan(ctx)
	if err == nil {
		v.listed = v.listing.listed()
	}
	return v, err
}

// noteDead lists what was given up.
func (c *coverage) noteDead(failures []store.Failure) {
	for _, f := range failures {
		if f.Dead {
			c.dead = append(c.dead, fmt.Sprintf("%s of %s was given up after %d runs: %s", f.Stage, f.Item, f.Attempts, f.Reason))
		}
	}
}

// source says how one source fares.
func (v *survey) source(configured *SourceConfig) (finding.SourceCoverage, error) {
	one := finding.SourceCoverage{ID: configured.ID, Jurisdiction: configured.Jurisdiction, Title: configured.Title, State: "well", Sections: v.counts[configured.ID]}
	lost, unlisted := v.listing.plan.lost[one.ID], 0
	for _, d := range v.documents {
		if d.Source != one.ID || d.Retired {
			continue
		}
		one.Documents++
		if !v.listed[d.Item()] && lost == nil {
			unlisted++
		}
		v.well[d.Item()] = d.WellAt
		if err := v.document(configured, &one, d); err != nil {
			return one, err
		}
	}
	if unlisted > 0 {
		worsen(&one, "doubtful", fmt.Sprintf("%d of its %d pages are not listed any more; their sections stand", unlisted, one.Documents))
	}
	if lost != nil {
		worsen(&one, "failed", lost.Error())
	}
	if one.Documents == 0 {
		worsen(&one, "failed", "nothing of it was fetched yet: run `pincite scrape`")
	} else if one.Sections == 0 {
		worsen(&one, "failed", "no section of it is held")
	}
	return one, nil
}

// document adds what is wrong with one document.
func (v *survey) document(configured *SourceConfig, one *finding.SourceCoverage, d store.Document) error {
	if d.FetchedAt.After(one.FetchedAt) {
		one.FetchedAt = d.FetchedAt
	}
	if d.Failure != "" {
		v.trouble[one.ID] = d.Failure
		worsen(one, "failed", d.Failure+standsStill(d))
	}
	if unparsed := v.unparsed[d.Item()]; unparsed != "" {
		worsen(one, "failed", unparsed+standsStill(d))
	}
	if err := v.parse(configured, one, d); err != nil {
		return err
	}
	if v.listing.world.Clock.Now().Sub(d.WellAt) > v.listing.freshFor() && !d.WellAt.IsZero() {
		worsen(one, "old", fmt.Sprintf("%s was not fetched well for more than %d days", baseName(d.URL), int(v.listing.freshFor().Hours()/24)))
	}
	return nil
}

// parse adds what its parse declared and doubted, and which doubts a person
// settled.
func (v *survey) parse(configured *SourceConfig, one *finding.SourceCoverage, d store.Document) error {
	checks, promoted, known, err := v.parses.Of(d.ID, v.listing.parseFingerprint(d, configured))
	if err != nil {
		return err
	}
	if checks.TOCDeclared != nil {
		sum := *checks.TOCDeclared
		if one.Declared != nil {
			sum += *one.Declared
		}
		one.Declared = &sum
	}
	for _, said := range v.settled(d) {
		worsen(one, "well", said)
	}
	if known && !checks.Sound() {
		kept := ""
		if !promoted {
			kept = "; the sections of the last good parse stand"
		}
		worsen(one, "doubtful", baseName(d.URL)+": "+strings.Join(checks.Doubts, "; ")+kept)
	}
	return nil
}

func standsStill(d store.Document) string {
	if d.Standing != "" {
		return "; the sections of its last good bytes stand"
	}
	return ""
}

func (p *Pipeline) freshFor() time.Duration {
	if p.Config.Fetch.FreshFor > 0 {
		return time.Duration(p.Config.Fetch.FreshFor)
	}
	return audit.DefaultFreshFor
}

// worsen adds a reason; the graver state is kept.
func worsen(one *finding.SourceCoverage, state, reason string) {
	rank := map[string]int{"well": 0, "old": 1, "doubtful": 2, "failed": 3}
	if rank[state] > rank[one.State] {
		one.State = state
	}
	if one.Reason != "" && !strings.Contains(one.Reason, reason) {
		reason = one.Reason + "; " + reason
	}
	one.Reason = reason
}

// gaps says what is missing of a jurisdiction's law, in plain words.
func (c *coverage) gaps(j statute.Jurisdiction) []string {
	var gaps []string
	held := false
	for _, one := range c.sources {
		if one.Jurisdiction != j {
			continue
		}
		held = true
		if one.State != "well" {
			gaps = append(gaps, fmt.Sprintf("source %s (%s) is %s: %s", one.ID, one.Title, one.State, one.Reason))
		}
	}
	if !held {
		gaps = append(gaps, fmt.Sprintf("no source of %s is configured", j.Name()))
	}
	return gaps
}

func ill(one finding.SourceCoverage) bool { return one.State != "well" }
