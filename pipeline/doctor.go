package pipeline

import (
	"context"
	"strings"

	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/fetch"
)

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
