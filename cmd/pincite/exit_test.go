package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/mattn/go-sqlite3"
	"github.com/spf13/cobra"
)

func TestAnInterruptIsToldInWords(t *testing.T) {
	config := filepath.Join(t.TempDir(), "pincite.yaml")
	if err := os.WriteFile(config, []byte(`sources: [{id: a, jurisdiction: ZZ, scraper: numbered, urls: ["file:law.html"]}]`), 0o644); err != nil {
		t.Fatal(err)
	}
	ctx, interrupt := context.WithCancel(t.Context())
	interrupt()
	var out, log bytes.Buffer
	code := run(ctx, []string{"run", "--config", config}, &streams{in: strings.NewReader(""), out: &out, err: &log})
	if code != exitFailure || !strings.HasSuffix(log.String(), "pincite: interrupted: what was finished is kept, and the same command goes on from there\n") {
		t.Errorf("ended with %d and said %q", code, log.String())
	}
}

// An error of the store that comes from a depth where its file is not known is told
// with the file that the config names, and keeps its exit status.
func TestAnIllStoreIsNamedFromAnyDepth(t *testing.T) {
	dir := t.TempDir()
	config := filepath.Join(dir, "pincite.yaml")
	if err := os.WriteFile(config, []byte("store: kept/law.db\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	c := &cobra.Command{}
	var path string
	configFlag(c, &path)
	if err := c.Flags().Set("config", config); err != nil {
		t.Fatal(err)
	}
	told := plain(t.Context(), c, failure(fmt.Errorf("parse: %w", sqlite3.Error{Code: sqlite3.ErrCorrupt})))
	if codeOf(told) != exitFailure || !strings.Contains(told.Error(), filepath.Join(dir, "kept", "law.db")+" is damaged") || !strings.Contains(told.Error(), "put back a copy") {
		t.Errorf("said %v", told)
	}
}
