package store

import (
	"context"
	"database/sql"

	"github.com/pincite/pincite/internal/statute"
)

// Review is what a person said of one finding after looking at it.
type Review struct {
	Finding, Rule string
	// Verdict is "true" where the finding is right, "false" for a false alarm, and
	// "open" where the person did not say.
	Verdict string
	Owner   string
	Words   string
	// Due is the day by which something is to be done; "" where none was set.
	Due statute.Date
}

// Reviewed counts the findings of a rule that persons looked at.
type Reviewed struct {
	// True and False count findings, each by the last that was said of it.
	True, False int
}

func review(ctx context.Context, tx *sql.Tx, r Review, at string) error {
	_, err := tx.ExecContext(ctx, `INSERT INTO review (finding, rule, verdict, owner, words, due, at) VALUES ($1, $2, $3, $4, $5, $6, $7)
		ON CONFLICT (finding, verdict, owner, words, due) DO UPDATE SET at = excluded.at`,
		r.Finding, r.Rule, r.Verdict, r.Owner, r.Words, r.Due, at)
	return err
}

// Reviews counts by rule what was last said of each finding.
func (s *Store) Reviews(ctx context.Context) (map[string]Reviewed, error) {
	counts := map[string]Reviewed{}
	rows, err := s.reader.QueryContext(ctx, `SELECT rule, verdict FROM (
		SELECT rule, verdict, ROW_NUMBER() OVER (PARTITION BY finding ORDER BY at DESC, rowid DESC) AS place FROM review WHERE verdict <> 'open'
		) WHERE place = 1`)
	err = each(rows, err, func(rows *sql.Rows) error {
		var rule, verdict string
		if err := rows.Scan(&rule, &verdict); err != nil {
			return err
		}
		one := counts[rule]
		if verdict == "false" {
			one.False++
		} else {
			one.True++
		}
		counts[rule] = one
		return nil
	})
	return counts, err
}

// Owners gives by finding who reviewed it last, whatever the verdict.
func (s *Store) Owners(ctx context.Context) (map[string]string, error) {
	owners := map[string]string{}
	rows, err := s.reader.QueryContext(ctx, `SELECT finding, owner FROM review WHERE owner <> '' ORDER BY at, rowid`)
	err = each(rows, err, func(rows *sql.Rows) error {
		var id, owner string
		err := rows.Scan(&id, &owner)
		owners[id] = owner
		return err
	})
	return owners, err
}
