-- +goose Up

-- Whether words that a claim rests on are not there any more.
ALTER TABLE stale ADD COLUMN moved INTEGER NOT NULL DEFAULT 0;

-- +goose Down
ALTER TABLE stale DROP COLUMN moved;
