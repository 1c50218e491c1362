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

// readCoverage looks at every document of every configured source. It depends
// on rows alone, so it says the same after a run that was killed.
func (p *Pipeline) readCoverage(ctx context.Context) (*coverage, error) {
	documents, err := p.Store.Documents(ctx)
	if err != nil {
		return nil, err
	}
	failures, err := p.Store.Failures(ctx)
	if err != nil {
		return nil, err
	}
	counts, err := p.Store.SectionCounts(ctx)
	if err != nil {
		return nil, err
	}
	listing := p.newRun(store.Run{})
	if err := listing.makePlan(ctx); err != nil {
		return nil, err
	}
	c := &coverage{well: map[string]time.Time{}, trouble: map[string]string{}}
	for _, source := range p.Config.Sources {
		one := finding.SourceCoverage{ID: source.ID, Jurisdiction: source.Jurisdiction, Title: source.Title, State: "well", Sections: counts[source.ID]}
		if err := p.coverSource(ctx, listing, c, &one, documents, failures); err != nil {
			return nil, err
		}
		c.sources = append(c.sources, one)
	}
	c.noteDead(failures)
	return c, nil
}

// noteDead lists what was given up.
func (c *coverage) noteDead(failures []store.Failure) {
	for _, f := range failures {
		if f.Dead {
			c.dead = append(c.dead, fmt.Sprintf("%s of %s was given up after %d runs: %s", f.Stage, f.Item, f.Attempts, f.Reason))
		}
	}
}

func (p *Pipeline) coverSource(ctx context.Context, listing *Run, c *coverage, one *finding.SourceCoverage, documents []store.Document, failures []store.Failure) error {
	listed, unlisted := listing.listed(), 0
	unparsed := map[string]string{}
	for _, f := range failures {
		if f.Stage == store.Parse {
			unparsed[f.Item] = f.Reason
		}
	}
	for _, d := range documents {
		if d.Source != one.ID || d.Retired {
			continue
		}
		one.Documents++
		if !listed[d.Item()] && listing.plan.lost[one.ID] == nil {
			unlisted++
		}
		c.well[d.Item()] = d.WellAt
		if err := p.coverDocument(ctx, c, one, d, unparsed[d.Item()]); err != nil {
			return err
		}
	}
	if unlisted > 0 {
		worsen(one, "doubtful", fmt.Sprintf("%d of its %d pages are not listed any more; their sections stand", unlisted, one.Documents))
	}
	if err := listing.plan.lost[one.ID]; err != nil {
		worsen(one, "failed", err.Error())
	}
	if one.Documents == 0 {
		worsen(one, "failed", "nothing of it was fetched yet: run `pincite scrape`")
	} else if one.Sections == 0 {
		worsen(one, "failed", "no section of it is held")
	}
	return nil
}

// coverDocument adds what is wrong with one document.
func (p *Pipeline) coverDocument(ctx context.Context, c *coverage, one *finding.SourceCoverage, d store.Document, unparsed string) error {
	if d.FetchedAt.After(one.FetchedAt) {
		one.FetchedAt = d.FetchedAt
	}
	if d.Failure != "" {
		c.trouble[one.ID] = d.Failure
		worsen(one, "failed", d.Failure+standsStill(d))
	}
	if unparsed != "" {
		worsen(one, "failed", unparsed+standsStill(d))
	}
	checks, promoted, known, err := p.Store.Parse(ctx, d.ID, p.newRun(store.Run{}).parseFingerprint(d, p.Config.Source(one.ID)))
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
	settled, err := p.acceptances(ctx, d)
	if err != nil {
		return err
	}
	for _, said := range settled {
		worsen(one, "well", said)
	}
	if known && !checks.Sound() {
		kept := ""
		if !promoted {
			kept = "; the sections of the last good parse stand"
		}
		worsen(one, "doubtful", baseName(d.URL)+": "+strings.Join(checks.Doubts, "; ")+kept)
	}
	if p.world.Clock.Now().Sub(d.WellAt) > p.freshFor() && !d.WellAt.IsZero() {
		worsen(one, "old", fmt.Sprintf("%s was not fetched well for more than %d days", baseName(d.URL), int(p.freshFor().Hours()/24)))
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

// complete reports whether every source is well and nothing was given up.
func (c *coverage) complete() bool {
	for _, one := range c.sources {
		if one.State != "well" {
			return false
		}
	}
	return len(c.dead) == 0
}
