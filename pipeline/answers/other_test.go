package answers

import (
	"strings"
	"testing"

	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/index"
	"github.com/pincite/pincite/internal/statute"
)

// otherQuestions are on subjects that no gate was set by. Each gives, by
// jurisdiction, a section that a good answer quotes; "" where the law held has
// nothing.
var otherQuestions = []struct {
	text   string
	topics []string
	want   map[statute.Jurisdiction]string
}{
	{"Must the owner of an aircraft register it, and for how long is the registration valid?", []string{"aircraft", "registration"},
		map[statute.Jurisdiction]string{"OR": "837.040", "NM": "", "OK": "", "CA": ""}},
	{"When is a jury called in a justice court, and how is it formed?", []string{"justice court", "jury"},
		map[statute.Jurisdiction]string{"OR": "156.", "NM": "", "NC": "", "CA": ""}},
	{"At what hours may a telephone solicitor call a household?", []string{"telephone solicitation", "hours", "call"},
		map[statute.Jurisdiction]string{"NC": "75-102", "ND": "51-28", "OK": "15-775C", "NM": "", "OR": ""}},
	{"Is it unlawful to agree with a competitor to restrain trade?", []string{"restraint of trade", "contract", "combination", "conspiracy"},
		map[statute.Jurisdiction]string{"DC": "28-4502", "NC": "75-1", "NM": ""}},
	{"May a minor disaffirm a contract?", []string{"minor", "disaffirm", "contract"},
		map[statute.Jurisdiction]string{"OK": "15-19", "NM": "", "OR": ""}},
	{"May a seller raise prices during a disaster or emergency?", []string{"disaster", "price", "excessive"},
		map[statute.Jurisdiction]string{"NC": "75-38", "NM": "", "CA": ""}},
	{"Within what time may a buyer cancel a home solicitation sale?", []string{"home solicitation sale", "cancel", "buyer"},
		map[statute.Jurisdiction]string{"DC": "28-3811", "ND": "51-18", "NM": "", "OR": ""}},
	{"What must a seller disclose about the automatic renewal of a contract?", []string{"automatic renewal", "contract", "disclosure"},
		map[statute.Jurisdiction]string{"NC": "75-41", "ND": "51-37", "NM": "", "OR": ""}},
	{"Is a contract valid by which a person is restrained from a lawful profession or trade?", []string{"restraint", "profession", "contract", "void"},
		map[statute.Jurisdiction]string{"OK": "15-217", "NM": "", "OR": ""}},
	{"May a person fly a drone over private property?", []string{"unmanned aircraft system", "private property"},
		map[statute.Jurisdiction]string{"OR": "837.380", "NM": "", "OK": "", "DC": ""}},
	{"Must a person pay for goods that were sent without an order?", []string{"unsolicited", "goods", "gift"},
		map[statute.Jurisdiction]string{"NC": "75-27", "NM": "", "OR": ""}},
}

// TestOtherQuestions asks what no gate was set by. Both faults count: to find
// nothing where the law speaks, and to answer beside the question.
func TestOtherQuestions(t *testing.T) {
	laws, indexes := map[statute.Jurisdiction][]statute.Held{}, map[statute.Jurisdiction]*index.Index{}
	asked, right := 0, 0
	for _, q := range otherQuestions {
		for _, j := range []statute.Jurisdiction{"CA", "DC", "NC", "ND", "NM", "OK", "OR"} {
			want, told := q.want[j]
			if !told {
				continue
			}
			if laws[j] == nil {
				laws[j] = realLaw(t, j)
				indexes[j] = index.New(laws[j])
			}
			made, err := Extractive{}.Answer(answer.Question{ID: "other", Text: q.text, Topics: q.topics}, j, laws[j], indexes[j], true)
			if err != nil {
				t.Fatal(err)
			}
			asked++
			good := want == "" && made.None || want != "" && strings.Contains(made.Text, "] "+want)
			if good {
				right++
			}
			t.Logf("%s %s: right %v, wanted %q\n%s%s", j, q.text, good, want, made.Text, made.Search)
		}
	}
	t.Logf("%d of %d are right", right, asked)
	if float64(right) < 0.8*float64(asked) {
		t.Errorf("%d of %d are right, want four of five", right, asked)
	}
}
