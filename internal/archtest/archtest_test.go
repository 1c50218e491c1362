// Package archtest keeps the house in order: which package may import which of
// ours, and which may touch the world outside. Its tables are the rule; a new
// package or arrow is one line here, for a reviewer to see.
//
// It reads the sources itself: an answer of the go command would be served from
// the test cache.
package archtest

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/pincite/pincite"

// ours is the allow-list: package → what of this module it may import. A package
// that is not in it may not exist.
var ours = map[string][]string{
	"internal/statute":    {},
	"internal/code":       {},
	"internal/archtest":   {},
	"internal/sharedtest": {},

	"internal/answer":  {"internal/statute", "internal/cite", "internal/code"},
	"internal/chat":    {},
	"internal/look":    {},
	"internal/cite":    {"internal/statute", "internal/code"},
	"internal/extract": {},
	"internal/fetch":   {},
	"internal/finding": {"internal/statute"},
	"internal/index":   {"internal/statute", "internal/code"},
	"internal/judge":   {"internal/finding", "internal/chat"},
	"internal/store":   {"internal/statute", "internal/answer", "internal/finding"},
	"internal/eval":    {"internal/statute", "internal/answer", "internal/finding"},
	"internal/web":     {"internal/look", "internal/statute", "internal/answer", "internal/finding", "internal/store"},

	"scrapers":         {"internal/statute", "internal/extract", "internal/cite"},
	"reports":          {"internal/statute", "internal/finding", "internal/look"},
	"schedules":        {},
	"pipeline/answers": {"internal/statute", "internal/answer", "internal/index", "internal/cite", "internal/chat"},

	// The rooms of the audit, each knowing only those above it in this list.
	"audit/lexis":    {"internal/answer", "internal/index"},
	"audit/quantity": {"audit/lexis", "internal/answer", "internal/cite", "internal/index"},
	"audit/force":    {"audit/lexis", "audit/quantity", "internal/answer", "internal/index"},
	"audit/claimed":  {"audit/lexis", "audit/quantity", "audit/force", "internal/answer"},
	"audit/enacted":  {"audit/lexis", "audit/quantity", "audit/force", "internal/statute", "internal/answer", "internal/cite", "internal/index"},
	"audit/compare":  {"audit/lexis", "audit/quantity", "audit/force", "audit/claimed", "audit/enacted", "internal/statute", "internal/answer", "internal/finding", "internal/cite", "internal/index"},
	"audit": {
		"audit/lexis", "audit/quantity", "audit/force", "audit/claimed", "audit/enacted", "audit/compare",
		"internal/statute", "internal/answer", "internal/finding", "internal/index", "internal/cite", "internal/code",
	},
	"audit/rules": {"audit", "audit/enacted", "audit/compare", "internal/statute", "internal/answer", "internal/finding", "internal/index", "internal/cite", "internal/code"},

	"pipeline": {
		"scrapers", "audit", "audit/enacted", "audit/rules", "reports", "schedules", "pipeline/answers",
		"internal/statute", "internal/answer", "internal/finding", "internal/index", "internal/cite",
		"internal/extract", "internal/fetch", "internal/chat", "internal/judge", "internal/store", "internal/eval",
	},
	"cmd/pincite": {"*"},
}

// world is the allow-list for imports that reach outside the process or pull in
// a format: import path prefix → who may.
var world = map[string][]string{
	"database/sql":                    {"internal/store"},
	"github.com/mattn/go-sqlite3":     {"internal/store"},
	"net/http":                        {"internal/fetch", "internal/chat", "internal/web", "cmd/pincite"},
	"os":                              {"cmd/pincite", "internal/store", "internal/fetch", "internal/extract", "internal/sharedtest"},
	"os/exec":                         {"cmd/pincite", "internal/extract"},
	"github.com/PuerkitoBio/goquery":  {"internal/extract"},
	"github.com/ledongthuc/pdf":       {"internal/extract"},
	"github.com/klippa-app/go-pdfium": {"internal/extract"},
	"github.com/robfig/cron/v3":       {"schedules"},
	"github.com/sourcegraph/conc":     {"pipeline"},
	"github.com/spf13/cobra":          {"cmd/pincite"},
}

// owners are the packages that must do real work in the one place named.
var owners = map[string]string{
	"github.com/ledongthuc/pdf":      "internal/extract",
	"github.com/PuerkitoBio/goquery": "internal/extract",
	"github.com/mattn/go-sqlite3":    "internal/store",
	"github.com/robfig/cron/v3":      "schedules",
	"github.com/sourcegraph/conc":    "pipeline",
}

// source is one non-test Go file of the module.
type source struct {
	pkg, name string
	file      *ast.File
	set       *token.FileSet
}

func TestImportsFollowTheTable(t *testing.T) {
	for _, s := range sources(t) {
		allowed, known := ours[s.pkg]
		if !known {
			t.Errorf("package %s is not in the table of archtest: add it with what it may import", s.pkg)
			continue
		}
		for _, imported := range imports(s) {
			if inner, mine := strings.CutPrefix(imported, module+"/"); mine {
				if !slices.Contains(allowed, "*") && !slices.Contains(allowed, inner) {
					t.Errorf("%s: %s may not import %s", s.name, s.pkg, inner)
				}
			}
		}
	}
}

func TestTheWorldOutsideHasDoors(t *testing.T) {
	for _, s := range sources(t) {
		for _, imported := range imports(s) {
			for door, who := range world {
				if (imported == door || strings.HasPrefix(imported, door+"/") && door != "os") && !slices.Contains(who, s.pkg) {
					t.Errorf("%s: only %v may import %s", s.name, who, door)
				}
			}
		}
	}
}

func TestOwnersPackagesDoWork(t *testing.T) {
	seen := map[string]bool{}
	for _, s := range sources(t) {
		for _, imported := range imports(s) {
			for owned, where := range owners {
				if (imported == owned || strings.HasPrefix(imported, owned+"/")) && s.pkg == where {
					seen[owned] = true
				}
			}
		}
	}
	for owned, where := range owners {
		if !seen[owned] {
			t.Errorf("%s is used nowhere in %s", owned, where)
		}
	}
}

// TestTheClockIsHandedIn allows time.Now only where the program starts.
func TestTheClockIsHandedIn(t *testing.T) {
	for _, s := range sources(t) {
		if s.pkg == "cmd/pincite" {
			continue
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			if sel, ok := n.(*ast.SelectorExpr); ok {
				if x, ok := sel.X.(*ast.Ident); ok && x.Name == "time" && sel.Sel.Name == "Now" {
					t.Errorf("%s: time.Now: the clock is handed in", s.set.Position(n.Pos()))
				}
			}
			return true
		})
	}
}

// TestEveryPackageSaysWhatItIsFor wants a package comment with what the package
// will not do.
func TestEveryPackageSaysWhatItIsFor(t *testing.T) {
	docs := map[string]string{}
	for _, s := range sources(t) {
		docs[s.pkg] += s.file.Doc.Text()
	}
	for pkg, doc := range docs {
		if doc == "" {
			t.Errorf("package %s has no package comment", pkg)
		} else if !strings.Contains(doc, " not ") && !strings.Contains(doc, "never") && !strings.Contains(doc, "nothing") {
			t.Errorf("package %s: the comment does not say what it will not do", pkg)
		}
	}
}

func imports(s source) []string {
	var paths []string
	for _, spec := range s.file.Imports {
		paths = append(paths, strings.Trim(spec.Path.Value, `"`))
	}
	return paths
}

// sources parses every Go file of the module but tests, vendored and example
// data.
func sources(t *testing.T) []source {
	t.Helper()
	root := filepath.Join("..", "..")
	var found []source
	err := filepath.WalkDir(root, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() {
			if base := entry.Name(); base == "testdata" || base == "node_modules" || base != ".." && strings.HasPrefix(base, ".") {
				return filepath.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, name, nil, parser.ParseComments)
		if err != nil {
			return err
		}
		relative, err := filepath.Rel(root, name)
		if err != nil {
			return err
		}
		relative = filepath.ToSlash(relative)
		found = append(found, source{pkg: path.Dir(relative), name: relative, file: file, set: set})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(found) < 5 {
		t.Fatalf("only %d Go files found: is the test looking in the right place?", len(found))
	}
	return found
}
