// Package rules holds one file per rule of the audit. A rule looks at a Reading
// and gives findings; its page is the .md of the same name beside it, and its
// cases lie in testdata under that name.
//
// It will not bind, align or compare: a rule says which of the things that the
// reading shows is a fault. To add a rule, add its .go, .md and cases; nothing
// else here is edited.
package rules

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"sort"
	"strings"
	"sync"

	"github.com/pincite/pincite/audit"
	"github.com/pincite/pincite/internal/code"
	"github.com/pincite/pincite/internal/finding"
)

//go:embed *.md
var pages embed.FS

var members = map[string]audit.Rule{}

// add registers a member, and puts its name and usual severity on the findings
// that it gives without them. A name given stops is a fault of the programmer.
func add(r audit.Rule) audit.Rule {
	if _, taken := members[r.Name]; taken {
		panic("rules: two rules are named " + r.Name)
	}
	r.Find = signed(r)
	members[r.Name] = r
	return r
}

// signed gives the rule's Find with its name on every finding.
func signed(r audit.Rule) func(*audit.Reading) []finding.Finding {
	find := r.Find
	return func(reading *audit.Reading) []finding.Finding {
		found := find(reading)
		for i := range found {
			found[i].Rule = r.Name
			polish(&found[i])
			if found[i].Severity == "" {
				found[i].Severity = r.Severity
			}
		}
		return found
	}
}

// stops are marks that follow one another where a quotation ends a sentence.
var stops = strings.NewReplacer(".”.", ".”", ".”;", "”;", ".”,", "”,", "….", "…", "…”.", "…”.", "?”.", "?”", ":”.", "”.", ";”.", "”.")

// polish takes doubled stops out of what a finding says in its own words.
func polish(f *finding.Finding) {
	f.Message, f.Fix.Say = stops.Replace(f.Message), stops.Replace(f.Fix.Say)
	for i := range f.Facts {
		f.Facts[i] = stops.Replace(f.Facts[i])
		if words := strings.TrimRight(f.Facts[i], "."); len(f.Facts[i])-len(words) == 2 {
			f.Facts[i] = words + "."
		}
	}
}

// All lists the rules by name.
func All() []audit.Rule {
	all := make([]audit.Rule, 0, len(members))
	for _, r := range members {
		all = append(all, r)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Name < all[j].Name })
	return all
}

// Fingerprint is the identity of the rule set, "sha256:…": it changes when a
// rule comes, goes, or changes its version or severity, and when a line of the
// rules, of the audit that they look at or of the readers of words below it changes. A figure measured with one
// fingerprint is not claimed for another.
func Fingerprint() string {
	h := sha256.New()
	for _, r := range All() {
		fmt.Fprintf(h, "%s %d %s\n", r.Name, r.Version, r.Severity)
	}
	h.Write(audit.CodeHash())
	h.Write(ownSource())
	return "sha256:" + hex.EncodeToString(h.Sum(nil))
}

//go:embed *.go
var files embed.FS

// ownSource hashes the code of the rules; it is read once.
var ownSource = sync.OnceValue(func() []byte { return code.Hash(files) })

// Page gives the rule's page in Markdown, or an error that lists the names
// there are.
func Page(name string) (string, error) {
	if _, known := members[name]; !known {
		var names []string
		for _, r := range All() {
			names = append(names, r.Name)
		}
		return "", fmt.Errorf("rule %q is not known: the rules are %s", name, strings.Join(names, ", "))
	}
	page, err := pages.ReadFile(file(name) + ".md")
	return string(page), err
}

// file is the name of a rule's files without their ending.
func file(name string) string { return strings.ReplaceAll(name, "-", "_") }
