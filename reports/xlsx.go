package reports

import (
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"

	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/look"
)

// The workbook's first sheet has, after the columns of the CSV, three to fill
// in; it is read back by the finding's id in the first column.
var _ = add(Format{
	Name: "xlsx", Extension: "xlsx", About: "people who work findings off: filters, and columns owner, disposition and due to fill in",
	Write: writeWorkbook,
})

// FillIn are the columns left empty for a person; Dispositions are the words
// that the second offers.
var (
	FillIn       = []string{"owner", "disposition", "due"}
	Dispositions = []string{"will fix", "fixed", "accepted", "false alarm"}
)

// cellLimit keeps a cell below the 32,767 UTF-16 units that the format holds.
const cellLimit = 16000

func writeWorkbook(w io.Writer, r *finding.Report) error {
	book := &workbook{file: excelize.NewFile()}
	defer func() { _ = book.file.Close() }()
	book.findings(r)
	book.answers(r)
	book.coverage(r)
	book.rules(r)
	book.changes(r)
	if book.err == nil {
		book.err = book.file.SetDocProps(&excelize.DocProperties{Title: "Pincite audit, run " + line(r.Run), Creator: "Pincite",
			Created: r.GeneratedAt.UTC().Format("2006-01-02T15:04:05Z"), Modified: r.GeneratedAt.UTC().Format("2006-01-02T15:04:05Z")})
	}
	if book.err == nil {
		_, book.err = book.file.WriteTo(w)
	}
	if book.err != nil {
		return fmt.Errorf("report %s as XLSX: %w", r.Run, book.err)
	}
	return nil
}

// workbook writes sheets until the first error.
type workbook struct {
	file *excelize.File
	err  error
}

// try keeps the first error and does nothing after it.
func (b *workbook) try(steps ...func() error) {
	for _, step := range steps {
		if b.err == nil {
			b.err = step()
		}
	}
}

func (b *workbook) findings(r *finding.Report) {
	heads, widths := append(names(), FillIn...), make([]float64, len(columns))
	for i := range columns {
		widths[i] = columns[i].Width
	}
	table := rows(r)
	for i := range table {
		table[i] = append(table[i], "", "", "")
	}
	b.sheet("Findings", heads, append(widths, 18, 16, 14), table)
	choice := excelize.NewDataValidation(true)
	choice.SetSqref(fmt.Sprintf("%s2:%s%d", columnName(len(columns)+2), columnName(len(columns)+2), max(len(table), 1)+1))
	b.try(func() error { return choice.SetDropList(Dispositions) },
		func() error { return b.file.AddDataValidation("Findings", choice) })
}

func (b *workbook) answers(r *finding.Report) {
	var table [][]string
	for i := range r.Answers {
		a := &r.Answers[i]
		open, waived := a.Count()
		table = append(table, []string{a.ID, string(a.Jurisdiction), a.Title, a.Question, a.OutcomeWords(), fmt.Sprint(open[finding.Critical]),
			fmt.Sprint(open[finding.High]), fmt.Sprint(open[finding.Medium]), fmt.Sprint(open[finding.Low]), fmt.Sprint(waived)})
	}
	b.sheet("Answers", []string{"answer", "jurisdiction", "title", "question", "outcome", "critical", "high", "medium", "low", "waived"},
		[]float64{18, 12, 40, 40, 24, 9, 9, 9, 9, 9}, table)
}

func (b *workbook) coverage(r *finding.Report) {
	table := [][]string{{"", "", "", "", "", "", r.Unseen()}}
	for i := range r.Coverage.Sources {
		s := &r.Coverage.Sources[i]
		table = append(table, []string{s.ID, string(s.Jurisdiction), s.Title, s.State, sectionsFound(s), look.Stamp(s.FetchedAt, "2006-01-02 15:04"), s.Reason})
	}
	b.sheet("Coverage", []string{"source", "jurisdiction", "title", "state", "sections", "last read", "reason and remedy"},
		[]float64{18, 12, 36, 12, 26, 18, 70}, table)
}

func (b *workbook) rules(r *finding.Report) {
	var table [][]string
	for _, row := range ruleRows(r) {
		table = append(table, []string{row.Name, string(row.Severity), row.Summary, fmt.Sprint(row.Found), row.Right(), row.Finds()})
	}
	b.sheet("Rules", []string{"rule", "severity", "what is wrong", "found", "it was right", "it finds"}, []float64{26, 10, 60, 8, 30, 30}, table)
}

func (b *workbook) changes(r *finding.Report) {
	var table [][]string
	for i := range r.Changes {
		c := &r.Changes[i]
		table = append(table, []string{string(c.Jurisdiction), c.Number, c.Catchline, c.Kind, diffWords(c.Words), fmt.Sprint(len(c.Answers))})
	}
	b.sheet("Changes of law", []string{"jurisdiction", "section", "catchline", "kind", "words", "answers touched"}, []float64{12, 14, 30, 12, 90, 14}, table)
}

// sheet writes a table with a frozen head and filters. Every cell is text.
func (b *workbook) sheet(name string, heads []string, widths []float64, table [][]string) {
	if name == "Findings" {
		b.try(func() error { return b.file.SetSheetName("Sheet1", name) })
	} else {
		b.try(func() error { _, err := b.file.NewSheet(name); return err })
	}
	for i, row := range append([][]string{heads}, table...) {
		for j, cell := range row {
			at := fmt.Sprintf("%s%d", columnName(j+1), i+1)
			b.try(func() error { return b.file.SetCellStr(name, at, cut(visible(cell), cellLimit)) })
		}
	}
	b.look(name, len(heads), widths, len(table))
}

// look freezes the head, sets widths, and wraps the words.
func (b *workbook) look(name string, columns int, widths []float64, rows int) {
	last := columnName(columns)
	for i, width := range widths {
		at := columnName(i + 1)
		b.try(func() error { return b.file.SetColWidth(name, at, at, width) })
	}
	b.style(name, fmt.Sprintf("%s%d", last, 1), "A1", &excelize.Style{Font: &excelize.Font{Bold: true}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E8E6E1"}}})
	if rows > 0 {
		b.style(name, fmt.Sprintf("%s%d", last, rows+1), "A2", &excelize.Style{Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}})
	}
	b.try(func() error {
		return b.file.SetPanes(name, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"})
	}, func() error {
		return b.file.AutoFilter(name, fmt.Sprintf("A1:%s%d", last, rows+1), nil)
	})
}

func (b *workbook) style(sheet, to, from string, style *excelize.Style) {
	b.try(func() error {
		id, err := b.file.NewStyle(style)
		if err != nil {
			return err
		}
		return b.file.SetCellStyle(sheet, from, to, id)
	})
}

// columnName is the letters of column n, which counts from 1 and stays small.
func columnName(n int) string {
	name, err := excelize.ColumnNumberToName(n)
	if err != nil {
		return "A"
	}
	return name
}
