package pipeline

import (
	"context"
	"fmt"
	"strings"

	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/fetch"
	"github.com/pincite/pincite/internal/finding"
)

// CheckSourced says that the config names no law to read: no run is done with it.
func (c *Config) CheckSourced() error {
	if len(c.Sources) > 0 {
		return nil
	}
	return fmt.Errorf("%s: `sources` is empty: add at least one publication of law; the config that `pincite init` writes holds an example in its comments", c.Path)
}

// CheckQuestions reads the questions and says what is wrong with them.
func (p *Pipeline) CheckQuestions() error {
	_, err := p.questions()
	return err
}

// CheckAnswers reads the published answers and says what is wrong with the first
// that cannot be read.
func (p *Pipeline) CheckAnswers() error {
	files, err := p.published()
	if err != nil {
		return err
	}
	for _, file := range files {
		if _, err := answer.Read(file); err != nil {
			return err
		}
	}
	return nil
}

// CheckEvidence hashes every file of the evidence and says which of them are not
// what was served, the first few by name. What the next run can mend it says too.
func (p *Pipeline) CheckEvidence(ctx context.Context) error {
	wanted, err := p.Served(ctx)
	if err != nil {
		return err
	}
	var ill []string
	err = p.Evidence.Verify(func(d fetch.Damage) { ill = append(ill, d.Kind+": "+d.Path) }, wanted...)
	if err != nil || len(ill) == 0 {
		return err
	}
	return fmt.Errorf("%s not what was served (%s): the next run fetches again what a source still serves, the rest comes from a backup; `pincite verify` names all",
		finding.Plural(len(ill), "file")+map[bool]string{true: " is", false: " are"}[len(ill) == 1], strings.Join(ill[:min(len(ill), 3)], ", "))
}

// Served lists the hashes of the bytes that the documents rest on.
func (p *Pipeline) Served(ctx context.Context) ([]string, error) {
	documents, err := p.Store.Documents(ctx)
	var all []string
	for _, d := range documents {
		if d.SHA256 != "" {
			all = append(all, d.SHA256)
		}
	}
	return all, err
}

// CheckSource says why the documents of a source cannot be had, as far as that can
// be told without asking a server.
func (p *Pipeline) CheckSource(ctx context.Context, source SourceConfig) error {
	for _, raw := range source.URLs {
		urls, err := p.fetcher.Expand(raw)
		if err != nil {
			return err
		}
		for _, one := range urls {
			if !strings.HasPrefix(one, "file:") {
				continue
			}
			if _, err := p.fetcher.Get(ctx, one, fetch.Known{}); err != nil {
				return err
			}
		}
	}
	return nil
}
