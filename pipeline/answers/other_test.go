package answers

import (
	"strings"
	"testing"
	"time"

	"github.com/pincite/pincite/audit"
	"github.com/pincite/pincite/audit/enacted"
	"github.com/pincite/pincite/audit/rules"
	"github.com/pincite/pincite/internal/answer"
	"github.com/pincite/pincite/internal/finding"
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
	laws := map[statute.Jurisdiction]*enacted.Law{}
	asked, right, clean := 0, 0, 0
	for _, q := range otherQuestions {
		for _, j := range []statute.Jurisdiction{"CA", "DC", "NC", "ND", "NM", "OK", "OR"} {
			want, told := q.want[j]
			if !told {
				continue
			}
			if laws[j] == nil {
				laws[j] = enacted.NewLaw(j, realLaw(t, j), nil, true, nil)
			}
			made, err := Extractive{}.Answer(answer.Question{ID: "other", Text: q.text, Topics: q.topics}, j, laws[j].Sections, laws[j].Index, true)
			if err != nil {
				t.Fatal(err)
			}
			asked++
			good := want == "" && made.None || want != "" && strings.Contains(made.Text, "] "+want)
			if good {
				right++
			}
			if grave := graveIn(t, made, laws[j]); len(grave) == 0 {
				clean++
			} else {
				t.Logf("%s %s: found\n%s", j, q.text, strings.Join(grave, "\n"))
			}
			t.Logf("%s %s: right %v, wanted %q\n%s%s", j, q.text, good, want, made.Text, made.Search)
		}
	}
	t.Logf("%d of %d are right, and in %d nothing above low is found", right, asked, clean)
	if float64(clean) < 0.9*float64(asked) {
		t.Errorf("in %d of %d answers nothing above low is found, want nine of ten", clean, asked)
	}
	if float64(right) < 0.8*float64(asked) {
		t.Errorf("%d of %d are right, want four of five", right, asked)
	}
}

// graveIn audits an answer of our own and lists what is graver than low: the law's
// own sentences with the right markers should give nothing.
func graveIn(t *testing.T, made Made, law *enacted.Law) []string {
	t.Helper()
	read, err := answer.Read(answer.File{Name: "other.txt", Data: []byte(made.Text)})
	if err != nil {
		t.Fatal(err)
	}
	read.Jurisdiction = law.Jurisdiction
	report := audit.Audit(audit.Case{Answer: read, Law: law, Bound: made.Bound, Date: time.Date(2026, 1, 3, 0, 0, 0, 0, time.UTC)}, rules.All())
	var grave []string
	for _, f := range report.Findings {
		if f.Severity != finding.Low {
			grave = append(grave, f.Rule+" "+string(f.Certainty)+": "+f.Message)
		}
	}
	return grave
}
