package reports

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"github.com/pincite/pincite/internal/statute"
)

// Filled is one row of the workbook that a person filled in.
type Filled struct {
	// Row counts from 1, as the program that shows the sheet does.
	Row     int
	Finding string
	Owner   string
	// Disposition is a word of Dispositions; Due is "" where none was given.
	Disposition string
	Due         statute.Date
}

// fillInSheet is the sheet that is read back.
const fillInSheet = "Findings"

// FillInFault is what keeps a row from being taken over.
type FillInFault struct {
	Row    int
	Column string
	Reason string
}

// Error names sheet, row and column, what is wrong there and the remedy.
func (f *FillInFault) Error() string {
	return fmt.Sprintf("sheet %s, row %d, column %s: %s", fillInSheet, f.Row, f.Column, f.Reason)
}

// ReadFillIn reads the filled-in rows of a workbook that this package wrote, by
// the heads of its columns, which may have been moved. Rows of which nothing was
// filled in are left out. The error names every fault, and then there are no
// rows.
func ReadFillIn(r io.Reader) ([]Filled, error) {
	book, err := excelize.OpenReader(r, excelize.Options{RawCellValue: true, UnzipSizeLimit: 256 << 20})
	if err != nil {
		return nil, fmt.Errorf("this is no workbook: %w: give the report.xlsx of a run, filled in", err)
	}
	defer func() { _ = book.Close() }() // it was only read
	cells, err := book.GetRows(fillInSheet)
	if err != nil || len(cells) == 0 {
		return nil, fmt.Errorf("the workbook has no sheet %s with a head: give the report.xlsx of a run, filled in", fillInSheet)
	}
	at, err := heads(cells[0])
	if err != nil {
		return nil, err
	}
	return filled(cells[1:], at)
}

// heads finds the columns that are needed.
func heads(row []string) (map[string]int, error) {
	at := map[string]int{}
	for _, name := range append([]string{columns[0].Name}, FillIn...) {
		i := slices.IndexFunc(row, func(cell string) bool { return strings.EqualFold(strings.TrimSpace(cell), name) })
		if i < 0 {
			return nil, &FillInFault{1, name, "there is no column of this head: do not rename it"}
		}
		at[name] = i
	}
	return at, nil
}

func filled(rows [][]string, at map[string]int) ([]Filled, error) {
	var all []Filled
	var faults []error
	seen := map[string]Filled{}
	for i, cells := range rows {
		one := &reader{row: i + 2, cells: cells, at: at}
		row, ok := one.read()
		faults = append(faults, one.faults...)
		if !ok {
			continue
		}
		before, twice := seen[row.Finding]
		if twice && (before.Owner != row.Owner || before.Disposition != row.Disposition || before.Due != row.Due) {
			faults = append(faults, &FillInFault{row.Row, columns[0].Name, fmt.Sprintf("finding %s is filled in otherwise in row %d", row.Finding, before.Row)})
		}
		if !twice {
			seen[row.Finding], all = row, append(all, row)
		}
	}
	if len(faults) > 0 {
		return nil, errors.Join(faults...)
	}
	return all, nil
}

// reader reads one row.
type reader struct {
	row    int
	cells  []string
	at     map[string]int
	faults []error
}

func (r *reader) cell(name string) string {
	if i := r.at[name]; i < len(r.cells) {
		return strings.TrimSpace(r.cells[i])
	}
	return ""
}

func (r *reader) fault(column, format string, args ...any) {
	r.faults = append(r.faults, &FillInFault{r.row, column, fmt.Sprintf(format, args...)})
}

// read gives the row; ok is false for one of which nothing was filled in.
func (r *reader) read() (f Filled, ok bool) {
	f = Filled{Row: r.row, Finding: r.cell(columns[0].Name), Owner: r.cell("owner"), Disposition: strings.ToLower(r.cell("disposition"))}
	if f.Owner == "" && f.Disposition == "" && r.cell("due") == "" {
		return f, false
	}
	if f.Finding == "" {
		r.fault(columns[0].Name, "the id of the finding is gone")
	}
	if f.Owner == "" {
		r.fault("owner", "say who decided")
	}
	if !slices.Contains(Dispositions, f.Disposition) {
		r.fault("disposition", "%q is not one of %s", f.Disposition, strings.Join(Dispositions, ", "))
	}
	f.Due = r.due()
	return f, true
}

// due reads a day as text, or as the number that a spreadsheet keeps it as.
func (r *reader) due() statute.Date {
	text := r.cell("due")
	if text == "" {
		return ""
	}
	if serial, err := strconv.ParseFloat(text, 64); err == nil {
		if day, err := excelize.ExcelDateToTime(serial, false); err == nil {
			return statute.Date(day.Format(time.DateOnly))
		}
	}
	if _, err := time.Parse(time.DateOnly, text); err != nil {
		r.fault("due", "%q is no day: give it as 2026-12-31", cut(text, 40))
	}
	return statute.Date(text)
}
