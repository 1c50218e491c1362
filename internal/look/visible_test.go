package look

import "testing"

// TestVisible names one character of each kind that hides or reorders, and the
// kinds that must stay as they are.
func TestVisible(t *testing.T) {
	for in, want := range map[string]string{
		"plain § 9–1 “law”\n\tnext": "plain § 9–1 “law”\n\tnext",
		"é 中 𝔏 👍":                   "é 中 𝔏 👍",
		"a\u202eb":                  "a‹U+202E›b",
		"a\u200bb\u00ad":            "a‹U+200B›b‹U+00AD›",
		"a\x00b\x1b[31m":            "a‹U+0000›b‹U+001B›[31m",
		"a\u2028b\u2066":            "a‹U+2028›b‹U+2066›",
		"a\U000e0041\ufeff\uffff":   "a‹U+E0041›‹U+FEFF›‹U+FFFF›",
		"a\u061c\u180e\u0085":       "a‹U+061C›‹U+180E›‹U+0085›",
		"a\xffb":                    "a\ufffdb",
	} {
		if got := Visible(in); got != want {
			t.Errorf("Visible(%q) = %q, want %q", in, got, want)
		}
	}
}
