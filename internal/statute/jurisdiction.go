package statute

import (
	"fmt"
	"strings"
)

// Jurisdiction is a state, the District of Columbia or a territory by its
// postal code, or "US" for federal law. The zero value means "not known".
type Jurisdiction string

// Federal is the jurisdiction of the United States Code.
const Federal Jurisdiction = "US"

// Example is the made-up state of Zenith, in which the demonstration plays.
const Example Jurisdiction = "ZZ"

// ParseJurisdiction reads a postal code or a full name in any case, such as
// "nm" or "New Mexico".
func ParseJurisdiction(s string) (Jurisdiction, error) {
	s = strings.Join(strings.Fields(s), " ")
	if name := Jurisdiction(strings.ToUpper(s)); name.Name() != "" {
		return name, nil
	}
	for _, j := range jurisdictions {
		if strings.EqualFold(j.name, s) {
			return j.code, nil
		}
	}
	return "", fmt.Errorf("jurisdiction %q is not known: give a postal code such as NM, or a state's full name", s)
}

// Name gives the full name, "" for a code that is not known.
func (j Jurisdiction) Name() string {
	for _, known := range jurisdictions {
		if known.code == j {
			return known.name
		}
	}
	return ""
}

// Jurisdictions lists all codes: states by name, then territories, then US and the example state.
func Jurisdictions() []Jurisdiction {
	codes := make([]Jurisdiction, len(jurisdictions))
	for i, j := range jurisdictions {
		codes[i] = j.code
	}
	return codes
}

var jurisdictions = []struct {
	code Jurisdiction
	name string
}{
	{"AL", "Alabama"},
	{"AK", "Alaska"},
	{"AZ", "Arizona"},
	{"AR", "Arkansas"},
	{"CA", "California"},
	{"CO", "Colorado"},
	{"CT", "Connecticut"},
	{"DE", "Delaware"},
	{"DC", "District of Columbia"},
	{"FL", "Florida"},
	{"GA", "Georgia"},
	{"HI", "Hawaii"},
	{"ID", "Idaho"},
	{"IL", "Illinois"},
	{"IN", "Indiana"},
	{"IA", "Iowa"},
	{"KS", "Kansas"},
	{"KY", "Kentucky"},
	{"LA", "Louisiana"},
	{"ME", "Maine"},
	{"MD", "Maryland"},
	{"MA", "Massachusetts"},
	{"MI", "Michigan"},
	{"MN", "Minnesota"},
	{"MS", "Mississippi"},
	{"MO", "Missouri"},
	{"MT", "Montana"},
	{"NE", "Nebraska"},
	{"NV", "Nevada"},
	{"NH", "New Hampshire"},
	{"NJ", "New Jersey"},
	{"NM", "New Mexico"},
	{"NY", "New York"},
	{"NC", "North Carolina"},
	{"ND", "North Dakota"},
	{"OH", "Ohio"},
	{"OK", "Oklahoma"},
	{"OR", "Oregon"},
	{"PA", "Pennsylvania"},
	{"RI", "Rhode Island"},
	{"SC", "South Carolina"},
	{"SD", "South Dakota"},
	{"TN", "Tennessee"},
	{"TX", "Texas"},
	{"UT", "Utah"},
	{"VT", "Vermont"},
	{"VA", "Virginia"},
	{"WA", "Washington"},
	{"WV", "West Virginia"},
	{"WI", "Wisconsin"},
	{"WY", "Wyoming"},
	{"AS", "American Samoa"},
	{"GU", "Guam"},
	{"MP", "Northern Mariana Islands"},
	{"PR", "Puerto Rico"},
	{"VI", "U.S. Virgin Islands"},
	{"US", "United States"},
	{Example, "Zenith"},
}
