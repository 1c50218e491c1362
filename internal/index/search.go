package index

import (
	"slices"
	"sort"
)

// The usual constants of BM25: how soon a repeated word stops to count, and how
// much a long section is held back.
const (
	saturation = 1.2
	longness   = 0.6
)

// Search ranks the sections that hold any of the terms, best first, at most
// limit of them. Equal scores keep the order of the sections. Terms that stand in
// very many sections are left out where enough others tell.
func (x *Index) Search(terms []string, limit int) []Hit {
	if limit <= 0 {
		return nil
	}
	s := search{x: x, asked: x.asked(terms), board: x.board(), limit: limit}
	defer s.wipe()
	s.gather()
	return s.best()
}

// Ranking is the place of every section in a search.
type Ranking struct{ scores []float32 }

// Rank searches all sections, so that the place of each can be told.
func (x *Index) Rank(terms []string) Ranking {
	r := Ranking{make([]float32, len(x.lengths))}
	for _, a := range x.asked(terms) {
		for _, p := range x.postings[a.id] {
			r.scores[p.at] += float32(a.idf * p.weight)
		}
	}
	return r
}

// Place is that of a section, from 1; zero for one that holds none of the terms.
func (r Ranking) Place(at int) int {
	mine := Hit{at, float64(r.scores[at])}
	if mine.Score <= 0 {
		return 0
	}
	place := 1
	for i, score := range r.scores {
		if before(Hit{i, float64(score)}, mine) {
			place++
		}
	}
	return place
}

// askedTerm is a term of a search: idf times most is all that it can give.
type askedTerm struct {
	id        int32
	idf, most float32
}

// asked are the terms that a search goes by, in their order.
func (x *Index) asked(terms []string) []askedTerm {
	var list []askedTerm
	for _, term := range x.telling(distinct(terms)) {
		if id, known := x.ids[term]; known {
			idf := float32(x.IDF(term))
			list = append(list, askedTerm{id, idf, idf * x.most[id]})
		}
	}
	return list
}

// search finds the best sections without reading the postings of terms that
// cannot lift any section among them.
type search struct {
	x     *Index
	asked []askedTerm
	limit int
	*board
	// rest is what the terms not yet read can add; bar is a score that limit
	// sections have at least.
	rest, bar float32
}

// slack allows for sums that are added up in another order.
const slack = 1.001

// gather scores sections by the terms that tell most, as long as a section with
// none of them could still be among the best; by the others only those it met.
func (s *search) gather() {
	list := slices.Clone(s.asked)
	sort.SliceStable(list, func(i, j int) bool { return list[i].most > list[j].most })
	for _, a := range list {
		s.rest += a.most
	}
	for _, a := range list {
		if s.rest*slack < s.bar {
			s.refine(a)
		} else {
			s.add(a)
		}
		s.rest = max(0, s.rest-a.most)
		s.raise()
	}
}

func (s *search) add(a askedTerm) {
	for _, p := range s.x.postings[a.id] {
		if s.scores[p.at] == 0 {
			s.meet(p.at)
		}
		s.scores[p.at] += float32(a.idf * p.weight)
	}
}

// refine drops the sections that can no longer be among the best, and adds what a
// term gives to the others.
func (s *search) refine(a askedTerm) {
	s.drop(func(at int32) bool { return (s.scores[at]+s.rest)*slack < s.bar })
	for _, at := range s.met {
		s.scores[at] += s.x.gives(a, at)
	}
}

// raise sets the bar at the score of the last of the best so far.
func (s *search) raise() {
	if len(s.met) <= s.limit {
		return
	}
	if hits := s.top(func(at int32) float32 { return s.scores[at] }); len(hits) == s.limit {
		s.bar = float32(hits[s.limit-1].Score)
	}
}

// best scores exactly, in the order of the terms asked, what can still be among
// the best.
func (s *search) best() []Hit {
	s.drop(func(at int32) bool { return s.scores[at]*slack < s.bar })
	return s.top(s.exact)
}

// exact is the score of a section by all terms.
func (s *search) exact(at int32) float32 {
	var score float32
	for _, a := range s.asked {
		score += s.x.gives(a, at)
	}
	return score
}

// gives is what a term adds to the score of a section.
func (x *Index) gives(a askedTerm, at int32) float32 {
	list := x.postings[a.id]
	low, high := 0, len(list)
	for low < high { // in place: a call for each comparison took a tenth of an audit
		if middle := (low + high) / 2; list[middle].at < at {
			low = middle + 1
		} else {
			high = middle
		}
	}
	if low == len(list) || list[low].at != at {
		return 0
	}
	return float32(a.idf * list[low].weight)
}

// top picks the best of the sections met, best first.
func (s *search) top(score func(int32) float32) []Hit {
	if len(s.met) <= s.limit {
		return s.all(score)
	}
	var hits []Hit
	for _, at := range s.met {
		hit := Hit{int(at), float64(score(at))}
		if len(hits) == s.limit && !before(hit, hits[s.limit-1]) {
			continue
		}
		if len(hits) < s.limit {
			hits = append(hits, hit)
		} else {
			hits[s.limit-1] = hit
		}
		for i := len(hits) - 1; i > 0 && before(hits[i], hits[i-1]); i-- {
			hits[i], hits[i-1] = hits[i-1], hits[i]
		}
	}
	return hits
}

// all sorts every section met.
func (s *search) all(score func(int32) float32) []Hit {
	var hits []Hit
	for _, at := range s.met {
		hits = append(hits, Hit{int(at), float64(score(at))})
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
