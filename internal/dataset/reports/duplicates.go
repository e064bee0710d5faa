package reports

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"slices"

	"orrery/ledger"
)

// Sameness is when two parties count as the same.
type Sameness int

// Within one data set parties are the same by name. Across data sets, which name them differently, only their states can be
// compared: coarser, and parties without a state are then linked to nothing.
const (
	SameName Sameness = iota
	SameState
)

// Group is reports that may be about one thing: same day, same parties, same type. It says no more than that: two protests in a
// capital on one day are one group. Reports are linked and never removed.
type Group struct {
	Day            ledger.Day
	Source, Target string // name or state; in alphabetical order where the type is mutual
	Type           ledger.EventType
	Members        []int // positions in the list, rising; at least two
}

// link is what the members of a group share. Reports without a type are linked by the publisher's own code.
type link struct {
	day            ledger.Day
	source, target string
	kind           string
	mutual         bool
}

// Duplicates links reports by day, parties and type, in the order of their first members. Talks and material cooperation are one
// thing seen from two sides, whoever is named first; so are codes that the reader marked Mutual. Reports that do not name both
// parties, and those whose day is not sure, are linked to nothing.
func Duplicates(list []Report, same Sameness) []Group {
	at := make(map[link]int, len(list)) // to the first member, below zero once the group is made
	var groups []Group
	for i := range list {
		l, ok := linkOf(&list[i], same)
		if !ok {
			continue
		}
		first, seen := at[l]
		switch {
		case !seen:
			at[l] = i
		case first >= 0:
			at[l] = ^len(groups)
			groups = append(groups, Group{Day: l.day, Source: l.source, Target: l.target, Type: list[i].Type, Members: []int{first, i}})
		default:
			groups[^first].Members = append(groups[^first].Members, i)
		}
	}
	slices.SortFunc(groups, func(a, b Group) int { return cmp.Compare(a.Members[0], b.Members[0]) }) // they were made at their second members
	return groups
}

// LinkOf is a number that the members of a group of Duplicates share and other reports do not, for data that do not fit into memory: above 0,
// the same in every run; 0 where a report can be linked to nothing. Two of twenty million different groups share one by chance once in some
// hundred thousand sets.
func LinkOf(r *Report, same Sameness) int64 {
	l, ok := linkOf(r, same)
	if !ok {
		return 0
	}
	var mutual byte
	if l.mutual {
		mutual = 1
	}
	text := make([]byte, 0, 256)
	text = append(binary.BigEndian.AppendUint32(text, uint32(l.day)), mutual) //nolint:gosec // only told apart
	for _, part := range []string{l.source, l.target, l.kind} {
		text = append(binary.AppendUvarint(text, uint64(len(part))), part...)
	}
	sum := sha256.Sum256(text)
	return max(1, int64(binary.BigEndian.Uint64(sum[:8])>>1)) //nolint:gosec // the highest bit is 0
}

func linkOf(r *Report, same Sameness) (link, bool) {
	l := link{day: r.Day, source: r.Source.Label(), target: r.Target.Label(), kind: string(r.Type)}
	if same == SameState {
		l.source, l.target = r.Source.State, r.Target.State
	}
	if l.source == "" || l.target == "" || r.Within > 0 {
		return l, false
	}
	if r.Type == "" {
		l.kind = "code " + r.Code + "\x00" + r.Label
	}
	l.mutual = r.Mutual || r.Type == ledger.EventConsult || r.Type == ledger.EventCooperate
	if l.mutual && l.source > l.target {
		l.source, l.target = l.target, l.source
	}
	return l, true
}
