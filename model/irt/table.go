package irt

import "fmt"

// A Table is any set of recorded votes: one entry a vote in the three parallel slices at the end. The caller decides
// what one unit is: a state that changed its name and keeps its seat should be given one number; two numbers
// are two paths, and both are estimated.
type Table struct {
	Units   []string   // names, unique; the number of a unit is its place here
	Periods []Period   // in order of time
	Calls   []RollCall // in any order
	// Categories is the length of the scale, 2 to 8: votes are 0 … Categories−1, in order.
	Categories int

	Unit, Call []int32 // of each vote
	Category   []int8  // of each vote; negative means missing
}

// A Period is a session, a term, a year.
type Period struct {
	Name string
	Time float64 // in units of the walk's variance, usually years or sessions; strictly increasing
}

// A RollCall is one recorded vote of all units.
type RollCall struct {
	Name   string
	Period int
	// Item joins roll calls that ask the same thing in different periods; empty means that the roll call stands alone.
	Item string
}

// A Builder makes a Table from names, in the order in which they come.
type Builder struct {
	table               Table
	units, calls, times map[string]int32
	alias               map[string]string
}

// NewBuilder starts a table whose votes are 0 … categories−1.
func NewBuilder(categories int) *Builder {
	return &Builder{table: Table{Categories: categories}, units: map[string]int32{}, calls: map[string]int32{}, times: map[string]int32{}, alias: map[string]string{}}
}

// Alias makes old another name of unit: for a state that changed its name. Call it before Vote.
func (b *Builder) Alias(old, unit string) { b.alias[old] = unit }

// Period declares a period; call it in order of time, before the votes of the period.
func (b *Builder) Period(name string, time float64) {
	if _, known := b.times[name]; !known {
		b.times[name] = int32(len(b.table.Periods))
		b.table.Periods = append(b.table.Periods, Period{name, time})
	}
}

// Vote adds one vote. Item joins roll calls of several periods; "" means none. A negative category is missing.
func (b *Builder) Vote(unit, call, item, period string, category int) error {
	t, known := b.times[period]
	if !known {
		return fmt.Errorf("roll call %q is in period %q, which was not declared: call Period first", call, period)
	}
	c, known := b.calls[call]
	if !known {
		c = int32(len(b.table.Calls))
		b.calls[call] = c
		b.table.Calls = append(b.table.Calls, RollCall{call, int(t), item})
	} else if b.table.Calls[c].Period != int(t) {
		return fmt.Errorf("roll call %q is in two periods, %q and %q", call, b.table.Periods[b.table.Calls[c].Period].Name, period)
	}
	if real, renamed := b.alias[unit]; renamed {
		unit = real
	}
	u, known := b.units[unit]
	if !known {
		u = int32(len(b.table.Units))
		b.units[unit] = u
		b.table.Units = append(b.table.Units, unit)
	}
	if category >= b.table.Categories {
		return fmt.Errorf("vote of %s on roll call %q is %d; the scale ends at %d", unit, call, category, b.table.Categories-1)
	}
	b.table.Unit = append(b.table.Unit, u)
	b.table.Call = append(b.table.Call, c)
	b.table.Category = append(b.table.Category, int8(max(category, -1)))
	return nil
}

// Table returns what was built. The builder must not be used afterwards.
func (b *Builder) Table() *Table { return &b.table }

func (t *Table) check() error {
	if t.Categories < 2 || t.Categories > maxCategories {
		return fmt.Errorf("a scale has 2 to %d categories, not %d", maxCategories, t.Categories)
	}
	if len(t.Unit) != len(t.Call) || len(t.Unit) != len(t.Category) {
		return fmt.Errorf("%d units, %d roll calls and %d categories of votes: one each for every vote is needed", len(t.Unit), len(t.Call), len(t.Category))
	}
	for i := 1; i < len(t.Periods); i++ {
		if !(t.Periods[i].Time > t.Periods[i-1].Time) {
			return fmt.Errorf("period %q does not come after %q: put the periods in order of time", t.Periods[i].Name, t.Periods[i-1].Name)
		}
	}
	for _, c := range t.Calls {
		if c.Period < 0 || c.Period >= len(t.Periods) {
			return fmt.Errorf("roll call %q is in period number %d of %d", c.Name, c.Period, len(t.Periods))
		}
	}
	for i := range t.Unit {
		if u := t.Unit[i]; u < 0 || int(u) >= len(t.Units) {
			return fmt.Errorf("vote %d is of unit number %d of %d", i, u, len(t.Units))
		}
		if c := t.Call[i]; c < 0 || int(c) >= len(t.Calls) {
			return fmt.Errorf("vote %d is on roll call number %d of %d", i, c, len(t.Calls))
		}
		if int(t.Category[i]) >= t.Categories {
			return fmt.Errorf("vote %d is %d; the scale ends at %d", i, t.Category[i], t.Categories-1)
		}
	}
	return nil
}
