// Package claimed reads a claim, one statement of an answer, with its lead-in: its
// words, figures and predicates, and what stance it takes, such as whether it lays down
// a duty, frees from one, or sets a condition.
//
// It looks at the claim alone, and will not say whether the law agrees; compare does.
package claimed
