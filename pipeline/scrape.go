package pipeline

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"path"
	"slices"
	"strings"

	"github.com/pincite/pincite/internal/fetch"
	"github.com/pincite/pincite/internal/store"
)

// scrapeStage fetches each document once a run, conditionally.
type scrapeStage struct{}

// Name gives "scrape".
func (scrapeStage) Name() string { return store.Scrape }

// page is a document that a source lists.
type page struct {
	source *SourceConfig
	url    string
}

// request asks for a page; known is what is known of it, empty where nothing is.
type request struct {
	page
	known store.Document
}

// plan is what the sources list in this run.
type plan struct {
	pages []page
	// lost are the sources whose list could not be made, with the reason.
	lost map[string]error
}

// Due gives the pages that this run has not asked for yet.
func (s scrapeStage) Due(ctx context.Context, r *Run) ([]Item, error) {
	if err := errors.Join(r.confirm(ctx), r.makePlan(ctx)); err != nil {
		return nil, err
	}
	known, err := r.known(ctx)
	if err != nil {
		return nil, err
	}
	dead, err := r.dead(ctx, store.Scrape)
	if err != nil {
		return nil, err
	}
	var due []Item
	for _, one := range r.plan.pages {
		key := one.source.ID + " " + one.url
		d, there := known[key]
		if there && d.Seen == r.Seq || dead[key] {
			continue
		}
		d.Source, d.URL = one.source.ID, one.url
		due = append(due, Item{Key: key, Work: request{one, d}})
	}
	return due, nil
}

// known gives the documents by item.
func (r *Run) known(ctx context.Context) (map[string]store.Document, error) {
	documents, err := r.Store.Documents(ctx)
	byItem := map[string]store.Document{}
	for _, d := range documents {
		byItem[d.Item()] = d
	}
	return byItem, err
}

// makePlan lists the pages of all sources: their URLs, patterns of file: URLs
// expanded, and what their index pages lead to.
func (r *Run) makePlan(ctx context.Context) error {
	led, err := r.Store.Links(ctx)
	if err != nil {
		return err
	}
	p := &plan{lost: map[string]error{}}
	for i := range r.Config.Sources {
		source := &r.Config.Sources[i]
		urls, err := r.expand(*source)
		if err != nil {
			p.lost[source.ID] = err
		}
		for _, one := range follow(urls, led[source.ID]) {
			p.pages = append(p.pages, page{source, one})
		}
	}
	r.plan = p
	return nil
}

// listed gives the items of the plan.
func (r *Run) listed() map[string]bool {
	items := map[string]bool{}
	for _, one := range r.plan.pages {
		items[one.source.ID+" "+one.url] = true
	}
	return items
}

// expand gives the URLs of a source; those that could be had where there is an
// error.
func (r *Run) expand(source SourceConfig) ([]string, error) {
	var all []string
	var faults []error
	for _, raw := range source.URLs {
		urls, err := r.fetcher.Expand(raw)
		faults = append(faults, err)
		all = append(all, urls...)
	}
	return all, errors.Join(faults...)
}

// follow adds, behind each page, what it leads to; each URL once.
func follow(urls []string, led map[string][]string) []string {
	var all []string
	for todo := urls; len(todo) > 0; {
		one := todo[0]
		todo = todo[1:]
		if !slices.Contains(all, one) {
			all = append(all, one)
			todo = append(todo, led[one]...)
		}
	}
	return all
}

// Do asks for one page and keeps the bytes before the row that names them.
func (scrapeStage) Do(ctx context.Context, r *Run, item Item) error {
	d := item.Work.(request).known
	before := d
	capture, err := r.fetcher.Get(ctx, d.URL, r.knownOf(d))
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err == nil {
		err = r.keepBytes(&d, capture)
	}
	if err != nil {
		return lose(err, r.Store.Unfetched(ctx, r.Seq, d, err.Error(), r.Config.Attempts))
	}
	if capture.NotModified && d == before && d.Failure == "" && !d.Retired {
		return r.stands(ctx, d.ID)
	}
	return r.Store.Fetched(ctx, r.Seq, d)
}

// confirmedAtOnce is how many documents that still stand are written together.
// What a killed run had not written yet, the next asks for again.
const confirmedAtOnce = 64

// stands keeps that a document is as it was.
func (r *Run) stands(ctx context.Context, document int) error {
	r.counting.Lock()
	r.standing = append(r.standing, document)
	full := len(r.standing) >= confirmedAtOnce
	r.counting.Unlock()
	if full {
		return r.confirm(ctx)
	}
	return nil
}

// confirm writes which documents still stand.
func (r *Run) confirm(ctx context.Context) error {
	r.counting.Lock()
	defer r.counting.Unlock()
	if len(r.standing) == 0 {
		return nil
	}
	err := r.Store.Confirm(ctx, r.Seq, r.standing)
	r.standing = nil
	return err
}

// lose makes an item's failure of err, once it is kept.
func lose(err, keeping error) error {
	if keeping != nil {
		return keeping
	}
	return &ItemFailure{err}
}

// knownOf asks conditionally only where the bytes are still there and whole:
// else the server has to send them again, and the evidence is mended.
func (r *Run) knownOf(d store.Document) fetch.Known {
	if d.SHA256 == "" || !r.Evidence.Whole(d.SHA256) {
		return fetch.Known{}
	}
	return fetch.Known{ETag: d.ETag, LastModified: d.LastModified, SHA256: d.SHA256}
}

func (r *Run) keepBytes(d *store.Document, c fetch.Capture) error {
	if c.ETag != "" || c.LastModified != "" {
		d.ETag, d.LastModified = c.ETag, c.LastModified
	}
	if c.NotModified {
		return nil
	}
	sha, err := r.Evidence.Put(c.Body, extension(c))
	if err != nil {
		return fmt.Errorf("evidence of %s: %w", c.URL, err)
	}
	d.SHA256, d.ContentType, d.FetchedAt = sha, c.ContentType, c.FetchedAt
	d.ETag, d.LastModified = c.ETag, c.LastModified
	return nil
}

// extension names the kind of the bytes for people who look into the folder.
func extension(c fetch.Capture) string {
	switch ext := strings.TrimPrefix(path.Ext(baseName(c.URL)), "."); {
	case strings.Contains(c.ContentType, "pdf"):
		return "pdf"
	case strings.Contains(c.ContentType, "html"):
		return "html"
	case ext != "":
		return ext
	}
	return "bin"
}

// baseName is the last part of a URL, unescaped; some publishers write the
// section's number there.
func baseName(raw string) string {
	u, err := url.Parse(raw)
	if err != nil {
		return path.Base(raw)
	}
	if u.Opaque != "" {
		if name, err := url.PathUnescape(path.Base(u.Opaque)); err == nil {
			return name
		}
		return path.Base(u.Opaque)
	}
	return path.Base(u.Path)
}
