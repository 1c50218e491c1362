package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"github.com/pincite/pincite/internal/extract"
	"github.com/pincite/pincite/internal/finding"
	"github.com/pincite/pincite/internal/statute"
	"github.com/pincite/pincite/pipeline"
	"github.com/pincite/pincite/scrapers"
)

// sectionsOptions are the flags of `pincite sections`.
type sectionsOptions struct {
	scraper, jurisdiction, format string
	ocr                           bool
}

var _ = command(func(s *streams) *cobra.Command {
	var o sectionsOptions
	c := &cobra.Command{
		Use:   "sections FILE",
		Short: "Parse one statute file and print its sections, without a store",
		Long: `Parse one statute file and print its sections, one a line, and the proof of
completeness on the last line. The exit status is 3 where the parse does not
prove itself complete, and the doubts go to stderr.`,
		Example: "  pincite sections 57-12c.html --scraper new-mexico --jurisdiction NM\n" +
			"  pincite sections title15.pdf --format text",
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return o.run(cmd.Context(), s, args[0])
		},
	}
	c.Flags().StringVar(&o.scraper, "scraper", "", "the layout (default: recognised by its marks)")
	c.Flags().StringVar(&o.jurisdiction, "jurisdiction", "", "postal code (default: the layout's, where it has one only)")
	c.Flags().StringVar(&o.format, "format", "jsonl", "jsonl or text")
	c.Flags().BoolVar(&o.ocr, "ocr", false, "read pages that are pictures by tesseract, and doubt the result")
	return c
})

func (o *sectionsOptions) run(ctx context.Context, s *streams, name string) error {
	if !slices.Contains([]string{"jsonl", "text"}, o.format) {
		return usage(fmt.Errorf("format %q is not known: give jsonl or text", o.format))
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return usage(err)
	}
	parsed, err := o.parse(ctx, name, data)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(s.out)
	if err := writeSections(out, o.format, &parsed); err != nil {
		return failure(err)
	}
	if err := out.Flush(); err != nil {
		return failure(err)
	}
	return doubts(s, name, &parsed.Checks)
}

// parse reads the bytes and their sections. A file that cannot be read is an
// incomplete parse, not a fault of the caller.
func (o *sectionsOptions) parse(ctx context.Context, name string, data []byte) (statute.Document, error) {
	doc, err := extract.Read(ctx, extract.File{Name: filepath.Base(name), Data: data, OCR: o.ocr})
	if err != nil {
		return statute.Document{}, &exitError{exitIncomplete, fmt.Errorf("%s: %w", name, err)}
	}
	layout := scrapers.Recognise(doc)
	if o.scraper != "" {
		if layout, err = scrapers.Named(o.scraper); err != nil {
			return statute.Document{}, usage(err)
		}
	}
	jurisdiction, err := o.place(layout)
	if err == nil {
		err = pipeline.CheckLayout(layout.Name, jurisdiction)
	}
	if err != nil {
		return statute.Document{}, usage(err)
	}
	parsed, err := scrapers.Parse(layout.Name, doc, jurisdiction)
	if err != nil {
		return statute.Document{}, &exitError{exitIncomplete, fmt.Errorf("%s: %w", name, err)}
	}
	return parsed, nil
}

// place is the flag's jurisdiction, or the only one that the layout has. It may
// stay unknown: a section says so by an empty code.
func (o *sectionsOptions) place(layout *scrapers.Layout) (statute.Jurisdiction, error) {
	if o.jurisdiction != "" {
		return statute.ParseJurisdiction(o.jurisdiction)
	}
	if len(layout.States) == 1 {
		return layout.States[0], nil
	}
	return "", nil
}

func writeSections(w io.Writer, format string, d *statute.Document) error {
	if format == "text" {
		return writeSectionText(w, d)
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	for i := range d.Sections {
		if err := encoder.Encode(&d.Sections[i]); err != nil {
			return err
		}
	}
	return encoder.Encode(map[string]*statute.Checks{"checks": &d.Checks})
}

func writeSectionText(w io.Writer, d *statute.Document) error {
	for i := range d.Sections {
		section := &d.Sections[i]
		fmt.Fprintf(w, "%s  %s  [%s]\n", section.Number, section.Catchline, section.Status)
		if section.Text != "" {
			fmt.Fprintln(w, section.Text)
		}
		if section.History != "" {
			fmt.Fprintln(w, "  History:", section.History)
		}
		fmt.Fprintln(w)
	}
	_, err := fmt.Fprintf(w, "%s\n", finding.Plural(len(d.Sections), "section"))
	return err
}

// doubts says on stderr why a parse is not proven complete.
func doubts(s *streams, name string, c *statute.Checks) error {
	if c.Sound() {
		return nil
	}
	for _, doubt := range c.Doubts {
		fmt.Fprintf(s.err, "%s: %s\n", name, doubt)
	}
	return &exitError{exitIncomplete, errors.New("the parse does not prove itself complete")}
}
