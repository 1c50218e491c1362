package reports

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/websocket"
)

// browser is one page of a headless Chromium, spoken to by its own protocol.
type browser struct {
	t    testing.TB
	conn *websocket.Conn
	next int
}

// openBrowser starts Chromium and opens an empty page; it ends with the test.
func openBrowser(t testing.TB) *browser {
	t.Helper()
	path, err := exec.LookPath("chromium")
	if err != nil {
		absent(t, "chromium is not installed")
	}
	dir, err := os.MkdirTemp("", "pincite-browser-")
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(path, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
		"--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--remote-debugging-port=0", "--remote-allow-origins=*", "--user-data-dir="+dir, "about:blank")
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	b := &browser{t: t}
	t.Cleanup(func() { b.close(cmd, dir) })
	b.conn = dial(t, pageAddress(t, dir))
	return b
}

// close asks Chromium to end, with all its helpers; only one that does not is
// killed.
func (b *browser) close(cmd *exec.Cmd, dir string) {
	if b.conn != nil {
		_ = websocket.JSON.Send(b.conn, map[string]any{"id": -1, "method": "Browser.close"})
	}
	patience := time.AfterFunc(20*time.Second, func() { _ = cmd.Process.Kill() })
	defer patience.Stop()
	if b.conn == nil {
		_ = cmd.Process.Kill()
	}
	_ = cmd.Wait()
	_ = os.RemoveAll(dir)
}

// absent skips a test for what a machine lacks, but not in CI, where the script
// installs it.
func absent(t testing.TB, what string) {
	t.Helper()
	if os.Getenv("CI") == "true" {
		t.Fatalf("%s: .ci/run must install it", what)
	}
	t.Skipf("%s: this test needs it", what)
}

// pageAddress waits for the port that Chromium writes down, and asks it for the
// address of its page.
func pageAddress(t testing.TB, dir string) string {
	t.Helper()
	for range 300 {
		time.Sleep(100 * time.Millisecond)
		data, err := os.ReadFile(filepath.Join(dir, "DevToolsActivePort"))
		port, _, whole := strings.Cut(string(data), "\n")
		if err != nil || !whole {
			continue
		}
		if address := askPage(port); address != "" {
			return address
		}
	}
	t.Fatal("chromium did not open a page within 30 s")
	return ""
}

func askPage(port string) string {
	response, err := http.Get("http://127.0.0.1:" + port + "/json/list")
	if err != nil {
		return ""
	}
	defer response.Body.Close()
	data, err := io.ReadAll(response.Body)
	if err != nil {
		return ""
	}
	var pages []struct {
		Type    string `json:"type"`
		Address string `json:"webSocketDebuggerUrl"`
	}
	if json.Unmarshal(data, &pages) != nil {
		return ""
	}
	for _, page := range pages {
		if page.Type == "page" {
			return page.Address
		}
	}
	return ""
}

func dial(t testing.TB, address string) *websocket.Conn {
	t.Helper()
	conn, err := websocket.Dial(address, "", "http://127.0.0.1")
	if err != nil {
		t.Fatal(err)
	}
	return conn
}

// call sends one command and gives its result.
func (b *browser) call(method string, params map[string]any) map[string]any {
	b.t.Helper()
	b.next++
	if err := websocket.JSON.Send(b.conn, map[string]any{"id": b.next, "method": method, "params": params}); err != nil {
		b.t.Fatal(err)
	}
	for {
		var answer struct {
			ID     int            `json:"id"`
			Result map[string]any `json:"result"`
			Error  map[string]any `json:"error"`
		}
		_ = b.conn.SetReadDeadline(time.Now().Add(2 * time.Minute))
		if err := websocket.JSON.Receive(b.conn, &answer); err != nil {
			b.t.Fatalf("%s: %v", method, err)
		}
		if answer.ID == b.next {
			if answer.Error != nil {
				b.t.Fatalf("%s: %v", method, answer.Error)
			}
			return answer.Result
		}
	}
}

// eval runs script, which may give a promise, and reads its value into out.
func (b *browser) eval(script string, out any) {
	b.t.Helper()
	result := b.call("Runtime.evaluate", map[string]any{"expression": script, "awaitPromise": true, "returnByValue": true})
	if fault := result["exceptionDetails"]; fault != nil {
		b.t.Fatalf("the page's script failed: %v", fault)
	}
	value, err := json.Marshal(result["result"].(map[string]any)["value"])
	if err != nil {
		b.t.Fatal(err)
	}
	if out != nil {
		if err := json.Unmarshal(value, out); err != nil {
			b.t.Fatalf("%s: %v", value, err)
		}
	}
}

// visit opens the address and waits until the page is laid out.
func (b *browser) visit(address string) {
	b.t.Helper()
	b.call("Page.navigate", map[string]any{"url": address})
	for range 600 {
		var state struct{ At, State string }
		b.eval(`({At: location.href, State: document.readyState})`, &state)
		if state.At == address && state.State == "complete" {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	b.t.Fatalf("%s did not load within 30 s", address)
}

// shape sets width and colour scheme.
func (b *browser) shape(width int, scheme string) {
	b.t.Helper()
	b.call("Emulation.setDeviceMetricsOverride", map[string]any{"width": width, "height": 1000, "deviceScaleFactor": 1, "mobile": false})
	b.call("Emulation.setEmulatedMedia", map[string]any{"features": []map[string]string{{"name": "prefers-color-scheme", "value": scheme}}})
}

// picture writes the page from y downwards as a PNG.
func (b *browser) picture(path string, width, y, height int) {
	b.t.Helper()
	shot := b.call("Page.captureScreenshot", map[string]any{"captureBeyondViewport": true,
		"clip": map[string]any{"x": 0, "y": y, "width": width, "height": height, "scale": 1}})
	data, err := base64.StdEncoding.DecodeString(fmt.Sprint(shot["data"]))
	if err != nil {
		b.t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o644); err != nil {
		b.t.Fatal(err)
	}
}
