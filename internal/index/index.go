// Package index searches the sections of one jurisdiction: it folds words to
// terms, keeps postings, and ranks sections for a set of terms.
//
// It will not say what a section means, and knows nothing of claims or answers.
package index

import (
	"math"
	"sync"

	"github.com/pincite/pincite/internal/statute"
)

// Index holds the postings of a list of sections. It is never changed after New
// and may be shared.
type Index struct {
	ids      map[string]int32
	postings [][]posting
	// most is the greatest weight of each term in any section.
	most []float32
	// idf is that of each term, and unknown that of one which no section holds.
	idf     []float64
	unknown float64
	lengths []float32
	mean    float64
	boards  sync.Pool
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
	x.most, x.idf, x.unknown = make([]float32, len(x.postings)), make([]float64, len(x.postings)), x.rarity(0)
	for i := range x.postings {
		x.postings[i] = append(make([]posting, 0, len(x.postings[i])), x.postings[i]...)
		x.saturate(x.postings[i])
		x.idf[i] = x.rarity(len(x.postings[i]))
		for _, p := range x.postings[i] {
			x.most[i] = max(x.most[i], p.weight)
		}
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
	if id, known := x.ids[term]; known {
		return x.idf[id]
	}
	return x.unknown
}

// rarity is the weight of a term that n sections hold.
func (x *Index) rarity(n int) float64 {
	return math.Log(1 + (float64(len(x.lengths))-float64(n)+0.5)/(float64(n)+0.5))
}

// Count is the number of sections that hold the term.
func (x *Index) Count(term string) int {
	if id, known := x.ids[term]; known {
		return len(x.postings[id])
	}
	return 0
}
