package schedules

import (
	"fmt"
	"time"
)

// Past is what is known of an entry's earlier runs.
type Past struct {
	// Slot is the newest time that was handled: run, skipped or made up. Zero
	// means that the entry is new, and nothing is missed yet.
	Slot time.Time
	// Running is whether a run of it goes on now.
	Running bool
}

// Action is what to do with a slot.
type Action string

// The actions. Every slot that comes due is one of them, and is remembered.
const (
	Start Action = "start"
	Skip  Action = "skip"
	Wait  Action = "wait"
)

// Decision is what is to be done about one slot.
type Decision struct {
	Schedule *Schedule
	// Slot is the time at which the entry was due.
	Slot   time.Time
	Action Action
	// Why is the reason in plain words, for the log.
	Why string
}

// Plan says what is due at now, in the order of the schedules: for each entry
// at most one decision, about its newest slot. Older slots that were missed are
// made up by that one run. A Wait is no more than a note: ask again later.
func Plan(now time.Time, all []*Schedule, past map[string]Past) []Decision {
	var due []Decision
	for _, s := range all {
		if d, ok := decide(now, s, past[s.Name]); ok {
			due = append(due, d)
		}
	}
	return due
}

func decide(now time.Time, s *Schedule, p Past) (Decision, bool) {
	slot, missed := newest(now, s, p.Slot)
	if slot.IsZero() {
		return Decision{}, false
	}
	d := Decision{Schedule: s, Slot: slot}
	late := now.Sub(slot)
	switch {
	case p.Running && s.Overlap == WaitOverlap:
		d.Action, d.Why = Wait, "its last run still goes on"
	case p.Running:
		d.Action, d.Why = Skip, "its last run still goes on"
	case late <= grace:
		d.Action, d.Why = Start, "due"
	case late <= s.CatchUp:
		d.Action, d.Why = Start, fmt.Sprintf("missed by %s, made up", late.Round(time.Second))
	default:
		d.Action, d.Why = Skip, fmt.Sprintf("missed by %s, longer than catch_up %s", late.Round(time.Second), s.CatchUp)
	}
	if missed > 1 {
		d.Why += fmt.Sprintf(" (for %d slots)", missed)
	}
	return d, true
}

// grace is how late a slot may be found and still count as on time: the runner
// wakes by a timer, and a machine may be busy.
const grace = time.Minute

// newest gives the latest slot in (from, now] and how many there are. Without a
// past there is none: a new entry has missed nothing.
func newest(now time.Time, s *Schedule, from time.Time) (time.Time, int) {
	if from.IsZero() {
		return time.Time{}, 0
	}
	if oldest := now.Add(-window(s)); from.Before(oldest) {
		from = oldest // a machine that was off for a year has not to count each slot
	}
	var last time.Time
	count := 0
	for slot := s.Next(from); !slot.IsZero() && !slot.After(now); slot = s.Next(slot) {
		last, count = slot, count+1
	}
	return last, count
}

// window is how far back slots are looked for: the catch-up time, and two days
// at least so that a skipped slot is named.
func window(s *Schedule) time.Duration { return max(s.CatchUp, 48*time.Hour) }
