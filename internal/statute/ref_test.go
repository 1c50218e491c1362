package statute

import "testing"

func TestParseRef(t *testing.T) {
	for _, c := range []struct {
		in   string
		want Ref
		ok   bool
	}{
		{"1.2", Ref{1, 2}, true},
		{"12.104", Ref{12, 104}, true},
		{"999.1", Ref{999, 1}, true},
		{"1", Ref{}, false},
		{"1.", Ref{}, false},
		{"0.1", Ref{}, false},
		{"01.2", Ref{}, false},
		{"1.-2", Ref{}, false},
		{"1.2.3", Ref{}, false},
		{"a.b", Ref{}, false},
	} {
		got, err := ParseRef(c.in)
		if got != c.want || (err == nil) != c.ok {
			t.Errorf("ParseRef(%q) = %v, %v", c.in, got, err)
		}
	}
}

func TestParseJurisdiction(t *testing.T) {
	for in, want := range map[string]Jurisdiction{
		"nm": "NM", "New  Mexico": "NM", "district of columbia": "DC", "US": Federal,
	} {
		if got, err := ParseJurisdiction(in); got != want || err != nil {
			t.Errorf("ParseJurisdiction(%q) = %q, %v", in, got, err)
		}
	}
	if _, err := ParseJurisdiction("Nowhere"); err == nil {
		t.Error("Nowhere is a jurisdiction")
	}
}

func TestVersionIgnoresLayoutAndHistory(t *testing.T) {
	one := Section{Text: "A person  shall\nnotify.", History: "Laws 2017", Status: InForce}
	two := Section{Text: "A person shall notify.", History: "Laws 2019", Status: InForce}
	if one.Version() != two.Version() {
		t.Error("white space or history made a new version")
	}
	two.Text = "A person may notify."
	if one.Version() == two.Version() {
		t.Error("changed words made no new version")
	}
}
