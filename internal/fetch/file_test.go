package fetch

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
)

func mirror(t *testing.T, names ...string) (string, *Fetcher) {
	t.Helper()
	dir := t.TempDir()
	for _, name := range names {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(name), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir, New(Policy{Dir: dir}, newClock())
}

func TestExpand(t *testing.T) {
	dir, f := mirror(t, "zz/2.html", "zz/10.html", "zz/1(Perm).html", "zz/100% law.html", "zz/note.txt", "z[1]/a.html", "zz/sub.html/x")
	for _, c := range []struct {
		pattern string
		want    []string
	}{
		{"file:zz/*.html", []string{"file:zz/1(Perm).html", "file:zz/10.html", "file:zz/100%25 law.html", "file:zz/2.html"}},
		{"file:z*/*.txt", []string{"file:zz/note.txt"}},
		{"file:z[1]/*", []string{"file:z[1]/a.html"}},
		{"file://" + dir + "/zz/2*", []string{"file://" + dir + "/zz/2.html"}},
		{"file:zz/absent.html", []string{"file:zz/absent.html"}},
		{"https://law.example/*", []string{"https://law.example/*"}},
	} {
		got, err := f.Expand(c.pattern)
		if err != nil || !slices.Equal(got, c.want) {
			t.Errorf("Expand(%q) = %q, %v", c.pattern, got, err)
		}
		for _, url := range got {
			if strings.Contains(c.pattern, "*") && strings.HasPrefix(url, "file:") {
				if c, err := f.Get(t.Context(), url, Known{}); err != nil || !strings.HasSuffix(string(c.Body), filepath.Base(strings.ReplaceAll(url, "%25", "%"))) {
					t.Errorf("Get(%q) = %q, %v", url, c.Body, err)
				}
			}
		}
	}
	if _, err := f.Expand("file:zz/*.pdf"); outcome(err) != Missing || !strings.Contains(err.Error(), "matches no file") {
		t.Errorf("a pattern that matches nothing: %v", err)
	}
}

func TestFilesAreKnownByTheirHash(t *testing.T) {
	dir, f := mirror(t, "a.html")
	url := "file:a.html"
	first, err := f.Get(t.Context(), url, Known{})
	if err != nil || first.Outcome != OK || string(first.Body) != "a.html" || first.Final != url {
		t.Fatalf("%+v, %v", first, err)
	}
	again, err := f.Get(t.Context(), "file://localhost"+dir+"/a.html", Known{SHA256: first.SHA256})
	if err != nil || !again.NotModified {
		t.Errorf("unchanged: %+v, %v", again, err)
	}
	if err := os.WriteFile(filepath.Join(dir, "a.html"), []byte("other"), 0o644); err != nil {
		t.Fatal(err)
	}
	moved, err := f.Get(t.Context(), url, Known{SHA256: first.SHA256})
	if err != nil || moved.Outcome != Changed {
		t.Errorf("changed: %+v, %v", moved, err)
	}
}

func TestWhatIsNoPlainFile(t *testing.T) {
	dir, f := mirror(t, "zz/1.html")
	if err := syscall.Mkfifo(filepath.Join(dir, "pipe"), 0o644); err != nil {
		t.Fatal(err)
	}
	for url, want := range map[string]Outcome{"file:zz": BadURL, "file:pipe": BadURL, "file:absent": Missing, "gopher://x/": BadURL, "http://": BadURL, "::": BadURL} {
		if _, err := f.Get(t.Context(), url, Known{}); outcome(err) != want {
			t.Errorf("%s: %v", url, err)
		}
	}
	f.policy.MaxBytes = 3
	if _, err := f.Get(t.Context(), "file:zz/1.html", Known{}); outcome(err) != TooLarge {
		t.Errorf("a file over the cap: %v", err)
	}
}
