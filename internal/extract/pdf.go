package extract

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// readPDF reads a PDF with two independent readers at once. The first gives
// words and places; the second must find the same characters on every page.
func readPDF(ctx context.Context, file File) (*Document, error) {
	var words []pageWords
	var second []pageCharacters
	checked := make(chan error, 1)
	go func() { checked <- consult(ctx, roleCharacters, file.Data, &second) }()
	err := consult(ctx, roleWords, file.Data, &words)
	checkErr := <-checked
	if err != nil {
		return nil, unreadable(file, err)
	}
	if !anyText(words) && file.OCR {
		return readPictures(ctx, file, len(words))
	}
	if !anyText(words) {
		return nil, imageOnly(file, len(words), "allow OCR for this source, or find the publisher's text version")
	}
	doc := &Document{Format: PDF, Pages: len(words)}
	doc.agree(words, second, checkErr)
	doc.pictures(words)
	upright(words)
	doc.Dropped = dropFurniture(words)
	joinBroken(words)
	for i := range words {
		doc.Lines = append(doc.Lines, pageLines(&words[i], i+1)...)
	}
	doc.strike(ctx, file.Data)
	return doc, nil
}

func imageOnly(file File, pages int, remedy string) *Unreadable {
	return &Unreadable{file.Name, "image-only", fmt.Sprintf("none of its %d pages has a text layer", pages), remedy}
}

// unreadable gives a worker's fault its name.
func unreadable(file File, err error) error {
	var f *fault
	if !errors.As(err, &f) {
		return err
	}
	switch f.kind {
	case "encrypted":
		return &Unreadable{file.Name, "encrypted", f.reason, "get a copy without a password from the publisher"}
	case "unreadable":
		return &Unreadable{file.Name, "truncated", "its end or its index is missing (" + f.reason + ")", "fetch it again: the download may have been cut off"}
	}
	return &Unreadable{file.Name, f.kind, f.reason, "look at the file: it may be damaged or made to do harm"}
}

func anyText(pages []pageWords) bool {
	return slices.ContainsFunc(pages, func(p pageWords) bool { return len(p.Lines) > 0 })
}

// agree compares the two readings page by page. A page on which they differ is
// doubtful; it is a reason to doubt the document where the second reader found
// letters that the first has not.
func (d *Document) agree(words []pageWords, second []pageCharacters, err error) {
	if err != nil {
		d.Doubts = append(d.Doubts, "the second reader could not read the file: "+err.Error())
		return
	}
	lost := 0
	for i := range words {
		if i >= len(second) || second[i].Failed != "" {
			d.DoubtfulPages = append(d.DoubtfulPages, i+1)
			continue
		}
		missing, extra, all := differ(pageText(&words[i]), second[i].Text)
		if (missing+extra)*50 > all {
			d.DoubtfulPages = append(d.DoubtfulPages, i+1)
		}
		if missing*50 > all {
			lost++
		}
	}
	if lost > 0 {
		d.Doubts = append(d.Doubts, fmt.Sprintf("on %d of %d pages the second reader found letters that the first did not", lost, len(words)))
	}
}

// pictures doubts a document of which some pages are pictures: law may stand in
// them that nobody read.
func (d *Document) pictures(words []pageWords) {
	count := 0
	for i := range words {
		if words[i].Picture {
			d.DoubtfulPages = append(d.DoubtfulPages, i+1)
			count++
		}
	}
	if count > 0 {
		slices.Sort(d.DoubtfulPages)
		d.DoubtfulPages = slices.Compact(d.DoubtfulPages)
		d.Doubts = append(d.Doubts, fmt.Sprintf("%d of %d pages are pictures without a text layer", count, len(words)))
	}
}

func pageText(p *pageWords) string {
	var all strings.Builder
	for i := range p.Lines {
		all.WriteString(p.Lines[i].Text)
	}
	return all.String()
}

// differ counts the letters and digits that only the second or only the first
// reading holds, in any order, and those of both together.
func differ(first, second string) (missing, extra, all int) {
	counts := map[rune]int{}
	for _, r := range compatible(first) {
		counts[r]++
		all++
	}
	for _, r := range compatible(second) {
		counts[r]--
	}
	for _, n := range counts {
		if n < 0 {
			missing -= n
		} else {
			extra += n
		}
	}
	return missing, extra, all + missing
}

// upright turns the lines of rotated pages, which come in the order of the
// unrotated page.
func upright(pages []pageWords) {
	for i := range pages {
		p := &pages[i]
		if p.Rotation%2 == 0 {
			continue
		}
		slices.SortStableFunc(p.Lines, func(a, b printedLine) int {
			if p.Rotation == 1 {
				return int(a.X - b.X)
			}
			return int(b.X - a.X)
		})
	}
}

// pageLines makes lines of a page.
func pageLines(p *pageWords, number int) []Line {
	lines := make([]Line, 0, len(p.Lines))
	for i := range p.Lines {
		printed := &p.Lines[i]
		line := Line{Text: printed.Text, Page: number, X: printed.X, Y: printed.Y, Width: printed.Right - printed.X, Size: printed.Size}
		for _, s := range printed.Spans {
			line.Runs = append(line.Runs, Run{Start: s.Start, End: s.End, Bold: s.Bold, Italic: s.Italic, Size: printed.Size})
		}
		middle, half := (printed.X+printed.Right)/2, p.Width/2
		line.Centered = p.Width > 0 && printed.X > p.Width/5 && middle > half-10 && middle < half+10
		lines = append(lines, line)
	}
	return lines
}
