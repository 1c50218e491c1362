package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"
)

// served runs the demonstration and serves it on a free port of the loopback. It
// gives the address, and what ends the server and wants exit status 0.
func served(t *testing.T, flags ...string) (address string, stop func()) {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "demo")
	quiet := &streams{in: strings.NewReader(""), out: io.Discard, err: io.Discard}
	if code := run(t.Context(), []string{"demo", "--dir", dir}, quiet); code != exitClean {
		t.Fatalf("the demonstration ended with %d", code)
	}
	out, in := io.Pipe()
	var log bytes.Buffer
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan int, 1)
	go func() {
		args := append([]string{"serve", "--listen", "127.0.0.1:0", "--config", filepath.Join(dir, "pincite.yaml")}, flags...)
		ended <- run(ctx, args, &streams{in: strings.NewReader(""), out: in, err: &log})
		_ = in.Close()
	}()
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatalf("the server said nothing, and %s", log.String())
	}
	address, _, _ = strings.Cut(strings.TrimPrefix(line, "Serving "), " ")
	return address, func() {
		cancel()
		if code := <-ended; code != exitClean || log.Len() > 0 {
			t.Errorf("the server ended with %d: %s", code, log.String())
		}
	}
}

// TestTheDemonstrationIsServed follows every link of the pages over a real run,
// and ends the server as a signal does.
func TestTheDemonstrationIsServed(t *testing.T) {
	address, stop := served(t)
	seen := crawl(t, address)
	for path, want := range map[string]string{
		"":                     "must not stay published",
		"law/ZZ/12-4-4":        "twenty",
		"answers/breach.txt":   "Do not publish",
		"runs/run-0001":        "run-0001",
		"coverage":             "Disposal of Records Act",
		"rules/source-unknown": "Summary",
	} {
		if !strings.Contains(seen[address+path], want) {
			t.Errorf("/%s is not linked, or does not say %q", path, want)
		}
	}
	if len(seen) < 80 {
		t.Errorf("only %d pages were found", len(seen))
	}
	stop()
	if _, err := http.Get(address); err == nil {
		t.Error("the server answers after its end")
	}
}

// crawl follows every link from an address on that stays with its host.
func crawl(t *testing.T, address string) map[string]string {
	t.Helper()
	seen, todo := map[string]string{}, []string{address}
	for len(todo) > 0 {
		at := todo[0]
		todo = todo[1:]
		if _, known := seen[at]; known {
			continue
		}
		seen[at] = fetched(t, at)
		for _, link := range linked(t, at, seen[at]) {
			if strings.HasPrefix(link, address) {
				todo = append(todo, link)
			}
		}
	}
	return seen
}

func fetched(t *testing.T, address string) string {
	t.Helper()
	reply, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = reply.Body.Close() }()
	body, err := io.ReadAll(reply.Body)
	if err != nil || reply.StatusCode != http.StatusOK {
		t.Errorf("%s: %s %v", address, reply.Status, err)
	}
	return string(body)
}

// linked gives the addresses to which a page leads, without their fragments.
func linked(t *testing.T, address, page string) []string {
	t.Helper()
	base, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var links []string
	for n := range root.Descendants() {
		for _, a := range n.Attr {
			if a.Key != "href" {
				continue
			}
			to, err := base.Parse(a.Val)
			if err != nil {
				t.Errorf("%s leads to %q: %v", address, a.Val, err)
				continue
			}
			to.Fragment = ""
			links = append(links, to.String())
		}
	}
	return links
}

// TestABrowserShowsThePages opens the first page and a section in Chromium.
func TestABrowserShowsThePages(t *testing.T) {
	chromium, err := exec.LookPath("chromium")
	if err != nil && os.Getenv("CI") == "true" {
		t.Fatal("chromium is not installed: .ci/run must install it")
	}
	if err != nil {
		t.Skip("chromium is not installed: this test needs it")
	}
	address, stop := served(t)
	defer stop()
	for path, want := range map[string][]string{
		"":              {"<h1>2 answers must not stay published", "Notice of a Data Breach in Zenith", "Since the run before", "Coverage: all configured law was read well"},
		"law/ZZ/12-4-4": {"<h1>§ 12-4-4 Notice of a breach to customers.</h1>", "no later than twenty calendar days", "Where it is from", "sha256:", "struck</span> thirty", "added</span> twenty"},
	} {
		dom := rendered(t, chromium, address+path)
		for _, words := range want {
			if !strings.Contains(dom, words) {
				t.Errorf("/%s does not hold %q in the browser:\n%s", path, words, dom)
			}
		}
	}
}

// rendered is the document as the browser has it after loading.
func rendered(t *testing.T, chromium, address string, flags ...string) string {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	profile, err := os.MkdirTemp("", "pincite-browser-")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = os.RemoveAll(profile) }()
	flags = append(flags, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
		"--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--user-data-dir="+profile, "--dump-dom", address)
	command := exec.CommandContext(ctx, chromium, flags...)
	dom, err := command.Output()
	if err != nil {
		t.Fatalf("chromium: %v", err)
	}
	return string(dom)
}

// TestAddressesOfOtherMachinesAreRefused unless they are meant.
func TestAddressesOfOtherMachinesAreRefused(t *testing.T) {
	for listen, local := range map[string]bool{
		"127.0.0.1:8470": true, "127.9.9.9:0": true, "[::1]:8470": true, "localhost:8470": true,
		"0.0.0.0:8470": false, ":8470": false, "[::]:8470": false, "192.0.2.1:8470": false, "law.example.com:8470": false, "localhost.example.com:1": false,
	} {
		if err := (&serveOptions{listen: listen}).checkListen(); (err == nil) != local {
			t.Errorf("%s: %v", listen, err)
		} else if err != nil && !strings.Contains(err.Error(), "reverse proxy") {
			t.Errorf("%s: no remedy in %v", listen, err)
		}
		if err := (&serveOptions{listen: listen, allowRemote: true}).checkListen(); err != nil {
			t.Errorf("%s, meant: %v", listen, err)
		}
	}
	for _, listen := range []string{"", "8470", "127.0.0.1"} {
		if err := (&serveOptions{listen: listen, allowRemote: true}).checkListen(); err == nil {
			t.Errorf("%q was taken for an address", listen)
		}
	}
}

// pageKinds are a page of every kind, by path.
var pageKinds = []string{
	"", "answers", "answers/breach.txt", "findings", "law", "law/ZZ", "law/ZZ?source=zz-12-4", "law/ZZ/12-4-4", "law/ZZ/12-4-9",
	"search?q=notify", "rules", "rules/source-misplaced", "coverage", "runs", "runs/run-0003",
}

// TestServedPagesAreAccessible lays each kind of page out with axe-core in it,
// narrow and light, wide and dark: no violation is borne. The last page has a
// fault planted, which must be seen.
func TestServedPagesAreAccessible(t *testing.T) {
	chromium, err := exec.LookPath("chromium")
	axe, faulty := os.ReadFile(filepath.Join("..", "..", "tools", "axe", "node_modules", "axe-core", "axe.min.js"))
	if absent := errors.Join(err, faulty); absent != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("%v: .ci/run must install chromium, and axe-core by npm ci --ignore-scripts in tools/axe", absent)
		}
		t.Skipf("%v: this test needs both", absent)
	}
	kinds := pageKinds
	if os.Getenv("CI") != "true" {
		kinds = []string{"", "answers/breach.txt", "law/ZZ/12-4-4"} // three must do on a developer's machine
	}
	address, stop := served(t)
	defer stop()
	style := fetched(t, address+"style.css")
	for i, path := range kinds {
		page := fetched(t, address+path)
		for width, dark := range map[int]bool{360: false, 1600: true} {
			if found := violations(t, chromium, page, style, string(axe), width, dark); found != "none" {
				t.Errorf("/%s, %d px, dark %v: %s", path, width, dark, found)
			}
		}
		if i == len(kinds)-1 {
			page = strings.Replace(page, "</main>", `<p class="faint">faint</p><img src=""></main>`, 1)
			if found := violations(t, chromium, page, style+".faint{color:#bbb;background:#fff}", string(axe), 1600, false); !strings.Contains(found, "color-contrast") || !strings.Contains(found, "image-alt") {
				t.Errorf("planted faults were not seen: %s", found)
			}
		}
	}
}

// axeRun writes what axe-core found into the document.
const axeRun = `axe.run(document, {runOnly: ["wcag2a","wcag2aa","wcag21a","wcag21aa","wcag22aa","best-practice"]}).then(found => {
  const wide = document.documentElement.scrollWidth > window.innerWidth ? ["wider than the window"] : [];
  const said = wide.concat(found.violations.map(v => v.id + " at " + v.nodes.map(n => n.target.join(" ")).join(", ")));
  document.documentElement.dataset.axe = found.passes.length < 15 ? "axe did not see the page" : said.join("; ") || "none";
});`

// violations opens a copy of the page, in which its style and axe-core stand:
// the policy of the page itself lets no script run.
func violations(t *testing.T, chromium, page, style, axe string, width int, dark bool) string {
	t.Helper()
	if dark {
		style = strings.Replace(style, "@media (prefers-color-scheme: dark)", "@media all", 1)
	}
	page = strings.Replace(page, `<link rel="stylesheet" href="/style.css">`, "<style>"+style+"</style>", 1)
	page = strings.Replace(page, "</body>", "<script>"+axe+"</script><script>"+axeRun+"</script></body>", 1)
	file := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(file, []byte(page), 0o600); err != nil {
		t.Fatal(err)
	}
	dom := rendered(t, chromium, "file://"+file, fmt.Sprintf("--window-size=%d,1200", width), "--virtual-time-budget=60000")
	_, said, _ := strings.Cut(dom, `data-axe="`)
	said, _, whole := strings.Cut(said, `"`)
	if !whole {
		return "axe did not end"
	}
	return said
}
