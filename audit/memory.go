package audit

import (
	"github.com/pincite/pincite/audit/claimed"
	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/index"
	"github.com/pincite/pincite/internal/statute"
)

// memory keeps what many rules ask of one reading, so that it is found once. A
// reading is therefore for one goroutine at a time.
type memory struct {
	bearings  map[*Source]Bearing
	pinpoints map[*Reading][]Pinpoint
	annotated map[*Reading][]Annotation
	// rankings are of all sections of a law for the question.
	rankings map[*enacted.Law]index.Ranking
	leftOut  map[*answer.Claim][]LeftOut
	// carried tells whether a section lays down what a claim says.
	carried map[asked]bool
	// resting are the claims that rest on a section, with those that have no
	// citation.
	resting map[*statute.Held][]*claimed.Text
	// found are the sections that a search for a claim gives.
	found map[*answer.Claim][]*statute.Held
	// ofClaim are the pairs by claim, of so many as paired says.
	ofClaim map[int][]*Pair
	// withSource are the same by source.
	withSource map[*Source][]*Pair
	paired     int
	// conflicts are those of the answer.
	conflicts map[*Reading][]Conflict
	// lines are the lines of the list by their sections.
	lines map[*Reading]map[*statute.Held]*Source
	// listed is the first line of the list for each ref.
	listed map[statute.Ref]*Source
}

func newMemory() memory {
	return memory{
		bearings: map[*Source]Bearing{}, pinpoints: map[*Reading][]Pinpoint{}, annotated: map[*Reading][]Annotation{},
		rankings: map[*enacted.Law]index.Ranking{}, leftOut: map[*answer.Claim][]LeftOut{}, carried: map[asked]bool{},
		resting: map[*statute.Held][]*claimed.Text{}, found: map[*answer.Claim][]*statute.Held{}, listed: map[statute.Ref]*Source{},
		conflicts: map[*Reading][]Conflict{}, lines: map[*Reading]map[*statute.Held]*Source{},
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
