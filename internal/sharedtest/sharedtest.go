// Package sharedtest finds the real statutes, truth lists and labelled answers
// that lie beside the project in ../shared, for tests. It is imported by tests
// alone.
//
// It will not hide an absence: where the folder is missing a test is skipped
// with a message, and under CI=true it fails.
package sharedtest

import (
	"os"
	"path/filepath"
	"testing"
)

// Path gives the path of a file or folder in shared, such as
// "corpus/nm/57-12C.rebuilt.html".
func Path(t testing.TB, parts ...string) string {
	t.Helper()
	path := filepath.Join(append([]string{root(t)}, parts...)...)
	if _, err := os.Stat(path); err != nil {
		absent(t, path)
	}
	return path
}

// Read gives the bytes of a file in shared.
func Read(t testing.TB, parts ...string) []byte {
	t.Helper()
	data, err := os.ReadFile(Path(t, parts...))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func absent(t testing.TB, path string) {
	t.Helper()
	if os.Getenv("CI") == "true" {
		t.Fatalf("%s is absent: CI must have the shared folder beside the project", path)
	}
	t.Skipf("%s is absent: this test needs the shared folder beside the project", path)
}

// root climbs from the test's folder to the one that holds go.mod, and gives
// the shared folder beside it.
func root(t testing.TB) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return filepath.Join(filepath.Dir(dir), "shared")
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			t.Fatal("no go.mod above the test's folder")
		}
		dir = parent
	}
}
