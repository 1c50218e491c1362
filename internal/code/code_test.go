package code

import (
	"bytes"
	"testing"
	"testing/fstest"
)

func TestHash(t *testing.T) {
	file := func(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }
	one := Hash(fstest.MapFS{"a.go": file("package a")})
	for name, c := range map[string]struct {
		files fstest.MapFS
		same  bool
	}{
		"a test beside it":    {fstest.MapFS{"a.go": file("package a"), "a_test.go": file("package a")}, true},
		"a page beside it":    {fstest.MapFS{"a.go": file("package a"), "a.md": file("# a")}, true},
		"other words":         {fstest.MapFS{"a.go": file("package b")}, false},
		"another name":        {fstest.MapFS{"b.go": file("package a")}, false},
		"a second file":       {fstest.MapFS{"a.go": file("package a"), "b.go": file("package a")}, false},
		"the same once again": {fstest.MapFS{"a.go": file("package a")}, true},
	} {
		if got := bytes.Equal(one, Hash(c.files)); got != c.same {
			t.Errorf("%s: the same hash is %v, want %v", name, got, c.same)
		}
	}
}
