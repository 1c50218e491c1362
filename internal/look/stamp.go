package look

import "time"

// Stamp says a time in UTC by a layout of package time, or that there was none.
func Stamp(t time.Time, layout string) string {
	if t.IsZero() {
		return "never"
	}
	return t.UTC().Format(layout)
}
