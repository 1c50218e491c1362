package pipeline

import "testing"

// TestOnlyAMovedStretchSaysTheSame keeps apart what a publisher moves and what a
// legislature changes.
func TestOnlyAMovedStretchSaysTheSame(t *testing.T) {
	const list = "A keeper of goods shall not, for\n(1) the storing of any goods; or\n(2) the moving of any goods,\nask the owner for more than the posted fee. The fee is posted within 30 days and paid within 60 days."
	for name, c := range map[string]struct {
		now  string
		same bool
	}{
		"flush words moved to the end of the list": {"A keeper of goods shall not, for ask the owner for more than the posted fee.\nThe storing of any goods; or\nThe moving of any goods, The fee is posted within 30 days and paid within 60 days.", true},
		"as it was":              {list, true},
		"numbers changed places": {"A keeper of goods shall not, for\n(1) the storing of any goods; or\n(2) the moving of any goods,\nask the owner for more than the posted fee. The fee is posted within 60 days and paid within 30 days.", false},
		"a word left out":        {"A keeper of goods shall, for\n(1) the storing of any goods; or\n(2) the moving of any goods,\nask the owner for more than the posted fee. The fee is posted within 30 days and paid within 60 days.", false},
		"a word for another":     {"A keeper of goods shall not, for\n(1) the storing of any goods; and\n(2) the moving of any goods,\nask the owner for more than the posted fee. The fee is posted within 30 days and paid within 60 days.", false},
		"nothing left":           {"", false},
	} {
		if got := onlyReordered(list, c.now); got != c.same {
			t.Errorf("%s: %v", name, got)
		}
	}
}
