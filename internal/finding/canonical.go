package finding

// Canonical gives a copy whose lists are never null in JSON, as the schema
// demands. It shares everything else with r, which it does not change.
func (r *Report) Canonical() *Report {
	c := *r
	c.Answers = each(r.Answers, canonicalAnswer)
	c.Sections = each(r.Sections, func(s *SectionText) { s.Hierarchy = list(s.Hierarchy) })
	c.Coverage.Sources = list(r.Coverage.Sources)
	if c.Measured == nil {
		c.Measured = map[string]Measure{}
	}
	c.Changes = each(r.Changes, func(ch *Change) { ch.Words = list(ch.Words) })
	if len(r.Printed) > 0 {
		c.Printed = each(r.Printed, func(ch *Change) { ch.Words = list(ch.Words) })
	}
	c.Stale = list(r.Stale)
	c.Since = r.Since.canonical()
	c.Trend = each(r.Trend, func(p *TrendPoint) {
		if p.BySeverity == nil {
			p.BySeverity = map[Severity]int{}
		}
	})
	return &c
}

func canonicalAnswer(a *AnswerReport) {
	a.Sources = list(a.Sources)
	a.Claims = each(a.Claims, func(c *ClaimReport) {
		c.Citations = each(c.Citations, func(ci *CitationReport) { ci.Evidence = list(ci.Evidence) })
	})
	a.Findings = each(a.Findings, func(f *Finding) { f.SourceQuotes = list(f.SourceQuotes) })
}

func (s *Since) canonical() *Since {
	if s == nil {
		return nil
	}
	c := *s
	for _, ids := range []*[]string{&c.New, &c.StillOpen, &c.Fixed, &c.Reappeared, &c.LapsedWaive} {
		*ids = list(*ids)
	}
	return &c
}

// each copies the list and changes the copy; the result is never nil.
func each[T any](in []T, change func(*T)) []T {
	out := append([]T{}, in...)
	for i := range out {
		change(&out[i])
	}
	return out
}

// list is in, or an empty list for nil.
func list[T any](in []T) []T {
	if in == nil {
		return []T{}
	}
	return in
}
