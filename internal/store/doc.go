// Package store keeps what the runs have learnt in one SQLite file, a Go file
// per noun, and the files beside it: the lock and the written reports.
//
// An exported method owns its transaction: all effects of one item of work are
// there together or not at all. The words of a section's version are never
// updated in place, a ref is never given twice, and nothing is decided by a time
// stamp: times are kept for people to read, and the clock is handed in.
package store
