package extract

import (
	"context"
	"testing"
)

// What draws nothing is no part of the law's text, written as itself or by reference.
func TestHiddenReferences(t *testing.T) {
	for page, want := range map[string]string{
		"<p>a&#1;b</p>":                  "ab",
		"<p>a&#x1B;[31mb</p>":            "a[31mb",
		"<p>non&shy;profit</p>":          "nonprofit",
		"<p>non&#173profit</p>":          "nonprofit",
		"<p>&#167; 4, &#147;x&#148;</p>": "§ 4, “x”",
		"<p>a &amp; b &#x26; c</p>":      "a & b & c",
		"<p>a&#xfeff;b&</p>":             "ab&",
		"<p><b>a&#2;</b>b</p><i>c</p>":   "ab",
	} {
		doc, err := Read(context.Background(), File{Name: "a.html", Data: []byte("<html><body>" + page + "</body></html>")})
		if err != nil {
			t.Fatal(err)
		}
		if got := doc.Lines[0].Text; got != want {
			t.Errorf("%s is read as %q, want %q", page, got, want)
		}
	}
}
