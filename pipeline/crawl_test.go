package pipeline

import (
	"fmt"
	"strings"
	"testing"

	"github.com/pincite/pincite/internal/store"
)

// lamp is a page of one section as the layout arizona has it.
func lamp(number, words string) []byte {
	return fmt.Appendf(nil, "<html><body><p><font color=GREEN>%s</font>. <font color=PURPLE><u>Lamps</u></font></p>\n<p>A. %s</p></body></html>", number, words)
}

// contents is an index page that leads to the pages named.
func contents(pages ...string) []byte {
	var b strings.Builder
	b.WriteString("<html><body><h1>Title 99. Lighthouses</h1><ul>")
	for _, page := range pages {
		fmt.Fprintf(&b, `<li><a href="/ars/99/%s">Lamps</a></li>`, page)
	}
	b.WriteString(`<li><a href="https://elsewhere.example.com/ars/99/09999.htm">Another host</a></li></ul></body></html>`)
	return []byte(b.String())
}

func TestAnIndexPageLeadsToItsSections(t *testing.T) {
	n := newNight(t)
	n.put("index.html", contents("00001.htm", "00002.htm"))
	n.put("00001.htm", lamp("99-1", "A keeper shall light the lamp."))
	n.put("00002.htm", lamp("99-2", "A keeper shall trim the lamp."))
	n.put("00003.htm", lamp("99-3", "A keeper shall put out the lamp."))
	n.configure(strings.Replace(source("zz-99", "Lighthouses", n.URL+"/index.html"), "new-mexico", "arizona", 1))
	first := n.run()
	if s := state(t, first.Report, "zz-99"); s.Sections != 2 || s.Documents != 3 || s.State != "well" {
		t.Fatalf("coverage: %+v", s)
	}
	n.put("index.html", contents("00002.htm", "00003.htm"))
	o := n.run()
	if got := o.Counts[store.Parse]; got.Versions != 1 || got.Failed != 0 {
		t.Errorf("parsed %+v", got)
	}
	var told []string
	for _, c := range o.Report.Changes {
		told = append(told, c.Number+" "+c.Kind)
	}
	if got := fmt.Sprint(told); got != "[99-1 removed 99-3 added]" {
		t.Errorf("changes: %s", got)
	}
}

func TestAPageThatTheIndexLostEndsInTheSameRun(t *testing.T) {
	n := newNight(t)
	n.put("index.html", contents("00001.htm", "00002.htm"))
	n.put("00001.htm", lamp("99-1", "A keeper shall light the lamp."))
	n.put("00002.htm", lamp("99-2", "A keeper shall trim the lamp."))
	n.configure(strings.Replace(source("zz-99", "Lighthouses", n.URL+"/index.html"), "new-mexico", "arizona", 1))
	n.run()
	n.put("index.html", contents("00002.htm"))
	o := n.run()
	if s := state(t, o.Report, "zz-99"); s.Sections != 1 || s.State != "well" || len(o.Report.Changes) != 1 {
		t.Errorf("coverage: %+v, changes: %+v", s, o.Report.Changes)
	}
}

func TestAnIndexThatLostMostOfItsPagesIsDoubted(t *testing.T) {
	n := newNight(t)
	var all []string
	for i := 1; i <= 8; i++ {
		name := fmt.Sprintf("0000%d.htm", i)
		all = append(all, name)
		n.put(name, lamp(fmt.Sprintf("99-%d", i), fmt.Sprintf("A keeper shall light lamp %d.", i)))
	}
	n.put("index.html", contents(all...))
	n.configure(strings.Replace(source("zz-99", "Lighthouses", n.URL+"/index.html"), "new-mexico", "arizona", 1))
	n.run()
	n.put("index.html", contents(all[:2]...))
	o := n.run()
	if s := state(t, o.Report, "zz-99"); s.State != "doubtful" || s.Sections != 8 || len(o.Report.Changes) > 0 {
		t.Errorf("coverage: %+v, changes: %+v", s, o.Report.Changes)
	}
	n.put("index.html", contents(all...))
	if o := n.run(); !o.Report.Coverage.Complete {
		t.Errorf("after the list came back: %+v", o.Report.Coverage)
	}
}
