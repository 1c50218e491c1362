package index

import "slices"

// board keeps the scores of one search. A jurisdiction has tens of thousands of
// sections and a search meets a few hundred, so a board is wiped where it was
// written and lent to the next search.
type board struct {
	// scores are all zero but for the sections in written.
	scores []float32
	// met are the sections that may still be among the best, written all that have
	// been given a score.
	met, written []int32
}

// board lends one that is clean.
func (x *Index) board() *board {
	if b, ok := x.boards.Get().(*board); ok {
		return b
	}
	return &board{scores: make([]float32, len(x.lengths))}
}

// meet notes a section that is given its first score.
func (b *board) meet(at int32) {
	b.met, b.written = append(b.met, at), append(b.written, at)
}

// drop takes sections out of those that may still be among the best.
func (b *board) drop(hopeless func(int32) bool) {
	b.met = slices.DeleteFunc(b.met, hopeless)
}

// wipe gives the board back, clean.
func (s *search) wipe() {
	for _, at := range s.written {
		s.scores[at] = 0
	}
	s.met, s.written = s.met[:0], s.written[:0]
	s.x.boards.Put(s.board)
}
