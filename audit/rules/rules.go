// Package rules holds one file per rule of the audit. A rule looks at a Reading
// and gives findings; its page is the .md of the same name beside it, and its
// cases lie in testdata under that name.
//
// It will not bind, align or compare: a rule says which of the things that the
// reading shows is a fault. To add a rule, add its .go, .md and cases; nothing
// else here is edited.
package rules

import (
	"embed"
	"fmt"
	"sort"
	"strings"

	"github.com/pincite/pincite/audit"
)

//go:embed *.md
var pages embed.FS

var members = map[string]audit.Rule{}

// add registers a member. A name given twice is a fault of the programmer.
func add(r audit.Rule) audit.Rule {
	if _, taken := members[r.Name]; taken {
		panic("rules: two rules are named " + r.Name)
	}
	members[r.Name] = r
	return r
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
	page, err := pages.ReadFile(strings.ReplaceAll(name, "-", "_") + ".md")
	return string(page), err
}
