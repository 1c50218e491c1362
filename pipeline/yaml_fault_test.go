package pipeline

import (
	"strings"
	"testing"

	"github.com/pincite/pincite/internal/answer"
)

// A value of another kind is told in words, without a type of this program.
func TestAnotherKindOfValueIsToldInWords(t *testing.T) {
	for _, one := range []struct {
		text string
		into any
		want string
	}{
		{"store = a.db", &Config{}, `f.yaml:1: "store =..." is a text: give keys with values`},
		{"attempts: many", &Config{}, `f.yaml:1: "many" is a text: give a whole number`},
		{"answers: a.txt", &Config{}, "f.yaml:1: \"a.txt\" is a text: give a list, whose lines begin with `- `"},
		{"store: [a, b]", &Config{}, `f.yaml:1: this is a list: give one word or text`},
		{"fetch: 2s", &Config{}, `f.yaml:1: "2s" is a text: give keys with values`},
		{"id: a\ntext: b", &[]answer.Question{}, `f.yaml:1: this is keys with values: give a list`},
	} {
		err := atFile("f.yaml", decode([]byte(one.text), one.into))
		if err == nil || !strings.HasPrefix(err.Error(), one.want) {
			t.Errorf("%q: said %v, want %s", one.text, err, one.want)
		}
	}
}
