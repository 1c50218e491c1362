package fetch

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func openEvidence(t *testing.T) *Evidence {
	t.Helper()
	e, err := OpenEvidence(filepath.Join(t.TempDir(), "evidence [1]"))
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func put(t *testing.T, e *Evidence, data []byte, ext string) string {
	t.Helper()
	sha, err := e.Put(data, ext)
	if err != nil {
		t.Fatal(err)
	}
	return sha
}

// TestWholeSeesEachByte: a byte that flipped anywhere in the file is seen, and the
// right bytes put again mend it.
func TestWholeSeesEachByte(t *testing.T) {
	e := openEvidence(t)
	law := []byte(strings.Repeat("Section 1. A licence is needed. ", 40))
	sha := put(t, e, law, "html")
	path, err := e.find(sha)
	if err != nil {
		t.Fatal(err)
	}
	sound, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for at := range sound {
		spoilt := bytes.Clone(sound)
		spoilt[at] ^= 1
		if err := os.WriteFile(path, spoilt, 0o644); err != nil {
			t.Fatal(err)
		}
		if e.Whole(sha) {
			t.Errorf("byte %d of %d is not seen", at, len(sound))
		}
	}
	if put(t, e, law, "html"); !e.Whole(sha) || e.Whole(strings.Repeat("0", 64)) {
		t.Error("mended bytes are not whole, or bytes never held are")
	}
}

func damages(t *testing.T, e *Evidence, want ...string) []Damage {
	t.Helper()
	var found []Damage
	if err := e.Verify(func(d Damage) { found = append(found, d) }, want...); err != nil {
		t.Fatal(err)
	}
	return found
}

func TestEvidenceGivesBackWhatItWasGiven(t *testing.T) {
	e := openEvidence(t)
	random := make([]byte, 200_000)
	r := rand.NewChaCha8([32]byte{7})
	r.Read(random)
	var shas []string
	for ext, data := range map[string][]byte{"html": []byte(strings.Repeat("<p>law</p>", 999)), "pdf": random, "": nil, "../../x": []byte("name")} {
		sha := put(t, e, data, ext)
		if again := put(t, e, data, "other"); again != sha {
			t.Errorf("put twice: %s and %s", sha, again)
		}
		got, err := e.Get(sha)
		if err != nil || !bytes.Equal(got, data) {
			t.Errorf("%q: %d bytes back, %v", ext, len(got), err)
		}
		shas = append(shas, sha)
	}
	if found := damages(t, e, shas...); found != nil {
		t.Errorf("sound evidence is called %v", found)
	}
	if files, _ := filepath.Glob(globEscaper.Replace(e.dir) + "/sha256/*/*.zst"); len(files) != 4 {
		t.Errorf("%d files for four contents: %v", len(files), files)
	}
}

// TestEveryFlipIsNamed flips random bits all over the folder, one at a time.
func TestEveryFlipIsNamed(t *testing.T) {
	e := openEvidence(t)
	put(t, e, []byte("<h1>Law</h1><p>A person shall notify each resident.</p>"), "html")
	put(t, e, bytes.Repeat([]byte("%PDF a long and dull document "), 500), "pdf")
	files, err := filepath.Glob(globEscaper.Replace(e.dir) + "/sha256/*/*.zst")
	if err != nil || len(files) != 2 {
		t.Fatal(files, err)
	}
	random, flips, named := rand.New(rand.NewPCG(1, 2)), 0, 0
	for _, path := range files {
		sound, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for range 500 {
			flipped := bytes.Clone(sound)
			flipped[random.IntN(len(flipped))] ^= 1 << random.IntN(8)
			write(t, path, flipped)
			flips++
			if found := damages(t, e); len(found) == 1 && strings.HasSuffix(path, found[0].Path) && found[0].Kind == "damaged" {
				named++
			}
		}
		write(t, path, sound)
	}
	if named != flips {
		t.Errorf("%d of %d flips named", named, flips)
	}
	if found := damages(t, e); found != nil {
		t.Errorf("restored and still %v", found)
	}
}

func write(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestMissingForeignAndCutFilesAreNamed(t *testing.T) {
	e := openEvidence(t)
	sha := put(t, e, []byte("law"), "html")
	path := filepath.Join(e.dir, "sha256", sha[:2], sha+".html.zst")
	sound, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for kind, data := range map[string][]byte{"cut": sound[:len(sound)-1], "emptied": nil, "lengthened": append(bytes.Clone(sound), 0), "swapped": packed([]byte("lore"))} {
		write(t, path, data)
		if found := damages(t, e); len(found) != 1 || found[0].Kind != "damaged" {
			t.Errorf("%s: %v", kind, found)
		}
		if _, err := e.Get(sha); err == nil {
			t.Errorf("%s and still read", kind)
		}
	}
	if put(t, e, []byte("law"), "html"); damages(t, e) != nil {
		t.Error("the same bytes put again do not heal the file")
	}
	absent := strings.Repeat("0", 64)
	write(t, filepath.Join(e.dir, "sha256", "note.txt"), nil)
	write(t, filepath.Join(e.dir, "sha256", sha[:2], "."+sha+".html.zst123"), nil)
	found := damages(t, e, sha, absent)
	if len(found) != 3 || found[0].Kind != "foreign" || found[1].Kind != "foreign" || found[2] != (Damage{absent, "missing", found[2].Reason}) {
		t.Errorf("found %v", found)
	}
	if _, err := e.Get("../../secret"); err == nil {
		t.Error("a path passed for a hash")
	}
}
