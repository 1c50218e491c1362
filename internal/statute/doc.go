// Package statute is the ground floor of Pincite: the words for law as it is
// held. It knows jurisdictions, sections, their subsections, versions and
// places, and the refs by which answers point at them.
//
// It will not fetch, parse, store or judge anything, and imports nothing else
// of this module.
package statute
