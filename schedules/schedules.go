// Package schedules says when something is due: entries in the cron grammar
// with a time zone, catch-up of missed runs and an overlap policy. Planning is
// apart from running: Plan is a pure function of the clock and the past.
//
// It knows no statute, no store and no pipeline: it will not do the work, it
// calls what it is handed.
package schedules

import (
	"fmt"
	"strings"
	"time"

	"github.com/robfig/cron/v3"
)

// Entry is one line of `schedules:` in the config.
type Entry struct {
	Name string
	// Cron is five fields or a descriptor such as @daily or @every 6h.
	Cron string
	// Timezone is an IANA name; "" means UTC.
	Timezone string
	// CatchUp is how long after its time a missed run is still made up; zero
	// means never.
	CatchUp time.Duration
	// Overlap is what happens when the entry is due while its last run goes on.
	Overlap Overlap
	// Do names the work: "run", or a stage.
	Do string
}

// Overlap is the policy for an entry that is due while it still runs.
type Overlap string

const (
	// SkipOverlap drops the run that would overlap. It is the default.
	SkipOverlap Overlap = "skip"
	// WaitOverlap starts it when the running one has ended; of several that
	// were due meanwhile, the newest alone.
	WaitOverlap Overlap = "wait"
)

// Schedule is an entry that was read and found to fire.
type Schedule struct {
	Entry
	spec cron.Schedule
	zone *time.Location
	// wall is set where the hour is named: such an entry keeps the clock on the
	// wall over a change of daylight saving.
	wall bool
}

// New reads an entry. Errors name the entry, the field and the remedy.
func New(e Entry) (*Schedule, error) {
	if e.Overlap == "" {
		e.Overlap = SkipOverlap
	}
	if err := check(e); err != nil {
		return nil, fmt.Errorf("schedule %q: %w", e.Name, err)
	}
	zone, err := time.LoadLocation(e.Timezone)
	if err != nil {
		return nil, fmt.Errorf("schedule %q: timezone %q is not known: give an IANA name such as America/Denver", e.Name, e.Timezone)
	}
	spec, err := cron.ParseStandard(e.Cron)
	if err != nil {
		return nil, fmt.Errorf("schedule %q: cron %q: %w: give five fields such as \"15 2 * * *\", or @daily", e.Name, e.Cron, err)
	}
	s := &Schedule{Entry: e, spec: spec, zone: zone, wall: namesHour(spec)}
	if s.Next(time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC)).IsZero() {
		return nil, fmt.Errorf("schedule %q: cron %q never comes due: no such day", e.Name, e.Cron)
	}
	return s, nil
}

// check refuses what the cron library would panic on or take without a word.
func check(e Entry) error {
	switch {
	case e.Name == "":
		return fmt.Errorf("name is missing: give each entry one")
	case strings.Contains(e.Cron, "TZ="):
		return fmt.Errorf("cron %q: the time zone goes into `timezone`, not into the cron line", e.Cron)
	case strings.HasPrefix(e.Cron, "@every"):
		if every, err := time.ParseDuration(strings.TrimSpace(strings.TrimPrefix(e.Cron, "@every"))); err != nil || every < time.Minute {
			return fmt.Errorf("cron %q: give a duration of a minute or more, such as @every 6h", e.Cron)
		}
	case e.CatchUp < 0:
		return fmt.Errorf("catch_up %s: give zero or more", e.CatchUp)
	}
	if e.Overlap != SkipOverlap && e.Overlap != WaitOverlap {
		return fmt.Errorf("overlap %q is not known: give skip or wait", e.Overlap)
	}
	return nil
}

// starBit is how the cron library marks a field that was written as a star.
const starBit = 1 << 63

// namesHour reports whether the spec fires at hours somebody chose.
func namesHour(spec cron.Schedule) bool {
	s, ok := spec.(*cron.SpecSchedule)
	return ok && s.Hour&starBit == 0
}

// Next gives the first time after t at which the entry is due, in its zone; the
// zero time if there is none within five years.
//
// An entry that names its hour follows the clock on the wall: a time that
// daylight saving skips is due at the end of the gap, and a time that comes
// twice is due the first time only. An hourly entry follows elapsed time.
func (s *Schedule) Next(t time.Time) time.Time {
	if !s.wall {
		return s.spec.Next(t.In(s.zone))
	}
	clock := onWall(t.In(s.zone))
	for range 3 { // a repeated hour can put a slot or two before t
		clock = s.spec.Next(clock)
		if clock.IsZero() {
			return time.Time{}
		}
		if due := offWall(clock, s.zone); due.After(t) {
			return due
		}
	}
	return time.Time{}
}

// onWall gives the reading of the clock at t as if it stood in UTC, where no
// hour is skipped or repeated.
func onWall(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), t.Nanosecond(), time.UTC)
}

// offWall gives the instant at which a clock in zone first shows what w shows,
// or the end of the gap if it never does.
func offWall(w time.Time, zone *time.Location) time.Time {
	t := time.Date(w.Year(), w.Month(), w.Day(), w.Hour(), w.Minute(), w.Second(), 0, zone)
	start, end := t.ZoneBounds()
	if !onWall(t).Equal(w) { // in a gap: t lies within an hour of it
		if onWall(t).Before(w) {
			return end
		}
		return start
	}
	if start.IsZero() {
		return t
	}
	_, before := start.Add(-time.Second).Zone()
	_, now := t.Zone()
	if first := t.Add(-time.Duration(before-now) * time.Second); before > now && first.Before(start) {
		return first.In(zone)
	}
	return t
}
