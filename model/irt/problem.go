package irt

import (
	"fmt"
)

const maxCategories = 8

// A Problem is a table made ready: votes without information dropped, categories that an item does not use
// removed, and every vote stored twice, by item and by cell, so that each half of a sweep reads memory in order.
// It does not change once compiled; runs may share it.
type Problem struct {
	table   *Table
	Dropped []Dropped // every roll call that does not count, and why

	nUnit, nPeriod, nItem, nCell, nVote int
	tab                                 *normal

	unit []int32 // number in the table of each of our units: our order depends on the votes alone

	// Cells are ordered by period, then unit.
	cellUnit, cellPeriod, cellVotes []int32
	prev, next                      []int32   // the same unit's neighbouring cell, −1 at an end
	gap                             []float64 // time since prev
	periodOff                       []int32   // cells of a period
	pathOff, path                   []int32   // cells of a unit, in time

	// Items. Thresholds of item j are cut[cutOff[j]:cutOff[j+1]], one less than the categories it uses.
	itemName []string
	cutOff   []int32
	used     [][]int8 // the table's categories that the item uses

	// Votes by item, grouped by category: group c of item j begins at group[cutOff[j]+j+c].
	group, voteCell []int32
	// Votes by cell, grouped in lowest, highest and middle categories (bounds by cell), with the item and a threshold:
	// the only one for the outer groups, the lower one for the middle group.
	cellOff, cellHigh, cellMid []int32
	voteItem, voteCut          []int32

	callItem                []int32 // of each roll call, −1 when dropped
	firstPeriod, lastPeriod []int32 // of items: they bridge where these differ
}

// A Dropped roll call carries no information for this model.
type Dropped struct {
	Call   string
	Reason string
}

// Rules say which roll calls count.
type Rules struct {
	// MinVotes an item needs; default 2.
	MinVotes int
	// MinMinority is the number of votes outside the largest category that an item needs; default 1, which
	// drops the unanimous ones.
	MinMinority int
	// KeepEmpty keeps the cutpoints of categories that nobody used, which BSVCompat needs to be exact: it leaves them
	// to their flat prior. Otherwise an item has the categories that were used.
	KeepEmpty bool
}

// Compile checks a table and makes it ready. The error names what to mend. The table must not change afterwards.
func Compile(t *Table, rules Rules) (*Problem, error) {
	if err := t.check(); err != nil {
		return nil, err
	}
	if rules.MinVotes < 1 {
		rules.MinVotes = 2
	}
	if rules.MinMinority < 1 {
		rules.MinMinority = 1
	}
	p := &Problem{table: t, tab: newNormal(), nPeriod: len(t.Periods)}
	count := p.items(t, rules)
	if p.nItem == 0 {
		return nil, fmt.Errorf("none of %d roll calls divides the voters: nothing can be estimated", len(t.Calls))
	}
	p.cells(t)
	p.votes(t, count)
	return p, nil
}

// items numbers the items that count, in the order of their first roll call, and says why others do not.
func (p *Problem) items(t *Table, rules Rules) (count []int32) {
	link := make([]int32, len(t.Calls))
	names := map[string]int32{}
	var first []int32
	for c, call := range t.Calls {
		id, known := names[call.Item]
		if !known || call.Item == "" {
			id = int32(len(first))
			first = append(first, int32(c))
			if call.Item != "" {
				names[call.Item] = id
			}
		}
		link[c] = id
	}
	k := t.Categories
	tally := make([]int32, len(first)*k)
	cast := make([]int32, len(t.Calls))
	for v, c := range t.Call {
		if y := t.Category[v]; y >= 0 {
			tally[int(link[c])*k+int(y)]++
			cast[c]++
		}
	}
	number := make([]int32, len(first))
	reason := make([]string, len(first))
	p.cutOff = append(p.cutOff, 0)
	for id, c := range first {
		n, most, top, used := int32(0), int32(0), 0, []int8(nil)
		for y, m := range tally[id*k : id*k+k] {
			n += m
			if m > most {
				most, top = m, y
			}
			if m > 0 || rules.KeepEmpty {
				used = append(used, int8(y))
			}
		}
		number[id] = -1
		switch {
		case n == 0:
			reason[id] = "no votes"
		case most == n:
			reason[id] = fmt.Sprintf("unanimous: all %d votes are category %d", n, top)
		case int(n) < rules.MinVotes:
			reason[id] = fmt.Sprintf("%d votes, fewer than %d", n, rules.MinVotes)
		case int(n-most) < rules.MinMinority:
			reason[id] = fmt.Sprintf("only %d votes outside the majority, fewer than %d", n-most, rules.MinMinority)
		default:
			number[id] = int32(p.nItem)
			p.nItem++
			p.used = append(p.used, used)
			p.cutOff = append(p.cutOff, p.cutOff[len(p.cutOff)-1]+int32(len(used)-1))
			name := t.Calls[c].Item
			if name == "" {
				name = t.Calls[c].Name
			}
			p.itemName = append(p.itemName, name)
			for _, y := range used {
				count = append(count, tally[id*k+int(y)])
			}
		}
	}
	p.callItem = make([]int32, len(t.Calls))
	for c, call := range t.Calls {
		p.callItem[c] = number[link[c]]
		if p.callItem[c] >= 0 && cast[c] == 0 {
			p.Dropped = append(p.Dropped, Dropped{call.Name, "no votes of its own; its item counts"})
		} else if p.callItem[c] < 0 {
			p.Dropped = append(p.Dropped, Dropped{call.Name, reason[link[c]]})
		}
	}
	return count
}
