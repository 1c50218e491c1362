package pipeline

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/url"
	"slices"
	"strconv"

	"github.com/pincite/pincite/internal/extract"
	"github.com/pincite/pincite/internal/statute"
	"github.com/pincite/pincite/internal/store"
	"github.com/pincite/pincite/scrapers"
)

// parseStage makes sections of bytes that this parser has not read yet, and ends
// the sections of documents that are gone.
type parseStage struct{}

// Name gives "parse".
func (parseStage) Name() string { return store.Parse }

// retirement ends a document that its source no longer lists.
type retirement struct{ document store.Document }

// settled is a document that failed with bytes that are gone: those there now are
// read already.
type settled struct{ document store.Document }

// reading is one document to be parsed.
type reading struct {
	document    store.Document
	source      store.Source
	scraper     string
	ocr         bool
	fingerprint string
}

// Due gives first the documents that are gone, so that their refs are free for a
// page that only moved; and when there are none, those to be read.
func (s parseStage) Due(ctx context.Context, r *Run) ([]Item, error) {
	documents, err := r.Store.Documents(ctx)
	if err != nil {
		return nil, err
	}
	if r.plan == nil {
		if err := r.makePlan(ctx); err != nil {
			return nil, err
		}
	}
	if gone := r.gone(documents); len(gone) > 0 {
		return gone, nil
	}
	return r.unread(ctx, documents)
}

// gone are the documents that no source lists. Where a source's list could not
// be made, or lost so much at once that it rather is no list, its documents
// stand; the coverage says so.
func (r *Run) gone(documents []store.Document) []Item {
	listed, pages, standing := r.listed(), map[string]int{}, map[string]int{}
	for _, one := range r.plan.pages {
		pages[one.source.ID]++
	}
	for _, d := range documents {
		if !d.Retired && d.Standing != "" {
			standing[d.Source]++
		}
	}
	var items []Item
	for _, d := range documents {
		_, lost := r.plan.lost[d.Source]
		lost = lost || r.Config.Source(d.Source) != nil && shrunk(standing[d.Source], pages[d.Source])
		if !lost && !d.Retired && !listed[d.Item()] {
			items = append(items, Item{Key: d.Item(), Work: retirement{d}})
		}
	}
	return items
}

// shrunk reports whether a source lists fewer pages than a publisher takes away
// in a night: five fewer, and one in five.
func shrunk(before, now int) bool {
	lost := before - now
	return lost >= 5 && lost*5 > before
}

// unread are the documents whose bytes this parser has not read, in the order of
// the config.
func (r *Run) unread(ctx context.Context, documents []store.Document) ([]Item, error) {
	byItem := map[string]store.Document{}
	for _, d := range documents {
		byItem[d.Item()] = d
	}
	sources, failed, err := r.parseState(ctx)
	if err != nil {
		return nil, err
	}
	parses, err := r.Store.Parses(ctx)
	if err != nil {
		return nil, err
	}
	var items []Item
	for _, one := range r.plan.pages {
		d := byItem[one.source.ID+" "+one.url]
		work := reading{d, sources[one.source.ID], one.source.Scraper, one.source.OCR, r.parseFingerprint(d, one.source)}
		failure, failing := failed[d.Item()]
		if d.SHA256 == "" || d.Retired || failure.Dead && failure.Fingerprint == work.fingerprint {
			continue
		}
		checks, promoted, known, err := parses.Of(d.ID, work.fingerprint)
		if err != nil {
			return nil, err
		}
		settledByHand, err := r.accepted(ctx, d, &checks)
		if err != nil {
			return nil, err
		}
		if known && settledByHand {
			items = append(items, Item{Key: d.Item(), Work: acceptance{work}})
		} else if !known || promoted && d.Standing != work.fingerprint { // known: bytes that were there before have come back
			items = append(items, Item{Key: d.Item(), Work: work})
		} else if failing {
			items = append(items, Item{Key: d.Item(), Work: settled{d}})
		}
	}
	return items, nil
}

// parseState gives the sources by id, and what failed by item.
func (r *Run) parseState(ctx context.Context) (map[string]store.Source, map[string]store.Failure, error) {
	sources, err := r.Store.Sources(ctx)
	if err != nil {
		return nil, nil, err
	}
	byID := map[string]store.Source{}
	for _, one := range sources {
		byID[one.ID] = one
	}
	failures, err := r.Store.Failures(ctx)
	failed := map[string]store.Failure{}
	for _, f := range failures {
		if f.Stage == store.Parse {
			failed[f.Item] = f
		}
	}
	return byID, failed, err
}

// parserVersion is raised when the same build would parse otherwise; a new build
// counts as a new parser by itself.
const parserVersion = "1"

func (r *Run) parseFingerprint(d store.Document, source *SourceConfig) string {
	parts := []string{"parse", parserVersion, r.world.Version, d.SHA256, source.Scraper, string(source.Jurisdiction), baseName(d.URL), d.ContentType}
	if source.OCR {
		parts = append(parts, "ocr")
	}
	return fingerprint(parts...)
}

// fingerprint hashes the parts, each apart from the next.
func fingerprint(parts ...string) string {
	var all []byte
	for _, part := range parts {
		all = append(append(strconv.AppendInt(all, int64(len(part)), 10), ':'), part...)
	}
	sum := sha256.Sum256(all)
	return hex.EncodeToString(sum[:])
}

// Do reads one document. What cannot be read is a failure of the item; the
// sections of its last good bytes stand.
func (parseStage) Do(ctx context.Context, r *Run, item Item) error {
	if gone, ok := item.Work.(retirement); ok {
		defer r.wrote(store.Written{})
		return r.Store.Retire(ctx, r.Seq, gone.document)
	}
	if done, ok := item.Work.(settled); ok {
		return r.Store.Forgive(ctx, store.Parse, done.document.Item())
	}
	if one, ok := item.Work.(acceptance); ok {
		if err := item.turn.wait(ctx); err != nil {
			return err
		}
		return r.promoteAccepted(ctx, one.reading)
	}
	work := item.Work.(reading)
	parsed, links, err := r.parse(ctx, work)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err := item.turn.wait(ctx); err != nil {
		return err
	}
	switch {
	case err != nil && len(links) > 0:
		defer r.wrote(store.Written{})
		return r.Store.KeepIndex(ctx, r.Seq, work.document, work.fingerprint, links)
	case err != nil:
		failure := store.Failure{Stage: store.Parse, Item: item.Key, Fingerprint: work.fingerprint, Reason: err.Error(), Run: r.Seq}
		return lose(err, r.Store.Fail(ctx, failure, r.Config.Attempts))
	}
	return r.keepParse(ctx, work, &parsed)
}

// parse makes sections of the kept bytes. Where there are none but the layout
// finds links, the page is an index and they are given with the error.
func (r *Run) parse(ctx context.Context, work reading) (statute.Document, []string, error) {
	data, err := r.Evidence.Get(work.document.SHA256)
	if err != nil {
		return statute.Document{}, nil, err
	}
	doc, err := extract.Read(ctx, extract.File{Name: baseName(work.document.URL), URL: work.document.URL, ContentType: work.document.ContentType, Data: data, OCR: work.ocr})
	if err != nil {
		return statute.Document{}, nil, err
	}
	parsed, err := scrapers.Parse(work.scraper, doc, work.source.Jurisdiction)
	if err == nil && parsed.Kind != statute.Code && parsed.Kind != statute.Rules && parsed.Kind != "" {
		err = fmt.Errorf("%s is a %s and no code in force: take it out of the sources", doc.Name, parsed.Kind)
	}
	if err == nil {
		return parsed, nil, nil
	}
	return parsed, linksOf(work.scraper, doc), err
}

// linksOf gives the pages of the same host that an index page leads to.
func linksOf(scraper string, doc *extract.Document) []string {
	layout, err := scrapers.Named(scraper)
	if err != nil || layout.Links == nil {
		return nil
	}
	home, err := url.Parse(doc.URL)
	if err != nil || home.Host == "" {
		return nil
	}
	return slices.DeleteFunc(layout.Links(doc), func(raw string) bool {
		u, err := url.Parse(raw)
		return err != nil || u.Host != home.Host || u.Scheme != home.Scheme
	})
}

// keepParse promotes a sound parse. A doubtful one stands only where nothing
// sounder does, and its doubts stand with it.
func (r *Run) keepParse(ctx context.Context, work reading, parsed *statute.Document) error {
	before, err := r.Store.SectionsOf(ctx, work.document.ID)
	if err != nil {
		return err
	}
	standing, _, _, err := r.Store.Parse(ctx, work.document.ID, work.document.Standing)
	if err != nil {
		return err
	}
	if doubt := dropped(before, len(parsed.Sections)); doubt != "" {
		parsed.Checks.Doubts = append(parsed.Checks.Doubts, doubt)
	}
	written, err := r.Store.Keep(ctx, r.Seq, store.Parsed{
		Document: work.document, Source: work.source, Fingerprint: work.fingerprint,
		Checks: parsed.Checks, Sections: parsed.Sections, Promote: parsed.Checks.Sound() || before == 0 || !standing.Sound(),
	})
	r.wrote(written)
	return err
}

// dropped says that a document lost more sections than a legislature repeals
// without leaving a note: five, or one in twenty.
func dropped(before, now int) string {
	lost := before - now
	if lost >= 5 || lost > 0 && lost*20 > before {
		return fmt.Sprintf("%d of the %d sections of the last good parse are not there any more", lost, before)
	}
	return ""
}
