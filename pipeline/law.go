package pipeline

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode"

	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/internal/statute"
	"github.com/pincite/pincite/internal/store"
)

// laws are the jurisdictions' law as one run sees it, each read once and only
// when something is due that needs it.
type laws struct {
	sync.Mutex
	p        *Pipeline
	held     map[statute.Jurisdiction]*enacted.Law
	standing map[statute.Jurisdiction]*standing
	coverage *coverage
}

func newLaws(p *Pipeline) *laws {
	return &laws{p: p, held: map[statute.Jurisdiction]*enacted.Law{}, standing: map[statute.Jurisdiction]*standing{}}
}

// forget forgets what was read before sections changed.
func (l *laws) forget() {
	l.Lock()
	defer l.Unlock()
	clear(l.held)
	clear(l.standing)
	l.coverage = nil
}

// law gives a jurisdiction's law, empty where none is held.
func (l *laws) law(ctx context.Context, j statute.Jurisdiction) (*enacted.Law, error) {
	l.Lock()
	defer l.Unlock()
	if law := l.held[j]; law != nil {
		return law, nil
	}
	cover, err := l.cover(ctx)
	if err != nil {
		return nil, err
	}
	sections, err := l.p.Store.Law(ctx, j)
	if err != nil {
		return nil, err
	}
	former, err := l.p.Store.Former(ctx, j)
	if err != nil {
		return nil, err
	}
	law := newLaw(j, sections, former, cover.gaps(j), cover.well)
	l.held[j] = law
	return law, nil
}

// newLaw lays law out as an audit sees it: without mirrors, and with each section
// dated by when its bytes were last confirmed, which is what an audit asks.
func newLaw(j statute.Jurisdiction, sections, former []statute.Held, gaps []string, well map[string]time.Time) *enacted.Law {
	for i := range sections {
		if at, ok := well[sections[i].Source+" "+sections[i].URL]; ok {
			sections[i].FetchedAt = at
		}
	}
	sections, differ := withoutMirrors(sections)
	return enacted.NewLaw(j, sections, former, len(gaps) == 0, slices.Concat(gaps, differ))
}

// others gives the law of all other jurisdictions held.
func (l *laws) others(ctx context.Context, j statute.Jurisdiction) ([]*enacted.Law, error) {
	var all []*enacted.Law
	for _, other := range l.p.Config.Jurisdictions() {
		if other == j {
			continue
		}
		law, err := l.law(ctx, other)
		if err != nil {
			return nil, err
		}
		all = append(all, law)
	}
	return all, nil
}

// withoutMirrors leaves out sections that an earlier source of the jurisdiction
// holds too: an act as a page and as a PDF is one law. Where the two differ in
// words, that is said.
func withoutMirrors(all []statute.Held) (kept []statute.Held, differ []string) {
	first := map[statute.Key]*statute.Held{}
	for i := range all {
		h := &all[i]
		before := first[h.Key()]
		if before == nil || before.Source == h.Source {
			first[h.Key()] = h
			kept = append(kept, *h)
		} else if letters(before.Text) != letters(h.Text) {
			differ = append(differ, fmt.Sprintf("%s differs between the sources %s and %s: the first is audited against", h.Number, before.Source, h.Source))
		}
	}
	return kept, differ
}

// letters folds what printers change: white space, case, punctuation.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// standing is a jurisdiction's current sections by their hashes: enough to see
// what is due, without reading a word of law.
type standing struct {
	all   []store.Stand
	byKey map[statute.Key]*store.Stand
	// set hashes the sections there are with their headings, not their words.
	set string
	// sources are those with sections, in their order; within hashes which sections
	// each of them has.
	sources []string
	within  map[string]string
}

func (l *laws) stand(ctx context.Context, j statute.Jurisdiction) (*standing, error) {
	l.Lock()
	defer l.Unlock()
	if s := l.standing[j]; s != nil {
		return s, nil
	}
	all, err := l.p.Store.Standing(ctx, j)
	if err != nil {
		return nil, err
	}
	l.standing[j] = newStanding(all)
	return l.standing[j], nil
}

func newStanding(all []store.Stand) *standing {
	s := &standing{all: all, byKey: map[statute.Key]*store.Stand{}, within: map[string]string{}}
	var names []string
	within := map[string][]string{}
	for i := range all {
		one := &all[i]
		if s.byKey[one.Key] == nil {
			s.byKey[one.Key] = one
		}
		if within[one.Source] == nil {
			s.sources = append(s.sources, one.Source)
		}
		occurrence := strconv.Itoa(one.Occurrence)
		names = append(names, one.Source, one.Number, occurrence, one.Catchline)
		within[one.Source] = append(within[one.Source], one.Number, occurrence)
	}
	s.set = fingerprint(names...)
	for source, sections := range within {
		s.within[source] = fingerprint(sections...)
	}
	return s
}

// words hashes the words of the sections named, and whether each is in force by
// date on the day.
func (s *standing) words(keys []statute.Key, day time.Time) string {
	var parts []string
	for _, key := range sorted(keys) {
		parts = append(parts, key.Number, strconv.Itoa(key.Occurrence))
		if one := s.byKey[key]; one == nil {
			parts = append(parts, "gone")
		} else {
			parts = append(parts, one.Hash, fmt.Sprint(one.EffectiveFrom.After(day), one.EffectiveUntil != "" && !one.EffectiveUntil.After(day)))
		}
	}
	return fingerprint(parts...)
}

// sorted gives each key once, by number and occurrence.
func sorted(keys []statute.Key) []statute.Key {
	all := slices.Clone(keys)
	slices.SortFunc(all, func(a, b statute.Key) int {
		if c := strings.Compare(a.Number, b.Number); c != 0 {
			return c
		}
		return a.Occurrence - b.Occurrence
	})
	return slices.Compact(all)
}

// cover reads the state of the sources once. The caller holds the lock.
func (l *laws) cover(ctx context.Context) (*coverage, error) {
	if l.coverage != nil {
		return l.coverage, nil
	}
	cover, err := l.p.readCoverage(ctx)
	l.coverage = cover
	return cover, err
}

// covered reads the state of the sources once.
func (l *laws) covered(ctx context.Context) (*coverage, error) {
	l.Lock()
	defer l.Unlock()
	return l.cover(ctx)
}
