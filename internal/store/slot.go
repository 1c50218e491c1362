package store

import (
	"context"
	"database/sql"
	"errors"
	"time"
)

// NewestSlot gives the newest slot of a schedule that was handled, the zero time
// for a schedule never seen.
func (s *Store) NewestSlot(ctx context.Context, name string) (time.Time, error) {
	var slot string
	err := s.reader.QueryRowContext(ctx, `SELECT slot FROM slot WHERE name = $1 ORDER BY slot DESC LIMIT 1`, name).Scan(&slot)
	if errors.Is(err, sql.ErrNoRows) {
		return time.Time{}, nil
	}
	return unslot(slot), err
}

// RecordSlot keeps what was done about a slot; the later record of one counts.
func (s *Store) RecordSlot(ctx context.Context, name string, slot time.Time, action, why string) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `INSERT INTO slot (name, slot, action, why) VALUES ($1, $2, $3, $4)
			ON CONFLICT (name, slot) DO UPDATE SET action = excluded.action, why = excluded.why`,
			name, slot.UTC().Format(slotForm), action, why)
		return err
	})
}

// slotForm has a fixed width, so that slots sort as text.
const slotForm = "2006-01-02T15:04:05.000000000Z"

func unslot(s string) time.Time {
	t, err := time.Parse(slotForm, s)
	if err != nil {
		return time.Time{}
	}
	return t
}
