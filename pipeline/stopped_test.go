package pipeline

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"github.com/pincite/pincite/internal/store"
)

// TestAStoppedRunCountsWhatItDid: items that were cancelled are not called done,
// and the next run does them.
func TestAStoppedRunCountsWhatItDid(t *testing.T) {
	n := newNight(t)
	ctx, stop := context.WithCancel(t.Context())
	var last Event
	notify := func(e Event) {
		last = e
		if e.Stage == store.Scrape && e.Done == 1 {
			stop()
		}
	}
	p, err := Open(t.Context(), n.config, World{Clock: n.clock, Version: "test", Workers: 1, Notify: notify})
	if err != nil {
		t.Fatal(err)
	}
	_, err = p.Run(ctx, "")
	var stopped *Stopped
	if !errors.As(err, &stopped) || !errors.Is(err, context.Canceled) {
		t.Fatalf("got %v", err)
	}
	if want := "the run was stopped in scrape, 1 of 3 items done: what is done is kept, and `pincite run` goes on from there"; err.Error() != want {
		t.Errorf("got %s\nwant %s", err, want)
	}
	if last.Done != 1 || last.Total != 3 {
		t.Errorf("the last event is %+v", last)
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	n.counted()
	if o := n.run(); o.Run != "run-0001" || o.Counts[store.Scrape].Done != 2 {
		t.Errorf("gone on with as %s: %+v", o.Run, o.Counts)
	}
	if got := n.counted(); fmt.Sprint(got) != "map[200:2]" {
		t.Errorf("the server answered %v", got)
	}
}
