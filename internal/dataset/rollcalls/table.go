package rollcalls

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"orrery/model/irt"
)

// Table is the votes as model/irt takes them, periods in order of time: by number where the names of all begin or end with
// one ("74", "74th", "session 74", "1999-2000"), which is then their time too; else in order of first appearance, one unit of
// time apart, and counted says false. Without periods there is one, called "all".
func (v *Votes) Table(c Coding) (table *irt.Table, counted bool) {
	t := &irt.Table{Units: v.Units, Categories: len(c.Categories), Unit: v.Unit, Call: v.Call}
	var place map[string]int
	t.Periods, place, counted = v.periods()
	names := v.callNames()
	for i, call := range v.Calls {
		t.Calls = append(t.Calls, irt.RollCall{Name: names[i], Period: place[call.Period], Item: call.Item})
	}
	of := make([]int8, len(v.Words))
	for i, w := range v.Words {
		of[i] = c.Of[w.Text]
	}
	t.Category = make([]int8, len(v.Word))
	for i, w := range v.Word {
		t.Category[i] = of[w]
	}
	return t, counted
}

// callNames are the roll calls' names, with the period where one name is used in several.
func (v *Votes) callNames() []string {
	n := map[string]int{}
	for _, c := range v.Calls {
		n[c.Name]++
	}
	names := make([]string, len(v.Calls))
	for i, c := range v.Calls {
		if names[i] = c.Name; n[c.Name] > 1 {
			names[i] = fmt.Sprintf("%s (%s)", c.Name, c.Period)
		}
	}
	return names
}

func (v *Votes) periods() (list []irt.Period, place map[string]int, counted bool) {
	times := map[float64]bool{}
	seen := map[string]bool{}
	counted = true
	for _, c := range v.Calls {
		if seen[c.Period] {
			continue
		}
		seen[c.Period] = true
		at, ok := timeOf(c.Period)
		counted = counted && ok && !times[at]
		times[at] = true
		list = append(list, irt.Period{Name: c.Period, Time: at})
	}
	if counted {
		slices.SortFunc(list, func(a, b irt.Period) int { return int(max(-1, min(1, a.Time-b.Time))) })
	} else {
		for i := range list {
			list[i].Time = float64(i)
		}
	}
	place = map[string]int{}
	for i := range list {
		place[list[i].Name] = i
	}
	if len(list) == 1 && list[0].Name == "" {
		list[0].Name, counted = "all", true
	}
	return list, place, counted
}

// timeOf is the number that a period's name begins with, or else ends with.
func timeOf(name string) (float64, bool) {
	if x, err := strconv.ParseFloat(name, 64); err == nil && x > -1e6 && x < 1e6 {
		return x, true
	}
	head := name[:len(name)-len(strings.TrimLeft(name, "0123456789"))]
	if head == "" {
		head = name[len(strings.TrimRight(name, "0123456789")):]
	}
	n, err := strconv.Atoi(head)
	return float64(n), err == nil && n < 1e6
}
