package pipeline

import "github.com/pincite/pincite/internal/answer"

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

// CheckSource says why the list of a source's documents cannot be made. It asks
// no server.
func (p *Pipeline) CheckSource(source SourceConfig) error {
	for _, raw := range source.URLs {
		if _, err := p.fetcher.Expand(raw); err != nil {
			return err
		}
	}
	return nil
}
