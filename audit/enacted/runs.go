package enacted

import (
	"maps"
	"regexp"
	"slices"
	"strconv"

	"github.com/pincite/pincite/internal/cite"
	"github.com/pincite/pincite/internal/statute"
)

// A publisher that prints a whole title as one list, as Oklahoma does, says of no section
// which act or chapter it is part of. The numbers do: those of a chapter follow one another,
// and the next chapter begins further on, "15-344" and "15-371".

const (
	// titleSize is how many sections without a place a group has that is no one act.
	titleSize = 100
	// chapterGap is how far two numbers of one chapter may lie apart: repealed sections are
	// left out of the list.
	chapterGap = 5
)

// partTitles parts each group that is a whole title, under no heading but its own, into the runs of its numbers.
func (d *derived) partTitles(sections []statute.Held) {
	for _, key := range slices.Sorted(maps.Keys(d.Members)) {
		members := d.Members[key]
		if len(members) <= titleSize || len(sections[members[0]].Hierarchy) > 1 {
			continue
		}
		delete(d.Members, key)
		for _, at := range runsOf(sections, members) {
			part := key + runMark + strconv.Itoa(at.first)
			for _, m := range at.members {
				d.act[m] = part
			}
			d.Members[part] = at.members
		}
	}
}

// runMark stands in the key of a run between that of its title and its first number.
const runMark = "\x00from "

// run is the sections of one chapter, with its first number.
type run struct {
	first   int
	members []int
}

// runsOf are the runs of a group, each in the order of the group; a section whose number
// tells nothing stands with the one before it.
func runsOf(sections []statute.Held, members []int) []run {
	place := make(map[int]int, len(members))
	for _, m := range members {
		place[m] = placeInTitle(&sections[m])
	}
	list := slices.Clone(members)
	slices.SortStableFunc(list, func(a, b int) int { return place[a] - place[b] })
	var runs []run
	last := 0
	for i, m := range list {
		n := place[m]
		if i == 0 || n-last > chapterGap {
			runs = append(runs, run{first: n})
		}
		last = n
		at := &runs[len(runs)-1]
		at.members = append(at.members, m)
	}
	for i := range runs {
		slices.Sort(runs[i].members)
	}
	return runs
}

var lastNumber = regexp.MustCompile(`[-.:]([0-9]+)[^-:]*$`)

// placeInTitle is the number of a section within its title: 141 of "15-141.18".
func placeInTitle(h *statute.Held) int {
	m := lastNumber.FindStringSubmatch(cite.Normal(h.Number))
	if m == nil {
		return 0
	}
	n, _ := strconv.Atoi(m[1])
	return n
}
