package eval

// Withhold takes the misses and false alarms out of the table and its parts and keeps
// their number: answers that are to guide no rule stay unread. The figures stand.
func (t *Table) Withhold() {
	n := len(t.Misses) + len(t.FalseAlarms)
	t.Withheld, t.Misses, t.FalseAlarms = &n, nil, nil
	for _, list := range [][]Table{t.Parts, t.Jurisdictions} {
		for i := range list {
			list[i].Withhold()
		}
	}
}
