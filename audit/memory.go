package audit

import "github.com/pincite/pincite/internal/index"

// memory keeps what many rules ask of one reading, so that it is found once. A
// reading is therefore for one goroutine at a time.
type memory struct {
	bearings  map[*Source]Bearing
	pinpoints map[*Reading][]Pinpoint
	annotated map[*Reading][]Annotation
	// rankings are of all sections of a law for the question.
	rankings map[*Law]index.Ranking
	// ofClaim are the pairs by claim, of so many as paired says.
	ofClaim map[int][]*Pair
	paired  int
}

func newMemory() memory {
	return memory{
		bearings: map[*Source]Bearing{}, pinpoints: map[*Reading][]Pinpoint{}, annotated: map[*Reading][]Annotation{},
		rankings: map[*Law]index.Ranking{},
	}
}

// recall gives what was found before, or finds it.
func recall[K comparable, V any](known map[K]V, key K, find func() V) V {
	if v, ok := known[key]; ok {
		return v
	}
	v := find()
	known[key] = v
	return v
}
