package extract

// open is an element whose end has not come.
type open struct {
	element
	// outer is the style around it; drawn is set where the writer knows of it.
	outer Run
	drawn bool
	// within is the part of a table in which its content stands.
	within part
	// full is set once something stands in it.
	full bool
	// count numbers the items of a list.
	count     int
	numbering string
	// end is where a note mark must end, 0 for none.
	end int
	// link is that of an anchor with an address, nil for none.
	link *anchor
}

// stack holds the open elements, outermost first.
type stack []open

func (s stack) top() *open { return &s[len(s)-1] }

// find is the index of the innermost open element of one of the names, -1 where
// there is none or where an element that stops the search comes before it.
func (s stack) find(stops func(*kind) bool, names ...string) int {
	for i := len(s) - 1; i >= 0; i-- {
		k := s[i].kind
		for _, name := range names {
			if k.name == name {
				return i
			}
		}
		if stops(k) {
			return -1
		}
	}
	return -1
}

// The scopes of HTML: what stops a search.
func anyScope(k *kind) bool    { return k.is&limits != 0 }
func itemScope(k *kind) bool   { return k.is&(limits|list) != 0 }
func buttonScope(k *kind) bool { return k.is&limits != 0 || k.name == "button" }
func tableScope(k *kind) bool  { return k.name == "html" || k.name == "table" }
func cellScope(k *kind) bool   { return k.is&cell != 0 }
func isSpecial(k *kind) bool   { return k.is&special != 0 }
func noScope(*kind) bool       { return false }

// besideItems stops the search for an item that is still open.
func besideItems(k *kind) bool {
	return isSpecial(k) && k.name != "address" && k.name != "div" && k.name != "p"
}
