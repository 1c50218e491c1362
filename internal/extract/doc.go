// Package extract turns the bytes of a PDF, HTML, RTF or text file into lines
// in reading order, with the place and style of each.
//
// It will not say what a line means: headings, history and law are for the
// layouts. It never returns an empty document for a file that cannot be read;
// that is an *Unreadable which names the cause.
package extract
