package lexis

import "strings"

// Concepts are words that one answer uses for one thing in two sentences, and a
// question for what a statute names otherwise; the first names the row. They help
// to tell that two texts speak of one thing, never that they say the same of it:
// words that set two things apart, such as mail and telephone, share no row.
var Concepts = RowsByWord(
	"notice notices notify notifies notified notifying notification notifications inform informs informed informing tell tells told telling alert alerts alerted warn warns warned letter letters hear hears",
	"discover discovers discovered discovering discovery determine determines determined determining determination learn learns learned learnt aware realises realizes detects detected detect finds found find",
	"request requests requested requesting ask asks asked asking apply applies applied application applications",
	"receive receives received receiving receipt gets",
	"answer answers answered answering respond responds responded responding response reply replies act acts acting carried met complied fulfilled honored honoured",
	"place places placed placing put puts impose imposes imposed",
	"lift lifts lifted lifting thaw thawed unfreeze unfrozen",
	"remove removes removed removing removal",
	"delete deletes deleted deleting deletion erase erases erased erasing",
	"destroy destroys destroyed destruction dispose disposes disposed disposing disposal discard discards discarded shred shreds shredded shredding rid throw throws thrown",
	"keep keeps kept keeping retain retains retained retaining retention store stores stored storing preserve preserves preserved",
	"fee fees charge charges charged charging cost costs price",
	"penalty penalties fine fines fined sanction sanctions",
	"customer customers consumer consumers resident residents individual individuals client clients patient patients user users subscriber subscribers member members buyer buyers person persons people",
	"company companies business businesses firm firms enterprise entity seller sellers retailer retailers shop shops store",
	"telephone telephonic telephoned phone phones phoned", "electronic electronically email e-mail emailed e-mails emails online",
	"temporary temporarily period while",
	"breach breaches incident incidents hack hacked intrusion compromise",
	"child children minor minors kid kids juvenile", "parent parents guardian guardians",
)

// RowsByWord gives each word the name of its row.
func RowsByWord(rows ...string) map[string]string {
	table := map[string]string{}
	for _, row := range rows {
		list := strings.Fields(row)
		for _, w := range list {
			if table[w] == "" {
				table[w] = "=" + list[0]
			}
		}
	}
	return table
}

// plainDoing are words that say nothing of what is done: notice "is due", "has to
// be given", a breach "occurred".
const plainDoing = "due|given|gives|give|made|make|makes|done|goes|go|sent|send|occur|occurs|occurred|happen|happens|happened|took|place|later|latest|soon|way"

// Conceptual puts the name of its row in the place of each word that has one, and
// leaves out words of plain doing.
func Conceptual(list []Word) []Word {
	var named []Word
	for _, w := range list {
		if row := Concepts[w.Lower]; row != "" {
			w.Term = row
		} else if OneOf(w.Lower, plainDoing) {
			continue
		}
		if w.Term != "" {
			named = append(named, w)
		}
	}
	return named
}

// HasConcept reports whether one of the words is of that row of the concepts.
func HasConcept(list []Word, row string) bool {
	for _, w := range list {
		if Concepts[w.Lower] == row {
			return true
		}
	}
	return false
}
