package web

import (
	"slices"

	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/look"
	"github.com/pincite/pincite/internal/store"
)

// shownAnswers and shownNews are how many the first page lists.
const shownAnswers, shownNews = 20, 20

// homeData is the last run at a glance.
type homeData struct {
	*snapshot
	Counts  finding.Counts
	Answers []answerRow
	More    int
	News    []found
	// Accepted counts the findings that were accepted since the run.
	Accepted int
}

// answerRow is an answer with its counts.
type answerRow struct {
	*finding.AnswerReport
	Open          map[finding.Severity]int
	Waived, Blind int
}

func rowOf(a *finding.AnswerReport) answerRow {
	row := answerRow{AnswerReport: a}
	row.Open, row.Waived = a.Count()
	for i := range a.Claims {
		if a.Claims[i].Unverified() {
			row.Blind++
		}
	}
	return row
}

func rowsOf(all []finding.AnswerReport) []answerRow {
	rows := make([]answerRow, len(all))
	for i := range all {
		rows[i] = rowOf(&all[i])
	}
	return rows
}

func home(v *view) (*page, error) {
	if v.last.None() {
		return &page{Body: "empty", Title: "No run has finished yet", Here: "today"}, nil
	}
	p := &page{Body: "home", Here: "today", Title: v.last.Report.ToDo(), Tone: v.last.tone()}
	p.Kicker = []crumb{{Say: "The last run, " + look.Stamp(v.last.Run.FinishedAt, "2 January 2006, 15:04 UTC")}}
	d := v.last.glance()
	filed, err := v.filed()
	filed.mark(d.News)
	d.Accepted = filed.mark(v.last.list(func(found) bool { return true }))
	p.Data = d
	return p, err
}

// tone is that of the report; one that is gone proves nothing.
func (s *snapshot) tone() string {
	if !s.Written {
		return "warn"
	}
	return s.Report.Tone()
}

func (s *snapshot) glance() homeData {
	d := homeData{snapshot: s, Counts: s.Report.Count()}
	shown := s.Report.Answers[:min(shownAnswers, len(s.Report.Answers))]
	d.Answers, d.More = rowsOf(shown), len(s.Report.Answers)-len(shown)
	d.News = s.news()
	d.News = d.News[:min(shownNews, len(d.News))]
	return d
}

// news are the findings that a reader has not seen yet, gravest first.
func (s *snapshot) news() []found {
	return s.list(func(f found) bool {
		return f.News() || f.Waiver != nil && !f.Waived()
	})
}

// list gives the findings that are wanted, gravest first, then by answer.
func (s *snapshot) list(wanted func(found) bool) []found {
	var all []found
	for i := range s.Report.Answers {
		a := &s.Report.Answers[i]
		for k := range a.Findings {
			if f := (found{Finding: &a.Findings[k], Answer: a}); wanted(f) {
				all = append(all, f)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b found) int { return a.Severity.Rank() - b.Severity.Rank() })
	return all
}

// StateSay says a finding's state to a person.
func (f found) StateSay() string {
	switch {
	case f.Waived():
		return "waived"
	case f.Accepted():
		return "accepted from the next run on"
	case f.Waiver != nil:
		return "waiver lapsed"
	case f.State == "open" && f.Was != "":
		return "still wrong: the law moved"
	case f.State == "open":
		return "still open"
	case f.State == "":
		return "open"
	}
	return f.State
}

// runsPage is how many runs one page lists.
const runsPage = 100

func runs(v *view) (*page, error) {
	all, err := v.Store.Runs(v.Context())
	if err != nil {
		return nil, err
	}
	slices.Reverse(all)
	shown, t := paged(v, all, runsPage)
	return &page{Body: "runs", Here: "runs", Title: "Runs", Data: struct {
		Runs []store.Run
		Turn turn
	}{shown, t}}, nil
}

func run(v *view) (*page, error) {
	id := v.PathValue("run")
	seq, err := store.RunSeq(id)
	if err != nil || seq >= maxRun {
		return nil, absent("There is no run %s.", cut(id, 100))
	}
	row, ok, err := v.Store.Before(v.Context(), seq+1)
	if err != nil {
		return nil, err
	}
	if !ok || row.Seq != seq || row.ID() != id {
		return nil, absent("There is no finished run %s.", cut(id, 100))
	}
	past, err := v.shelf.of(v.Context(), row, row.Seq == v.last.Run.Seq)
	if err != nil {
		return nil, err
	}
	return &page{Body: "run", Here: "runs", Title: runTitle(past), Tone: past.tone(), Kicker: []crumb{{"Runs", "/runs"}, {Say: row.ID()}}, Data: runData{past.glance(), rowsOf(past.Report.Answers), v.last}}, nil
}

func runTitle(s *snapshot) string {
	if !s.Written {
		return "The written report of " + s.Run.ID() + " is gone"
	}
	return s.Report.ToDo()
}

// runData is an earlier run. Its links lead to what is there today.
type runData struct {
	homeData
	All   []answerRow
	today *snapshot
}

// Links reports whether an answer still has a page.
func (d runData) Links(id string) bool { return d.today.Report.Answer(id) != nil }

// LinksFinding reports whether a finding still has a page.
func (d runData) LinksFinding(id string) bool { return d.today.findings[id].Finding != nil }
