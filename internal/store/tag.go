//go:build !sqlite_fts5

package store

// The search over the law needs SQLite's FTS5, which the driver leaves out unless
// it is asked. Without the tag the compiler stops at the next line.
var _ = build_with_the_tag_sqlite_fts5__type__make_build__or__go_build_tags_sqlite_fts5
