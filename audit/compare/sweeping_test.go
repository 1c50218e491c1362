package compare_test

import "testing"

// "Every value" sweeps over the one that the section takes out.
func TestSweepsOverException(t *testing.T) {
	const wool = "A wool broker may not sell the wool of another without a written contract with the grower. This section does not apply to consigned wool of a weight of less than forty pounds."
	checkSlots(t, []slotCase{
		{wool, "That holds for consigned wool of every weight.", "scope"},
		{wool, "Consigned wool of a weight of less than forty pounds is exempt.", ""},
		{wool, "Every grower of wool is a party to the contract.", ""},
	})
}
