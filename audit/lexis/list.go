package lexis

// KeepWhere gives the members of a list for which keep holds, in order; nil for none.
func KeepWhere[T any](list []T, keep func(T) bool) []T {
	var kept []T
	for _, one := range list {
		if keep(one) {
			kept = append(kept, one)
		}
	}
	return kept
}
