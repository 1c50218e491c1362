package schedules

import (
	"context"
	"errors"
	"time"
)

// Clock tells the time and waits. Tests hand in one that they turn.
type Clock interface {
	Now() time.Time
	// Sleep returns at t, or earlier with the context's error.
	Sleep(ctx context.Context, t time.Time) error
}

// Ledger remembers which slots were handled, over restarts of the process.
type Ledger interface {
	// Newest gives the newest slot handled, zero for an entry never seen.
	Newest(name string) (time.Time, error)
	// Record keeps a slot with what was done about it. Recording the same slot
	// twice keeps the later.
	Record(name string, slot time.Time, done Action, why string) error
}

// Runner starts what Plan finds due.
type Runner struct {
	Schedules []*Schedule
	Clock     Clock
	Ledger    Ledger
	// Do does the work of one entry. Its error is reported through Note and ends
	// nothing.
	Do func(ctx context.Context, s *Schedule, slot time.Time) error
	// Note is told of each decision and of each error, for the log; never nil.
	Note func(d Decision, err error)
}

// Run works until the context ends, then waits for the runs that go on. It
// returns an error only where the ledger cannot be read or written.
func (r *Runner) Run(ctx context.Context) error {
	ended := make(chan string)
	running := map[string]bool{}
	var fault error
	for fault == nil && ctx.Err() == nil {
		if fault = r.tick(ctx, running, ended); fault != nil {
			break
		}
		r.rest(ctx, running, ended)
	}
	for len(running) > 0 {
		delete(running, <-ended)
	}
	if errors.Is(fault, context.Canceled) {
		return nil
	}
	return fault
}

// tick plans once and starts what is due.
func (r *Runner) tick(ctx context.Context, running map[string]bool, ended chan<- string) error {
	past, err := r.past(running)
	if err != nil {
		return err
	}
	for _, d := range Plan(r.Clock.Now(), r.Schedules, past) {
		if d.Action == Wait {
			continue
		}
		r.Note(d, nil)
		if err := r.Ledger.Record(d.Schedule.Name, d.Slot, d.Action, d.Why); err != nil {
			return err
		}
		if d.Action == Start {
			running[d.Schedule.Name] = true
			go r.start(ctx, d, ended)
		}
	}
	return nil
}

func (r *Runner) start(ctx context.Context, d Decision, ended chan<- string) {
	defer func() { ended <- d.Schedule.Name }()
	if err := r.Do(ctx, d.Schedule, d.Slot); err != nil {
		r.Note(d, err)
	}
}

// past reads the ledger. An entry seen for the first time is entered as of now,
// so that its first slot to come is the first it can miss.
func (r *Runner) past(running map[string]bool) (map[string]Past, error) {
	past := map[string]Past{}
	for _, s := range r.Schedules {
		slot, err := r.Ledger.Newest(s.Name)
		if err != nil {
			return nil, err
		}
		if slot.IsZero() {
			slot = r.Clock.Now()
			if err := r.Ledger.Record(s.Name, slot, Skip, "first seen"); err != nil {
				return nil, err
			}
		}
		past[s.Name] = Past{Slot: slot, Running: running[s.Name]}
	}
	return past, nil
}

// rest sleeps until the next slot of any entry, or until a run ends: one that
// waited may start then.
func (r *Runner) rest(ctx context.Context, running map[string]bool, ended <-chan string) {
	asleep, wake := context.WithCancel(ctx)
	defer wake()
	slept := make(chan struct{})
	go func() {
		_ = r.Clock.Sleep(asleep, r.next()) // woken early is what the caller looks for
		close(slept)
	}()
	select {
	case name := <-ended:
		delete(running, name)
		wake()
		<-slept
	case <-slept:
	}
}

// next is the nearest slot to come of all entries.
func (r *Runner) next() time.Time {
	now := r.Clock.Now()
	nearest := now.Add(24 * time.Hour)
	for _, s := range r.Schedules {
		if t := s.Next(now); !t.IsZero() && t.Before(nearest) {
			nearest = t
		}
	}
	return nearest
}
