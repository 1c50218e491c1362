package main

import (
	"context"
	"errors"
	"fmt"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"github.com/pincite/pincite/internal/store"
	"github.com/pincite/pincite/pipeline"
	"github.com/pincite/pincite/schedules"
)

// scheduleOptions are the flags of `pincite schedule`.
type scheduleOptions struct {
	config string
	list   bool
	count  int
}

var _ = command(func(s *streams) *cobra.Command {
	var o scheduleOptions
	c := &cobra.Command{
		Use:   "schedule",
		Short: "Run the schedules of the config in the foreground",
		Long: `Run the schedules of the config in the foreground until it is interrupted, as a
service or in a container. Runs missed while it was down are made up within
catch_up; the slots handled are remembered in the store.`,
		Example: "  pincite schedule --list\n  pincite schedule --config /etc/pincite.yaml",
		Args:    cobra.NoArgs,
		RunE:    func(cmd *cobra.Command, _ []string) error { return o.run(cmd.Context(), s) },
	}
	configFlag(c, &o.config)
	c.Flags().BoolVar(&o.list, "list", false, "print the next times and end")
	c.Flags().IntVar(&o.count, "count", 3, "how many times of each --list prints")
	return c
})

func (o *scheduleOptions) run(ctx context.Context, s *streams) error {
	config, err := readConfig(o.config)
	if err != nil {
		return err
	}
	all, err := config.Planned()
	if err != nil {
		return usage(err)
	}
	if len(all) == 0 {
		return usage(fmt.Errorf("%s has no schedules: add some under `schedules:`", o.config))
	}
	if o.list {
		return failure(o.print(s, all, time.Now()))
	}
	return o.serve(ctx, s, config, all)
}

// print lists the next times of each schedule, in its own time zone.
func (o *scheduleOptions) print(s *streams, all []*schedules.Schedule, now time.Time) error {
	table := tabwriter.NewWriter(s.out, 0, 0, 2, ' ', 0)
	for _, one := range all {
		at := now
		for range o.count {
			at = one.Next(at)
			fmt.Fprintf(table, "%s\t%s\t%s\n", one.Name, at.Format("Mon 2006-01-02 15:04 MST"), one.Do)
		}
	}
	return table.Flush()
}

// serve works until the context ends.
func (o *scheduleOptions) serve(ctx context.Context, s *streams, config *pipeline.Config, all []*schedules.Schedule) error {
	kept, err := store.Open(ctx, config.Store, time.Now, hooks)
	if err != nil {
		return failure(err)
	}
	defer func() { _ = kept.Close() }() // the slots are committed by now
	runner := &schedules.Runner{
		Schedules: all, Clock: wallClock{}, Ledger: ledger{ctx, kept},
		Do: func(ctx context.Context, one *schedules.Schedule, _ time.Time) error {
			return scheduled(ctx, s, o.config, one.Do)
		},
		Note: func(d schedules.Decision, err error) { note(s, d, err) },
	}
	return failure(runner.Run(ctx))
}

// scheduled does one run. Findings are what a run is for, and no error of it.
func scheduled(ctx context.Context, s *streams, config, do string) error {
	o := runOptions{config: config}
	if do != "run" {
		o.only = do
	}
	err := o.run(ctx, s)
	var coded *exitError
	if errors.As(err, &coded) && coded.err == nil {
		return nil
	}
	return err
}

func note(s *streams, d schedules.Decision, err error) {
	line := fmt.Sprintf("schedule %s of %s: %s (%s)", d.Schedule.Name, d.Slot.Format(time.RFC3339), d.Action, d.Why)
	if err != nil {
		line = fmt.Sprintf("schedule %s: %v", d.Schedule.Name, err)
	}
	fmt.Fprintln(s.err, line)
}

// wallClock is the machine's, for the planner.
type wallClock struct{}

func (wallClock) Now() time.Time { return time.Now() }

// Sleep waits until t. It looks at the clock every minute: a machine that slept
// wakes late, and a timer does not count that.
func (wallClock) Sleep(ctx context.Context, t time.Time) error {
	for {
		left := time.Until(t)
		if left <= 0 {
			return nil
		}
		if err := (clock{}).Sleep(ctx, min(left, time.Minute)); err != nil {
			return err
		}
	}
}

// ledger keeps the slots in the store.
type ledger struct {
	ctx  context.Context
	kept *store.Store
}

func (l ledger) Newest(name string) (time.Time, error) { return l.kept.NewestSlot(l.ctx, name) }

func (l ledger) Record(name string, slot time.Time, done schedules.Action, why string) error {
	return l.kept.RecordSlot(l.ctx, name, slot, string(done), why)
}
