package cite

import (
	"strings"
	"testing"
)

// show writes citations as "number|jurisdiction|pinpoint|kind", the plain kind
// and what is empty left out from the right, joined by "; ".
func show(found []Citation) string {
	var all []string
	for _, c := range found {
		kind := ""
		if c.Kind != Statute {
			kind = string(c.Kind)
		}
		if c.Through {
			kind += "through"
		}
		all = append(all, strings.TrimRight(strings.Join([]string{c.Number, string(c.Jurisdiction), c.Pinpoint, kind}, "|"), "|"))
	}
	return strings.Join(all, "; ")
}

func TestFind(t *testing.T) {
	for _, c := range []struct{ text, want, why string }{
		{"See 57-12C-6 NMSA 1978.", "57-12C-6|NM", "the code stands behind"},
		{"as Section 57-12C-6 requires", "57-12C-6", "the word Section and no code"},
		{"NMSA 1978, § 57-12C-6(B)", "57-12C-6|NM|(B)", "the code stands before, with its year"},
		{"N.M. Stat. Ann. § 57-12C-10 applies", "57-12C-10|NM", "an abbreviated code"},
		{"ORS 646A.604(1)(a) says", "646A.604|OR|(1)(a)", "letters in a part, and a pinpoint"},
		{"under ORS 646A.604 and 646A.622.", "646A.604|OR; 646A.622|OR", "a list goes on in its code"},
		{"N.C. Gen. Stat. § 75-65", "75-65|NC", "spaces after full stops"},
		{"N. C. Gen. Stat. § 75-65", "75-65|NC", "a space in the state"},
		{"Under G.S. 75-65(m), a waiver", "75-65|NC|(m)", "General Statutes"},
		{"G.S. §§ 75-61 and 75-65", "75-61|NC; 75-65|NC", "a list"},
		{"§§ 75-61, 75-62, and 75-65", "75-61; 75-62; 75-65", "a list of three without a code"},
		{"75-61 through 75-66", "75-61; 75-66|||through", "a range standing alone"},
		{"G.S. 75-61 through 75-66", "75-61|NC; 75-66|NC||through", "a range"},
		{"rules of AS 45.48.400 to 45.48.430 owes", "45.48.400|AK; 45.48.430|AK||through", "a range with to"},
		{"NRS 603A.220", "603A.220|NV", "Nevada"},
		{"NRS 603A.215–603A.220", "603A.215|NV; 603A.220|NV||through", "an en dash as a range, for the numbers hold stops"},
		{"AS 45.48.010 governs", "45.48.010|AK", "Alaska"},
		{"N.D.C.C. § 51-30-02", "51-30-02|ND", "North Dakota"},
		{"N.D. Cent. Code § 51‑30‑02", "51-30-02|ND", "non-breaking hyphens are folded"},
		{"D.C. Code § 28-3852(e)", "28-3852|DC|(e)", "the District"},
		{"D.C. Code § 28–3852", "28-3852|DC", "an en dash within a number"},
		{"comply under § 28-3852(e) [1.52].", "28-3852||(e)", "a sign alone, before a marker"},
		{"Cal. Civ. Code § 1798.82", "1798.82|CA", "a code of a subject"},
		{"California Civil Code section 1798.82, subdivision (b)", "1798.82|CA|(b)", "subdivision behind"},
		{"15 O.S. § 753 forbids", "15-753|OK", "the title is the first part of the number"},
		{"Okla. Stat. tit. 15, § 753", "15-753|OK", "the title after the code"},
		{"Iowa Code § 715C.2(1)", "715C.2|IA|(1)", "Iowa"},
		{"Iowa Code section 715C.2", "715C.2|IA", "Iowa in words"},
		{"HRS § 487N-2", "487N-2|HI", "Hawaii"},
		{"815 ILCS 530/10", "815 ILCS 530/10|IL", "Illinois keeps its three parts"},
		{"A.R.S. § 18-552", "18-552|AZ", "Arizona"},
		{"Mont. Code Ann. § 30-14-1704", "30-14-1704|MT", "Montana"},
		{"Section 30-14-1704, MCA, says", "30-14-1704|MT", "Montana behind"},
		{"Fla. Stat. § 501.171", "501.171|FL", "Florida"},
		{"RCW 19.255.010", "19.255.010|WA", "Washington"},
		{"Tex. Bus. & Com. Code § 521.053", "521.053|TX", "an ampersand in the name"},
		{"N.Y. Gen. Bus. Law § 899-aa", "899-aa|NY", "small letters as a part"},
		{"Mass. Gen. Laws ch. 93H, § 3", "3|MA", "the chapter stands before"},
		{"C.R.S. 6-1-716", "6-1-716|CO", "Colorado"},
		{"Va. Code Ann. § 18.2-186.6", "18.2-186.6|VA", "stops and hyphens in one number"},
		{"W. Va. Code § 46A-2A-102", "46A-2A-102|WV", "not Virginia"},
		{"Conn. Gen. Stat. § 36a-701b", "36a-701b|CT", "small letters in parts"},
		{"K.S.A. 50-7a02", "50-7a02|KS", "a letter amid digits"},
		{"N.J.S.A. 56:8-163", "56:8-163|NJ", "a colon"},
		{"9 V.S.A. § 2435", "9-2435|VT", "Vermont's title"},
		{"the requirements of 15 U.S.C. § 7001 [1.2]", "15 U.S.C. 7001|US||federal_statute", "federal, before a marker"},
		{"15 U.S.C. 6801(a)", "15 U.S.C. 6801|US|(a)|federal_statute", "without a sign"},
		{"42 USC 1320d-2", "42 U.S.C. 1320d-2|US||federal_statute", "without full stops"},
		{"45 C.F.R. 164", "45 C.F.R. 164|US||regulation", "a part"},
		{"rules of 45 C.F.R. part 164, subpart D, are", "45 C.F.R. 164|US||regulation", "part and subpart"},
		{"45 CFR § 164.404(b)", "45 C.F.R. 164.404|US|(b)|regulation", "a section of rules"},
		{"Pub. L. No. 104-191", "Pub. L. 104-191|US||federal_statute", "a public law"},
		{"Public Law 104–191", "Pub. L. 104-191|US||federal_statute", "in words, with an en dash"},
		{"Laws 2017, ch. 36", "Laws 2017, ch. 36|||session_law", "session law"},
		{"Laws 2017, ch. 36, § 6", "Laws 2017, ch. 36|||session_law", "its section is no section of the code"},
		{"Stats. 2018, ch. 55", "Stats. 2018, ch. 55|CA||session_law", "California's"},
		{"S.L. 2005-414, s. 1", "S.L. 2005-414|NC||session_law", "North Carolina's"},
		{"51-30-02. Notice to consumers.", "51-30-02", "a line begins with a number"},
		{"75-65. Protection from security breaches.", "75-65", "two parts suffice before a title"},
		{"- [1.2] 57-12C-3. Disposal", "57-12C-3", "behind a marker"},
		{"Subsection B of Section 57-12C-6 NMSA 1978", "57-12C-6|NM|B", "the subsection stands before"},
		{"paragraph (2) of subsection (a) of Section 57-12C-6", "57-12C-6||(a)(2)", "outermost first"},
		{"subdivision (b) of Section 1798.82", "1798.82||(b)", "California's way"},
		{"(see D.C. Official Code § 28-3851)", "28-3851|DC", "in brackets"},
		{"In 57-12C-6, notice is due.", "57-12C-6", "a letter inside tells a section"},
		{"[§ 75-65]", "75-65", "in square brackets"},
		{"section 6-1-716, C.R.S.", "6-1-716|CO", "the code behind a comma"},
		{"Minn. Stat. § 325E.61, subd. 1", "325E.61|MN|1", "Minnesota's subdivisions"},
		{"Wyo. Stat. § 40-12-502 and N.C. Gen. Stat. § 75-65", "40-12-502|WY; 75-65|NC", "two codes"},

		{"Sections 57-12C-6 through 57-12C-9 NMSA 1978", "57-12C-6|NM; 57-12C-9|NM||through", "the code behind a range names both"},
		{"Sections 57-12C-6, 57-12C-7 and 57-12C-9 NMSA 1978", "57-12C-6|NM; 57-12C-7|NM; 57-12C-9|NM", "the code behind a list names all"},
		{"NMSA 1978, Section 57-12C-6(B)", "57-12C-6|NM|(B)", "the code before the word Section"},
		{"sections 1798.100 to 1798.199.100, inclusive, of the Civil Code", "1798.100; 1798.199.100|||through", "numbers of two and three parts"},
		{"subject to 15\nU.S.C. sections 6801 to 6809", "15 U.S.C. 6801|US||federal_statute", "broken over lines"},
		{"D.C. Law 19-317, § 285(e), 60 DCR 2064", "D.C. Law 19-317|DC||session_law", "a section of the act as passed"},
		{"Laws 1987, ch. 592, §§ 101, 106", "Laws 1987, ch. 592|||session_law", "sections of the act as passed"},
		{"Section 401 of D.C. Law 19-317", "D.C. Law 19-317|DC||session_law", "a section of the act as passed, before it"},
		{"section 285 of the Data Protection Act", "", "a section of an act by name"},
		{"Reform of Kentucky Law, 62 Ky. L.J. 122", "", "a journal"},

		{"on 12-25-2024", "", "a date"},
		{"on 2024-01-15", "", "a date, year first"},
		{"from 2019-2021", "", "a range of years"},
		{"from 2019–2021", "", "a range of years, en dash"},
		{"call 555-123-4567", "", "a telephone number"},
		{"call 1-800-555-0199", "", "a toll-free number"},
		{"number 123-45-6789", "", "a social security number"},
		{"owes $25,000 or $10.50", "", "sums"},
		{"as said [1.4]", "", "a marker"},
		{"as said [1.4, 1.5] and [1.4; 12.105] and [1.2-1.4]", "", "clusters"},
		{"we work 24-7", "", "hours"},
		{"open 9-5", "", "hours"},
		{"version 1.2.3 of 10.0.26100.4", "", "version numbers"},
		{"from 192.168.10.100", "", "an address"},
		{"within 30 days, 45 calendar days", "", "counts"},
		{"3.5 percent of 1.75 million", "", "quantities"},
		{"ages 13-17", "", "a range"},
		{"Section 3 of the Act", "", "a section of the act at hand"},
		{"1. Residents. 2. Timing.", "", "list numbers"},
		{"1.4. Scope", "", "an outline number"},
		{"AS 5 of them said", "", "a word"},
		{"Fla. Stat. 2019", "", "the year of a code"},
		{"the Civil Code of 1950", "", "a year"},
		{"at 10:30 or 10.30", "", "times"},
		{"COVID-19, ISO 27001, form 10-K", "", "names"},
		{"a 3-2-1 rule", "", "a rule of thumb is read as a date or dropped"},
		{"", "", "nothing"},
	} {
		if got := show(Find(c.text)); got != c.want {
			t.Errorf("Find(%q) = %q, want %q: %s", c.text, got, c.want, c.why)
		}
	}
}

func TestFindCoversReporterAndPinpoint(t *testing.T) {
	for text, want := range map[string]string{
		"See ORS 646A.604(1)(a), which":                   "ORS 646A.604(1)(a)",
		"See N.C. Gen. Stat. § 75-65 now":                 "N.C. Gen. Stat. § 75-65",
		"of Subsection B of Section 57-12C-6 NMSA 1978 x": "Subsection B of Section 57-12C-6 NMSA 1978",
		"the § 28-3852(e) rule":                           "§ 28-3852(e)",
		"the 15 U.S.C. § 7001, rule":                      "15 U.S.C. § 7001",
		"in Tex. Bus. & Com. Code § 521.053, notice":      "Tex. Bus. & Com. Code § 521.053",
	} {
		found := Find(text)
		if len(found) != 1 || text[found[0].Start:found[0].End] != want {
			t.Errorf("Find(%q) = %v, want the place of %q", text, found, want)
		}
	}
}

func TestNormal(t *testing.T) {
	for _, c := range []struct{ a, b string }{
		{"57–12C–6", "57-12c-6"}, {"§ 75-65.", "75-65"}, {"Section 28-3852", "28-3852"}, {"[28-3852.01]", "28-3852.01"},
		{"§§ 646A.604", "646A.604"}, {"815 ILCS 530/10", "815-530/10"}, {" 15 U.S.C. 6801 ", "15 usc 6801"}, {"Sec. 715C.2", "715C.2"},
	} {
		if Normal(c.a) != Normal(c.b) {
			t.Errorf("Normal(%q) = %q, Normal(%q) = %q", c.a, Normal(c.a), c.b, Normal(c.b))
		}
	}
	if Normal("57-12C-6") == Normal("57-12C-60") {
		t.Error("57-12C-6 is 57-12C-60")
	}
}

func TestLeading(t *testing.T) {
	for _, c := range []struct {
		text, number, rest string
		ok                 bool
	}{
		{"57-12C-6. Notification of security breach.", "57-12C-6", "Notification of security breach.", true},
		{"§ 75-65. Protection", "75-65", "Protection", true},
		{"75-30. [Repealed].", "75-30", "[Repealed].", true},
		{"28–3852.02. Remedies.", "28-3852.02", "Remedies.", true},
		{"28–3814(Perm). Debt collection.", "28-3814(Perm)", "Debt collection.", true},
		{"646A.604 Notice of breach", "646A.604", "Notice of breach", true},
		{"ORS 646A.604 Notice of breach", "646A.604", "Notice of breach", true},
		{"15 O.S. § 753. Unlawful practices", "15-753", "Unlawful practices", true},
		{"45.48.400. Use of number.", "45.48.400", "Use of number.", true},
		{"N.D.C.C. § 51-30-02 — Notice", "51-30-02", "Notice", true},
		{"57-12C-6", "57-12C-6", "", true},
		{"Section 57-12C-6: Notification", "57-12C-6", "Notification", true},
		{"7-1-12. Tax returns.", "7-1-12", "Tax returns.", true},
		{"12-25-2024 newsletter", "", "12-25-2024 newsletter", false},
		{"1. Residents.", "", "1. Residents.", false},
		{"45 days of notice", "", "45 days of notice", false},
		{"Definitions.", "", "Definitions.", false},
		{"2019-2021 report", "", "2019-2021 report", false},
		{"", "", "", false},
	} {
		number, rest, ok := Leading(c.text)
		if number != c.number || rest != c.rest || ok != c.ok {
			t.Errorf("Leading(%q) = %q, %q, %v", c.text, number, rest, ok)
		}
	}
}

func TestPinpoints(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Under Subsection B, notice is not required.", "B"},
		{"subsection (m) and paragraph (2)(a)", "(m) (2)(a)"},
		{"subdivision (b)", "(b)"},
		{"Subsection A(2) says", "A(2)"},
		{"a paragraph in the letter", ""},
		{"subsection a person reads", ""},
		{"paragraph 12.3", ""},
		{"this subsection applies", ""},
		{"Paragraph Two", ""},
	} {
		var got []string
		for _, p := range Pinpoints(c.text) {
			got = append(got, p.Label)
			if !strings.HasSuffix(c.text[p.Start:p.End], p.Label) {
				t.Errorf("%q: span %q", c.text, c.text[p.Start:p.End])
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("Pinpoints(%q) = %q, want %q", c.text, got, c.want)
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, seed := range []string{
		"ORS 646A.604(1)(a) and 646A.622", "§§ 75-61 through 75-66", "15 U.S.C. § 7001", "Subsection B of Section 57-12C-6 NMSA 1978",
		"[1.4, 1.5] 2024-01-15 $10 555-123-4567", "Laws 2017, ch. 36", "–—\xff§ 1-2–", "Okla. Stat. tit. 15, § 753",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for _, c := range Find(text) {
			if c.Start < last || c.End <= c.Start || c.End > len(text) || c.Number == "" {
				t.Fatalf("Find(%q): %+v after %d", text, c, last)
			}
			last = c.End
		}
		Leading(text)
		Normal(text)
		for _, p := range Pinpoints(text) {
			if p.End > len(text) || p.Start >= p.End {
				t.Fatalf("Pinpoints(%q): %+v", text, p)
			}
		}
	})
}

func BenchmarkFind(b *testing.B) {
	text := strings.Repeat("A person that owns data shall notify under ORS 646A.604(1)(a) and Section 57-12C-6 within 45 days, see [1.4]. ", 100)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Find(text)
	}
}
