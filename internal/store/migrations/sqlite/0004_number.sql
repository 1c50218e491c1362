-- +goose Up

-- People write a number's letters in either case, and `find` takes both.
CREATE INDEX section_by_any_number ON section (jurisdiction, number COLLATE NOCASE);

-- +goose Down
DROP INDEX section_by_any_number;
