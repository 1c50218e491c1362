package scrapers

import (
	"testing"

	"github.com/pincite/pincite/internal/statute"
)

// TestStatus: heading, text and source note of sections, and what they say.
func TestStatus(t *testing.T) {
	for _, c := range []struct {
		why, catchline, text, history string
		want                          statute.Status
		to                            string
	}{
		{"an ordinary section", "Fees.", "The fee is $5.", "Laws 2001, c. 4.", statute.InForce, ""},
		{"a part is repealed", "Fees.", "(a) The fee is $5.\n(b) [Repealed].", "", statute.InForce, ""},
		{"a heading that is about repeal", "Effect of repealed laws.", "A repealed law has no effect.", "", statute.InForce, ""},
		{"a source note that tells of a repeal elsewhere", "Fees.", "The fee is $5.", "Repealed and reenacted 1977.", statute.InForce, ""},
		{"a bracket at the end", "Fees. [Repealed]", "Repealed by S.L. 1983, ch. 5.", "", statute.Repealed, ""},
		{"a bracket with a bracket in it", "Fees. [Repealed, § 3 ch 4 SLA 1990 (effective July 1, 1991).]", "", "", statute.Repealed, ""},
		{"text alone", "Fees.", "Repealed.", "", statute.Repealed, ""},
		{"a sentence", "Fees.", "This section was repealed by Laws 2001, c. 4.", "", statute.Repealed, ""},
		{"a range", "through 75-7. [Reserved]", "", "", statute.Reserved, ""},
		{"the source note is all there is", "", "", "[1999 c.12 §3; repealed by 2005 c.3 §2]", statute.Repealed, ""},
		{"the last event counts", "", "", "[1953 c.2 §1; renumbered 401.010 in 1961; repealed by 1971 c.5 §2]", statute.Repealed, ""},
		{"what befell a part does not count", "", "", "[1965 c.5 §1; part renumbered 416.280; renumbered 416.350 in 2009]", statute.Renumbered, "416.350"},
		{"twice renumbered", "", "", "[1953 c.2 §1; renumbered 414.810 and then 566.310]", statute.Renumbered, "566.310"},
		{"recompiled", "Recompiled.", "", "", statute.Renumbered, ""},
		{"expired", "Fees. (Expired)", "", "", statute.Expired, ""},
		{"a repeal to come", "Fees. (Repealed effective July 1, 2040.)", "The fee is $5.", "", statute.InForce, ""},
	} {
		s := statute.Section{Catchline: c.catchline, Text: c.text, History: c.history}
		settle(&s)
		if s.Status != c.want || s.RenumberedTo != c.to {
			t.Errorf("%s: %q %q %q is %s to %q, want %s to %q", c.why, c.catchline, c.text, c.history, s.Status, s.RenumberedTo, c.want, c.to)
		}
	}
}

func TestDatesOfVersions(t *testing.T) {
	for _, c := range []struct {
		catchline, note, text string
		from, until           statute.Date
	}{
		{"Fees. [Effective until July 15, 2020]", "", "x", "", "2020-07-15"},
		{"Fees. [Effective July 15, 2020]", "", "x", "2020-07-15", ""},
		{"Fees. [Effective January 1, 2025 until June 30, 2026]", "", "x", "2025-01-01", "2026-06-30"},
		{"Fees. (Repealed effective July 1, 2040.)", "", "x", "", "2040-07-01"},
		{"Fees.", "[Editor’s note: This version of this section is effective until July 1, 2023.]", "x", "", "2023-07-01"},
		{"Fees.", "[Editor’s note: This version of subsection (1) is effective until July 1, 2023.]", "x", "", ""},
		{"Fees.", "", "The fee is $5.\n(2) This section is repealed, effective March 1, 2032.", "", "2032-03-01"},
		{"Fees until paid.", "", "x", "", ""},
	} {
		s := statute.Section{Catchline: c.catchline, Text: c.text}
		if c.note != "" {
			s.Notes = []string{c.note}
		}
		settle(&s)
		if s.EffectiveFrom != c.from || s.EffectiveUntil != c.until {
			t.Errorf("%q %q: from %q until %q, want %q and %q", c.catchline, c.note, s.EffectiveFrom, s.EffectiveUntil, c.from, c.until)
		}
	}
}

func TestOrderOfNumbers(t *testing.T) {
	for _, pair := range [][2]string{
		{"57-12C-6", "57-12C-10"}, {"51-14-05", "51-14.1-01"}, {"6-2-117", "6-2.5-101"}, {"432B.0655", "432B.066"},
		{"1798.199.10", "1798.199.100"}, {"75-15.2", "75-15.10"}, {"646A.604", "646A.606"}, {"28-3814", "28-3814(Perm)"}, {"28-3852", "[28-3852.01]"},
	} {
		if backwards(pair[0], pair[1]) {
			t.Errorf("%s should not stand behind %s", pair[0], pair[1])
		}
	}
	for _, pair := range [][2]string{{"57-12C-10", "57-12C-6"}, {"646A.606", "646A.604"}, {"75-10", "75-2.1"}} {
		if !backwards(pair[0], pair[1]) {
			t.Errorf("%s should stand behind %s", pair[0], pair[1])
		}
	}
}
