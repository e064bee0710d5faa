package coincide

import (
	"errors"
	"fmt"
	"slices"
)

// maxDays bounds the memory of a study, all dyads together: 150 dyads over forty years.
const maxDays = 2_200_000

// farDay keeps every day within its stride: 500,000 days are 1,369 years.
const farDay = 500_000

// mostEventsIn bounds the time that a study takes to some minutes.
const mostEventsIn = 200_000

// maxSpan is the longest time over which a date may be unknown.
const maxSpan = 366

func (s Study) check() error {
	switch {
	case s.Rule.Tau < 0 || s.Rule.DT < 0 || s.Rule.Tau > 3660 || s.Rule.DT > 3660:
		return fmt.Errorf("a window from day %d over %d days cannot be used: give a lag and a width from 0 to 3,660 days", s.Rule.Tau, s.Rule.DT)
	case !s.Denominator.Valid():
		return fmt.Errorf("denominator %q is unknown: use %q, %q, %q or %q", s.Denominator, NoDenominator, DataSet, Register, Searched)
	}
	if err := checkEvents("trigger", s.Triggers); err != nil {
		return err
	}
	if err := checkEvents("response", s.Responses); err != nil {
		return err
	}
	if most := max(len(s.Triggers), len(s.Responses)); most > mostEventsIn {
		return fmt.Errorf("%d events are more than the %d that one study takes: test fewer dyads or a narrower class", most, mostEventsIn)
	}
	for _, list := range [][]Group{s.Others, s.Unrelated} {
		for _, g := range list {
			if err := checkEvents("response of "+g.Name, g.Responses); err != nil {
				return err
			}
		}
	}
	for _, list := range [][]Event{s.Triggers, s.Responses} {
		if err := checkDyads("event", s.Dyads, list); err != nil {
			return err
		}
	}
	for _, g := range s.Others {
		if err := checkWatches([]string{""}, Watching(g.Observed...)); err != nil && len(g.Observed) > 0 {
			return fmt.Errorf("the days of %s: %w", g.Name, err)
		}
	}
	for _, g := range s.Unrelated {
		if err := checkDyads("response of "+g.Name, s.dyads(), g.Responses); err != nil {
			return err
		}
	}
	if err := s.Family.check(); err != nil {
		return err
	}
	if err := s.checkReplications(); err != nil {
		return err
	}
	if s.Denominator == NoDenominator {
		return nil
	}
	if err := checkWatches(s.dyads(), s.Observed); err != nil {
		return err
	}
	return s.Attention.check()
}

func (s Study) checkReplications() error {
	for _, r := range s.Replications {
		if !r.Denominator.Valid() {
			return fmt.Errorf("replication %s: denominator %q is unknown", r.Name, r.Denominator)
		}
		if err := checkEvents("trigger of "+r.Name, r.Triggers); err != nil {
			return err
		}
		if err := checkEvents("response of "+r.Name, r.Responses); err != nil {
			return err
		}
		if err := checkDyads("event of "+r.Name, r.Dyads, slices.Concat(r.Triggers, r.Responses)); err != nil {
			return err
		}
		if err := r.Attention.check(); err != nil {
			return fmt.Errorf("replication %s: %w", r.Name, err)
		}
		if r.Denominator == NoDenominator {
			continue
		}
		if err := checkWatches(r.study(Rule{}).dyads(), r.Observed); err != nil {
			return fmt.Errorf("replication %s: %w", r.Name, err)
		}
	}
	return nil
}

func checkEvents(what string, events []Event) error {
	for _, e := range events {
		if e.When.First < -farDay || e.When.Last > farDay {
			return fmt.Errorf("%s %s lies on %s: give a day from the year 602 to 3338", what, e.ID, e.When.First)
		}
		if e.When.Last < e.When.First || e.When.Days() > maxSpan {
			return fmt.Errorf("%s %s lies between %s and %s: give a first day, and a last one at most %d days later", what, e.ID, e.When.First, e.When.Last, maxSpan-1)
		}
	}
	return nil
}

func checkObserved(observed []Span) error {
	if len(observed) == 0 {
		return errors.New("no day is declared as observed: give the spans of days that were searched, or say that there is no denominator")
	}
	days := 0
	for _, s := range observed {
		if s.Last < s.First {
			return fmt.Errorf("the observed span from %s to %s ends before it begins", s.First, s.Last)
		}
		if s.Days() > 2*farDay {
			return fmt.Errorf("the observed span from %s to %s is too long", s.First, s.Last)
		}
		if days += s.Days(); days > maxDays {
			return fmt.Errorf("more than %d days are observed: give fewer", maxDays)
		}
	}
	return nil
}

func checkWatches(dyads []string, observed []Watch) error {
	if len(dyads) > mostDyads {
		return fmt.Errorf("%d dyads are more than the %d that can be tested together", len(dyads), mostDyads)
	}
	for _, w := range observed {
		if w.First < -farDay || w.Last > farDay {
			return fmt.Errorf("the observed span from %s to %s is too far off: give days from the year 602 to 3338", w.First, w.Last)
		}
		if w.Last < w.First {
			return fmt.Errorf("the observed span from %s to %s ends before it begins", w.First, w.Last)
		}
	}
	var all []Span
	for _, line := range lines(dyads, observed) {
		all = append(all, line...)
	}
	return checkObserved(all)
}

func checkDyads(what string, dyads []string, events []Event) error {
	known := slices.Sorted(slices.Values(dyads))
	for _, e := range events {
		if _, ok := slices.BinarySearch(known, e.Dyad); !ok && len(known) > 0 {
			return fmt.Errorf("%s %s belongs to dyad %q, which is not among those of the rule", what, e.ID, e.Dyad)
		}
	}
	return nil
}

func (a *Attention) check() error {
	if a == nil {
		return nil
	}
	for i, n := range a.Reports {
		if !(n >= 0) || n > 1e12 {
			return fmt.Errorf("attention of %s is %g: give reports a day, 0 or more", a.From+Day(i), n)
		}
	}
	return nil
}

func (f Family) check() error {
	if f.Run < 1+len(f.P) {
		return fmt.Errorf("the family counts %d rules run but names %d others: count this rule and every one ever run", f.Run, len(f.P))
	}
	for _, p := range f.P {
		if !(p > 0 && p <= 1) {
			return fmt.Errorf("a p-value of the family is %g: it must be above 0 and at most 1", p)
		}
	}
	return nil
}
