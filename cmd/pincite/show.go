package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/pincite/pincite/internal/statute"
	"github.com/pincite/pincite/internal/store"
	"github.com/pincite/pincite/pipeline"
)

// lawOptions are the flags of the commands that read the law held.
type lawOptions struct {
	config, jurisdiction, format string
}

func (o *lawOptions) flags(c *cobra.Command) {
	configFlag(c, &o.config)
	c.Flags().StringVar(&o.jurisdiction, "jurisdiction", "", "postal code")
	c.Flags().StringVar(&o.format, "format", "text", "text or json")
}

// open opens the store and reads the jurisdiction, "" where none is given.
func (o *lawOptions) open(ctx context.Context, s *streams) (*pipeline.Pipeline, statute.Jurisdiction, error) {
	if !slices.Contains([]string{"text", "json"}, o.format) {
		return nil, "", usage(fmt.Errorf("format %q is not known: give text or json", o.format))
	}
	var j statute.Jurisdiction
	if o.jurisdiction != "" {
		var err error
		if j, err = statute.ParseJurisdiction(o.jurisdiction); err != nil {
			return nil, "", usage(err)
		}
	}
	p, err := openToRead(ctx, s, o.config)
	return p, j, err
}

var _ = command(func(s *streams) *cobra.Command {
	var o lawOptions
	c := &cobra.Command{
		Use:   "show REF-or-NUMBER",
		Short: "Show a section as it is held, with its source",
		Long: `Show a section as it is held: its text and history, where and when it was
fetched, and the hash of the bytes it was read from. A number is looked for
first; [1.4] in brackets is always a ref.`,
		Example: "  pincite show 57-12C-6 --jurisdiction NM\n  pincite show '[1.4]' --jurisdiction NM --format json",
		Args:    cobra.ExactArgs(1),
		RunE:    func(cmd *cobra.Command, args []string) error { return o.show(cmd.Context(), s, args[0]) },
	}
	o.flags(c)
	return c
})

func (o *lawOptions) show(ctx context.Context, s *streams, wanted string) error {
	p, j, err := o.open(ctx, s)
	if err != nil {
		return err
	}
	defer func() { _ = p.Close() }() // it was only read
	if j == "" {
		held := p.Config.Jurisdictions()
		if len(held) != 1 {
			return usage(fmt.Errorf("the config names %d jurisdictions: give one with --jurisdiction", len(held)))
		}
		j = held[0]
	}
	found, err := find(ctx, p.Store, j, wanted)
	if err != nil {
		return err
	}
	if o.format == "json" {
		return failure(writeJSON(s.out, asHeld(found)))
	}
	for i := range found {
		writeHeld(s.out, &found[i])
	}
	return nil
}

// find gives the sections of a number, else the one of a ref.
func find(ctx context.Context, kept *store.Store, j statute.Jurisdiction, wanted string) ([]statute.Held, error) {
	bare := strings.Trim(wanted, "[] ")
	if bare == wanted {
		found, err := kept.Find(ctx, j, wanted)
		if err != nil || len(found) > 0 {
			return found, failure(err)
		}
	}
	if ref, err := statute.ParseRef(bare); err == nil {
		found, err := kept.FindRef(ctx, j, ref)
		if err != nil || len(found) > 0 {
			return found, failure(err)
		}
	}
	return nil, missing(ctx, kept, j, bare)
}

// missing says that there is no such section, and which come near.
func missing(ctx context.Context, kept *store.Store, j statute.Jurisdiction, wanted string) error {
	all, err := kept.Standing(ctx, j)
	if err != nil {
		return failure(err)
	}
	if len(all) == 0 {
		return usage(fmt.Errorf("no law of %s is held: `pincite run` fetches what the config names", j.Name()))
	}
	return usage(fmt.Errorf("no section %s of %s is held; the nearest are %s", wanted, j.Name(), strings.Join(nearest(all, wanted), ", ")))
}

// nearest gives up to three numbers that begin most like the one wanted, in the
// order of the law.
func nearest(all []store.Stand, wanted string) []string {
	slices.SortStableFunc(all, func(a, b store.Stand) int { return common(b.Number, wanted) - common(a.Number, wanted) })
	var numbers []string
	for _, one := range all {
		if len(numbers) < 3 && !slices.Contains(numbers, one.Number) {
			numbers = append(numbers, one.Number)
		}
	}
	return numbers
}

// common counts the bytes at the start that two numbers share.
func common(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n]|0x20 == b[n]|0x20 {
		n++
	}
	return n
}

// heldSection is the JSON of a section with its source.
type heldSection struct {
	Ref       statute.Ref `json:"ref"`
	Source    string      `json:"source"`
	Act       string      `json:"act"`
	URL       string      `json:"url"`
	FetchedAt time.Time   `json:"fetched_at"`
	SHA256    string      `json:"sha256"`
	Version   string      `json:"version"`
	Doubts    []string    `json:"doubts,omitempty"`
	statute.Section
}

func asHeld(found []statute.Held) []heldSection {
	all := make([]heldSection, len(found))
	for i := range found {
		h := &found[i]
		all[i] = heldSection{h.Ref, h.Source, h.Act, h.URL, h.FetchedAt, h.SHA256, h.Version(), h.Doubts, h.Section}
	}
	return all
}

// writeHeld writes one section for a person.
func writeHeld(w io.Writer, h *statute.Held) {
	fmt.Fprintf(w, "%s %s  %s  [%s]  %s\n", h.Jurisdiction, h.Number, h.Catchline, h.Ref, h.Status)
	fmt.Fprintln(w, strings.Join(append([]string{h.Act}, h.Hierarchy...), " › "))
	if h.Text != "" {
		fmt.Fprintf(w, "\n%s\n", h.Text)
	}
	fmt.Fprintln(w)
	line(w, "History", h.History)
	line(w, "Effective from", string(h.EffectiveFrom))
	line(w, "Effective until", string(h.EffectiveUntil))
	line(w, "Now at", h.RenumberedTo)
	line(w, "Source", h.URL)
	line(w, "Fetched", h.FetchedAt.UTC().Format(time.RFC3339))
	line(w, "Bytes", "sha256:"+h.SHA256)
	line(w, "Version", h.Version())
	for _, doubt := range h.Doubts {
		line(w, "Doubtful", doubt)
	}
	fmt.Fprintln(w)
}

func line(w io.Writer, name, value string) {
	if value != "" {
		fmt.Fprintf(w, "%s: %s\n", name, value)
	}
}
