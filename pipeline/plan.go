package pipeline

import (
	"context"
	"fmt"
	"strings"

	"github.com/pincite/pincite/internal/store"
	"github.com/pincite/pincite/reports"
)

// Plan says what a run would do, all stages or the only one named, as far as it
// is known without asking a publisher; it changes nothing. Mirrored files are
// read, so of them it knows whether they changed.
func (p *Pipeline) Plan(ctx context.Context, only string) ([]string, error) {
	next, err := p.Store.Next(ctx)
	if err != nil {
		return nil, err
	}
	f := &forecast{Run: p.newRun(next)}
	steps := map[string]func(context.Context) error{store.Scrape: f.scrape, store.Parse: f.parse, store.Answer: f.answer, store.Audit: f.audit, store.Report: f.reporting}
	for _, stage := range Stages() {
		f.shown = only == "" || only == stage
		if err := steps[stage](ctx); err != nil {
			return nil, fmt.Errorf("%s: %w", stage, err)
		}
	}
	return f.lines, nil
}

// forecast is a run that is only thought through.
type forecast struct {
	*Run
	lines []string
	shown bool
	// open says that pages may bring words that are not known yet; changed are the
	// documents that certainly do.
	open    bool
	changed []string
}

func (f *forecast) say(stage, item, why string) {
	if f.shown {
		f.lines = append(f.lines, fmt.Sprintf("%-7s %s (%s)", stage, item, why))
	}
}

func (f *forecast) scrape(ctx context.Context) error {
	due, err := scrapeStage{}.Due(ctx, f.Run)
	if err != nil {
		return err
	}
	for _, source := range f.Config.Sources {
		if lost := f.plan.lost[source.ID]; lost != nil {
			f.say(store.Scrape, source.ID, lost.Error())
		}
	}
	for _, item := range due {
		f.say(store.Scrape, item.Key, f.page(ctx, item.Work.(request).known))
	}
	return nil
}

// page says what is known of a page before it is asked for.
func (f *forecast) page(ctx context.Context, d store.Document) string {
	mirrored := strings.HasPrefix(d.URL, "file:")
	switch {
	case d.SHA256 == "":
		f.open = true
		return "not yet held"
	case !mirrored:
		f.open = true
		return "held, asked whether it changed"
	}
	capture, err := f.fetcher.Get(ctx, d.URL, f.knownOf(d))
	if err == nil && capture.NotModified {
		return "held, and as it was"
	}
	f.open, f.changed = true, append(f.changed, d.Item())
	if err != nil {
		return err.Error()
	}
	return "held, and has changed"
}

// parse lists documents that are gone, that this parser has not read, and that
// changed.
func (f *forecast) parse(ctx context.Context) error {
	documents, err := f.Store.Documents(ctx)
	if err != nil {
		return err
	}
	unread, err := f.unread(ctx, documents)
	for _, item := range append(f.gone(documents), unread...) {
		f.open = true
		f.say(store.Parse, item.Key, whyParsed(item.Work))
	}
	for _, item := range f.changed {
		f.say(store.Parse, item, "once it is fetched")
	}
	return err
}

func whyParsed(work any) string {
	switch work.(type) {
	case retirement:
		return "its source lists it no more: its sections end"
	case acceptance:
		return "its doubts were accepted: its sections become current"
	case settled:
		return "it failed with other bytes: that is forgotten"
	}
	return "held, and not yet read by this parser"
}

func (f *forecast) answer(ctx context.Context) error {
	due, err := answerStage{}.Due(ctx, f.Run)
	for _, item := range due {
		why := "the question, the law under it or the answerer changed; then audited"
		if one, is := item.Work.(asked); !is {
			why = "its question is asked no more"
		} else if one.before == nil {
			why = "not yet made; then audited"
		}
		f.say(store.Answer, item.Key, why)
	}
	return err
}

func (f *forecast) audit(ctx context.Context) error {
	due, err := auditStage{}.Due(ctx, f.Run)
	for _, item := range due {
		c, is := item.Work.(candidate)
		why := "the law under it changed"
		switch {
		case !is:
			why = "the answer is there no more: its audit is forgotten"
		case c.before == nil:
			why = "not yet audited"
		case c.before.Input != c.input:
			why = "the answer, the rules or the judge changed"
		}
		f.say(store.Audit, item.Key, why)
	}
	return err
}

func (f *forecast) reporting(context.Context) error {
	f.say(store.Report, f.ID(), fmt.Sprintf("in %d formats", len(reports.All())))
	if f.shown && f.open {
		f.lines = append(f.lines, "What the pages bring is parsed besides, and what rests on words that changed is answered and audited again.")
	}
	return nil
}
