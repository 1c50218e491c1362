package eval

import (
	"bytes"
	"strings"
	"testing"
)

// TestWithhold wants no words of an answer in what is printed, and every figure as it was.
func TestWithhold(t *testing.T) {
	table := Measure(golds(t), report())
	withheld := Measure(golds(t), report())
	withheld.Withhold()
	var text, data bytes.Buffer
	if err := withheld.WriteText(&text); err != nil {
		t.Fatal(err)
	}
	if err := withheld.WriteJSON(&data); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(text.String(), "6 misses and false alarms, not listed") {
		t.Errorf("the text does not count what it leaves out:\n%s", text.String())
	}
	for _, c := range append(table.Misses, table.FalseAlarms...) {
		for _, printed := range []string{text.String(), data.String()} {
			if c.Text != "" && strings.Contains(printed, c.Text) {
				t.Errorf("%s is told of: %q", c.Answer, c.Text)
			}
		}
	}
	if withheld.Pairs.Confusion != table.Pairs.Confusion || len(withheld.Measured()) != len(table.Measured()) {
		t.Error("a figure changed")
	}
}
