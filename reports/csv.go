package reports

import (
	"encoding/csv"
	"io"
	"strings"

	"github.com/pincite/pincite/internal/finding"
)

var _ = add(Format{
	Name: "csv", Extension: "csv", About: "spreadsheets and scripts: one row per finding, cells guarded against formulas",
	Write: func(w io.Writer, r *finding.Report) error {
		table := csv.NewWriter(w)
		table.UseCRLF = true
		if err := table.Write(names()); err != nil {
			return err
		}
		for _, row := range rows(r) {
			for i := range row {
				row[i] = guard(row[i])
			}
			if err := table.Write(row); err != nil {
				return err
			}
		}
		table.Flush()
		return table.Error()
	},
})

// guard makes a cell that a spreadsheet would take for a formula into text, by
// the apostrophe that spreadsheets understand. It looks at the first character
// that is not white, since some programs skip spaces.
func guard(cell string) string {
	cell = visible(cell)
	first := strings.TrimLeft(cell, " \t\n")
	if len(first) < len(cell) && strings.ContainsAny(cell[:1], "\t\n") || first != "" && strings.ContainsAny(first[:1], "=+-@|%") ||
		strings.HasPrefix(first, "＝") || strings.HasPrefix(first, "＋") || strings.HasPrefix(first, "－") ||
		strings.HasPrefix(first, "＠") {
		return "'" + cell
	}
	return cell
}
