package acled

import "strings"

// forces are how ACLED names what belongs to a state: "Military Forces of Mali (2021-)", "Police Forces of Russia (2000-) …".
var forces = []string{"Military Forces of ", "Police Forces of ", "Government of "}

// state is the state of an actor whose name states it: by the three forms above, or by a country in brackets ("Protesters
// (Kazakhstan)"), "" for all others. The country of the place says nothing about the actors and is not used.
func (s *scan) state(actor string) string {
	if state, ok := s.known[actor]; ok {
		return state
	}
	state := ""
	for _, prefix := range forces {
		if rest, ok := strings.CutPrefix(actor, prefix); ok {
			land, _, _ := strings.Cut(rest, " (")
			state = s.states.ByName(land)
		}
	}
	if state == "" {
		state = s.states.OfActor(actor)
	}
	if len(s.known) < maxMemory {
		s.known[strings.Clone(actor)] = state
	}
	return state
}
