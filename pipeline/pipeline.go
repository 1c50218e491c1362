// Package pipeline is the order of the five verbs: scrape, parse, answer, audit,
// report. It is the only package that knows all of them.
//
// A run is like make: between the stages stand rows of the store, each stage
// says what is due by the fingerprint of its inputs, and does one item at a time
// with all effects in one transaction. So a run may be killed anywhere and gone
// on with, and an unchanged hash stops propagation. An audit is due again when
// its answer, the rules, the words of a section it rests on, or the set of
// sections of its jurisdiction changed; a change of words elsewhere does not
// touch it.
//
// It will not parse, judge or format anything itself, and it decides nothing by
// time stamps.
package pipeline

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/pincite/pincite/internal/fetch"
	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/store"
	"github.com/pincite/pincite/pipeline/answers"
)

// World is what a pipeline is handed of the world outside.
type World struct {
	Clock fetch.Clock
	// Version names the build: another one may parse and judge differently, and
	// makes everything due again.
	Version string
	// Workers bounds what is done at once; zero means one for each processor.
	Workers int
	// Notify is told of progress, from one goroutine at a time; may be nil.
	Notify func(Event)
	// Answerer makes the answers and Judge reads pairs; nil means those that the
	// config names.
	Answerer answers.Answerer
	Judge    Judge
	// Hooks stand at the store's commits; for tests.
	Hooks store.Hooks
}

// Event is a step of a run.
type Event struct {
	Stage string
	// Done of Total items of the stage are done; Failed of them failed.
	Done, Total, Failed int
	// Item is the one just done, "" at the start of a stage; Err why it failed.
	Item string
	Err  error
}

// Pipeline is a config with its store opened.
type Pipeline struct {
	Config   *Config
	Store    *store.Store
	Evidence *fetch.Evidence
	world    World
	fetcher  *fetch.Fetcher
	answerer answers.Answerer
	// judges is nil where no model reads pairs.
	judges Judge
}

// Open opens store and evidence of a config. The caller closes it.
func Open(ctx context.Context, config *Config, world World) (*Pipeline, error) {
	evidence, err := fetch.OpenEvidence(config.Evidence)
	if err != nil {
		return nil, fmt.Errorf("evidence %s: %w", config.Evidence, err)
	}
	kept, err := store.Open(ctx, config.Store, world.Clock.Now, world.Hooks)
	if err != nil {
		return nil, err
	}
	return withStore(config, world, evidence, kept)
}

// OpenToRead opens a config whose store is there, and makes no file or folder. The
// store may be one that this user may not write. The caller closes it.
func OpenToRead(ctx context.Context, config *Config, world World) (*Pipeline, error) {
	kept, err := store.OpenToRead(ctx, config.Store, world.Clock.Now, world.Hooks)
	if err != nil {
		return nil, err
	}
	return withStore(config, world, fetch.ReadEvidence(config.Evidence), kept)
}

// WithoutStore takes a config whose store cannot be had: what reads no store can
// still be asked of it.
func WithoutStore(config *Config, world World) (*Pipeline, error) {
	return withStore(config, world, fetch.ReadEvidence(config.Evidence), &store.Store{Path: config.Store})
}

func withStore(config *Config, world World, evidence *fetch.Evidence, kept *store.Store) (*Pipeline, error) {
	p := &Pipeline{Config: config, Store: kept, Evidence: evidence, world: world, fetcher: newFetcher(config, world)}
	if err := p.backends(); err != nil {
		return nil, errors.Join(err, kept.Close())
	}
	return p, nil
}

// Close closes the store.
func (p *Pipeline) Close() error { return p.Store.Close() }

func newFetcher(config *Config, world World) *fetch.Fetcher {
	return fetch.New(fetch.Policy{
		Contact: config.Fetch.Contact, Version: world.Version, Delay: time.Duration(config.Fetch.Delay),
		Allow: config.Fetch.Allow, Hosts: config.hosts(), Dir: config.Dir,
	}, world.Clock)
}

// hosts are the host names of the configured URLs.
func (c *Config) hosts() []string {
	var hosts []string
	for _, source := range c.Sources {
		for _, raw := range source.URLs {
			if u, err := url.Parse(raw); err == nil && u.Hostname() != "" {
				hosts = append(hosts, u.Hostname())
			}
		}
	}
	return hosts
}

// Stage is one verb. Due gives the items whose input has no result yet, in a
// fixed order; Do does one of them, all its effects in one transaction.
type Stage interface {
	Name() string
	Due(ctx context.Context, r *Run) ([]Item, error)
	Do(ctx context.Context, r *Run, item Item) error
}

// Item is one piece of work of a stage.
type Item struct {
	// Key names it for people and for its failures.
	Key string
	// Work is what the stage needs to do it.
	Work any
	// turn is handed on in the order of the items; see turns.
	turn *turn
}

// Run is one pass of the stages.
type Run struct {
	*Pipeline
	store.Run
	plan *plan
	laws *laws
	// counts are the items done, by stage; counting guards them.
	counting sync.Mutex
	counts   map[string]Count
	// lost are the items of all stages that failed in this run, by key.
	lost map[string]bool
	// done are answers judged in this run that the next has to judge again.
	done map[string]bool
	// standing are documents that are as they were, and not yet written so.
	standing []int
	// audits are the last ones of all answers, where auditsRead.
	audits     []store.Audited
	auditsRead bool
	// was gives the ids that findings had before the law under them moved.
	was    map[string]string
	report *finding.Report
}

// Count is what a stage did in this run of the process.
type Count struct {
	Done, Failed int
	// Versions are the new words that parsing found.
	Versions int
}

// Outcome is what a run came to.
type Outcome struct {
	Run    string
	Report *finding.Report
	Counts map[string]Count
	// Path is the folder of the written reports.
	Path string
}

// Stages are the names of the stages in their order.
func Stages() []string {
	return []string{store.Scrape, store.Parse, store.Answer, store.Audit, store.Report}
}

// stages gives the stages of a run, all or the only one named.
func stages(only string) ([]Stage, error) {
	all := []Stage{scrapeStage{}, parseStage{}, answerStage{}, auditStage{}, reportStage{}}
	if only == "" {
		return all, nil
	}
	for _, stage := range all {
		if stage.Name() == only {
			return []Stage{stage}, nil
		}
	}
	return nil, fmt.Errorf("stage %q is not known: the stages are %s", only, strings.Join(Stages(), ", "))
}

// Run does all stages, or the only one named, and goes on with an unfinished
// run. The caller holds the lock. The report is nil where the last stage was not
// among them. Where the context ends it, the error is a *Stopped.
func (p *Pipeline) Run(ctx context.Context, only string) (*Outcome, error) {
	outcome, err := p.run(ctx, only)
	return outcome, stopped(ctx, err)
}

func (p *Pipeline) run(ctx context.Context, only string) (*Outcome, error) {
	todo, err := stages(only)
	if err != nil {
		return nil, err
	}
	if err := p.checkInputs(ctx, only); err != nil {
		return nil, err
	}
	r, err := p.begin(ctx)
	if err != nil {
		return nil, err
	}
	for i, stage := range todo {
		if err := r.do(ctx, stage); err != nil {
			return nil, err
		}
		if only == "" && i == 1 {
			if err := r.crawl(ctx, todo[0], todo[1]); err != nil {
				return nil, err
			}
		}
	}
	return &Outcome{Run: r.ID(), Report: r.report, Counts: r.counts, Path: filepath.Join(p.Config.Reports, r.ID())}, nil
}

// checkInputs reads questions and answers before the first request: a mistyped
// name is told at once, and not after an hour of fetching. The stages that look
// at neither do without.
func (p *Pipeline) checkInputs(ctx context.Context, only string) error {
	if only == store.Scrape || only == store.Parse || only == store.Report {
		return nil
	}
	if err := p.CheckQuestions(); err != nil {
		return err
	}
	files, err := p.published()
	if err == nil && len(files) == 0 && len(p.Config.Answers) > 0 {
		return p.answersGone(ctx)
	}
	return err
}

// begin opens the run and numbers the sources.
func (p *Pipeline) begin(ctx context.Context) (*Run, error) {
	row, err := p.Store.Begin(ctx)
	if err != nil {
		return nil, err
	}
	if err := p.enterSources(ctx, row.Seq); err != nil {
		return nil, err
	}
	return p.newRun(row), nil
}

func (p *Pipeline) newRun(row store.Run) *Run {
	return &Run{Pipeline: p, Run: row, laws: newLaws(p), counts: map[string]Count{}, done: map[string]bool{}, lost: map[string]bool{}, was: map[string]string{}}
}

// enterSources writes only where something is new.
func (p *Pipeline) enterSources(ctx context.Context, run int) error {
	known, err := p.Store.Sources(ctx)
	if err != nil {
		return err
	}
	titles := map[string]string{}
	for _, source := range known {
		titles[source.ID] = source.Title
	}
	var fresh []store.Source
	for _, source := range p.Config.Sources {
		if title, there := titles[source.ID]; !there || title != source.Title {
			fresh = append(fresh, store.Source{ID: source.ID, Jurisdiction: source.Jurisdiction, Title: source.Title})
		}
	}
	if len(fresh) == 0 {
		return nil
	}
	return p.Store.Enter(ctx, run, fresh)
}

// maxRounds bounds how deep index pages may lead.
const maxRounds = 6

// crawl fetches and parses what index pages have led to, and ends what they lead to
// no more, until they lead no further.
func (r *Run) crawl(ctx context.Context, scrape, parse Stage) error {
	for range maxRounds {
		if err := r.makePlan(ctx); err != nil {
			return err
		}
		fetched, err := scrape.Due(ctx, r)
		if err != nil {
			return err
		}
		read, err := parse.Due(ctx, r)
		if err != nil || len(fetched)+len(r.untried(read)) == 0 {
			return err
		}
		if err := errors.Join(r.do(ctx, scrape), r.do(ctx, parse)); err != nil {
			return err
		}
	}
	return nil
}

// untried leaves out what failed in this run.
func (r *Run) untried(items []Item) []Item {
	return without(items, r.lost)
}
