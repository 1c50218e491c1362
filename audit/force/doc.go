// Package force reads what a sentence lays on whom, be it of a statute or of an
// answer: its predicates (must, may, must not, need not, is, is not), who does the act,
// to whom something is told or given, and what is denied.
//
// It reads one sentence at a time, and does not know whether that is law or a claim of
// an answer. A sentence whose force it cannot read has no predicate.
package force
