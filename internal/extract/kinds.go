package extract

import "strings"

// kind is what the readers of HTML know of the elements of one name.
type kind struct {
	name   string
	is     trait
	opens  opening
	closes closing
	// part is what of a table it makes.
	part part
}

// part is what of a table a place lies directly in: the rules of HTML differ by
// it.
type part int8

const (
	outside part = iota
	inTable
	inColumns
	inGroup
	inRow
	inCell
	inCaption
)

// trait is what holds of a kind; a kind has several.
type trait uint32

const (
	// block begins a line of its own.
	block trait = 1 << iota
	// unseen draws no text.
	unseen
	heading
	// list numbers or marks its items.
	list
	// formatting goes on behind the element that it was opened in, by the rules
	// of HTML; special ends the search for one that is to be closed.
	formatting
	special
	// implied is closed where something else must be.
	implied
	// limits is where the search for an open element ends; of a table, of a row.
	limits
	// cell is apart from the formatting around its table.
	cell
)

// opening is what a start tag does before and behind its element.
type opening int

const (
	plainly opening = iota
	// endingParagraph closes a paragraph first.
	endingParagraph
	asHeading
	asForm
	asItem
	asTerm
	asButton
	asAnchor
	asFormatting
	asTable
	// asVoid has no content.
	asVoid
	asInput
	asRule
	// asRaw holds text in which no tag counts.
	asRaw
	asSelect
	asOption
	asGroup
	// asWhole is html and body, which stand once.
	asWhole
	// asTabular counts within a table alone; asStray never.
	asTabular
	asStray
	// asStrange is left to the reader of trees.
	asStrange
)

// closing is what an end tag closes.
type closing int

const (
	nearest closing = iota
	// inScope closes what may be left open in it.
	inScope
	ofFormatting
	ofForm
	ofParagraph
	ofItem
	ofTerm
	ofHeading
	ofWhole
	ofBreak
	ofStrange
)

// kinds are the elements of which a rule speaks, by name.
var kinds = makeKinds()

func makeKinds() map[string]*kind {
	all := map[string]*kind{}
	for _, group := range kindGroups {
		for name := range strings.FieldsSeq(group.names) {
			k := all[name]
			if k == nil {
				k = &kind{name: name}
				all[name] = k
			}
			k.is |= group.is
			k.opens = max(k.opens, group.opens)
			k.closes = max(k.closes, group.closes)
			k.part = max(k.part, group.part)
		}
	}
	return all
}

// kindGroups say the rules one by one; a name may stand in several.
var kindGroups = []struct {
	is     trait
	opens  opening
	closes closing
	part   part
	names  string
}{
	{is: block, names: `html body p div center pre h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table thead tbody tfoot tr td th caption
		section article aside nav main header footer address blockquote form fieldset figure figcaption hr details summary`},
	{is: unseen, names: "script style head template svg noscript iframe select textarea"},
	{is: heading, opens: asHeading, closes: ofHeading, names: "h1 h2 h3 h4 h5 h6"},
	{is: list, names: "ol ul"},
	{is: implied, names: "dd dt li optgroup option p rb rp rt rtc"},
	{is: limits, names: "applet caption html table td th marquee object template select"},
	{is: cell, names: "td th caption"},
	{is: formatting, opens: asFormatting, closes: ofFormatting, names: "b big code em font i s small strike strong tt u"},
	{is: formatting, opens: asAnchor, closes: ofFormatting, names: "a nobr"},
	{is: special, names: `address applet area article aside base basefont bgsound blockquote body br button caption center col colgroup
		dd details dir div dl dt embed fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr
		html iframe img input keygen li link listing main marquee menu meta nav noembed noframes noscript object ol p param plaintext
		pre script section select source style summary table tbody td template textarea tfoot th thead title tr track ul wbr xmp`},
	{opens: endingParagraph, closes: inScope, names: `address article aside blockquote center details dialog dir div dl fieldset
		figcaption figure footer header hgroup main menu nav ol pre search section summary ul`},
	{opens: endingParagraph, closes: ofParagraph, names: "p"},
	{opens: asForm, closes: ofForm, names: "form"},
	{opens: asItem, closes: ofItem, names: "li"},
	{opens: asTerm, closes: ofTerm, names: "dd dt"},
	{opens: asButton, closes: inScope, names: "button"},
	{opens: asTable, part: inTable, names: "table"},
	{opens: asVoid, names: "area embed img image keygen wbr param source track base basefont bgsound link meta"},
	{opens: asVoid, closes: ofBreak, names: "br"},
	{opens: asInput, names: "input"},
	{opens: asRule, names: "hr"},
	{opens: asRaw, names: "script style title textarea iframe noembed noframes noscript"},
	{opens: asSelect, closes: inScope, names: "select"},
	{opens: asOption, names: "option"},
	{opens: asGroup, names: "optgroup"},
	{opens: asWhole, closes: ofWhole, names: "html body"},
	{opens: asTabular, names: "col"},
	{opens: asTabular, part: inColumns, names: "colgroup"},
	{opens: asTabular, part: inGroup, names: "tbody thead tfoot"},
	{opens: asTabular, part: inRow, names: "tr"},
	{opens: asTabular, part: inCell, names: "td th"},
	{opens: asTabular, part: inCaption, names: "caption"},
	{opens: asStray, names: "frame head"},
	{opens: asStrange, closes: ofStrange, names: "applet marquee object template svg math frameset plaintext xmp listing rb rp rt rtc ruby"},
}

// kindOf gives the kind of a name in lower case; a name of which no rule speaks
// has none of the traits.
func kindOf(name string) *kind {
	if k := kinds[name]; k != nil {
		return k
	}
	return &kind{name: name}
}
