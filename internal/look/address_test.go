package look

import "testing"

func TestOnlyWhatAllCanFollowIsLinked(t *testing.T) {
	for address, want := range map[string][2]bool{
		"https://law.example/1.html":   {true, false},
		"http://law.example":           {true, false},
		"http://127.0.0.1:4048/1.html": {false, true},
		"http://[::1]/1.html":          {false, true},
		"https://LOCALHOST./1.html":    {false, true},
		"http://a.localhost/":          {false, true},
		"http://localhost.example/":    {true, false},
		"file:///srv/law/1.html":       {false, false},
		"javascript:alert(1)":          {false, false},
		"https:":                       {false, false},
		"http://law.example/%zz":       {false, false},
		"":                             {false, false},
	} {
		if got := [2]bool{WebAddress(address), Local(address)}; got != want {
			t.Errorf("%q: followed and local are %v, want %v", address, got, want)
		}
	}
}
