package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/statute"
)

// Audited is the last audit of an answer.
type Audited struct {
	Answer string
	// Input hashes the answer, the rules and the judge; Law the sections that
	// the audit depends on. Both unchanged: nothing is due.
	Input, Law string
	Depends    Depends
	Report     finding.AnswerReport
	// Told is what the audit was told beyond answer and law, and Judged what a
	// judge said; both are kept for a bundle, and not read back with the audit.
	Told, Judged string
}

// Depends is what an audit rests on.
type Depends struct {
	// Cited are the sections that the answer cites, Quoted the others that the
	// report quotes; Act are definitions and exemptions beside the cited ones.
	Cited, Quoted, Act []statute.Key
	// Foreign are sections of other jurisdictions that the report quotes.
	Foreign map[statute.Jurisdiction][]statute.Key
	// Sources are those of the sections cited, Siblings all sections in them.
	Sources  []string
	Siblings []statute.Key
	// Hashes are the versions of Cited, Quoted and Act, by number and occurrence.
	Hashes map[string]string
	// Text hashes the answer, and Stale is what it has outlived unchanged.
	Text  string
	Stale []finding.Stale
	// Was gives, by the id of a finding, the id that the same fault had before the
	// law that it quotes moved.
	Was map[string]string `json:",omitempty"`
}

// Keys are the sections of the jurisdiction whose words the audit rests on.
func (d Depends) Keys() []statute.Key {
	return slices.Concat(d.Cited, d.Quoted, d.Act)
}

// KeepAudit makes an audit the last one of its answer, and keeps what the change
// of law behind it made stale.
func (s *Store) KeepAudit(ctx context.Context, run int, a Audited, stale []finding.Stale) error {
	report, err := json.Marshal(&a.Report)
	if err != nil {
		return fmt.Errorf("audit of %s: %w", a.Answer, err)
	}
	return s.write(ctx, func(tx *sql.Tx) error {
		told, err := keepCircumstance(ctx, tx, a.Told)
		if err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, `INSERT INTO audit (answer, input, law, depends, report, run, circumstance, judged) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
			ON CONFLICT (answer) DO UPDATE SET input = excluded.input, law = excluded.law, depends = excluded.depends, report = excluded.report, run = excluded.run,
			circumstance = excluded.circumstance, judged = excluded.judged`,
			a.Answer, a.Input, a.Law, encode(a.Depends), string(report), run, told, a.Judged)
		if err != nil {
			return err
		}
		if err := keepStale(ctx, tx, run, stale); err != nil {
			return err
		}
		return forgive(ctx, tx, Audit, a.Answer)
	})
}

func keepStale(ctx context.Context, tx *sql.Tx, run int, stale []finding.Stale) error {
	for _, one := range stale {
		_, err := tx.ExecContext(ctx, `INSERT INTO stale (run, answer, jurisdiction, number, class, why, redone, moved) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
			ON CONFLICT DO NOTHING`, run, one.Answer, one.Jurisdiction, one.Number, one.Class, one.Why, one.Redone, one.Moved)
		if err != nil {
			return err
		}
	}
	return nil
}

// Audits lists the last audit of every answer, by answer.
func (s *Store) Audits(ctx context.Context) ([]Audited, error) {
	var all []Audited
	rows, err := s.reader.QueryContext(ctx, `SELECT answer, input, law, depends, report FROM audit ORDER BY answer`)
	err = each(rows, err, func(rows *sql.Rows) error {
		var a Audited
		var depends, report sql.RawBytes
		if err := rows.Scan(&a.Answer, &a.Input, &a.Law, &depends, &report); err != nil {
			return err
		}
		all = append(all, a)
		last := &all[len(all)-1]
		return errors.Join(json.Unmarshal(depends, &last.Depends), json.Unmarshal(report, &last.Report))
	})
	return all, err
}

// LastAudit gives the last audit of one answer; ok is false without one.
func (s *Store) LastAudit(ctx context.Context, answer string) (a Audited, ok bool, err error) {
	a.Answer = answer
	var depends, report string
	err = s.reader.QueryRowContext(ctx, `SELECT input, law, depends, report FROM audit WHERE answer = $1`, answer).Scan(&a.Input, &a.Law, &depends, &report)
	if errors.Is(err, sql.ErrNoRows) {
		return a, false, nil
	}
	if err != nil {
		return a, false, err
	}
	return a, true, errors.Join(json.Unmarshal([]byte(depends), &a.Depends), json.Unmarshal([]byte(report), &a.Report))
}

// ForgetAudit forgets the audit of an answer that is gone.
func (s *Store) ForgetAudit(ctx context.Context, answer string) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, `DELETE FROM audit WHERE answer = $1`, answer); err != nil {
			return err
		}
		return forgive(ctx, tx, Audit, answer)
	})
}

// Stale lists what the runs after from, up to and with to, found stale, by
// answer, number and class.
func (s *Store) Stale(ctx context.Context, from, to int) ([]finding.Stale, error) {
	var all []finding.Stale
	rows, err := s.reader.QueryContext(ctx, `SELECT answer, jurisdiction, number, class, why, MAX(redone), MAX(moved) FROM stale
		WHERE run > $1 AND run <= $2 GROUP BY answer, jurisdiction, number, class, why ORDER BY jurisdiction, answer, number, class`, from, to)
	err = each(rows, err, func(rows *sql.Rows) error {
		var one finding.Stale
		err := rows.Scan(&one.Answer, &one.Jurisdiction, &one.Number, &one.Class, &one.Why, &one.Redone, &one.Moved)
		all = append(all, one)
		return err
	})
	return all, err
}
