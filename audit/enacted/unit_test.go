package enacted

import (
	"testing"

	"github.com/pincite/pincite/audit/force"
	"github.com/pincite/pincite/audit/lexis"
	"github.com/pincite/pincite/internal/statute"
)

func TestUnitsJoinLeadIns(t *testing.T) {
	h := section("A ferryman shall:\n(1) ring the bell; and\n(2) count the goats.\nGoats ride free.")
	h.Subsections = []statute.Subsection{{Label: "(1)", Start: 18, End: 40}, {Label: "(2)", Start: 41, End: 60}}
	x := outline(h).complete()
	if len(x.Units) != 4 || x.Units[2].Parent != 0 || x.Units[3].Parent != -1 {
		t.Fatalf("units: %+v", x.Units)
	}
	if p := x.Predicates[2]; len(p) != 1 || p[0].Force != force.Must || !lexis.SetOf(p[0].Action)["count"] {
		t.Errorf("the lead-in's shall does not govern its item: %+v", p)
	}
}
