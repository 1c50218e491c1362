package enacted

import "github.com/pincite/pincite/internal/statute"

func section(text string) *statute.Held {
	return &statute.Held{Section: statute.Section{Number: "1-1", Occurrence: 1, Text: text, Status: statute.InForce}}
}
