package pipeline

import (
	"fmt"
	"regexp"
	"strings"
)

// mismatch is how the YAML library words a value of another kind than is wanted:
// by its own tags and by the types of this program.
var mismatch = regexp.MustCompile("cannot unmarshal !!(\\w+)(?: `(.*)`)? into (\\S+)$")

// yamlKinds are the library's tags in words.
var yamlKinds = map[string]string{
	"str": "a text", "map": "keys with values", "seq": "a list", "int": "a number", "float": "a number", "bool": "true or false", "null": "empty",
}

// plainYAML says in words that a value is of another kind than is wanted.
func plainYAML(text string) string {
	m := mismatch.FindStringSubmatch(text)
	if m == nil {
		return text
	}
	what := "this"
	if m[2] != "" {
		what = fmt.Sprintf("%q", m[2])
	}
	kind := yamlKinds[m[1]]
	if kind == "" {
		kind = "something else"
	}
	return strings.TrimSuffix(text, m[0]) + fmt.Sprintf("%s is %s: give %s", what, kind, wantedKind(m[3]))
}

// wantedKind names what a type of this program is written as.
func wantedKind(goType string) string {
	switch {
	case strings.HasPrefix(goType, "[]"):
		return "a list, whose lines begin with `- `"
	case strings.HasPrefix(goType, "int"):
		return "a whole number"
	case goType == "string", strings.Contains(goType, "Jurisdiction"), strings.Contains(goType, "Severity"), strings.Contains(goType, "Overlap"):
		return "one word or text"
	}
	return "keys with values, such as `key: value`, as `pincite init` writes them"
}
