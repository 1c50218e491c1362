package pipeline

import (
	"encoding/json"
	"fmt"
	"io"

	"github.com/pincite/pincite/internal/finding"
)

// WriteText writes the evaluation for reading.
func (e *Evaluation) WriteText(w io.Writer) error {
	if _, err := fmt.Fprintf(w, "rules %s, judged for %s\n", e.Rules, e.Date); err != nil {
		return err
	}
	for _, l := range e.Law {
		if _, err := fmt.Fprintf(w, "%s: %s of %s, and %d that changed since\n", l.Jurisdiction, finding.Plural(l.Sections, "section"), finding.Plural(l.Documents, "document"), l.Former); err != nil {
			return err
		}
	}
	if _, err := fmt.Fprintln(w); err != nil {
		return err
	}
	return e.Table.WriteText(w)
}

// WriteJSON writes the evaluation as indented JSON.
func (e *Evaluation) WriteJSON(w io.Writer) error { return indented(w, e) }

func indented(w io.Writer, value any) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(value)
}

// WriteFigures writes what is built into the program.
func (e *Evaluation) WriteFigures(w io.Writer) error { return indented(w, e.Figures()) }
