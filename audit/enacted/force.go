package enacted

import "github.com/pincite/pincite/audit/force"

// Empowers tells a unit that gives leave to do something.
func (t *Text) Empowers(u int) bool { return t.hasForce(u, force.May) }

// Bans tells a unit that forbids something.
func (t *Text) Bans(u int) bool { return t.hasForce(u, force.MustNot) }

// CommandsIn tells an operative unit with a duty, a ban or a power.
func (t *Text) CommandsIn(u int) bool {
	return t.Units[u].Nature == Operative && commands(t.Predicates[u])
}

func (t *Text) hasForce(u int, f force.Force) bool {
	for _, p := range t.Predicates[u] {
		if p.Force == f && p.Topic == "" && t.Units[u].Nature == Operative {
			return true
		}
	}
	return false
}

// Force is that of the one modal of a unit, "" where there are several forces.
func (t *Text) Force(u int) force.Force {
	var f force.Force
	for _, p := range t.Predicates[u] {
		if p.Topic != "" {
			continue
		}
		if f != "" && p.Force != f {
			return ""
		}
		f = p.Force
	}
	return f
}
