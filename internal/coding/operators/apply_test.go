package operators

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"orrery/ledger"
)

var update = flag.Bool("update", false, "write testdata/table.golden")

// modes shown in the golden table beside each type without a mode: those that an operator treats in their own way.
var shown = []string{"RETREAT/withdraw", "RETREAT/release", "RETREAT/ceasefire", "RETREAT/resign", "SANCTION/expel", "SANCTION/discontinue", "COERCE/arrest",
	"COERCE/deport", "COERCE/seize", "COERCE/curfew", "PROTEST/strike", "PROTEST/riot", "REQUEST/yield"}

func TestTheTableIsAsItWasRead(t *testing.T) {
	var b strings.Builder
	rows := []ledger.TypeMode{}
	for _, e := range ledger.EventTypes() {
		rows = append(rows, ledger.TypeMode{Type: e.Type})
	}
	for _, s := range shown {
		kind, mode, _ := strings.Cut(s, "/")
		rows = append(rows, ledger.TypeMode{Type: ledger.EventType(kind), Mode: mode})
	}
	for o := Negate; o < opCount; o++ {
		fmt.Fprintf(&b, "%s\n", o)
		for _, row := range rows {
			now, fate := Apply(o, row)
			what := join(now)
			switch fate {
			case Drop:
				what = "dropped"
			case Weak:
				what += " (weak)"
			}
			fmt.Fprintf(&b, "  %-20s %s\n", join(row), what)
		}
	}
	const file = "testdata/table.golden"
	if *update {
		if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != b.String() {
		t.Errorf("the table changed; read it and run with -update:\n%s", b.String())
	}
}

func join(e ledger.TypeMode) string {
	if e.Mode == "" {
		return string(e.Type)
	}
	return string(e.Type) + "/" + e.Mode
}

// The conversions that the codebook states, by hand, so that -update cannot bless an error in them.
func TestConversionsOfTheCodebook(t *testing.T) {
	for _, c := range []struct {
		op         Op
		from, want string
	}{
		{Future, "CONSULT", "AGREE"}, {Future, "AID", "AGREE"}, {Future, "SUPPORT", "AGREE"}, {Future, "COOPERATE", "AGREE"},
		{Future, "RETREAT/withdraw", "CONCEDE"}, {Future, "CONCEDE", "CONCEDE"}, {Future, "ASSAULT/beat", "THREATEN/violence"},
		{Future, "SANCTION/expel", "THREATEN/expel"}, {Future, "COERCE/arrest", "THREATEN/arrest"}, {Future, "PROTEST/strike", "THREATEN/restrict"},
		{Negate, "SUPPORT", "REJECT"}, {Negate, "CONSULT/visit", "REJECT/meet"}, {Negate, "AID", "REJECT/assist"},
		{Stop, "AID", "SANCTION/discontinue"}, {Stop, "COOPERATE", "SANCTION/discontinue"}, {Stop, "CONSULT", "REJECT/meet"},
		{Stop, "SANCTION/discontinue", "CONCEDE"}, {Stop, "COERCE/curfew", "CONCEDE"}, {Stop, "ASSAULT", "RETREAT/ceasefire"},
		{Demand, "RETREAT/release", "REQUEST/yield"}, {Demand, "AID", "REQUEST/assist"}, {Demand, "CONSULT", "REQUEST/meet"},
		{Demand, "RETREAT/resign", "REQUEST/change"}, {Demand, "PROTEST/demo", "PROTEST/demo"},
		{Commit, "SUPPORT", "AGREE"}, {Threaten, "SANCTION/discontinue", "THREATEN/relations"}, {Accuse, "ASSAULT", "ACCUSE/allege"},
	} {
		kind, mode, _ := strings.Cut(c.from, "/")
		if got, fate := Apply(c.op, ledger.TypeMode{Type: ledger.EventType(kind), Mode: mode}); fate != Keep || join(got) != c.want {
			t.Errorf("%s of %s is %s, want %s", c.op, c.from, join(got), c.want)
		}
	}
	for _, e := range []ledger.EventType{ledger.EventAccuse, ledger.EventRequest, ledger.EventThreaten, ledger.EventAssault, ledger.EventProtest} {
		if _, fate := Apply(Negate, ledger.TypeMode{Type: e}); fate != Drop {
			t.Errorf("a negated %s is still an event", e)
		}
	}
}

// Whatever comes of an event is a type of PLOVER with one of its modes.
func TestResultsAreOfPLOVER(t *testing.T) {
	pairs := []ledger.TypeMode{}
	for _, e := range ledger.EventTypes() {
		pairs = append(pairs, ledger.TypeMode{Type: e.Type})
	}
	for _, m := range ledger.Modes() {
		pairs = append(pairs, m.TypeMode)
	}
	rapid.Check(t, func(t *rapid.T) {
		e := rapid.SampledFrom(pairs).Draw(t, "event")
		for _, o := range rapid.SliceOfN(rapid.Uint8Range(0, uint8(opCount)), 0, 6).Draw(t, "operators") {
			now, fate := Apply(Op(o), e)
			if fate == Drop {
				return
			}
			if e = now; !e.Type.Valid() || e.Mode != "" && !e.Valid() {
				t.Fatalf("%s makes %s", Op(o), join(e))
			}
		}
	})
}
