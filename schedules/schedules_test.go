package schedules

import (
	"strings"
	"testing"
	"time"
)

func entry(cron, zone string) Entry {
	return Entry{Name: "nightly", Cron: cron, Timezone: zone, Do: "run"}
}

func mustNew(t *testing.T, e Entry) *Schedule {
	t.Helper()
	s, err := New(e)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// at reads an instant with its offset, so that the two passes of a repeated
// hour can be told apart.
func at(t *testing.T, s string) time.Time {
	t.Helper()
	when, err := time.Parse("2006-01-02T15:04-07:00", s)
	if err != nil {
		t.Fatal(err)
	}
	return when
}

func TestNextOverDaylightSaving(t *testing.T) {
	const zone = "America/New_York"
	for _, c := range []struct{ why, cron, after, want string }{
		{"an ordinary night", "15 2 * * *", "2026-03-06T12:00-05:00", "2026-03-07T02:15-05:00"},
		{"skipped hour: due at the end of the gap", "30 2 * * *", "2026-03-08T00:00-05:00", "2026-03-08T03:00-04:00"},
		{"the day after the gap", "30 2 * * *", "2026-03-08T03:00-04:00", "2026-03-09T02:30-04:00"},
		{"repeated hour: the first pass", "30 1 * * *", "2026-11-01T00:00-04:00", "2026-11-01T01:30-04:00"},
		{"repeated hour: not the second pass", "30 1 * * *", "2026-11-01T01:30-04:00", "2026-11-02T01:30-05:00"},
		{"asked between the passes", "30 1 * * *", "2026-11-01T01:10-05:00", "2026-11-02T01:30-05:00"},
		{"hourly keeps elapsed time in the gap", "0 * * * *", "2026-03-08T01:00-05:00", "2026-03-08T03:00-04:00"},
		{"hourly runs in both passes", "0 * * * *", "2026-11-01T01:00-04:00", "2026-11-01T01:00-05:00"},
		{"first of the month", "0 4 1 * *", "2026-11-24T00:00-05:00", "2026-12-01T04:00-05:00"},
	} {
		s := mustNew(t, entry(c.cron, zone))
		if got, want := s.Next(at(t, c.after)), at(t, c.want); !got.Equal(want) {
			t.Errorf("%s: %q after %s = %s, want %s", c.why, c.cron, c.after, got, want)
		}
	}
}

func TestNewRefuses(t *testing.T) {
	for _, c := range []struct {
		e    Entry
		says string
	}{
		{Entry{Cron: "@daily"}, "name"},
		{entry("TZ=0", ""), "timezone"},
		{entry("CRON_TZ=", ""), "timezone"},
		{entry("@every -5s", ""), "minute or more"},
		{entry("@every soon", ""), "minute or more"},
		{entry("0 0 31 2 *", ""), "never"},
		{entry("61 * * * *", ""), "five fields"},
		{entry("@daily", "Mars/Olympus"), "IANA"},
		{Entry{Name: "n", Cron: "@daily", Overlap: "pile-up"}, "skip or wait"},
		{Entry{Name: "n", Cron: "@daily", CatchUp: -time.Hour}, "zero or more"},
	} {
		if _, err := New(c.e); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("New(%+v): %v, want an error that says %q", c.e, err, c.says)
		}
	}
}

func TestPlan(t *testing.T) {
	nightly := entry("15 2 * * *", "UTC")
	nightly.CatchUp = 6 * time.Hour
	waits := nightly
	waits.Overlap = WaitOverlap
	for _, c := range []struct {
		why     string
		e       Entry
		past    Past
		now     string
		want    Action
		because string
	}{
		{"a new entry has missed nothing", nightly, Past{}, "2026-11-24T02:16+00:00", "", ""},
		{"not yet due", nightly, Past{Slot: at(t, "2026-11-23T02:15+00:00")}, "2026-11-24T02:14+00:00", "", ""},
		{"due", nightly, Past{Slot: at(t, "2026-11-23T02:15+00:00")}, "2026-11-24T02:15+00:00", Start, "due"},
		{"made up", nightly, Past{Slot: at(t, "2026-11-23T02:15+00:00")}, "2026-11-24T07:00+00:00", Start, "made up"},
		{"too late to make up", nightly, Past{Slot: at(t, "2026-11-23T02:15+00:00")}, "2026-11-24T09:00+00:00", Skip, "longer than catch_up"},
		{"one run for many slots", nightly, Past{Slot: at(t, "2026-11-22T02:15+00:00")}, "2026-11-24T02:15+00:00", Start, "for 2 slots"},
		{"still running", nightly, Past{Slot: at(t, "2026-11-23T02:15+00:00"), Running: true}, "2026-11-24T02:15+00:00", Skip, "goes on"},
		{"still running, waits", waits, Past{Slot: at(t, "2026-11-23T02:15+00:00"), Running: true}, "2026-11-24T02:15+00:00", Wait, "goes on"},
	} {
		s := mustNew(t, c.e)
		plan := Plan(at(t, c.now), []*Schedule{s}, map[string]Past{s.Name: c.past})
		if c.want == "" {
			if len(plan) != 0 {
				t.Errorf("%s: %+v, want nothing", c.why, plan)
			}
			continue
		}
		if len(plan) != 1 || plan[0].Action != c.want || !strings.Contains(plan[0].Why, c.because) {
			t.Errorf("%s: %+v, want %s because %q", c.why, plan, c.want, c.because)
		}
	}
}
