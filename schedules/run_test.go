package schedules

import (
	"context"
	"errors"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// shifted is a clock that reads base when the test begins. In a bubble of
// synctest its time passes only while everything waits.
type shifted struct{ base, began time.Time }

func startAt(base time.Time) shifted { return shifted{base: base, began: time.Now()} }

func (c shifted) Now() time.Time { return c.base.Add(time.Since(c.began)) }

func (c shifted) Sleep(ctx context.Context, t time.Time) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(t.Sub(c.Now())):
		return nil
	}
}

type memory struct {
	mu     sync.Mutex
	newest map[string]time.Time
}

func (m *memory) Newest(name string) (time.Time, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.newest[name], nil
}

func (m *memory) Record(name string, slot time.Time, _ Action, _ string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.newest[name] = slot
	return nil
}

// diary is what a runner did between two times.
type diary struct {
	mu        sync.Mutex
	ran       []string
	decisions []Action
	failures  int
}

// live runs one entry from start to end; each of its runs takes a while.
func live(t *testing.T, e Entry, newest map[string]time.Time, start, end time.Time, takes time.Duration, fails error) *diary {
	t.Helper()
	s := mustNew(t, e)
	d := &diary{}
	synctest.Test(t, func(t *testing.T) {
		ctx, stop := context.WithTimeout(t.Context(), end.Sub(start))
		defer stop()
		r := &Runner{
			Schedules: []*Schedule{s}, Clock: startAt(start), Ledger: &memory{newest: newest},
			Do: func(_ context.Context, s *Schedule, slot time.Time) error {
				time.Sleep(takes)
				d.mu.Lock()
				defer d.mu.Unlock()
				d.ran = append(d.ran, slot.In(s.zone).Format("01-02 15:04 MST"))
				return fails
			},
			Note: func(decision Decision, err error) {
				d.mu.Lock()
				defer d.mu.Unlock()
				if err != nil {
					d.failures++
					return
				}
				d.decisions = append(d.decisions, decision.Action)
			},
		}
		if err := r.Run(ctx); err != nil {
			t.Error(err)
		}
	})
	return d
}

func TestRunnerOverDaylightSaving(t *testing.T) {
	e := entry("30 2 * * *", "America/New_York")
	got := live(t, e, map[string]time.Time{}, at(t, "2026-03-06T12:00-05:00"), at(t, "2026-03-10T00:00-04:00"), time.Minute, nil)
	want := []string{"03-07 02:30 EST", "03-08 03:00 EDT", "03-09 02:30 EDT"}
	if !slices.Equal(got.ran, want) {
		t.Errorf("spring: %v, want %v", got.ran, want)
	}
	e.Cron = "30 1 * * *"
	got = live(t, e, map[string]time.Time{}, at(t, "2026-10-31T12:00-04:00"), at(t, "2026-11-03T00:00-05:00"), time.Minute, nil)
	want = []string{"11-01 01:30 EDT", "11-02 01:30 EST"}
	if !slices.Equal(got.ran, want) {
		t.Errorf("autumn: %v, want %v", got.ran, want)
	}
}

func TestRunnerMakesUpAMissedRunOnce(t *testing.T) {
	e := entry("15 2 * * *", "UTC")
	e.CatchUp = 24 * time.Hour
	last := map[string]time.Time{"nightly": at(t, "2026-11-20T02:15+00:00")}
	got := live(t, e, last, at(t, "2026-11-24T09:00+00:00"), at(t, "2026-11-25T03:00+00:00"), time.Minute, nil)
	want := []string{"11-24 02:15 UTC", "11-25 02:15 UTC"}
	if !slices.Equal(got.ran, want) {
		t.Errorf("%v, want %v", got.ran, want)
	}
}

func TestRunnerGoesOnAfterAFailedRun(t *testing.T) {
	got := live(t, entry("15 2 * * *", "UTC"), map[string]time.Time{},
		at(t, "2026-11-24T00:00+00:00"), at(t, "2026-11-25T12:00+00:00"), time.Minute, errors.New("the source is down"))
	if len(got.ran) != 2 || got.failures != 2 {
		t.Errorf("ran %v with %d failures, want two of each", got.ran, got.failures)
	}
}

func TestRunnerOverlap(t *testing.T) {
	start, end := at(t, "2026-11-24T00:00+00:00"), at(t, "2026-11-28T00:00+00:00")
	e := entry("15 2 * * *", "UTC")
	// A run of 30 hours is still going on at the second slot and done at the third.
	got := live(t, e, map[string]time.Time{}, start, end, 30*time.Hour, nil)
	if want := []Action{Start, Skip, Start, Skip}; !slices.Equal(got.decisions, want) {
		t.Errorf("skip: %v, want %v", got.decisions, want)
	}
	e.Overlap, e.CatchUp = WaitOverlap, 24*time.Hour
	got = live(t, e, map[string]time.Time{}, start, end, 30*time.Hour, nil)
	// Each waits for the one before, and none is lost.
	if want := []Action{Start, Start, Start, Start}; !slices.Equal(got.decisions, want) {
		t.Errorf("wait: %v, want %v", got.decisions, want)
	}
}
