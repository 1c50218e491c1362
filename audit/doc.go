// Package audit judges published answers against the law that is held: a Case
// in, findings out. It binds refs to sections, aligns each claim with the words
// of the section it cites, has their typed facts compared, and hands this Reading
// to the rules.
//
// It is pure: it will not fetch, store, call a model or look at a clock, and
// what it does not know it says. The rules themselves are in audit/rules. The rooms
// below it are read upwards, each knowing only those before it: lexis (words),
// quantity (figures), force (who must, may or must not), claimed (a sentence of an
// answer), enacted (a section of law) and compare (the one beside the other).
package audit
