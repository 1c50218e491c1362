package web

import (
	"net/url"
	"strconv"
)

// turn leads to the pages before and after one of a long list.
type turn struct {
	// Page counts from 1, of Pages; From and To are the places of what is shown
	// among Total.
	Page, Pages, From, To, Total int
	// Before and After are addresses, "" where there is none.
	Before, After string
}

// paged gives the part of a list that the query's page asks for; one that is not
// there is the nearest that is.
func paged[T any](v *view, all []T, size int) ([]T, turn) {
	t := turnOf(v, len(all), size)
	return all[t.From:t.To], t.counted()
}

// turnOf finds the place in a list of that length. From is counted from 0.
func turnOf(v *view, total, size int) turn {
	query := v.URL.Query()
	pages := max(1, (total+size-1)/size)
	page, err := strconv.Atoi(query.Get("page"))
	if err != nil {
		page = 1
	}
	page = min(max(page, 1), pages)
	t := turn{Page: page, Pages: pages, From: (page - 1) * size, To: min(page*size, total), Total: total}
	if page > 1 {
		t.Before = turned(v.URL.EscapedPath(), query, page-1)
	}
	if page < pages {
		t.After = turned(v.URL.EscapedPath(), query, page+1)
	}
	return t
}

// counted counts From from 1, for a reader.
func (t turn) counted() turn {
	if t.Total > 0 {
		t.From++
	}
	return t
}

func turned(path string, query url.Values, page int) string {
	query.Set("page", strconv.Itoa(page))
	return path + "?" + query.Encode()
}
