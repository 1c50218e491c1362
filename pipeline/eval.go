package pipeline

import (
	"context"
	"fmt"
	"io/fs"
	"time"

	"github.com/pincite/pincite/audit"
	"github.com/pincite/pincite/audit/rules"
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/eval"
	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/statute"
)

// Labelled is a set of answers that people have labelled, and the law they are
// about.
type Labelled struct {
	// Answers holds the labelled answers at its root.
	Answers fs.FS
	// Corpus holds the files that the labels name.
	Corpus fs.FS
	// Date is the day for which the answers are judged.
	Date time.Time
}

// Evaluation is how good the audit is on labelled answers. It speaks of the rule
// set whose fingerprint it carries and of no other.
type Evaluation struct {
	Rules string       `json:"rules"`
	Date  statute.Date `json:"date"`
	// Law says what was held of each jurisdiction, by its code.
	Law   []LawRead  `json:"law"`
	Table eval.Table `json:"table"`
}

// Evaluate audits every labelled answer, read as it was published, against the
// law of the files that the labels name, and lays the findings beside the labels.
// The law so held is taken to be complete. What is wrong with the folders is a
// *ConfigError.
func Evaluate(ctx context.Context, set Labelled) (*Evaluation, error) {
	golds, err := eval.Read(set.Answers, ".")
	if err != nil {
		return nil, &ConfigError{err}
	}
	held, err := readLaw(ctx, set.Corpus, golds)
	if err != nil {
		return nil, &ConfigError{err}
	}
	var reports []finding.AnswerReport
	for i := range golds {
		report, err := auditLabelled(ctx, &golds[i], held, set.Date)
		if err != nil {
			return nil, &ConfigError{err}
		}
		reports = append(reports, report)
	}
	return &Evaluation{
		Rules: rules.Fingerprint(), Date: statute.Date(set.Date.Format(time.DateOnly)), Law: held.read, Table: eval.Measure(golds, reports),
	}, nil
}

// auditLabelled audits one labelled answer in the form in which it was published:
// reading it is part of what is measured.
func auditLabelled(ctx context.Context, g *eval.Gold, held *labelledLaw, date time.Time) (finding.AnswerReport, error) {
	if err := ctx.Err(); err != nil {
		return finding.AnswerReport{}, err
	}
	read, err := answer.Read(answer.File{Name: g.ID + ".txt", Data: []byte(g.Answer), Jurisdiction: g.Jurisdiction, Question: g.Question})
	if err != nil {
		return finding.AnswerReport{}, fmt.Errorf("labelled answer %s: %w", g.ID, err)
	}
	report := audit.Audit(audit.Case{Answer: read, Law: held.of(g.Jurisdiction), Others: held.others(g.Jurisdiction), Date: date}, rules.All())
	report.ID = g.ID
	return report, nil
}

// KeepMeasures stores the figures under the fingerprint of their rules: reports
// of this store print them while those rules run.
func (p *Pipeline) KeepMeasures(ctx context.Context, e *Evaluation) error {
	return p.Store.KeepMeasures(ctx, e.Rules, e.Table.Measured())
}

// Figures are what is built into the program of the evaluation.
func (e *Evaluation) Figures() rules.Figures {
	return rules.Figures{Rules: e.Rules, Date: e.Date, Answers: e.Table.Answers, Measured: e.Table.Measured()}
}
