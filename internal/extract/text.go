package extract

import "strings"

// readText makes a line of each printed line of a text file. A form feed begins
// a page.
func readText(file File) (*Document, error) {
	if isBinary(file.Data) {
		return nil, &Unreadable{file.Name, "not-a-document", "its bytes are neither PDF, HTML, RTF nor text", "look at the file: it may be compressed, or a picture"}
	}
	doc := &Document{Format: Text}
	text := decode(file.Data, file.ContentType)
	page := 0
	if strings.Contains(text, "\f") {
		page = 1
	}
	for raw := range strings.Lines(text) {
		page += strings.Count(raw, "\f")
		body := strings.TrimLeftFunc(raw, blank)
		line := Line{Text: fold(body), Page: page, Indent: len([]rune(raw)) - len([]rune(body))}
		if line.Text == "" {
			continue
		}
		line.Runs = []Run{{End: len(line.Text)}}
		doc.Lines = append(doc.Lines, line)
	}
	if page > 0 {
		doc.Pages = page
	}
	return doc, nil
}
