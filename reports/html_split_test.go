package reports

import (
	"bytes"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/pincite/pincite/internal/finding"
)

// TestSplitReportHoldsTogether: every link of every file leads to a place that
// is there, no finding is lost, and the parts are smaller than the whole.
func TestSplitReportHoldsTogether(t *testing.T) {
	for name, r := range map[string]*finding.Report{"sample": sampleReport(t), "big": bigReport(3000)} {
		files, err := splitHTML("report", r, 10_000)
		if err != nil || len(files) < 3 || files[0].Name != "report.html" {
			t.Fatalf("%s: %d files, %v", name, len(files), err)
		}
		ids, findings := map[string]bool{}, 0
		for _, f := range files {
			ids[f.Name+"#"], ids[f.Name] = true, true
			each(t, f.Data, func(n *html.Node) {
				if id := attribute(n, "id"); id != "" {
					ids[f.Name+"#"+id] = true
				}
				if n.Data == "article" && attribute(n, "class") == "finding" {
					findings++
				}
			})
		}
		if want := r.Count(); findings != want.OpenTotal()+2*want.Waived {
			t.Errorf("%s: %d findings in the files, want %d and the %d waived ones twice", name, findings, want.OpenTotal(), want.Waived)
		}
		for _, f := range files {
			each(t, f.Data, func(n *html.Node) {
				if href := attribute(n, "href"); n.Data == "a" && !strings.HasPrefix(href, "http") {
					if strings.HasPrefix(href, "#") {
						href = f.Name + href
					}
					if !ids[href] {
						t.Errorf("%s: %s links to %s, which is not there", name, f.Name, href)
					}
				}
			})
		}
	}
}

// TestOnlyALargeReportIsSplit: the usual one is one file.
func TestOnlyALargeReportIsSplit(t *testing.T) {
	for _, f := range All() {
		files, err := f.Files("report", sampleReport(t))
		if err != nil || len(files) != 1 || files[0].Name != "report."+f.Extension || len(files[0].Data) == 0 {
			t.Errorf("%s: %d files, %v", f.Name, len(files), err)
		}
	}
}

// TestAPartIsNoGreenerThanTheWhole: Zenith's own source was read well, and its
// file says all the same that coverage is incomplete.
func TestAPartIsNoGreenerThanTheWhole(t *testing.T) {
	part := only(sampleReport(t), "ZZ")
	if part.Coverage.Complete || part.Tone() == "good" || len(part.Answers) != 2 || len(part.Changes) != 1 || len(part.Since.New) != 3 {
		t.Errorf("the part of ZZ: complete %v, %d answers, %d changes, %d new", part.Coverage.Complete, len(part.Answers), len(part.Changes), len(part.Since.New))
	}
}

func each(t *testing.T, page []byte, visit func(*html.Node)) {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.ElementNode {
			visit(n)
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(root)
}
