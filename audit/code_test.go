package audit

import (
	"io/fs"
	"os"
	"slices"
	"testing"
)

// A room whose code is not hashed could change what is found without any answer being
// audited anew.
func TestEveryRoomIsHashed(t *testing.T) {
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	rooms := 0
	for _, e := range entries {
		if !e.IsDir() || slices.Contains([]string{"rules", "testdata"}, e.Name()) {
			continue
		}
		if list, err := fs.Glob(files, e.Name()+"/*.go"); err != nil || len(list) == 0 {
			t.Errorf("the code of %s is not embedded: add %s/*.go to code.go", e.Name(), e.Name())
		}
		rooms++
	}
	if rooms == 0 {
		t.Error("no room was found")
	}
}
