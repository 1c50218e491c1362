package audit

import (
	"github.com/pincite/pincite/internal/index"
	"github.com/pincite/pincite/internal/statute"
)

// Law is the law of one jurisdiction at one edition, ready to be searched.
// It is shared by cases and never changed after it is made.
type Law struct {
	Jurisdiction statute.Jurisdiction
	// Sections by source, document and place.
	Sections []statute.Held
	// Index is over Sections, in the same order.
	Index *index.Index
	// Former are superseded versions, newest first.
	Former []statute.Held
	// Complete is whether every configured source was read well; Gaps says
	// what is missing, in plain words.
	Complete bool
	Gaps     []string

	derived *derived
}
