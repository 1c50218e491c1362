package pipeline

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"sync"

	"github.com/sourcegraph/conc/pool"

	"github.com/pincite/pincite/internal/store"
)

// do brings a stage to its end: as long as something is due, it is done. An item
// that failed is not due again in this run.
func (r *Run) do(ctx context.Context, stage Stage) error {
	failed := map[string]bool{}
	for {
		due, err := stage.Due(ctx, r)
		if err != nil {
			return fmt.Errorf("%s: %w", stage.Name(), err)
		}
		due = without(due, failed)
		if len(due) == 0 {
			return nil
		}
		if err := r.doAll(ctx, stage, due, failed); err != nil {
			return fmt.Errorf("%s: %w", stage.Name(), err)
		}
	}
}

func without(items []Item, failed map[string]bool) []Item {
	var left []Item
	for _, item := range items {
		if !failed[item.Key] {
			left = append(left, item)
		}
	}
	return left
}

// doAll does the items in a bounded pool. Only a fault of the store or an end of
// the context stops it.
func (r *Run) doAll(ctx context.Context, stage Stage, due []Item, failed map[string]bool) error {
	inTurns(due)
	watch := &watch{run: r, stage: stage.Name(), total: len(due), failed: failed}
	watch.tell(Event{Stage: stage.Name(), Total: len(due)})
	workers := pool.New().WithContext(ctx).WithCancelOnError().WithFirstError().WithMaxGoroutines(r.workers())
	for _, item := range due {
		workers.Go(func(ctx context.Context) error {
			defer item.turn.end()
			return watch.done(item, r.guard(ctx, stage, item))
		})
	}
	err := workers.Wait()
	if err != nil && ctx.Err() != nil {
		return &Stopped{Stage: stage.Name(), Done: watch.ended, Total: watch.total, Err: ctx.Err()}
	}
	return err
}

// Stopped is the end of a run by its context: by a key, or by whoever ends the
// service. It is no failure: what was done is kept.
type Stopped struct {
	// Stage was being done, Done of Total items of it; "" where none was.
	Stage       string
	Done, Total int
	Err         error
}

// Error says how far the run came and what to do.
func (s *Stopped) Error() string {
	where := ""
	if s.Stage != "" {
		where = fmt.Sprintf(" in %s, %d of %d items done", s.Stage, s.Done, s.Total)
	}
	return "the run was stopped" + where + ": what is done is kept, and `pincite run` goes on from there"
}

// Unwrap gives the reason of the context.
func (s *Stopped) Unwrap() error { return s.Err }

// stopped tells an end by the context from a failure.
func stopped(ctx context.Context, err error) error {
	if err == nil || ctx.Err() == nil {
		return err
	}
	var stop *Stopped
	if errors.As(err, &stop) {
		return stop
	}
	return &Stopped{Err: ctx.Err()}
}

// guard does one item. A fault of the program in one item is a failure of that
// item, kept as any other; the transaction it was in is undone.
func (r *Run) guard(ctx context.Context, stage Stage, item Item) (err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("this is a fault of the program: %v: please report it with the file that brought it about", fault)
			failure := store.Failure{Stage: stage.Name(), Item: item.Key, Fingerprint: r.world.Version, Reason: err.Error(), Run: r.Seq}
			err = lose(err, r.Store.Fail(ctx, failure, r.Config.Attempts))
		}
	}()
	return stage.Do(ctx, r, item)
}

func (r *Run) workers() int {
	if r.world.Workers > 0 {
		return r.world.Workers
	}
	return runtime.GOMAXPROCS(0)
}

// ItemFailure is the failure of one item: kept, counted, and no end of the run.
type ItemFailure struct{ Err error }

// Error gives the reason of the item.
func (f *ItemFailure) Error() string { return f.Err.Error() }

// Unwrap gives the cause.
func (f *ItemFailure) Unwrap() error { return f.Err }

// wrote counts what parsing changed, and lets the law be read anew.
func (r *Run) wrote(w store.Written) {
	r.laws.forget()
	r.counting.Lock()
	defer r.counting.Unlock()
	count := r.counts[store.Parse]
	count.Versions += w.Versions
	r.counts[store.Parse] = count
}

// watch counts the items of one stage.
type watch struct {
	run    *Run
	stage  string
	total  int
	ended  int
	lost   int
	failed map[string]bool
}

// done counts an item. It passes on what must stop the run: such an item was not
// done, and the next run does it.
func (w *watch) done(item Item, err error) error {
	w.run.counting.Lock()
	defer w.run.counting.Unlock()
	failure, lost := err.(*ItemFailure)
	if err != nil && !lost {
		return err
	}
	w.ended++
	count := w.run.counts[w.stage]
	if lost {
		w.lost++
		w.failed[item.Key], w.run.lost[item.Key] = true, true
		count.Failed++
	} else {
		count.Done++
	}
	w.run.counts[w.stage] = count
	event := Event{Stage: w.stage, Done: w.ended, Total: w.total, Failed: w.lost, Item: item.Key}
	if failure != nil {
		event.Err = failure.Err
	}
	w.tell(event)
	return nil
}

func (w *watch) tell(e Event) {
	if w.run.world.Notify != nil {
		w.run.world.Notify(e)
	}
}

// turn lets items that were worked on at once be written in their order, so that
// numbers given at first sight do not depend on which worker was faster.
type turn struct {
	before <-chan struct{}
	ended  chan struct{}
	once   sync.Once
}

// inTurns hands each item its turn.
func inTurns(items []Item) {
	before := make(chan struct{})
	close(before)
	for i := range items {
		items[i].turn = &turn{before: before, ended: make(chan struct{})}
		before = items[i].turn.ended
	}
}

// wait returns when all items before this one have ended. Workers take the items
// in order, so the first one that is not done is always being worked on.
func (t *turn) wait(ctx context.Context) error {
	select {
	case <-t.before:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// end lets the next item go on once those before have ended too.
func (t *turn) end() {
	t.once.Do(func() {
		go func() {
			<-t.before
			close(t.ended)
		}()
	})
}
