package audit

// opensUnit tells a condition that opens its sentence: "If the investigation shows
// misuse, the holder shall …".
func (x *comparison) opensUnit(l *limit) bool {
	own := x.text.units[l.unit].own
	return len(own) > 2 && l.span.Start <= own[2].start
}

// onPermission tells that a condition hangs on a permission of its sentence, and
// not on what else the sentence says.
func (x *comparison) onPermission(l *limit) bool {
	for _, q := range x.text.predicates[l.unit] {
		if n := len(q.action); q.force == may && n > 0 && l.span.Start-q.action[n-1].end >= 0 && l.span.Start-q.action[n-1].end < 12 {
			return true
		}
		if q.force == may && l.span.End <= q.cue.Start && x.text.units[l.unit].own[0].end+4 >= l.span.Start {
			return true
		}
	}
	return false
}
