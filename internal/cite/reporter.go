package cite

import (
	"regexp"
	"strings"

	"github.com/pincite/pincite/internal/statute"
)

// reporter is a name of a code as it is written before or behind a number.
type reporter struct {
	name         string
	jurisdiction statute.Jurisdiction
	// separators is the least count of hyphens, stops and colons that the
	// number must hold: "AS" and "IC" are also words.
	separators int
}

// reporters stand before the number, one space after a full stop taken out.
var reporters = []reporter{
	{"Ala.Code", "AL", 0}, {"AS", "AK", 2}, {"Alaska Stat.", "AK", 0}, {"Alaska Statutes", "AK", 0},
	{"A.R.S.", "AZ", 0}, {"ARS", "AZ", 1}, {"A.C.A.", "AR", 0}, {"C.R.S.", "CO", 0}, {"CRS", "CO", 1},
	{"Conn.Gen.Stat.", "CT", 0}, {"D.C.Code", "DC", 0}, {"DC Code", "DC", 0}, {"D.C.Official Code", "DC", 0},
	{"District of Columbia Code", "DC", 0}, {"Fla.Stat.", "FL", 0}, {"F.S.", "FL", 1}, {"O.C.G.A.", "GA", 0}, {"OCGA", "GA", 1},
	{"HRS", "HI", 1}, {"H.R.S.", "HI", 1}, {"Haw.Rev.Stat.", "HI", 0}, {"Idaho Code", "ID", 0}, {"IC", "IN", 2}, {"Ind.Code", "IN", 0},
	{"Iowa Code", "IA", 0}, {"K.S.A.", "KS", 0}, {"KSA", "KS", 1}, {"KRS", "KY", 1}, {"La.R.S.", "LA", 0}, {"R.S.", "LA", 1},
	{"MCL", "MI", 1}, {"M.C.L.", "MI", 1}, {"Minn.Stat.", "MN", 0}, {"RSMo", "MO", 0}, {"MCA", "MT", 2},
	{"N.D.C.C.", "ND", 0}, {"NDCC", "ND", 1}, {"N.D.Cent.Code", "ND", 0}, {"North Dakota Century Code", "ND", 0},
	{"NRS", "NV", 1}, {"N.R.S.", "NV", 1}, {"Nev.Rev.Stat.", "NV", 0}, {"RSA", "NH", 1}, {"N.J.S.A.", "NJ", 0}, {"N.J.S.", "NJ", 0},
	{"NMSA", "NM", 2}, {"NMSA 1978", "NM", 1}, {"N.M.S.A.", "NM", 1}, {"N.M.Stat.", "NM", 1}, {"N.M.Stat.Ann.", "NM", 1},
	{"G.S.", "NC", 1}, {"N.C.G.S.", "NC", 1}, {"NCGS", "NC", 1}, {"N.C.Gen.Stat.", "NC", 1}, {"N.C.Gen.Stat.Ann.", "NC", 1},
	{"R.C.", "OH", 1}, {"O.R.C.", "OH", 1}, {"ORC", "OH", 1}, {"ORS", "OR", 1}, {"O.R.S.", "OR", 1}, {"Or.Rev.Stat.", "OR", 0},
	{"SDCL", "SD", 1}, {"S.D.C.L.", "SD", 1}, {"T.C.A.", "TN", 1}, {"RCW", "WA", 1}, {"Wash.Rev.Code", "WA", 0}, {"Wis.Stat.", "WI", 0},
	{"W.S.", "WY", 2}, {"Wyo.Stat.", "WY", 0}, {"U.C.A.", "UT", 1},
}

// behind stand after the number: "57-12C-6 NMSA 1978", "6-1-716, C.R.S.".
var behind = []reporter{
	{"NMSA 1978", "NM", 1}, {"NMSA", "NM", 1}, {"N.M.S.A. 1978", "NM", 1}, {"N.M.S.A.", "NM", 1}, {"MCA", "MT", 1}, {"C.R.S.", "CO", 1},
	{"RSMo", "MO", 0}, {"N.D.C.C.", "ND", 1}, {"W.S.", "WY", 1}, {"Idaho Code", "ID", 1}, {"Florida Statutes", "FL", 1}, {"D.C. Code", "DC", 1},
	{"of the General Statutes", "NC", 1}, {"of the Nevada Revised Statutes", "NV", 1}, {"of the Oregon Revised Statutes", "OR", 1},
	{"of the District of Columbia Code", "DC", 1}, {"of the D.C. Code", "DC", 1}, {"of the North Dakota Century Code", "ND", 1},
	{"of the Iowa Code", "IA", 1}, {"of the Montana Code", "MT", 1}, {"of the Civil Code", "", 1}, {"of the Revised Statutes", "", 1},
}

// states are the abbreviations with which the longer names of codes begin.
var states = []struct {
	abbreviations string
	jurisdiction  statute.Jurisdiction
}{
	{`Ala\.|Alabama`, "AL"}, {`Alaska`, "AK"}, {`Ariz\.|Arizona`, "AZ"}, {`Ark\.|Arkansas`, "AR"}, {`Cal\.|Calif\.|California`, "CA"},
	{`Colo\.|Colorado`, "CO"}, {`Conn\.|Connecticut`, "CT"}, {`Del\.|Delaware`, "DE"}, {`D\.C\.|District of Columbia`, "DC"},
	{`Fla\.|Florida`, "FL"}, {`Ga\.|Georgia`, "GA"}, {`Haw\.|Hawaii`, "HI"}, {`Idaho`, "ID"}, {`Ill\.|Illinois`, "IL"}, {`Ind\.|Indiana`, "IN"},
	{`Iowa`, "IA"}, {`Kan\.|Kansas`, "KS"}, {`Ky\.|Kentucky`, "KY"}, {`La\.|Louisiana`, "LA"}, {`Me\.|Maine`, "ME"}, {`Md\.|Maryland`, "MD"},
	{`Mass\.|Massachusetts`, "MA"}, {`Mich\.|Michigan`, "MI"}, {`Minn\.|Minnesota`, "MN"}, {`Miss\.|Mississippi`, "MS"}, {`Mo\.|Missouri`, "MO"},
	{`Mont\.|Montana`, "MT"}, {`Neb\.|Nebraska`, "NE"}, {`Nev\.|Nevada`, "NV"}, {`N\.H\.|New Hampshire`, "NH"}, {`N\.J\.|New Jersey`, "NJ"},
	{`N\.M\.|New Mexico`, "NM"}, {`N\.Y\.|New York`, "NY"}, {`N\.C\.|North Carolina`, "NC"}, {`N\.D\.|North Dakota`, "ND"}, {`Ohio`, "OH"},
	{`Okla\.|Oklahoma`, "OK"}, {`Or\.|Oregon`, "OR"}, {`Pa\.|Pennsylvania`, "PA"}, {`R\.I\.|Rhode Island`, "RI"}, {`S\.C\.|South Carolina`, "SC"},
	{`S\.D\.|South Dakota`, "SD"}, {`Tenn\.|Tennessee`, "TN"}, {`Tex\.|Texas`, "TX"}, {`Utah`, "UT"}, {`Vt\.|Vermont`, "VT"},
	{`W\.Va\.|West Virginia`, "WV"}, {`Va\.|Virginia`, "VA"}, {`Wash\.|Washington`, "WA"}, {`Wis\.|Wisconsin`, "WI"}, {`Wyo\.|Wyoming`, "WY"},
}

// lawBooks reads "Tex.Bus.& Com.Code", "Mass.Gen.Laws ch.93H," and their kin at
// the end of what stands before a number: one group for each state.
var lawBooks = func() *regexp.Regexp {
	alternatives := make([]string, len(states))
	for i, s := range states {
		alternatives[i] = "(" + s.abbreviations + ")"
	}
	const word = `(?:[A-Z][a-z]*\.?|&|and|of)`
	return regexp.MustCompile(`(?:^|[^A-Za-z.])(?:` + strings.Join(alternatives, "|") + `)(?:,? ?` + word + `){0,6}? ?` +
		`(?:Code|Stat\.|Statutes|Law|Laws|Cent\.Code|Comp\.Laws|R\.S\.)(?: ?\(?[0-9]{4}\)?)?(?: ?Ann\.)?(?: ?(?:Annotated|[0-9]{4}))?(?:,? (?:` + word + ` ?){1,5}(?:Code|Law))?(?:,? ?(?:tit\.|title|ch\.|chapter|art\.) ?([0-9]+[A-Z]*))?[,.]? *$`)
}()

// before tells the code that the words before a number name, and where the name
// begins in them. ok is false where they name none.
func before(window string, separators int) (found reporter, title, name string, ok bool) {
	plain := foldName(window)
	for _, r := range reporters {
		if separators >= r.separators && endsWithName(plain, r.name) && len(r.name) > len(found.name) {
			found, ok = r, true
		}
	}
	if ok {
		return found, "", found.name, true
	}
	if !namesABook(plain) {
		return reporter{}, "", "", false
	}
	m := lawBooks.FindStringSubmatchIndex(plain)
	if m == nil {
		return reporter{}, "", "", false
	}
	for i, s := range states {
		if at := m[2+2*i]; at >= 0 {
			if t := 2 + 2*len(states); m[t] >= 0 {
				title = plain[m[t]:m[t+1]]
			}
			return reporter{name: s.abbreviations, jurisdiction: s.jurisdiction}, title, plain[at:], true
		}
	}
	return reporter{}, "", "", false
}

// namesABook spares most texts the long expression.
func namesABook(plain string) bool {
	for _, word := range []string{"Code", "Stat", "Law", "R.S."} {
		if strings.Contains(plain, word) {
			return true
		}
	}
	return false
}

// foldName takes out the space after a full stop, and folds all other space.
func foldName(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	return strings.TrimRight(strings.ReplaceAll(s, ". ", "."), " ,")
}

// endsWithName reports whether text ends with name as a word of its own.
func endsWithName(text, name string) bool {
	rest, ok := strings.CutSuffix(text, name)
	if !ok || rest == "" {
		return ok
	}
	last := rest[len(rest)-1]
	return !isAlnum(last) && last != '.' && last != '-'
}

// after tells the code whose name follows a number, and how far it reaches.
func after(rest string) (r reporter, length int, ok bool) {
	trimmed := strings.TrimLeft(rest, " \u00a0")
	trimmed = strings.TrimLeft(strings.TrimPrefix(trimmed, ","), " \u00a0")
	for _, b := range behind {
		if strings.HasPrefix(trimmed, b.name) && !startsAlnum(trimmed[len(b.name):]) {
			return b, len(rest) - len(trimmed) + len(b.name), true
		}
	}
	return reporter{}, 0, false
}
