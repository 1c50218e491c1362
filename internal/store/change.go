package store

import (
	"context"
	"database/sql"
	"encoding/json"

	"github.com/pincite/pincite/internal/statute"
)

// Change is a section whose words differ between two editions. Before or After
// is nil where it is in one of them alone.
type Change struct {
	Before, After *statute.Section
	// Source is the source that printed it.
	Source string
}

// Changes gives what differs between the editions of two runs, by jurisdiction,
// source and number. Sections of a source that the later run saw first are not
// changes of the law and are left out; nor are those changes that another source
// holds word for word once theirs is gone, such as the same one by a new name.
func (s *Store) Changes(ctx context.Context, from, to int) ([]Change, error) {
	var all []Change
	at := map[changeKey]int{}
	rows, err := s.reader.QueryContext(ctx, `SELECT section.source, section.body, version.text, section.since <= $1 AND (section.until IS NULL OR section.until > $1),
		section.since <= $2 AND (section.until IS NULL OR section.until > $2)
		FROM section JOIN source ON source.id = section.source JOIN version USING (jurisdiction, number, occurrence, hash)
		WHERE source.first_run <= $1 AND ((section.since > $1 AND section.since <= $2) OR (section.until > $1 AND section.until <= $2))
		ORDER BY section.jurisdiction, source.number, section.number, section.occurrence, section.since`, from, to)
	err = each(rows, err, func(rows *sql.Rows) error {
		var source, body, text string
		var before, after bool
		if err := rows.Scan(&source, &body, &text, &before, &after); err != nil || before == after {
			return err
		}
		section := &statute.Section{}
		if err := json.Unmarshal([]byte(body), section); err != nil {
			return err
		}
		if section.Text == "" {
			section.Text = text
		}
		all = addChange(all, at, source, section, before)
		return nil
	})
	if err != nil {
		return nil, err
	}
	return s.lost(ctx, differing(all), to)
}

// lost leaves out the sections removed from one source whose words stand in
// another.
func (s *Store) lost(ctx context.Context, all []Change, run int) ([]Change, error) {
	var kept []Change
	for _, c := range all {
		elsewhere := false
		if c.After == nil {
			b := c.Before
			err := s.reader.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM section WHERE jurisdiction = $1 AND number = $2 AND occurrence = $3 AND hash = $4
				AND source <> $5 AND since <= $6 AND (until IS NULL OR until > $6))`, b.Jurisdiction, b.Number, b.Occurrence, b.Version(), c.Source, run).Scan(&elsewhere)
			if err != nil {
				return nil, err
			}
		}
		if !elsewhere {
			kept = append(kept, c)
		}
	}
	return kept, nil
}

type changeKey struct {
	source string
	statute.Key
}

func addChange(all []Change, at map[changeKey]int, source string, section *statute.Section, before bool) []Change {
	key := changeKey{source, section.Key()}
	i, known := at[key]
	if !known {
		i = len(all)
		at[key] = i
		all = append(all, Change{Source: source})
	}
	if before {
		all[i].Before = section
	} else {
		all[i].After = section
	}
	return all
}

// differing leaves out sections that went and came back with the same words,
// such as those of a page that moved.
func differing(all []Change) []Change {
	var kept []Change
	for _, c := range all {
		if c.Before == nil || c.After == nil || c.Before.Version() != c.After.Version() {
			kept = append(kept, c)
		}
	}
	return kept
}

// Stood gives a section as it stood with the words of a hash; nil where they were
// never held.
func (s *Store) Stood(ctx context.Context, j statute.Jurisdiction, key statute.Key, hash string) (stood *statute.Section, err error) {
	rows, err := s.reader.QueryContext(ctx, `SELECT COALESCE(section.body, '{}'), version.text FROM version LEFT JOIN section USING (jurisdiction, number, occurrence, hash)
		WHERE jurisdiction = $1 AND number = $2 AND occurrence = $3 AND hash = $4 ORDER BY section.since DESC LIMIT 1`, j, key.Number, key.Occurrence, hash)
	err = each(rows, err, func(rows *sql.Rows) error {
		var body, text string
		stood = &statute.Section{}
		if err := rows.Scan(&body, &text); err != nil {
			return err
		}
		if err := json.Unmarshal([]byte(body), stood); err != nil {
			return err
		}
		if stood.Text == "" {
			stood.Text = text
		}
		return nil
	})
	return stood, err
}
