package irt

import (
	"slices"
)

// cells numbers (unit, period) pairs with a vote that counts. Units are put in an order that depends on how they voted
// and not on their numbers, so that relabelling changes nothing, not even the random draws.
func (p *Problem) cells(t *Table) {
	sum := make([]uint64, len(t.Units))
	votes := make([]int32, len(t.Units)*p.nPeriod)
	for v, c := range t.Call {
		if t.Category[v] < 0 || p.callItem[c] < 0 {
			continue
		}
		sum[t.Unit[v]] += mix(uint64(c)<<8 | uint64(t.Category[v])) // a sum: the order of rows does not matter either
		votes[int(t.Unit[v])*p.nPeriod+t.Calls[c].Period]++
		p.nVote++
	}
	for u := range t.Units {
		if sum[u] != 0 {
			p.unit = append(p.unit, int32(u))
		}
	}
	slices.SortStableFunc(p.unit, func(a, b int32) int {
		if sum[a] < sum[b] {
			return -1
		} else if sum[a] > sum[b] {
			return 1
		}
		return 0
	})
	p.nUnit = len(p.unit)
	last := make([]int32, p.nUnit)
	for u := range last {
		last[u] = -1
	}
	for s := range p.nPeriod {
		p.periodOff = append(p.periodOff, int32(p.nCell))
		for u, original := range p.unit {
			n := votes[int(original)*p.nPeriod+s]
			if n == 0 {
				continue
			}
			c, gap := int32(p.nCell), 0.0
			if last[u] >= 0 {
				p.next[last[u]] = c
				gap = t.Periods[s].Time - t.Periods[p.cellPeriod[last[u]]].Time
			}
			p.cellUnit = append(p.cellUnit, int32(u))
			p.cellPeriod = append(p.cellPeriod, int32(s))
			p.cellVotes = append(p.cellVotes, n)
			p.prev = append(p.prev, last[u])
			p.next = append(p.next, -1)
			p.gap = append(p.gap, gap)
			last[u] = c
			p.nCell++
		}
	}
	p.periodOff = append(p.periodOff, int32(p.nCell))
	for u := range p.nUnit {
		p.pathOff = append(p.pathOff, int32(len(p.path)))
		var back []int32
		for c := last[u]; c >= 0; c = p.prev[c] {
			back = append(back, c)
		}
		slices.Reverse(back)
		p.path = append(p.path, back...)
	}
	p.pathOff = append(p.pathOff, int32(len(p.path)))
}

// mix is SplitMix64's finaliser: every bit of the input moves half of the output's.
func mix(z uint64) uint64 {
	z += 0x9e3779b97f4a7c15
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}
