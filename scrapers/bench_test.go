package scrapers

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"github.com/pincite/pincite/internal/extract"
	"github.com/pincite/pincite/internal/sharedtest"
)

// BenchmarkParse turns the lines of whole titles into sections.
func BenchmarkParse(b *testing.B) {
	for _, path := range []string{"nd/v2/gov.nd.code.title.51.r81.html", "ok/os15-2024.pdf", "or/ors414.html"} {
		doc := readFile(b, sharedtest.Path(b, "corpus", path))
		layout := Recognise(doc)
		b.Run(layout.Name, func(b *testing.B) {
			for b.Loop() {
				if _, err := Parse(layout.Name, doc, ""); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// bigPages are chapters and titles of several publishers: 13 MB of HTML.
var bigPages = []string{
	"ak/gov.ak.code.title.45.r80.html", "co/v2/gov.co.crs.title.06.r76.html", "co/v1/gov.co.crs.title.06.r75.html",
	"nc/v1/gov.nc.stat.title.075.r78.html", "nc/v2/gov.nc.stat.title.075.r81.html", "or/ors414.html", "or/ors001.html",
	"nd/v1/gov.nd.code.title.51.r78.html", "nd/v2/gov.nd.code.title.51.r81.html", "nv/NRS-432B.html", "nv/NRS-001.html",
	"ky/gov.ky.krs.title.01.r78.html",
}

// BenchmarkSections takes bytes of HTML to sections, and lxml the same bytes to
// the text of their blocks, in turns: a round of each, so that both have the
// same machine. The best round of each counts, in megabytes a second of
// processor time.
func BenchmarkSections(b *testing.B) {
	defer debug.SetGCPercent(debug.SetGCPercent(300)) // as the program has it
	var ours, theirs float64
	pages := readPages(b)
	for b.Loop() {
		ours = max(ours, sectionsOnce(b, pages))
		theirs = max(theirs, lxmlOnce(b))
	}
	b.ReportMetric(ours, "MB/cpu-s")
	if theirs > 0 {
		b.ReportMetric(theirs, "lxml-MB/cpu-s")
		b.ReportMetric(ours/theirs, "times-lxml")
	}
	b.ReportMetric(0, "ns/op")
}

// page is one of them, by its base name.
type page struct {
	name string
	data []byte
}

func readPages(b *testing.B) []page {
	b.Helper()
	var pages []page
	for _, path := range bigPages {
		data, err := os.ReadFile(sharedtest.Path(b, "corpus", path))
		if err != nil {
			b.Fatal(err)
		}
		pages = append(pages, page{filepath.Base(path), data})
	}
	return pages
}

func sectionsOnce(b *testing.B, pages []page) float64 {
	b.Helper()
	bytes, before := 0, processorTime(b)
	for _, p := range pages {
		doc, err := extract.Read(context.Background(), extract.File{Name: p.name, Data: p.data})
		if err != nil {
			b.Fatal(err)
		}
		if _, err := Parse(Recognise(doc).Name, doc, ""); err != nil {
			b.Fatal(err)
		}
		bytes += len(p.data)
	}
	return float64(bytes) / 1e6 / (processorTime(b) - before)
}

// processorTime is what this process has used so far, in seconds.
func processorTime(b *testing.B) float64 {
	b.Helper()
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		b.Fatal(err)
	}
	return float64(used.Utime.Nano()+used.Stime.Nano()) / 1e9
}

// lxmlScript parses each page and takes the text of its blocks. Starting Python
// is not counted.
const lxmlScript = `
import sys, time
import lxml.html
from lxml import etree
pages = [open(name, "rb").read() for name in sys.argv[1:]]
blocks = etree.XPath("//h1|//h2|//h3|//h4|//h5|//h6|//p|//li|//td")
began = time.process_time()
for page in pages:
    texts = [block.text_content() for block in blocks(lxml.html.document_fromstring(page))]
print(sum(map(len, pages)) / 1e6 / (time.process_time() - began))
`

// lxmlOnce is 0 where Python or lxml is missing.
func lxmlOnce(b *testing.B) float64 {
	b.Helper()
	args := []string{"-c", lxmlScript}
	for _, path := range bigPages {
		args = append(args, sharedtest.Path(b, "corpus", path))
	}
	var said bytes.Buffer
	run := exec.Command(pythonName(), args...)
	run.Stderr = &said
	out, err := run.Output()
	if err != nil {
		b.Log("no comparison with lxml: ", err, said.String())
		return 0
	}
	speed, err := strconv.ParseFloat(strings.TrimSpace(string(out)), 64)
	if err != nil {
		b.Fatal(fmt.Errorf("lxml says %q: %w", out, err))
	}
	return speed
}

// pythonName is that of the interpreter that has lxml: PYTHON may name it.
func pythonName() string {
	if name := os.Getenv("PYTHON"); name != "" {
		return name
	}
	return "python3"
}
