package reports

import (
	"sort"

	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/statute"
)

// tile is one jurisdiction on the map and in the table below it.
type tile struct {
	Place  statute.Jurisdiction
	Name   string
	Counts finding.Counts
	// Worst is the outcome that needs a person most.
	Worst finding.Outcome
	// Grave counts the open critical and high findings.
	Grave int
	X, Y  int
}

// grid places the states roughly as they lie; what is not on it, such as a
// territory, stands in the last row.
var grid = [][]statute.Jurisdiction{
	{"AK", "", "", "", "", "", "", "", "", "", "ME"},
	{"", "", "", "", "", "", "", "", "", "VT", "NH"},
	{"WA", "ID", "MT", "ND", "MN", "IL", "WI", "MI", "NY", "RI", "MA"},
	{"OR", "NV", "WY", "SD", "IA", "IN", "OH", "PA", "NJ", "CT"},
	{"CA", "UT", "CO", "NE", "MO", "KY", "WV", "VA", "MD", "DE"},
	{"", "AZ", "NM", "KS", "AR", "TN", "NC", "SC", "DC"},
	{"", "", "", "OK", "LA", "MS", "AL", "GA"},
	{"HI", "", "", "TX", "", "", "", "", "FL"},
}

const (
	tileSize = 48
	// mapFrom is the number of jurisdictions from which a map tells more than
	// the table.
	mapFrom = 8
)

// Mapped tells whether the page draws the map beside its table.
func (p *page) Mapped() bool { return len(p.Tiles) >= mapFrom }

// tiles gives the jurisdictions that have answers, by code.
func tiles(r *finding.Report) []tile {
	by := map[statute.Jurisdiction]*tile{}
	for i := range r.Answers {
		a := &r.Answers[i]
		if by[a.Jurisdiction] == nil {
			by[a.Jurisdiction] = &tile{Place: a.Jurisdiction, Name: nameOf(a.Jurisdiction), Worst: a.Outcome,
				Counts: finding.Counts{Answers: map[finding.Outcome]int{}, Open: map[finding.Severity]int{}}}
		}
		by[a.Jurisdiction].add(a)
	}
	out := make([]tile, 0, len(by))
	for _, t := range by {
		out = append(out, *t)
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Place < out[j].Place })
	lay(out)
	return out
}

func nameOf(j statute.Jurisdiction) string {
	if name := j.Name(); name != "" {
		return name
	}
	return string(j)
}

func (t *tile) add(a *finding.AnswerReport) {
	open, _ := a.Count()
	for severity, n := range open {
		t.Counts.Open[severity] += n
	}
	t.Counts.CountAnswer(a)
	t.Grave += open[finding.Critical] + open[finding.High]
	if a.Outcome.Rank() < t.Worst.Rank() {
		t.Worst = a.Outcome
	}
}

// lay gives each tile its place.
func lay(tiles []tile) {
	at := map[statute.Jurisdiction][2]int{}
	for y, row := range grid {
		for x, j := range row {
			if j != "" {
				at[j] = [2]int{x, y}
			}
		}
	}
	rest := 0
	for i := range tiles {
		place, known := at[tiles[i].Place]
		if !known {
			place = [2]int{rest, len(grid)}
			rest++
		}
		tiles[i].X, tiles[i].Y = place[0]*tileSize, place[1]*tileSize
	}
}
