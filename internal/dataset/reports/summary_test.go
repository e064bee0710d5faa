package reports

import (
	"fmt"
	"strings"
	"testing"

	"orrery/ledger"
)

func TestSummary(t *testing.T) {
	s := NewSummary("set", "file", "form")
	for _, r := range []Report{
		{Day: 10, Type: ledger.EventAid, Source: Party{Name: "a", State: "AAA"}, Target: Party{Name: "b", State: "BBB"}, Line: 2},
		{Day: -3, Source: Party{Name: "c"}, Target: Party{Code: "D"}, Within: 7, Line: 3},
		{Day: 4, Type: ledger.EventAid, Source: Party{State: "AAA"}, Target: Party{State: "AAA"}, Line: 4},
		{Day: 5, Type: ledger.EventAid, Source: Party{Name: "c"}, Line: 5},
	} {
		s.Add(&r)
	}
	s.LeaveOut()
	if s.Rows != 5 || s.Reports != 4 || s.Undated != 1 || s.First != -3 || s.Last != 10 || s.Named != 7 || s.Mapped != 4 || s.Dyads != 1 || s.Loose != 1 ||
		s.Types[ledger.EventAid] != 3 || s.Types[""] != 1 || s.TypedShare() != 0.75 || s.MappedShare() != 4.0/7 {
		t.Errorf("%+v", s)
	}
	if got := fmt.Sprint(s.Actors.Most(-1), s.Actors.Most(1)); got != "[{c 2 3} {D 1 3}] [{c 2 3}]" {
		t.Error(got)
	}
	if empty := NewSummary("", "", ""); empty.MappedShare() != 0 || empty.TypedShare() != 0 {
		t.Error("an empty summary has shares")
	}
}

func TestLeftoversAreBounded(t *testing.T) {
	var l Leftovers
	for i := range maxLeftovers + 10 {
		l.Add(fmt.Sprint(i), i)
	}
	l.Add("3", 0)
	if l.Rows != maxLeftovers+11 || l.Kinds() != maxLeftovers || l.Untold != 10 || l.Most(1)[0] != (Leftover{"3", 2, 3}) {
		t.Errorf("%d rows, %d kinds, %d untold, %v", l.Rows, l.Kinds(), l.Untold, l.Most(1))
	}
}

func TestKey(t *testing.T) {
	a := Report{Set: "s", Day: 5, Source: Party{Name: "x"}, Target: Party{Name: "y"}, Code: "043", Line: 1}
	b := a
	b.Turn()
	b.Line = 9
	if a.Key() != b.Key() || !strings.HasPrefix(a.Key(), "s:#") {
		t.Errorf("%s and %s: turning round and the place in the file do not make another report", a.Key(), b.Key())
	}
	for what, change := range map[string]func(*Report){
		"day": func(r *Report) { r.Day++ }, "source": func(r *Report) { r.Source.Name = "z" }, "target": func(r *Report) { r.Target.Code = "z" },
		"code": func(r *Report) { r.Code = "042" }, "set": func(r *Report) { r.Set = "t" }, "parties": func(r *Report) { r.Turn(); r.Turned = false },
	} {
		c := a
		change(&c)
		if c.Key() == a.Key() {
			t.Errorf("another %s has the same key", what)
		}
	}
	if c := (Report{Set: "s", ID: "7"}); c.Key() != "s:7" {
		t.Error(c.Key())
	}
}

func TestParseDay(t *testing.T) {
	for text, want := range map[string]string{
		"2022-03-02": "2022-03-02", "20220302": "2022-03-02", "2 March 2022": "2022-03-02", "02 March 2022": "2022-03-02", "2022-03-02 00:00:00": "2022-03-02",
		"2022-03-02T10:00:00Z": "2022-03-02", "2024-02-29": "2024-02-29", "1969-12-31": "1969-12-31",
	} {
		if day, ok := ParseDay(text); !ok || day.String() != want {
			t.Errorf("%q is %s %t", text, day, ok)
		}
	}
	for _, text := range []string{"", "2022", "2022-3-2", "2022-02-30", "20220230", "0999-01-01", "2022-03-02x", "02/03/2022", "2022-03", "+2022-03-02", "2022-13-01", "2 Mars 2022", "99999999"} {
		if day, ok := ParseDay(text); ok {
			t.Errorf("%q was taken for %s", text, day)
		}
	}
}

func TestNumbers(t *testing.T) {
	for text, want := range map[string]int{"": 0, "0": 0, "12": 12, "12.0": 12} {
		if n, ok := Whole(text); !ok || n != want {
			t.Errorf("%q is %d %t", text, n, ok)
		}
	}
	for _, text := range []string{"-1", "1.5", "x", "99999999999999999999", "2000000000", "1e3"} {
		if n, ok := Whole(text); ok {
			t.Errorf("%q was taken for %d", text, n)
		}
	}
	for _, text := range []string{"NaN", "Inf", "x", "1e9"} {
		if x, _, ok := Rating(text); ok {
			t.Errorf("%q was taken for %g", text, x)
		}
	}
	if x, rated, ok := Rating("-7.5"); x != -7.5 || !rated || !ok {
		t.Error(x, rated, ok)
	}
	if got := Bare(` "a ""b""" `); got != `a "b"` {
		t.Error(got)
	}
}
