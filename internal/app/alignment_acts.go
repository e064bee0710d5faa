package app

import (
	"slices"
	"time"

	"orrery/internal/store"
	"orrery/ledger"
	"orrery/model/align"
)

// whyNoEvents says why events are off unless they are asked for, whatever the region.
const whyNoEvents = "a casebook's events are collected as cases, so their mix says nothing of the relation; turn them on where events of every sort are recorded"

// gatherEvents counts events between the two, in both directions, by month: as
// cooperative or conflictual by the quad class of their PLOVER type. Reports that come
// from one origin are one story.
func (r *reading) gatherEvents(d *dyadData) error {
	type month struct {
		sum   align.Events
		roots []string
	}
	months, seen := map[time.Time]*month{}, map[string]bool{}
	for _, way := range [][2]string{{d.State, d.Hub}, {d.Hub, d.State}} {
		rows, err := lensed[*ledger.Event](r, store.Query{Party: []store.PartyIs{
			{Roles: []ledger.Role{ledger.RoleBy}, Keys: []string{way[0]}}, {Roles: []ledger.Role{ledger.RoleTo}, Keys: []string{way[1]}}}})
		if err != nil {
			return err
		}
		if err := citeRows(r, rows); err != nil {
			return err
		}
		for _, row := range rows {
			first, last := row.Noun.When.Span()
			day, ok := dayOf(row.Noun.When)
			if !ok || last-first > roughDate {
				d.drop(align.EventShares, row.Key, "dated too roughly to place in a month")
				continue
			}
			if seen[row.Ref()] {
				continue // each is on both sides
			}
			seen[row.Ref()] = true
			quad := row.Noun.Type.Quad()
			coop := quad == ledger.VerbalCooperation || quad == ledger.MaterialCooperation
			d.acts = append(d.acts, deed{row.Ref(), day, coop})
			at := time.Date(day.Year(), day.Month(), 1, 0, 0, 0, 0, time.UTC)
			if months[at] == nil {
				months[at] = &month{}
			}
			m := months[at]
			if coop {
				m.sum.Cooperative++
			} else {
				m.sum.Conflictual++
			}
			if day.After(m.sum.Day) {
				m.sum.Day = day
			}
			m.sum.Sources = append(m.sum.Sources, d.cite(r, row.Record)...)
			m.roots = append(m.roots, r.roots(row.Record)...)
		}
	}
	for _, m := range months {
		slices.Sort(m.sum.Sources)
		m.sum.Sources = slices.Compact(m.sum.Sources)
		slices.Sort(m.roots)
		m.sum.Stories = min(max(len(slices.Compact(m.roots)), 1), m.sum.Cooperative+m.sum.Conflictual)
		d.Events = append(d.Events, m.sum)
	}
	return nil
}
