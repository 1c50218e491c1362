package answers

import (
	"fmt"
	"slices"
	"strings"

	"github.com/pincite/pincite/internal/statute"
)

// absence is the answer where no section bears on the question. It speaks of
// what is held and never of the law at large.
func (r *reading) absence(j statute.Jurisdiction, complete bool) Made {
	var text strings.Builder
	fmt.Fprintf(&text, "%s\nNothing found in the law held for %s\n", asked(r.question.Text), inProse(j))
	if complete {
		fmt.Fprintf(&text, "No section of the law held for %s was found to answer this question: %s\n", inProse(j), r.record())
	} else {
		fmt.Fprintf(&text, "Whether the law of %s answers this question cannot be told, since the sources held for it are not complete: %s\n", inProse(j), r.record())
	}
	fmt.Fprintf(&text, "Source(s):\nJurisdiction\n%s\n", j.Name())
	return Made{Text: text.String(), Bound: map[statute.Ref]statute.Key{}, None: true, Search: r.record() + r.nearest()}
}

// nearest names the section that came closest, for the reader who doubts.
func (r *reading) nearest() string {
	var best *candidate
	for _, c := range r.candidates {
		if best == nil || c.bears > best.bears {
			best = c
		}
	}
	if best == nil || best.bears == 0 {
		return ""
	}
	return " The section that came nearest is " + heading(best.held) + "."
}

// record says what was looked for, and where.
func (r *reading) record() string {
	var sought []string
	for _, t := range r.topics {
		sought = append(sought, "“"+t.text+"”")
	}
	where := r.acts()
	if where != "" {
		where = " of " + where
	}
	return fmt.Sprintf("the search went through %s%s and looked for %s.", counted(r.inForce()), where, enumerate(sought))
}

func counted(n int) string {
	if n == 1 {
		return "one section in force"
	}
	return fmt.Sprintf("%d sections in force", n)
}

func (r *reading) inForce() int {
	n := 0
	for i := range r.law {
		if r.law[i].Status == statute.InForce {
			n++
		}
	}
	return n
}

// acts names what is held, in its order; beyond five it counts. A full stop within
// a name would end the sentence.
func (r *reading) acts() string {
	var names []string
	for i := range r.law {
		if name := strings.ReplaceAll(strings.TrimRight(r.law[i].Act, ". "), ". ", ": "); name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	if len(names) > 5 {
		return fmt.Sprintf("%s and %d other sources", strings.Join(names[:4], ", "), len(names)-4)
	}
	return enumerate(names)
}
