package actors

import (
	"slices"
	"strings"

	"orrery/internal/coding/knowledge"
	"orrery/ledger"
)

// actors adds what the region calls its actors, where the data have no such name.
func (l *loader) actors(k *knowledge.Region) {
	if k == nil {
		return
	}
	for _, a := range k.Actors {
		e := entry{kind: kOrg, code: a.Code}
		switch a.Type {
		case ledger.ActorState:
			e.kind, e.site = kState, Country
		case ledger.ActorNonState:
			e.sector = "UAF"
		case ledger.ActorOffice, ledger.ActorGroup:
			continue
		}
		for _, n := range append([]string{a.Names["en"]}, a.Aliases...) {
			n, _, _ = strings.Cut(n, " (")
			if n = strings.TrimSpace(n); n != "" && n != "World" && (n[0] < 0x80 || bare([]rune(n)[0]) != "") {
				l.name(n, e)
			}
		}
	}
}

// officeKey is an office of an actor: its actor and mHead, mGovern or mForeign.
type officeKey struct {
	actor string
	marks marks
}

// officeOf is the mark of an office as a ledger writes it, 0 for all others.
func officeOf(office string) marks {
	switch office {
	case "head of state", "de facto head of state", "president":
		return mHead
	case "head of government", "prime minister":
		return mGovern
	case "foreign minister":
		return mForeign
	}
	return 0
}

// addOffices notes who ever held the offices that texts name without the holder.
func (l *loader) addOffices() {
	for i := range l.people {
		for _, t := range l.people[i].terms {
			if m := officeOf(t.office); m != 0 {
				key := officeKey{t.actor, m}
				if !slices.Contains(l.offices[key], int32(i)) {
					l.offices[key] = append(l.offices[key], int32(i))
				}
			}
		}
	}
}

// holder is the one known person who held an office on a day, -1 if there is none or more than one.
func (r *Reader) holder(actor string, office marks, d ledger.Day) int32 {
	found := int32(-1)
	for _, i := range r.offices[officeKey{actor, office}] {
		for _, t := range r.people[i].terms {
			if t.actor == actor && officeOf(t.office) == office && t.on(d) {
				if found >= 0 && found != i {
					return -1
				}
				found = i
			}
		}
	}
	return found
}

// sectorOf is the PLOVER sector of an office as a ledger writes it.
func sectorOf(office string) string {
	for _, s := range [...]struct{ part, sector string }{
		{"defence minister", "GOV"}, {"speaker", "LEG"}, {"parliament", "LEG"}, {"deput", "GOV"}, {"general staff", "MIL"},
		{"commander-in-chief", "MIL"}, {"security service", "SPY"}, {"court", "JUD"}, {"prosecutor", "JUD"}, {"expert", "EDU"}, {"analyst", "EDU"},
	} {
		if strings.Contains(office, s.part) {
			return s.sector
		}
	}
	return "GOV"
}
