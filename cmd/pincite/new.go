package main

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"text/template"

	"github.com/spf13/cobra"

	"github.com/pincite/pincite/internal/statute"
)

//go:embed templates/new/*.tmpl
var memberTemplates embed.FS

// member is what a scaffold knows of the new thing.
type member struct {
	// Name is in words with hyphens; File in words with underscores; Ident and
	// Exported are Go names. State is the postal code of a member named for a state,
	// else "XX", which is none.
	Name, File, Ident, Exported, State string
}

// scaffold is one file of a member: the template and where it goes. Both may
// hold the member's fields.
type scaffold struct {
	template, path string
}

// kinds are what can be made, with the files of each.
var kinds = map[string][]scaffold{
	"state": {
		{"state.go.tmpl", "scrapers/{{.File}}.go"},
		{"state.html.tmpl", "scrapers/testdata/{{.Name}}/section.html"},
	},
	"rule": {
		{"rule.go.tmpl", "audit/rules/{{.File}}.go"},
		{"rule.md.tmpl", "audit/rules/{{.File}}.md"},
		{"rule_fires.txtar.tmpl", "audit/rules/testdata/{{.Name}}/fires-plainly.txtar"},
		{"rule_fires.txtar.tmpl", "audit/rules/testdata/{{.Name}}/fires-in-another-place.txtar"},
		{"rule_quiet.txtar.tmpl", "audit/rules/testdata/{{.Name}}/quiet-where-it-is-right.txtar"},
		{"rule_quiet.txtar.tmpl", "audit/rules/testdata/{{.Name}}/quiet-in-other-words.txtar"},
		{"rule_dangling.txtar.tmpl", "audit/rules/testdata/{{.Name}}/quiet-without-a-section.txtar"},
	},
	"report": {
		{"report.go.tmpl", "reports/{{.File}}.go"},
	},
}

// nexts say what is left to do.
var nexts = map[string]string{
	"state":  "Next: put your publisher's marks into the file and the page, then `go test -tags sqlite_fts5 ./scrapers -update` and read what it wrote. docs/adding-a-state.md",
	"rule":   "Next: write the cases, then the rule, and put its name into the list of rules_test.go; then `go test -tags sqlite_fts5 ./audit/rules -run Members`. docs/adding-a-rule.md",
	"report": "Next: write the format, say in `inertness` of attack_test.go what \"nothing but text\" means to its readers, then `go test -tags sqlite_fts5 ./reports -run Golden -update` and read its golden. docs/adding-a-report.md",
}

var _ = command(func(s *streams) *cobra.Command {
	var dir string
	c := &cobra.Command{
		Use:   "new state|rule|report NAME",
		Short: "Scaffold a layout, a rule or a format in a checkout of Pincite",
		Long: `Scaffold a layout, a rule or a format: the files that its folder's test asks
for, to be filled in. Files that exist are never overwritten.`,
		Example: "  pincite new state rhode-island\n  pincite new rule citation-doubled",
		Args:    cobra.ExactArgs(2),
		RunE:    func(_ *cobra.Command, args []string) error { return scaffoldMember(s, dir, args[0], args[1]) },
	}
	c.Flags().StringVar(&dir, "dir", ".", "the checkout")
	return c
})

// memberName is words joined by hyphens.
var memberName = regexp.MustCompile(`^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$`)

// scaffoldMember writes all files of a member or none.
func scaffoldMember(s *streams, dir, kind, name string) error {
	files, known := kinds[kind]
	switch {
	case !known:
		return usage(fmt.Errorf("kind %q is not known: give state, rule or report", kind))
	case !memberName.MatchString(name):
		return usage(fmt.Errorf("name %q: give words in lower case joined by hyphens, such as rhode-island", name))
	case kind == "rule" && !strings.Contains(name, "-"):
		return usage(fmt.Errorf("name %q: a rule is named thing, then fault, such as citation-dangling", name))
	}
	if _, err := os.Stat(filepath.Join(dir, "go.mod")); err != nil {
		return usage(fmt.Errorf("%s is no checkout of Pincite: %w; give its folder with --dir", dir, err))
	}
	written, err := render(dir, newMember(name), files)
	if err != nil {
		return err
	}
	return place(s, written, nexts[kind])
}

func newMember(name string) member {
	words := strings.Split(name, "-")
	exported := ""
	for _, word := range words {
		exported += strings.ToUpper(word[:1]) + word[1:]
	}
	state, err := statute.ParseJurisdiction(strings.Join(words, " "))
	if err != nil {
		state = "XX"
	}
	return member{name, strings.Join(words, "_"), strings.ToLower(exported[:1]) + exported[1:], exported, string(state)}
}

// newFile is a file to be written.
type newFile struct {
	path string
	data []byte
}

// render fills the templates in, and refuses where a file exists.
func render(dir string, m member, files []scaffold) ([]newFile, error) {
	var all []newFile
	for _, file := range files {
		path, err := filled(file.path, file.path, m)
		if err != nil {
			return nil, failure(err)
		}
		full := filepath.Join(dir, filepath.FromSlash(string(path)))
		if _, err := os.Stat(full); !errors.Is(err, fs.ErrNotExist) {
			return nil, usage(fmt.Errorf("%s exists already: give another name, or edit it", full))
		}
		text, err := memberTemplates.ReadFile("templates/new/" + file.template)
		if err != nil {
			return nil, failure(err)
		}
		data, err := filled(file.template, string(text), m)
		if err != nil {
			return nil, failure(err)
		}
		all = append(all, newFile{full, data})
	}
	return all, nil
}

func filled(name, text string, m member) ([]byte, error) {
	t, err := template.New(name).Parse(text)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err = t.Execute(&out, m)
	return out.Bytes(), err
}

func place(s *streams, files []newFile, next string) error {
	for _, file := range files {
		if err := os.MkdirAll(filepath.Dir(file.path), 0o755); err != nil {
			return failure(err)
		}
		if err := os.WriteFile(file.path, file.data, 0o644); err != nil {
			return failure(err)
		}
		fmt.Fprintln(s.out, "wrote", file.path)
	}
	fmt.Fprintln(s.out, next)
	return nil
}
