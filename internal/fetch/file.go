package fetch

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"sort"
	"strings"
)

// Expand gives the URLs that a configured one stands for: itself, or for a
// file: URL with a "*" the files that match it, sorted. A pattern that matches
// nothing is a *Failure: a mirror that is not there is no empty statute.
func (f *Fetcher) Expand(rawURL string) ([]string, error) {
	path, ok := f.filePath(rawURL)
	if !ok || !strings.Contains(path, "*") {
		return []string{rawURL}, nil
	}
	matches, err := filepath.Glob(globEscaper.Replace(path))
	if err != nil {
		return nil, &Failure{Outcome: BadURL, URL: rawURL, Reason: err.Error(), Remedy: "mend the pattern in the config", cause: err}
	}
	urls := f.fileURLs(rawURL, matches)
	if len(urls) == 0 {
		return nil, &Failure{Outcome: Missing, URL: rawURL, Reason: "the pattern matches no file (looked for " + path + ")", Remedy: "check the folder and the pattern; relative paths are taken from the config's folder"}
	}
	return urls, nil
}

// globEscaper makes every other sign of a pattern mean itself: only "*" is
// promised.
var globEscaper = strings.NewReplacer(`\`, `\\`, `[`, `\[`, `?`, `\?`)

// fileURLs writes paths in the form of the pattern: relative ones stay so, and
// a corpus that is moved with its config keeps its URLs.
func (f *Fetcher) fileURLs(pattern string, paths []string) []string {
	var urls []string
	for _, path := range paths {
		if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() {
			continue
		}
		prefix := "file://"
		if rest, _ := fileRest(pattern); !filepath.IsAbs(rest) {
			prefix = "file:"
			if relative, err := filepath.Rel(f.policy.Dir, path); err == nil {
				path = relative
			}
		}
		urls = append(urls, prefix+strings.ReplaceAll(filepath.ToSlash(path), "%", "%25"))
	}
	sort.Strings(urls)
	return urls
}

// filePath gives the path of a file: URL, relative ones from the policy's Dir.
func (f *Fetcher) filePath(rawURL string) (string, bool) {
	path, ok := fileRest(rawURL)
	if !ok {
		return "", false
	}
	if plain, err := url.PathUnescape(path); err == nil {
		path = plain
	}
	path = filepath.FromSlash(path)
	if !filepath.IsAbs(path) {
		path = filepath.Join(f.policy.Dir, path)
	}
	return path, true
}

// fileRest takes "file:", and the "//" or "//localhost" of an absolute path,
// from a URL.
func fileRest(rawURL string) (string, bool) {
	if len(rawURL) < 5 || !strings.EqualFold(rawURL[:5], "file:") {
		return "", false
	}
	rest := rawURL[5:]
	for _, host := range []string{"//localhost/", "///"} {
		if after, ok := strings.CutPrefix(rest, host); ok {
			return "/" + after, true
		}
	}
	return rest, true
}

func (f *Fetcher) getFile(rawURL, path string, known Known) (Capture, error) {
	body, failure := f.readFile(path)
	if failure != nil {
		failure.URL = rawURL
		return Capture{}, failure
	}
	c := Capture{URL: rawURL, Final: rawURL, Body: body, FetchedAt: f.clock.Now()}
	c.judge(known)
	return c, nil
}

// readFile refuses what is not a plain file: a pipe would never end.
func (f *Fetcher) readFile(path string) ([]byte, *Failure) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, &Failure{Outcome: Missing, Reason: "there is no file " + path, Remedy: "check the path; relative ones are taken from the config's folder", cause: err}
	case err != nil:
		return nil, &Failure{Outcome: Unavailable, Reason: err.Error(), Remedy: "check who may read the file", cause: err}
	case !info.Mode().IsRegular():
		return nil, &Failure{Outcome: BadURL, Reason: path + " is no plain file", Remedy: `for all files of a folder, end the URL in "/*"`}
	case info.Size() > f.policy.MaxBytes:
		return nil, &Failure{Outcome: TooLarge, Reason: fmt.Sprintf("the file is larger than %d bytes", f.policy.MaxBytes), Remedy: "split the file"}
	}
	return f.readPlain(path)
}

func (f *Fetcher) readPlain(path string) ([]byte, *Failure) {
	file, err := os.Open(path)
	if err != nil {
		return nil, &Failure{Outcome: Unavailable, Reason: err.Error(), Remedy: "check who may read the file", cause: err}
	}
	defer file.Close()
	var body bytes.Buffer
	if info, err := file.Stat(); err == nil && info.Mode().IsRegular() { // growing it took a tenth of a night without change
		body.Grow(int(min(info.Size(), f.policy.MaxBytes)) + bytes.MinRead)
	}
	if _, err := body.ReadFrom(io.LimitReader(file, f.policy.MaxBytes)); err != nil {
		return nil, &Failure{Outcome: Unavailable, Reason: err.Error(), Remedy: "check the disk", cause: err}
	}
	return body.Bytes(), nil
}
