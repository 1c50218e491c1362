package main

import (
	"go/format"
	"strings"
	"testing"
)

// TestScaffoldsAreFormattedGo holds every Go template against gofmt, and every
// rule's page against the cases that it shows.
func TestScaffoldsAreFormattedGo(t *testing.T) {
	for kind, files := range kinds {
		if nexts[kind] == "" {
			t.Errorf("%s: nothing says what comes next", kind)
		}
		written, err := render(t.TempDir(), newMember("some-new-thing"), files)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range written {
			if strings.Contains(string(file.data), "{{") || !strings.Contains(file.path, "some") {
				t.Errorf("%s: a field is left unfilled", file.path)
			}
			if !strings.HasSuffix(file.path, ".go") {
				continue
			}
			formatted, err := format.Source(file.data)
			if err != nil || string(formatted) != string(file.data) {
				t.Errorf("%s is not as gofmt writes it: %v", file.path, err)
			}
		}
	}
}

func TestSnippet(t *testing.T) {
	long := strings.Repeat("word ", 40) + "the breach of security " + strings.Repeat("tail ", 40)
	got := snippet(long, "BREACH nothing")
	if !strings.Contains(got, "the breach of security") || !strings.HasPrefix(got, "… ") || !strings.HasSuffix(got, " …") {
		t.Errorf("snippet %q", got)
	}
	for _, text := range []string{"", "short", "§§§ “breach” §§§", "İİİ breach"} {
		if got := snippet(text, "breach"); got != text {
			t.Errorf("snippet(%q) = %q", text, got)
		}
	}
}
