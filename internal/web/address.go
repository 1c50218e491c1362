package web

import (
	"net/url"
	"strconv"
	"strings"

	"github.com/pincite/pincite/internal/statute"
	"github.com/pincite/pincite/internal/store"
)

func runAddress(id string) string                { return "/runs/" + url.PathEscape(id) }
func answerAddress(id string) string             { return named("/answers", "id", id) }
func findingAddress(id string) string            { return named("/findings", "id", id) }
func ruleAddress(name string) string             { return "/rules/" + url.PathEscape(name) }
func placeAddress(j statute.Jurisdiction) string { return "/law/" + url.PathEscape(string(j)) }

// sectionAddress leads to a section; occurrence 0 and 1 are the same.
func sectionAddress(j statute.Jurisdiction, number string, occurrence int) string {
	address := named(placeAddress(j), "number", number)
	if occurrence <= 1 {
		return address
	}
	if strings.Contains(address, "?") {
		return address + "&occurrence=" + strconv.Itoa(occurrence)
	}
	return address + "?occurrence=" + strconv.Itoa(occurrence)
}

// sectionIn leads to a section of one of several sources that print the number.
func sectionIn(v store.Version) string {
	address := sectionAddress(v.Jurisdiction, v.Number, v.Occurrence)
	joint := "?"
	if strings.Contains(address, "?") {
		joint = "&"
	}
	return address + joint + "source=" + url.QueryEscape(v.Source)
}

// claimAddress leads to a claim of an answer, to its top where claim is 0.
func claimAddress(id string, claim int) string {
	if claim == 0 {
		return answerAddress(id)
	}
	return answerAddress(id) + "#claim-" + strconv.Itoa(claim)
}

// sourceAddress leads to the sections of a source.
func sourceAddress(j statute.Jurisdiction, source string) string {
	return placeAddress(j) + "?source=" + url.QueryEscape(source)
}

// named puts a name at the end of an address, or into its query where a browser
// would take it for a step up, or for nothing.
func named(at, key, name string) string {
	if name == "" || name == "." || name == ".." {
		return at + "?" + url.Values{key: {name}}.Encode()
	}
	return at + "/" + url.PathEscape(name)
}
