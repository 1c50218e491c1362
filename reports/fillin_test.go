package reports

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// filledIn writes the sample's workbook, lets edit change it, and reads it back.
func filledIn(t *testing.T, edit func(book *excelize.File, heads []string)) ([]Filled, error) {
	t.Helper()
	var out bytes.Buffer
	if err := writeWorkbook(&out, sampleReport(t)); err != nil {
		t.Fatal(err)
	}
	book, err := excelize.OpenReader(&out)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := book.GetRows("Findings")
	if err != nil {
		t.Fatal(err)
	}
	edit(book, rows[0])
	var saved bytes.Buffer
	if err := book.Write(&saved); err != nil {
		t.Fatal(err)
	}
	return ReadFillIn(&saved)
}

func set(t *testing.T, book *excelize.File, heads []string, row int, name string, value any) {
	t.Helper()
	at, err := excelize.CoordinatesToCellName(slices.Index(heads, name)+1, row)
	if err == nil {
		err = book.SetCellValue("Findings", at, value)
	}
	if err != nil {
		t.Fatal(err)
	}
}

func TestAnUntouchedWorkbookDecidesNothing(t *testing.T) {
	rows, err := filledIn(t, func(*excelize.File, []string) {})
	if err != nil || len(rows) != 0 {
		t.Errorf("%v %v", rows, err)
	}
}

// TestADayIsReadAsTextAndAsDate: a spreadsheet turns what is typed into a date.
func TestADayIsReadAsTextAndAsDate(t *testing.T) {
	rows, err := filledIn(t, func(book *excelize.File, heads []string) {
		for row, due := range map[int]any{2: "2026-12-31", 3: time.Date(2026, 12, 31, 0, 0, 0, 0, time.UTC)} {
			set(t, book, heads, row, "owner", " R. Quill ")
			set(t, book, heads, row, "disposition", "False Alarm")
			set(t, book, heads, row, "due", due)
		}
	})
	if err != nil || len(rows) != 2 {
		t.Fatalf("%v %v", rows, err)
	}
	for _, row := range rows {
		if row.Owner != "R. Quill" || row.Disposition != "false alarm" || row.Due != "2026-12-31" || !strings.HasPrefix(row.Finding, "f-") {
			t.Errorf("%+v", row)
		}
	}
}

func TestColumnsMayBeMovedAndNotRenamed(t *testing.T) {
	rows, err := filledIn(t, func(book *excelize.File, heads []string) {
		set(t, book, heads, 2, "owner", "R. Quill")
		set(t, book, heads, 2, "disposition", "fixed")
		if err := book.InsertCols("Findings", "A", 2); err != nil {
			t.Fatal(err)
		}
	})
	if err != nil || len(rows) != 1 || rows[0].Row != 2 {
		t.Errorf("moved: %v %v", rows, err)
	}
	_, err = filledIn(t, func(book *excelize.File, heads []string) { set(t, book, heads, 1, "due", "when") })
	var fault *FillInFault
	if !errors.As(err, &fault) || fault.Row != 1 || fault.Column != "due" {
		t.Errorf("renamed: %v", err)
	}
}

func TestOneFaultKeepsAllRowsOut(t *testing.T) {
	rows, err := filledIn(t, func(book *excelize.File, heads []string) {
		set(t, book, heads, 2, "owner", "R. Quill")
		set(t, book, heads, 2, "disposition", "accepted")
		set(t, book, heads, 3, "disposition", "accepted")
		set(t, book, heads, 4, "due", "31.12.2026")
	})
	if len(rows) != 0 || err == nil {
		t.Fatalf("%v %v", rows, err)
	}
	for _, want := range []string{"row 3, column owner: ", "row 4, column owner: ", "row 4, column disposition: ", "row 4, column due: "} {
		if !strings.Contains(err.Error(), "sheet Findings, "+want) {
			t.Errorf("%v does not name %s", err, want)
		}
	}
}
