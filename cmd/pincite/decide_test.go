package main

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"

	"github.com/pincite/pincite/internal/finding"
)

// latest reads the report of the last run.
func latest(ts *testscript.TestScript) *finding.Report {
	var report finding.Report
	ts.Check(json.Unmarshal([]byte(ts.ReadFile("reports/latest/report.json")), &report))
	return &report
}

// findingID puts the id of the first finding on a section of 12-4 by a rule of
// that beginning into the environment: finding RULE NAME.
func findingID(ts *testscript.TestScript, _ bool, args []string) {
	report := latest(ts)
	for i := range report.Answers {
		for _, f := range report.Answers[i].Findings {
			if strings.HasPrefix(f.Rule, args[0]) && f.Ref.Document == 1 && report.Answers[i].Origin == "imported" {
				ts.Setenv(args[1], f.ID)
				return
			}
		}
	}
	ts.Fatalf("no finding of a rule %s…", args[0])
}

// sectionOf puts the number of the section that a finding's marker is bound to
// into the environment: section FINDING NAME.
func sectionOf(ts *testscript.TestScript, _ bool, args []string) {
	report := latest(ts)
	for i := range report.Answers {
		for _, f := range report.Answers[i].Findings {
			at := slices.IndexFunc(report.Answers[i].Sources, func(s finding.SourceReport) bool { return s.Ref == f.Ref && s.Bound != nil })
			if f.ID == args[0] && at >= 0 {
				ts.Setenv(args[1], report.Answers[i].Sources[at].Bound.Number)
				return
			}
		}
	}
	ts.Fatalf("finding %s is bound to no section", args[0])
}

// amend adds words to the end of the first paragraph of a section of a page:
// amend FILE NUMBER.
func amend(ts *testscript.TestScript, _ bool, args []string) {
	before, rest, there := strings.Cut(ts.ReadFile(args[0]), ">"+args[1]+". ")
	paragraph, after, ended := strings.Cut(rest, "</p>")
	if !there || !ended {
		ts.Fatalf("%s holds no section %s", args[0], args[1])
	}
	text := before + ">" + args[1] + ". " + paragraph + " and thereafter</p>" + after
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o644))
}

// day puts the date so many days from now into the environment: day 20 NAME.
func day(ts *testscript.TestScript, _ bool, args []string) {
	days, err := strconv.Atoi(args[0])
	ts.Check(err)
	ts.Setenv(args[1], time.Now().UTC().AddDate(0, 0, days).Format(time.DateOnly))
}

// fill fills cells of a row of a workbook: fill FILE ROW HEAD VALUE…
func fill(ts *testscript.TestScript, _ bool, args []string) {
	path := ts.MkAbs(args[0])
	book, err := excelize.OpenFile(path)
	ts.Check(err)
	rows, err := book.GetRows("Findings")
	ts.Check(err)
	for i := 2; i+1 < len(args); i += 2 {
		column, err := excelize.ColumnNumberToName(slices.Index(rows[0], args[i]) + 1)
		ts.Check(err)
		ts.Check(book.SetCellStr("Findings", fmt.Sprint(column, args[1]), args[i+1]))
	}
	ts.Check(book.Save())
	ts.Check(book.Close())
}

// shrink leaves the first sections of a page: shrink FILE COUNT.
func shrink(ts *testscript.TestScript, _ bool, args []string) {
	count, err := strconv.Atoi(args[1])
	ts.Check(err)
	parts := strings.Split(ts.ReadFile(args[0]), `<h3 class="section">`)
	if len(parts) <= count+1 {
		ts.Fatalf("%s has only %d sections", args[0], len(parts)-1)
	}
	text := strings.Join(parts[:count+1], `<h3 class="section">`) + "</div></body></html>"
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o644))
}
