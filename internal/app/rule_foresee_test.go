package app_test

import (
	"strings"
	"testing"
	"time"

	"orrery/internal/app"
	"orrery/internal/testkit"
)

// Whoever writes a rule for a set that is there already learns before the run that it will be no test: when the rule is checked, when it is registered,
// on its page and in the list. A rule registered first is warned of nothing.
func TestWhatMakesARunExploratoryIsToldBefore(t *testing.T) {
	const warned = "no run on them is a test"
	page := func(w *world) string {
		v := must(w.RulePage(t.Context(), app.Scope{}, "planted", ""))(t)
		list := must(w.Rules(t.Context(), app.Scope{}))(t)
		if strings.Join(list.Rules[0].Why, "; ") != strings.Join(v.Rule.Why, "; ") {
			t.Errorf("page and list differ: %q %q", v.Rule.Why, list.Rules[0].Why)
		}
		return strings.Join(v.Rule.Why, "; ")
	}
	late := empty(t)
	late.madeUp()
	late.clock.Advance(time.Hour)
	if v := must(late.CheckRule(t.Context(), "planted.yml", []byte(testkit.MadeUpPlanted)))(t); !strings.Contains(v.Note, "Its runs would be exploratory: reports of made-up") || !strings.Contains(v.Note, warned) {
		t.Errorf("checked: %s", v.Note)
	}
	if v := late.enter(testkit.MadeUpPlanted); !strings.Contains(v.Note, warned) {
		t.Errorf("registered: %s", v.Note)
	}
	if why := page(late); !strings.Contains(why, warned) {
		t.Errorf("page: %s", why)
	}
	late.ran("planted")
	if why := page(late); strings.Contains(why, warned) {
		t.Errorf("the run says it now: %s", why)
	}

	early := empty(t)
	if v := must(early.CheckRule(t.Context(), "planted.yml", []byte(testkit.MadeUpPlanted)))(t); strings.Contains(v.Note, "exploratory") {
		t.Errorf("checked with nothing there: %s", v.Note)
	}
	early.enter(testkit.MadeUpPlanted)
	early.madeUp()
	if why := page(early); why != "" {
		t.Errorf("registered first: %s", why)
	}
	if v := must(early.CheckRule(t.Context(), "planted.yml", []byte(testkit.MadeUpPlanted)))(t); strings.Contains(v.Note, "exploratory") {
		t.Errorf("checked again: %s", v.Note)
	}
}

// The same for events of the ledger.
func TestEventsThatWereThereAreToldBefore(t *testing.T) {
	s := smallLedger(t)
	s.add(history("AAA")...)
	s.clock.Advance(time.Hour)
	if v := s.register(madeRule); !strings.Contains(v.Note, "70 events of its classes were in the ledger before the rule was registered") {
		t.Errorf("%s", v.Note)
	}
}
