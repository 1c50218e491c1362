package pipeline

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/pincite/pincite/internal/statute"
	"github.com/pincite/pincite/internal/store"
)

// Accepting is a person's word that what the parser doubts is so.
type Accepting struct {
	Source string
	// Document is the URL; "" where only one document of the source is doubted.
	Document     string
	Owner, Words string
}

// doubted is a document whose last parse is doubted.
type doubted struct {
	store.Document
	doubts []string
}

// Accept records that a doubted parse is sound, and gives what was doubted. It
// holds for these bytes and these doubts; the next run makes their sections
// current.
func (p *Pipeline) Accept(ctx context.Context, a Accepting) (*store.Acceptance, error) {
	if strings.TrimSpace(a.Owner) == "" || strings.TrimSpace(a.Words) == "" {
		return nil, &ConfigError{fmt.Errorf("give --owner and --words: who takes the parse for sound, and why")}
	}
	all, err := p.doubted(ctx, a.Source)
	if err != nil {
		return nil, err
	}
	one, err := chosen(all, a)
	if err != nil {
		return nil, &ConfigError{err}
	}
	kept := store.Acceptance{Document: one.ID, SHA256: one.SHA256, Doubts: one.doubts, Owner: a.Owner, Words: strings.Join(strings.Fields(a.Words), " ")}
	return &kept, p.Store.Accept(ctx, kept)
}

// doubted lists the documents of a source whose bytes were parsed with doubts.
func (p *Pipeline) doubted(ctx context.Context, source string) ([]doubted, error) {
	configured := p.Config.Source(source)
	if configured == nil {
		return nil, &ConfigError{fmt.Errorf("source %q is not configured: the sources are %s", source, strings.Join(p.Config.ids(), ", "))}
	}
	documents, err := p.Store.Documents(ctx)
	if err != nil {
		return nil, err
	}
	r := p.newRun(store.Run{})
	var all []doubted
	for _, d := range documents {
		if d.Source != source || d.Retired {
			continue
		}
		checks, _, known, err := p.Store.Parse(ctx, d.ID, r.parseFingerprint(d, configured))
		if err != nil {
			return nil, err
		}
		if known && !checks.Sound() {
			all = append(all, doubted{d, checks.Doubts})
		}
	}
	return all, nil
}

func (c *Config) ids() []string {
	var ids []string
	for _, source := range c.Sources {
		ids = append(ids, source.ID)
	}
	return ids
}

// chosen gives the document meant.
func chosen(all []doubted, a Accepting) (*doubted, error) {
	var urls []string
	for i := range all {
		if all[i].URL == a.Document || a.Document == "" && len(all) == 1 {
			return &all[i], nil
		}
		urls = append(urls, all[i].URL)
	}
	switch {
	case len(all) == 0:
		return nil, fmt.Errorf("nothing of source %s is doubted: there is nothing to accept", a.Source)
	case a.Document == "":
		return nil, fmt.Errorf("%d documents of source %s are doubted; name one with --document: %s", len(all), a.Source, strings.Join(urls, ", "))
	}
	return nil, fmt.Errorf("document %s of source %s is not doubted; these are: %s", a.Document, a.Source, strings.Join(urls, ", "))
}

// acceptance is the work of making an accepted parse current.
type acceptance struct{ reading }

// accepted reports whether a person took these doubts for settled.
func (p *Pipeline) accepted(ctx context.Context, d store.Document, checks *statute.Checks) (bool, error) {
	if checks.Sound() {
		return false, nil
	}
	all, err := p.Store.Accepted(ctx, d.ID, d.SHA256)
	return slices.ContainsFunc(all, func(a store.Acceptance) bool { return slices.Equal(a.Doubts, checks.Doubts) }), err
}

// promoteAccepted makes the sections of a doubted parse current; its doubts are
// settled, and stand in the acceptance.
func (r *Run) promoteAccepted(ctx context.Context, work reading) error {
	checks, _, _, err := r.Store.Parse(ctx, work.document.ID, work.fingerprint)
	if err != nil {
		return err
	}
	sections, err := r.Store.Doubted(ctx, work.document.ID, work.fingerprint)
	if err != nil {
		return err
	}
	checks.Doubts = []string{}
	written, err := r.Store.Keep(ctx, r.Seq, store.Parsed{
		Document: work.document, Source: work.source, Fingerprint: work.fingerprint, Checks: checks, Sections: sections, Promote: true,
	})
	r.wrote(written)
	return err
}

// settled says in the coverage who settled which doubts about a document's bytes.
func (v *survey) settled(d store.Document) []string {
	var said []string
	for _, a := range v.accepted {
		if a.Document == d.ID && a.SHA256 == d.SHA256 {
			said = append(said, fmt.Sprintf("%s: %s; accepted by %s: %s", baseName(d.URL), strings.Join(a.Doubts, "; "), a.Owner, a.Words))
		}
	}
	return said
}
