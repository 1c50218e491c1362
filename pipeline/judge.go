package pipeline

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/pincite/pincite/audit"
	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/audit/rules"
	"github.com/pincite/pincite/internal/chat"
	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/judge"
	"github.com/pincite/pincite/internal/statute"
	"github.com/pincite/pincite/internal/store"
	"github.com/pincite/pincite/pipeline/answers"
)

// Judge reads a pair that words alone could not tell.
type Judge interface {
	Identity() string
	Judge(ctx context.Context, p judge.Pair) (judge.Opinion, error)
}

// backends makes the answerer and the judge that the config names, where the
// world did not hand in others.
func (p *Pipeline) backends() error {
	p.answerer, p.judges = p.world.Answerer, p.world.Judge
	if p.answerer == nil && p.Config.Answerer.Chat != nil {
		endpoint, err := p.Config.Answerer.Chat.endpoint()
		if err != nil {
			return err
		}
		p.answerer = &answers.Chat{Endpoint: endpoint}
	}
	if p.answerer == nil {
		p.answerer = answers.Extractive{}
	}
	if p.judges == nil && p.Config.Judge.Chat != nil {
		endpoint, err := p.Config.Judge.Chat.endpoint()
		if err != nil {
			return err
		}
		p.judges = &judge.Client{Endpoint: endpoint}
	}
	return nil
}

// endpoint is where the configured model is asked.
func (c *Chat) endpoint() (chat.Endpoint, error) {
	key, err := c.key()
	return chat.Endpoint{URL: c.URL, Model: c.Model, Key: key}, err
}

// key reads the secret from its file; "" where none is named.
func (c *Chat) key() (string, error) {
	if c.KeyFile == "" {
		return c.Key, nil
	}
	data, err := store.ReadFile(c.KeyFile)
	if err != nil {
		return "", &ConfigError{fmt.Errorf("the secret of the model %s: %w: mend `key_file:` of the config, or let this user read the file", c.Model, err)}
	}
	return strings.TrimSpace(string(data)), nil
}

// judge is the identity of the model that reads pairs.
func (p *Pipeline) judge() string {
	if p.judges == nil {
		return "none"
	}
	return p.judges.Identity()
}

// judged audits a case, asks the judge about the pairs that words could not tell,
// and audits again with its verdicts. Trouble is why some were not read.
func (r *Run) judged(ctx context.Context, c audit.Case) (report finding.AnswerReport, trouble string, err error) {
	c.Circumstances.Judge.Configured = r.judges != nil
	report = audit.Audit(c, rules.All())
	if r.judges == nil {
		return report, "", nil
	}
	if c.Judged == nil {
		c.Judged = map[audit.Asked]audit.Opinion{}
	}
	for _, claim := range report.Claims {
		for _, citation := range claim.Citations {
			held := boundTo(c.Law, report.Sources, citation.Ref)
			if citation.Verdict != finding.Unverified || held == nil {
				continue
			}
			opinion, err := r.opinion(ctx, report.Question, claim.Text, held)
			var fault *judge.Fault
			switch {
			case errors.As(err, &fault):
				trouble = fault.Error()
			case err != nil:
				return report, "", err
			default:
				c.Judged[audit.Asked{Claim: claim.ID, Ref: citation.Ref}] = opinion
			}
			if fault != nil && fault.Kind == "unavailable" {
				return r.unjudged(c, trouble), trouble, nil
			}
		}
	}
	return r.unjudged(c, trouble), trouble, nil
}

// unjudged audits with the verdicts there are.
func (r *Run) unjudged(c audit.Case, trouble string) finding.AnswerReport {
	c.Circumstances.Judge.Trouble = trouble
	return audit.Audit(c, rules.All())
}

// boundTo gives the section of the answer's own law that a ref was bound to.
func boundTo(law *enacted.Law, sources []finding.SourceReport, ref statute.Ref) *statute.Held {
	for _, source := range sources {
		if source.Ref != ref || source.Bound == nil || source.Bound.Jurisdiction != law.Jurisdiction {
			continue
		}
		for i := range law.Sections {
			if law.Sections[i].Number == source.Bound.Number && law.Sections[i].Occurrence == source.Bound.Occurrence {
				return &law.Sections[i]
			}
		}
	}
	return nil
}

// opinion gives the kept verdict on a pair, or asks and keeps it: the same words
// are judged once.
func (r *Run) opinion(ctx context.Context, question, claim string, held *statute.Held) (audit.Opinion, error) {
	var opinion audit.Opinion
	key := fingerprint(question, claim, held.Number, held.Catchline)
	kept, err := r.Store.Judgement(ctx, r.judges.Identity(), key, held.Version())
	if err != nil {
		return opinion, err
	}
	if kept != "" {
		return opinion, json.Unmarshal([]byte(kept), &opinion)
	}
	said, err := r.judges.Judge(ctx, judge.Pair{Question: question, Claim: claim, Number: held.Number, Catchline: held.Catchline, Law: held.Text})
	if err != nil {
		return opinion, err
	}
	opinion = audit.Opinion{Verdict: said.Verdict, Quote: said.Quote, Reason: said.Reason}
	body, err := json.Marshal(opinion)
	if err != nil {
		return opinion, err
	}
	return opinion, r.Store.KeepJudgement(ctx, r.judges.Identity(), key, held.Version(), string(body))
}
