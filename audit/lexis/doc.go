// Package lexis reads a text as words: each with its place, as written and folded to
// a term, so that a statute and a free telling of it share terms. It finds phrases,
// sets words beside sets of terms, and holds the rows of words that name one thing.
//
// It says what words stand where, never what a sentence means: figures are read in
// quantity, duties and rights in force. The folding itself is internal/index.
package lexis
