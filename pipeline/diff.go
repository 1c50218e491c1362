package pipeline

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/statute"
	"github.com/pincite/pincite/internal/store"
)

// Difference is what moved between the editions of two runs.
type Difference struct {
	From, To string
	Changes  []finding.Change
	// Printed are sections that are printed otherwise with the same words.
	Printed []finding.Change
	Stale   []finding.Stale
}

// Diff compares two finished runs, the older one first; "" stands for the last
// one, and for the one before To.
func (p *Pipeline) Diff(ctx context.Context, from, to string) (*Difference, error) {
	runs, err := p.Store.Runs(ctx)
	if err != nil {
		return nil, err
	}
	a, b, err := pick(runs, from, to)
	if err != nil {
		return nil, err
	}
	d := &Difference{From: a.ID(), To: b.ID()}
	if d.Stale, err = p.Store.Stale(ctx, a.Seq, b.Seq); err != nil {
		return nil, err
	}
	d.Changes, d.Printed, err = p.changes(ctx, a.Seq, b.Seq, d.Stale)
	return d, err
}

func pick(runs []store.Run, from, to string) (a, b store.Run, err error) {
	if len(runs) < 2 {
		return a, b, &ConfigError{errTooFew}
	}
	b = runs[len(runs)-1]
	if to != "" {
		if b, err = named(runs, to); err != nil {
			return a, b, err
		}
	}
	if from != "" {
		a, err = named(runs, from)
		return a, b, older(a, b, err)
	}
	at := slices.IndexFunc(runs, func(r store.Run) bool { return r.Seq == b.Seq })
	if at == 0 {
		return a, b, &ConfigError{errTooFew}
	}
	return runs[at-1], b, nil
}

// older wants the older run first: read backwards, law that came would be missing,
// and what is stale would be fresh.
func older(a, b store.Run, err error) error {
	if err == nil && a.Seq > b.Seq {
		return &ConfigError{fmt.Errorf("%s is newer than %s: give the older run first", a.ID(), b.ID())}
	}
	return err
}

// changes gives the sections whose words moved, with their word diffs and the
// answers that they made stale; and apart from them those printed otherwise.
func (p *Pipeline) changes(ctx context.Context, from, to int, stale []finding.Stale) (changed, printed []finding.Change, err error) {
	moved, err := p.Store.Changes(ctx, from, to)
	if err != nil {
		return nil, nil, err
	}
	for _, one := range moved {
		c, list := changeOf(one), &changed
		if how := printedOtherwise(one.Before, one.After); how != "" {
			c.Kind, list = how, &printed
		}
		for _, s := range stale {
			if s.Jurisdiction == c.Jurisdiction && s.Number == c.Number && !slices.Contains(c.Answers, s.Answer) {
				c.Answers = append(c.Answers, s.Answer)
			}
		}
		if !slices.ContainsFunc(*list, func(other finding.Change) bool { return sameChange(other, c) }) {
			*list = append(*list, c)
		}
	}
	return changed, printed, nil
}

// sameChange is true of the mirrors of one section.
func sameChange(a, b finding.Change) bool {
	return a.Jurisdiction == b.Jurisdiction && a.Number == b.Number && a.Occurrence == b.Occurrence &&
		a.Kind == b.Kind && a.From == b.From && a.To == b.To
}

func changeOf(one store.Change) finding.Change {
	shown := one.After
	if shown == nil {
		shown = one.Before
	}
	c := finding.Change{
		Jurisdiction: shown.Jurisdiction, Number: shown.Number, Occurrence: shown.Occurrence, Catchline: shown.Catchline,
		Kind: kindOf(one.Before, one.After),
	}
	before, after := "", ""
	if one.Before != nil {
		before, c.From = one.Before.Text, one.Before.Version()
	}
	if one.After != nil {
		after, c.To = one.After.Text, one.After.Version()
	}
	c.Words = shorten(WordDiff(before, after))
	return c
}

func kindOf(before, after *statute.Section) string {
	switch {
	case before == nil:
		return "added"
	case after == nil:
		return "removed"
	case after.Status != before.Status && (after.Status == statute.Repealed || after.Status == statute.Renumbered):
		return string(after.Status)
	case strings.Join(strings.Fields(before.Text), " ") == strings.Join(strings.Fields(after.Text), " "):
		return "status"
	}
	return "amended"
}

// around is how many words of what did not change are shown on each side.
const around = 12

// shorten leaves of the equal parts the words beside a change.
func shorten(parts []finding.DiffPart) []finding.DiffPart {
	for i := range parts {
		if parts[i].Op == "equal" {
			parts[i].Text = ends(parts[i].Text, i > 0, i < len(parts)-1)
		}
	}
	return parts
}

// ends keeps the first words where a change stands before them, and the last
// where one stands behind.
func ends(text string, first, last bool) string {
	words := tokens.FindAllString(text, -1)
	keep := around * 2 // each word has a blank
	if len(words) <= 2*keep || !first && !last {
		return text
	}
	head, tail := "", ""
	if first {
		head = strings.Join(words[:keep], "")
	}
	if last {
		tail = strings.Join(words[len(words)-keep:], "")
	}
	return head + " … " + tail
}
