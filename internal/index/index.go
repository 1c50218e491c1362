// Package index searches the sections of one jurisdiction: it folds words to
// terms, keeps postings, and ranks sections for a set of terms.
//
// It will not say what a section means, and knows nothing of claims or answers.
package index

import (
	"math"
	"sort"

	"github.com/pincite/pincite/internal/statute"
)

// Index holds the postings of a list of sections. It is never changed after New
// and may be shared.
type Index struct {
	ids      map[string]int32
	postings [][]posting
	lengths  []float32
	mean     float64
}

// posting says how much a term weighs in a section.
type posting struct {
	at     int32
	weight float32
}

// Hit is a section found: At is its place in the list given to New.
type Hit struct {
	At    int
	Score float64
}

// catchlineWeight is how many times a word of the catchline counts: publishers
// choose those few words to say what the section is about.
const catchlineWeight = 3

// New reads the sections once. The order of sections is the order of ties.
func New(sections []statute.Held) *Index {
	x := &Index{ids: map[string]int32{}, lengths: make([]float32, len(sections))}
	for at := range sections {
		x.add(int32(at), &sections[at])
	}
	for _, n := range x.lengths {
		x.mean += float64(n)
	}
	x.mean = max(1, x.mean/max(1, float64(len(sections))))
	for i := range x.postings {
		x.postings[i] = append(make([]posting, 0, len(x.postings[i])), x.postings[i]...)
		x.saturate(x.postings[i])
	}
	return x
}

// saturate turns counts into the share of BM25 that does not depend on the query.
func (x *Index) saturate(list []posting) {
	for i := range list {
		tf := float64(list[i].weight)
		norm := saturation * (1 - longness + longness*float64(x.lengths[list[i].at])/x.mean)
		list[i].weight = float32(tf * (saturation + 1) / (tf + norm))
	}
}

// add files the terms of one section.
func (x *Index) add(at int32, s *statute.Held) {
	counts := map[int32]float32{}
	x.count(counts, s.Text, 1)
	x.count(counts, s.Catchline, catchlineWeight)
	for id, weight := range counts {
		x.postings[id] = append(x.postings[id], posting{at, weight})
		x.lengths[at] += weight
	}
}

func (x *Index) count(counts map[int32]float32, text string, weight float32) {
	for _, term := range Terms(text) {
		id, known := x.ids[term]
		if !known {
			id = int32(len(x.postings))
			x.ids[term] = id
			x.postings = append(x.postings, nil)
		}
		counts[id] += weight
	}
}

// Len is the number of sections.
func (x *Index) Len() int { return len(x.lengths) }

// IDF is how rare a term is: above zero, highest for a term that no section
// holds.
func (x *Index) IDF(term string) float64 {
	n := 0
	if id, known := x.ids[term]; known {
		n = len(x.postings[id])
	}
	return math.Log(1 + (float64(len(x.lengths))-float64(n)+0.5)/(float64(n)+0.5))
}

// Count is the number of sections that hold the term.
func (x *Index) Count(term string) int {
	if id, known := x.ids[term]; known {
		return len(x.postings[id])
	}
	return 0
}

// Search ranks the sections that hold any of the terms, best first, at most
// limit of them. Equal scores keep the order of the sections. Terms that stand in
// very many sections are left out where enough others tell.
func (x *Index) Search(terms []string, limit int) []Hit {
	scores := make([]float32, len(x.lengths))
	for _, term := range x.telling(distinct(terms)) {
		x.score(scores, term)
	}
	return top(scores, limit)
}

// enough terms make those that stand everywhere needless; everywhere is one
// section in so many.
const (
	enough     = 4
	everywhere = 6
)

// telling drops the commonest terms where at least four others are left.
func (x *Index) telling(terms []string) []string {
	var rare []string
	for _, t := range terms {
		if n := x.Count(t); n > 0 && n*everywhere <= len(x.lengths) {
			rare = append(rare, t)
		}
	}
	if len(rare) >= enough {
		return rare
	}
	return terms
}

// top picks the best scores, best first.
func top(scores []float32, limit int) []Hit {
	if limit >= len(scores) {
		return all(scores)
	}
	var hits []Hit
	for at, score := range scores {
		hit := Hit{at, float64(score)}
		if score == 0 || len(hits) == limit && (limit == 0 || !before(hit, hits[limit-1])) {
			continue
		}
		if len(hits) < limit {
			hits = append(hits, hit)
		} else {
			hits[limit-1] = hit
		}
		for i := len(hits) - 1; i > 0 && before(hits[i], hits[i-1]); i-- {
			hits[i], hits[i-1] = hits[i-1], hits[i]
		}
	}
	return hits
}

// all sorts every section that scored.
func all(scores []float32) []Hit {
	var hits []Hit
	for at, score := range scores {
		if score > 0 {
			hits = append(hits, Hit{at, float64(score)})
		}
	}
	sort.Slice(hits, func(i, j int) bool { return before(hits[i], hits[j]) })
	return hits
}

func before(a, b Hit) bool {
	if a.Score != b.Score {
		return a.Score > b.Score
	}
	return a.At < b.At
}

// The usual constants of BM25: how soon a repeated word stops to count, and how
// much a long section is held back.
const (
	saturation = 1.2
	longness   = 0.6
)

// score adds what one term gives to each section that holds it.
func (x *Index) score(scores []float32, term string) {
	id, known := x.ids[term]
	if !known {
		return
	}
	idf := float32(x.IDF(term))
	for _, p := range x.postings[id] {
		scores[p.at] += idf * p.weight
	}
}

// distinct keeps the first of each term, in order.
func distinct(terms []string) []string {
	seen := make(map[string]bool, len(terms))
	var kept []string
	for _, t := range terms {
		if !seen[t] {
			seen[t] = true
			kept = append(kept, t)
		}
	}
	return kept
}
