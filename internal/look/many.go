package look

// Many gives the word for one of a thing, or that for none or more of it.
func Many(n int, one, more string) string {
	if n == 1 {
		return one
	}
	return more
}
