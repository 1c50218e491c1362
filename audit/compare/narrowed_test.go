package compare_test

import "testing"

// What nobody may do but for one purpose is what may be done for that purpose only; and
// whom a ban leaves out may be told.
func TestRulesToldFromTheOtherSide(t *testing.T) {
	const (
		maps    = "A surveyor shall use the maps of a customer solely for the survey of the customer's land."
		secret  = "A surveyor shall not disclose the maps of a customer to any person other than the surveyor's clerks and the land registry."
		apart   = "A surveyor shall not disclose the maps of a customer, except to a buyer of the land who asks for them in writing."
		survive = "The duties of a surveyor under this section shall survive the end of the survey."
		quiet   = "A surveyor shall: (1) mark each boundary stone; and (2) not disclose the maps of a customer to a neighbor."
		stall   = "No final sale shall be held at any place other than the regular stall of the trader."
	)
	checkSlots(t, []slotCase{
		{maps, "A surveyor must not use a customer's maps for anything other than the survey of the customer's land.", ""},
		{maps, "A surveyor must not use a customer's maps for the survey of the customer's land.", "modality"},
		{secret, "A surveyor may disclose a customer's maps to the clerks.", ""},
		{secret, "A surveyor may disclose a customer's maps to a neighbor.", "modality"},
		{apart, "A surveyor may disclose a customer's maps to a buyer of the land.", ""},
		{apart, "A surveyor may disclose a customer's maps to anyone.", "modality"},
		{stall, "A final sale must be held at the trader's regular stall.", ""},
		{stall, "A final sale must be held at a fairground of the town.", "modality"},
		{survive, "Some duties of a surveyor may survive the end of the survey.", ""},
		{quiet, "A surveyor must disclose the maps of a customer to a neighbor.", "modality"},
		{quiet, "A surveyor must not disclose the maps of a customer to a neighbor.", ""},
	})
}
