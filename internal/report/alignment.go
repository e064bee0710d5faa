package report

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"orrery/internal/app"
)

// Alignment lays out where each state stands with a hub, the nearest first; states of which no level may be shown come
// last and carry no number. The CSV has one row a state, in the same order, with its ruling and every number that
// the rulings leave: none of a place without enough evidence but its sd, which is the reason, and no change whose direction
// is not established.
func Alignment(v app.AlignmentView) Page {
	p := Page{Title: "Alignment with " + v.Hub.Name, Sentence: v.Sentence.String(), Notes: append(append([]string{}, v.Notices...), scope(v.Scope)...)}
	channels := evidenceOn(v.Evidence)
	cols := columns("state", "name", ">median", ">50 %", ">90 %", "level", ">year's change", "direction")
	for _, c := range channels {
		cols = append(cols, Column{Name: c.Name, Right: true})
	}
	t := Table{Columns: append(cols, columns("because")...)}
	if n := len(v.Ends); n > 0 {
		t.Title = "On " + v.Ends[n-1]
	}
	p.Data = Table{Columns: columns("state", "name", "at", ">median", ">q05", ">q25", ">q75", ">q95", ">sd", "level_ok", "level", "level_why", "edge", ">change", ">p_nearer", "direction_ok", ">sign", "direction", "direction_why", "seen", ">votes", ">reactions", ">statements", ">events", "because")}
	for _, s := range nearestFirst(v.States) {
		l := s.Last
		row := append([]string{s.State.Code, s.State.Name}, levelCells(l)...)
		row = append(row, changeCell(l), l.Direction.Text)
		for _, c := range channels {
			row = append(row, itoa(countOf(s, c.Name)))
		}
		t.add(append(row, quoted(l.Trace))...)
		place, change, rise := []string{exact(l.Median), exact(l.Q05), exact(l.Q25), exact(l.Q75), exact(l.Q95)}, "", ""
		if l.NotEnough() {
			place = make([]string, len(place))
		}
		if changed(l) {
			change, rise = maybe(l.Change), maybe(l.Rise)
		}
		p.Data.add(append(append([]string{s.State.Code, s.State.Name, l.At}, place...), exact(l.SD), yes(l.Level.OK), l.Level.Text, l.Level.Why, l.Edge,
			change, rise, yes(l.Direction.OK), strconv.Itoa(l.Sign), l.Direction.Text, l.Direction.Why, s.Seen,
			itoa(countOf(s, "votes")), itoa(countOf(s, "reactions")), itoa(countOf(s, "statements")), itoa(countOf(s, "events")), l.Trace)...)
	}
	p.Tables = []Table{t, tilts(v), rings(v.Scale), runReceipt(v.Run, v.Evidence)}
	return p
}

// nearestFirst orders states by their last median; those without a level that may be shown come last, by name.
func nearestFirst(states []app.Standing) []app.Standing {
	list := slices.Clone(states)
	slices.SortStableFunc(list, func(a, b app.Standing) int {
		switch {
		case a.Last.Level.OK != b.Last.Level.OK:
			return map[bool]int{true: -1, false: 1}[a.Last.Level.OK]
		case !a.Last.Level.OK:
			return cmp.Compare(a.State.Name, b.State.Name)
		}
		return cmp.Compare(b.Last.Median, a.Last.Median)
	})
	return list
}

// levelCells are median, the two intervals and the ruling; without a level that may be shown there is no number, and at an
// end of the scale the one that is sure.
func levelCells(s app.Stand) []string {
	if !s.Level.OK {
		return []string{"", "", "", strings.TrimSuffix(s.Level.Text+" ("+s.Level.Why+")", " ()")}
	}
	text := s.Level.Text
	if text == "" {
		text = "shown"
	}
	return []string{middle(s.Edge, s.Median, s.Q05, s.Q95), spot(s.Q25) + " to " + spot(s.Q75), spot(s.Q05) + " to " + spot(s.Q95), text}
}

// middle is the median, or the bound where the interval leans on an end of the scale.
func middle(edge string, median, q05, q95 float64) string {
	switch edge {
	case "high":
		return "≥ " + spot(q05)
	case "low":
		return "≤ " + spot(q95)
	}
	return spot(median)
}

// changed is whether a change over the year may be told: its direction is established, and there is a place that changed.
func changed(s app.Stand) bool { return s.Change != nil && s.Direction.OK && !s.NotEnough() }

// changeCell is the change over the year where it may be told.
func changeCell(s app.Stand) string {
	if !changed(s) {
		return ""
	}
	return fmt.Sprintf("%+.2f", *s.Change)
}

func countOf(s app.Standing, channel string) int64 {
	for _, f := range s.Counts {
		if f.Name == channel {
			return f.N
		}
	}
	return 0
}

func evidenceOn(e app.EvidenceChoice) (on []app.ChannelChoice) {
	for _, c := range e.Channels {
		if c.On {
			on = append(on, c)
		}
	}
	return on
}

func tilts(v app.AlignmentView) Table {
	t := Table{Columns: columns("state", "name", ">p closer", "verdict", "because")}
	if v.Rival != nil {
		t.Title = "Closer to " + v.Hub.Name + " than to " + v.Rival.Name + "?"
	}
	for _, row := range v.Tilt {
		verdict := row.Verdict.Text
		if verdict == "" && v.Rival != nil {
			verdict = map[int]string{1: "closer to " + v.Hub.Name, -1: "closer to " + v.Rival.Name}[row.Sign]
		}
		t.add(row.State.Code, row.State.Name, spot(row.P), verdict, quoted(row.Trace))
	}
	return t
}

func rings(scale []app.Ring) Table {
	t := Table{Title: "The scale, in standard deviations of the world's states", Columns: columns(">from", ">to", "in words")}
	for _, r := range scale {
		t.add(spot(r.From), spot(r.To), r.Label)
	}
	return t
}

// runReceipt is what another person needs to get the same numbers.
func runReceipt(run *app.RunHead, e app.EvidenceChoice) Table {
	t := Table{Title: "Receipt", Columns: columns("of", "what")}
	if run == nil {
		return t
	}
	t.add("run", strings.TrimPrefix(run.Ref+", "+run.Model+", Orrery "+run.Version+", computed "+run.At, ", "))
	t.add("settings", run.Settings)
	t.add("data", "as of "+run.DataAsOf+", sha256:"+run.DataHash)
	t.add("absence", e.Absence)
	t.add("because", quoted(run.Trace))
	return t
}

// maybe writes a number that may be unknown.
func maybe(x *float64) string {
	if x == nil {
		return ""
	}
	return exact(*x)
}
