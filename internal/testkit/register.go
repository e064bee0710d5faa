package testkit

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"time"
)

// A made-up register, in which three rules are planted: one whose responses do follow, one whose placebo follows too, and one with too little
// to test. It is a table as the reader of plain tables takes it, complete from 2005 to 2019 for four states. Nothing in it ever happened.
const (
	MadeUpSet     = "made-up"
	MadeUpMapping = "set: made-up\nvocabulary: plover\n"
	MadeUpFrom    = "2005-01-01"
	MadeUpTo      = "2019-12-31"

	// MadeUpPlanted earns the label "system" when it is registered before the register is imported.
	MadeUpPlanted = `rule: planted
title: Made-up notices after made-up visits
hub: RUS
trigger: type=CONSULT actor=state target=TUR
response: type=SANCTION actor=hub target=state
unrelated: type=AID actor=hub target=state
dyads: [RUS/KGZ, RUS/UZB]
replicate: [2005/2009, KAZ]
lag: 1
window: P20D
from: 2010-01-01
to: 2019-12-31
triggers_from: made-up
responses_from: made-up
strata: blocks
`
	// MadeUpSeasonal has a p-value as small, and a class that should not react follows as well.
	MadeUpSeasonal = `rule: seasonal
title: Made-up refusals in the made-up season of fairs
hub: RUS
trigger: type=COOPERATE actor=state target=CHN
response: type=REJECT actor=hub target=state
unrelated: type=REQUEST actor=hub target=state
dyads: [RUS/KGZ, RUS/UZB]
replicate: [2005/2009, KAZ]
lag: 1
window: P20D
from: 2010-01-01
to: 2019-12-31
triggers_from: made-up
responses_from: made-up
strata: blocks
`
	// MadeUpThin has too few triggers and responses to test.
	MadeUpThin = `rule: thin
title: Made-up detentions after made-up treaties
hub: RUS
trigger: type=AGREE actor=state target=JPN
response: type=COERCE actor=hub target=state
unrelated: type=AID actor=hub target=state
dyads: [RUS/KGZ, RUS/UZB]
lag: 1
window: P20D
from: 2010-01-01
to: 2019-12-31
triggers_from: made-up
responses_from: made-up
strata: blocks
`
)

// MadeUpStates are the states for which the register is complete.
func MadeUpStates() []string { return []string{"KAZ", "KGZ", "TJK", "UZB"} }

// MadeUpRegister writes the register, the same at every call.
func MadeUpRegister() []byte {
	m := &madeUp{rng: rand.New(rand.NewPCG(20261122, 4))}
	for _, state := range MadeUpStates() {
		quiet := state == "TJK" // it never does what the others do, and gets as much
		m.follow(state, quiet, "CONSULT", "TUR", "SANCTION", "")
		m.scatter("RUS", state, "AID", 60)
		m.follow(state, quiet, "COOPERATE", "CHN", "REJECT", "REQUEST")
		if quiet {
			continue
		}
		for range 5 { // every one is answered, and still they are too few
			at := m.rng.IntN(madeUpDays)
			m.add(at, state, "JPN", "AGREE")
			m.add(at+2+m.rng.IntN(15), "RUS", state, "COERCE")
		}
	}
	slices.SortStableFunc(m.rows, func(a, b madeUpRow) int { return cmp.Or(cmp.Compare(a.day, b.day), strings.Compare(a.text, b.text)) })
	var b strings.Builder
	fmt.Fprintln(&b, "id,date,actor,actor_iso,recipient,recipient_iso,type,publisher,text")
	first, _ := time.Parse(time.DateOnly, MadeUpFrom)
	for i, r := range m.rows {
		fmt.Fprintf(&b, "m%04d,%s,%s\n", i+1, first.AddDate(0, 0, r.day).Format(time.DateOnly), r.text)
	}
	return []byte(b.String())
}

type madeUp struct {
	rng  *rand.Rand
	rows []madeUpRow
}

type madeUpRow struct {
	day  int // since the first
	text string
}

// madeUpDays is how many days the register covers.
const madeUpDays = 5478

func (m *madeUp) add(day int, by, to, kind string) {
	if day < 0 || day >= madeUpDays {
		return
	}
	paper := []string{"Made-up Courier", "Made-up Gazette"}[m.rng.IntN(2)]
	m.rows = append(m.rows, madeUpRow{day, fmt.Sprintf("Office of %s,%s,Office of %s,%s,%s,%s,Made-up %s of %s by %s", by, by, to, to, kind, paper, strings.ToLower(kind), to, by)})
}

// follow lays triggers some ninety days apart; three of four get a response within a fortnight, and, where there is one, an act of another kind.
// Beside that responses come by chance. A quiet state has no triggers, and as many responses at any time.
func (m *madeUp) follow(state string, quiet bool, trigger, target, response, other string) {
	for at := m.rng.IntN(60); at < madeUpDays; at += 60 + m.rng.IntN(60) {
		if quiet {
			m.add(m.rng.IntN(madeUpDays), "RUS", state, response)
			continue
		}
		m.add(at, state, target, trigger)
		if m.rng.IntN(4) > 0 {
			m.add(at+3+m.rng.IntN(12), "RUS", state, response)
		}
		if other != "" && m.rng.IntN(4) > 0 {
			m.add(at+3+m.rng.IntN(12), "RUS", state, other)
		}
	}
	m.scatter("RUS", state, response, 15)
}

// scatter lays acts on days taken by chance.
func (m *madeUp) scatter(by, to, kind string, n int) {
	for range n {
		m.add(m.rng.IntN(madeUpDays), by, to, kind)
	}
}
