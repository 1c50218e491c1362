package scrapers

import (
	"slices"
	"testing"

	"github.com/pincite/pincite/internal/extract"
	"github.com/pincite/pincite/internal/sharedtest"
)

// TestLinksPickPagesOfLaw hands each layout the links of an index in its
// publisher's form; what is marked with a minus must not be fetched.
func TestLinksPickPagesOfLaw(t *testing.T) {
	for name, links := range map[string][]string{
		"nevada":     {"+https://leg.state.nv.us/NRS/NRS-603A.html", "+../NRS/NRS-001A.html", "-https://leg.state.nv.us/NAC/NAC-603A.html", "-/Search/search.cfm"},
		"iowa":       {"+https://www.legis.iowa.gov/docs/code/2026/715C.rtf", "+https://www.legis.iowa.gov/docs/ACO/CourtRulesChapter/10-31-2025.45.pdf", "-https://www.legis.iowa.gov/law/statutory"},
		"hawaii":     {"+https://www.capitol.hawaii.gov/hrscurrent/Vol01_Ch0001-0042F/HRS0001/HRS_0001-0013_0005.htm", "+https://www.capitol.hawaii.gov/hrscurrent/Vol11_Ch0476-0490/HRS0487N/", "-https://www.capitol.hawaii.gov/hrscurrent/"},
		"arizona":    {"+https://www.azleg.gov/ars/18/00552.htm", "-https://www.azleg.gov/arsDetail"},
		"alaska":     {"+https://www.akleg.gov/basis/statutes.asp?title=45", "-https://www.akleg.gov/basis/bills.asp?title=45"},
		"illinois":   {"+https://www.ilga.gov/legislation/ilcs/ilcs3.asp?ActID=2702&ChapterID=67", "+https://www.ilga.gov/ftp/ILCS/Ch%200320/032000300K1.html", "-https://www.ilga.gov/house/"},
		"montana":    {"+https://mca.legmt.gov/bills/mca/title_0150/chapter_0010/part_0010/section_0020/0150-0010-0010-0020.html", "+./sections_index.html", "-https://leg.mt.gov/bills/"},
		"texas":      {"+https://statutes.capitol.texas.gov/Docs/BC/htm/BC.521.htm", "-https://statutes.capitol.texas.gov/Index.aspx"},
		"florida":    {"+http://www.leg.state.fl.us/statutes/index.cfm?App_mode=Display_Statute&URL=0500-0599/0501/Sections/0501.171.html", "+https://www.flsenate.gov/Laws/Statutes/2026/Chapter501/All", "-http://www.leg.state.fl.us/welcome/index.cfm"},
		"washington": {"+https://app.leg.wa.gov/RCW/default.aspx?cite=19.255.010", "-https://app.leg.wa.gov/RCW/default.aspx?cite=19.255.010&pdf=true", "-https://app.leg.wa.gov/WAC/default.aspx?cite=1"},
	} {
		checkLinks(t, name, links)
	}
}

func checkLinks(t *testing.T, name string, links []string) {
	t.Helper()
	doc, want := &extract.Document{Format: extract.HTML}, []string{}
	for _, link := range links {
		doc.Links = append(doc.Links, extract.Link{URL: link[1:]}, extract.Link{URL: link[1:] + "#part"})
		if link[0] == '+' {
			want = append(want, link[1:])
		}
	}
	layout, err := Named(name)
	if err != nil {
		t.Fatal(err)
	}
	if got := layout.Links(doc); !slices.Equal(got, want) {
		t.Errorf("%s picks %q, want %q", name, got, want)
	}
}

// TestNevadaIndexNamesEveryChapter counts the chapters of the real index: 805.
func TestNevadaIndexNamesEveryChapter(t *testing.T) {
	if got := len(Nevada.Links(readFile(t, sharedtest.Path(t, "corpus", "nv/index.html")))); got != 805 {
		t.Errorf("%d chapters, want 805", got)
	}
}

// TestMirrorIndexNamesEverySection counts the sections of a chapter's list.
func TestMirrorIndexNamesEverySection(t *testing.T) {
	if got := len(Hawaii.Links(readFile(t, sharedtest.Path(t, "corpus", "hi/kailua-c-487N.html")))); got != 7 {
		t.Errorf("%d sections, want 7", got)
	}
}
