// Package enacted reads the law: the sections of a jurisdiction, found by number or by
// title, and each section as units (a sentence or a list item with what leads into it),
// with the nature of each, what it lays down, the exceptions and conditions that limit
// it, and the terms it defines.
//
// A section is read once, when first asked for. The package does not know of answers.
package enacted
