package reports

import (
	"slices"

	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/statute"
)

// pageLimit is the size in bytes from which a page is split by jurisdiction: a
// mail server still takes it, and a browser opens it while one waits.
const pageLimit = 20_000_000

// indexRow is one file of a split report.
type indexRow struct {
	Place  statute.Jurisdiction
	Name   string
	File   string
	Counts finding.Counts
}

func filesByPlace(index []indexRow) map[statute.Jurisdiction]string {
	if index == nil {
		return nil
	}
	files := map[statute.Jurisdiction]string{}
	for _, row := range index {
		files[row.Place] = row.File
	}
	return files
}

// splitHTML gives an index and a page for each jurisdiction where one page would
// be larger than limit; else that one page.
func splitHTML(base string, r *finding.Report, limit int) ([]File, error) {
	home := base + ".html"
	whole, err := newPage(r, nil).render()
	if err != nil {
		return nil, err
	}
	index := indexRows(base, r)
	if len(whole) <= limit || len(index) < 2 {
		return []File{{home, whole}}, nil
	}
	data, err := newPage(r, index).render()
	files := []File{{home, data}}
	for _, row := range index {
		if err != nil {
			return nil, err
		}
		p := newPage(only(r, row.Place), nil)
		p.Home = home
		data, err = p.render()
		files = append(files, File{row.File, data})
	}
	return files, err
}

// indexRows names a file for each jurisdiction that has answers.
func indexRows(base string, r *finding.Report) []indexRow {
	var rows []indexRow
	for _, j := range r.Jurisdictions() {
		part := only(r, j)
		if len(part.Answers) == 0 {
			continue
		}
		row := indexRow{Place: j, Name: j.Name(), File: base + "-" + string(j) + ".html", Counts: part.Count()}
		if !plainPlace.MatchString(string(j)) {
			return nil // no file can be named for it, so nothing is split
		}
		rows = append(rows, row)
	}
	return rows
}

// only is the report of one jurisdiction. Whether coverage is complete stays as
// it is in the whole: a part never looks better than the report.
func only(r *finding.Report, j statute.Jurisdiction) *finding.Report {
	part := *r
	part.Trend, part.Waivers = nil, nil
	part.Answers = keep(r.Answers, func(a *finding.AnswerReport) bool { return a.Jurisdiction == j })
	part.Changes = keep(r.Changes, func(c *finding.Change) bool { return c.Jurisdiction == j })
	part.Printed = keep(r.Printed, func(c *finding.Change) bool { return c.Jurisdiction == j })
	part.Stale = keep(r.Stale, func(s *finding.Stale) bool { return s.Jurisdiction == j })
	part.Coverage.Sources = keep(r.Coverage.Sources, func(s *finding.SourceCoverage) bool { return s.Jurisdiction == j })
	part.Coverage.Claims, part.Coverage.UnverifiedClaims = claims(part.Answers)
	part.Since = sinceOnly(r.Since, &part, j)
	return &part
}

func keep[T any](in []T, wanted func(*T) bool) []T {
	var out []T
	for i := range in {
		if wanted(&in[i]) {
			out = append(out, in[i])
		}
	}
	return out
}

// claims counts those that need a citation, and the unverified among them.
func claims(answers []finding.AnswerReport) (all, unverified int) {
	for i := range answers {
		for j := range answers[i].Claims {
			c := &answers[i].Claims[j]
			if c.NeedsCitation {
				all++
			}
			if c.Unverified() {
				unverified++
			}
		}
	}
	return all, unverified
}

// sinceOnly keeps the findings that are of this jurisdiction's answers.
func sinceOnly(s *finding.Since, part *finding.Report, j statute.Jurisdiction) *finding.Since {
	if s == nil {
		return nil
	}
	out, ids := *s, map[string]bool{}
	for i := range part.Answers {
		for k := range part.Answers[i].Findings {
			ids[part.Answers[i].Findings[k].ID] = true
		}
	}
	out.Past = keep(s.Past, func(p *finding.PastFinding) bool { return p.Jurisdiction == j })
	for i := range out.Past {
		ids[out.Past[i].ID] = true
	}
	for _, list := range []*[]string{&out.New, &out.StillOpen, &out.Fixed, &out.Reappeared, &out.LapsedWaive} {
		*list = slices.DeleteFunc(slices.Clone(*list), func(id string) bool { return !ids[id] })
	}
	return &out
}
