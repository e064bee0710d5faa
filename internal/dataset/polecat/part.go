package polecat

import (
	"strings"

	"orrery/internal/dataset/reports"
)

// part makes two parties of an actor that is two: PLOVER names all who talk as actors and nobody as recipient, which would hide who
// talked with whom. Only lists of exactly two names with two countries are parted; sectors are lists of another kind and go with the first.
func (s *scan) part(r *reports.Report) {
	names, lands := strings.Split(r.Source.Name, ";"), strings.Split(r.Source.Code, ";")
	if len(names) != 2 || len(lands) != 2 {
		return
	}
	for i, to := range []*reports.Party{&r.Source, &r.Target} {
		to.Name, to.Code = strings.TrimSpace(names[i]), strings.TrimSpace(lands[i])
		to.State = s.state(to.Code, "")
	}
}
