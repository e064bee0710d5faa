package actors

import (
	"slices"
	"strings"

	"orrery/internal/coding/knowledge"
	"orrery/ledger"
)

// roster is a named set of states. One that is also an organisation of the region has the region's memberships as its members.
type roster struct {
	code    string
	members []term // code, from, to
}

// term is an actor for a stretch of days: a member of a set, or the holder of an office.
type term struct {
	actor, office string
	from, to      ledger.Day
}

func (t term) on(d ledger.Day) bool { return t.from <= d && d <= t.to }

// roster takes a row of rosters.txt.
func (l *loader) roster(r row) error {
	set := roster{code: strings.Trim(r.cells[0], "-")}
	for _, m := range strings.Fields(r.cells[2]) {
		code, when, _ := strings.Cut(m, "@")
		t := term{actor: code, from: ledger.MinDay, to: ledger.MaxDay}
		if !l.codes[code] {
			return r.fault("%q is no code of states.txt", code)
		}
		from, to, _ := strings.Cut(when, "/")
		for _, end := range []struct {
			text string
			day  *ledger.Day
		}{{from, &t.from}, {to, &t.to}} {
			if end.text == "" {
				continue
			}
			d, err := ledger.ParseDate(end.text)
			if err != nil {
				return r.fault("%v", err)
			}
			*end.day, _ = d.Span()
		}
		set.members = append(set.members, t)
	}
	l.rosters = append(l.rosters, set)
	for _, n := range r.names(1) {
		l.name(n, entry{kind: kRoster, roster: int16(len(l.rosters) - 1), site: Area})
	}
	return nil
}

// region adds the sets of a region: its named groups, and its organisations with their members where the data have none.
func (l *loader) region(k *knowledge.Region) {
	if k == nil {
		return
	}
	names := make([]string, 0, len(k.Groups))
	for n := range k.Groups {
		names = append(names, n)
	}
	slices.Sort(names)
	for _, n := range names {
		set := roster{}
		for _, code := range k.Groups[n] {
			set.members = append(set.members, term{actor: code, from: ledger.MinDay, to: ledger.MaxDay})
		}
		l.rosters = append(l.rosters, set)
		l.name(n, entry{kind: kRoster, roster: int16(len(l.rosters) - 1), site: Area})
	}
	known := map[string]int16{}
	for i, s := range l.rosters {
		if s.code != "" {
			known[s.code] = int16(i)
		}
	}
	for _, m := range k.Memberships {
		if m.Status != ledger.Member || m.Organisation == "EU" || m.Organisation == "NATO" {
			continue
		}
		i, ok := known[m.Organisation]
		if !ok {
			l.rosters = append(l.rosters, roster{code: m.Organisation})
			i = int16(len(l.rosters) - 1)
			known[m.Organisation] = i
		}
		l.rosters[i].members = append(l.rosters[i].members, stretch(m.Actor, "", m.From, m.To))
	}
	l.orgRosters = known
}

// stretch is a term by the dates of a noun; a missing date is open.
func stretch(actor, office string, from, to ledger.Date) term {
	t := term{actor: actor, office: office, from: ledger.MinDay, to: ledger.MaxDay}
	if !from.IsZero() {
		t.from, _ = from.Span()
	}
	if !to.IsZero() {
		_, t.to = to.Span()
	}
	return t
}

// members are the codes of a set on a day, in order, each once.
func (r *roster) on(d ledger.Day) []string {
	var out []string
	for _, m := range r.members {
		if m.on(d) && !slices.Contains(out, m.actor) {
			out = append(out, m.actor)
		}
	}
	return out
}
