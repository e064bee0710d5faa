package main

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"orrery/model/agreement"
)

// coders says how far the two who labelled the natural sentences agree, neither having seen the other's labels, and how often a third
// had to decide. Errors: labels that are missing, or that are not of the same sentences.
func coders(s settings) ([]row, error) {
	var sides [2]map[string]label
	for i, name := range []string{"data/natural_labels_a.jsonl", "data/natural_labels_b.jsonl"} {
		labels, err := readLabels(name)
		if errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("internal/eval/%s is not there: both coders' labels are needed to say how far they agree", name)
		}
		if err != nil {
			return nil, err
		}
		sides[i] = labels
	}
	return agreementRows(sides[0], sides[1], s)
}

// agreementRows is Krippendorff's alpha of two coders on whether there is an event, of which types, and by whom.
func agreementRows(a, b map[string]label, s settings) ([]row, error) {
	ids := slices.Sorted(maps.Keys(a))
	if other := slices.Sorted(maps.Keys(b)); !slices.Equal(ids, other) {
		return nil, fmt.Errorf("the two coders labelled different sentences (%d and %d): both must label all", len(ids), len(other))
	}
	var rows []row
	for _, m := range []struct {
		what  string
		value func(label) string
	}{{"event or none", eventOrNone}, {"types", typesOf}, {"sources", sourcesOf}} {
		units := unitsOf(ids, a, b, m.value)
		r := row{what: "two coders on " + m.what + ": alpha", value: agreement.Alpha(units, agreement.Nominal), n: len(units)}
		same := 0
		for _, u := range units {
			if u[0] == u[1] {
				same++
			}
		}
		r.note = fmt.Sprintf("equal in %d", same)
		if low, high, ok := agreement.Interval(units, agreement.Nominal, s.draws, s.seed); ok {
			r.low, r.high = low, high
		}
		rows = append(rows, r)
	}
	third := 0
	for _, id := range ids {
		if typesOf(a[id]) != typesOf(b[id]) || sourcesOf(a[id]) != sourcesOf(b[id]) {
			third++
		}
	}
	return append(rows, row{what: "share of sentences that a third decided on", value: share(third, len(ids)), n: len(ids), note: fmt.Sprintf("%d sentences", third)}), nil
}

// unitsOf numbers the values, equal numbers for equal values: alpha counts values and does not know what they are.
func unitsOf(ids []string, a, b map[string]label, value func(label) string) [][]int {
	numbers := map[string]int{}
	number := func(v string) int {
		n, ok := numbers[v]
		if !ok {
			n = len(numbers)
			numbers[v] = n
		}
		return n
	}
	units := make([][]int, 0, len(ids))
	for _, id := range ids {
		units = append(units, []int{number(value(a[id])), number(value(b[id]))})
	}
	return units
}

func eventOrNone(l label) string {
	if len(l.Events) > 0 {
		return "event"
	}
	return "none"
}

// typesOf is the set of types as one value.
func typesOf(l label) string {
	var all []string
	for _, e := range l.Events {
		all = append(all, e.Type)
	}
	return set(all)
}

// sourcesOf is the set of sources as one value.
func sourcesOf(l label) string {
	var all []string
	for _, e := range l.Events {
		for _, by := range e.By {
			all = append(all, strings.ToLower(strings.TrimSpace(by)))
		}
	}
	return set(all)
}

func set(list []string) string {
	slices.Sort(list)
	return strings.Join(slices.Compact(list), "+")
}
