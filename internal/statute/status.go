package statute

// Status says whether a section is law at the date of its edition.
type Status string

const (
	// InForce is law that binds today. It is the status of a section about
	// which its publisher says nothing else.
	InForce Status = "in_force"
	// Repealed law binds no more; the number stands as a stub.
	Repealed Status = "repealed"
	// Reserved is a number held free: there is no text.
	Reserved Status = "reserved"
	// Renumbered law lives on under another number (also: recompiled,
	// transferred, recodified).
	Renumbered Status = "renumbered"
	// Expired law ended by its own terms.
	Expired Status = "expired"
	// NotYetEffective law is enacted and takes effect later.
	NotYetEffective Status = "not_yet_effective"
)

// Statuses lists every status in the order of this file.
func Statuses() []Status {
	return []Status{InForce, Repealed, Reserved, Renumbered, Expired, NotYetEffective}
}
