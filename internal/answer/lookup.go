package answer

import "github.com/pincite/pincite/internal/statute"

// ClaimByID gives the claim of that ID, nil where there is none.
func (a *Answer) ClaimByID(id int) *Claim {
	if id < 1 || id > len(a.Claims) {
		return nil
	}
	return &a.Claims[id-1]
}

// SourceByRef gives the first listed source of that ref, nil where none is.
func (a *Answer) SourceByRef(ref statute.Ref) *Source {
	for i := range a.Sources {
		if a.Sources[i].Ref == ref {
			return &a.Sources[i]
		}
	}
	return nil
}
