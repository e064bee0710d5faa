package irt

import "slices"

// votes fills both orders of the votes. count holds the votes of each used category of each item.
func (p *Problem) votes(t *Table, count []int32) {
	p.group = make([]int32, len(count)+1)
	for g, n := range count {
		p.group[g+1] = p.group[g] + n
	}
	cell := make(map[int64]int32, p.nCell)
	for c := range p.nCell {
		cell[int64(p.unit[p.cellUnit[c]])<<32|int64(p.cellPeriod[c])] = int32(c)
	}
	place := make([]int8, p.nItem*maxCategories) // the table's category -> the item's
	for j, used := range p.used {
		for k, y := range used {
			place[j*maxCategories+int(y)] = int8(k)
		}
	}
	n := make([]int32, p.nCell*3+1) // low, high, middle of each cell
	class := func(j int32, y int8) int {
		switch y {
		case 0:
			return 0
		case int8(len(p.used[j]) - 1):
			return 1
		}
		return 2
	}
	each := func(f func(cell, j int32, y int8)) {
		for v, c := range t.Call {
			j := p.callItem[c]
			if y := t.Category[v]; y >= 0 && j >= 0 {
				f(cell[int64(t.Unit[v])<<32|int64(t.Calls[c].Period)], j, place[int(j)*maxCategories+int(y)])
			}
		}
	}
	// By item: sorted by cell within a group, whatever the order of the table's rows, so that sums round alike.
	p.voteCell = make([]int32, p.nVote)
	at := append([]int32(nil), p.group...)
	byCell := make([]int32, p.nVote)
	each(func(c, j int32, y int8) {
		g := p.cutOff[j] + j + int32(y)
		byCell[at[g]] = c
		at[g]++
		n[int(c)*3+class(j, y)+1]++
	})
	for i := 1; i < len(n); i++ {
		n[i] += n[i-1]
	}
	p.cellOff, p.cellHigh, p.cellMid = make([]int32, p.nCell+1), make([]int32, p.nCell), make([]int32, p.nCell)
	for c := range p.nCell {
		p.cellOff[c], p.cellHigh[c], p.cellMid[c] = n[c*3], n[c*3+1], n[c*3+2]
	}
	p.cellOff[p.nCell] = int32(p.nVote)
	p.voteItem, p.voteCut = make([]int32, p.nVote), make([]int32, p.nVote)
	// By cell, in the order of items: two passes of a counting sort, each stable.
	p.firstPeriod, p.lastPeriod = make([]int32, p.nItem), make([]int32, p.nItem)
	for j := range p.nItem {
		p.firstPeriod[j] = int32(p.nPeriod)
		k := len(p.used[j])
		for y := range k {
			g := p.cutOff[j] + int32(j+y)
			for _, c := range byCell[p.group[g]:p.group[g+1]] {
				p.firstPeriod[j] = min(p.firstPeriod[j], p.cellPeriod[c])
				p.lastPeriod[j] = max(p.lastPeriod[j], p.cellPeriod[c])
				cl := class(int32(j), int8(y))
				i := n[int(c)*3+cl]
				n[int(c)*3+cl]++
				p.voteItem[i] = int32(j)
				p.voteCut[i] = p.cutOff[j] + int32(max(y-1, 0))
			}
		}
	}
	p.sortGroups(byCell)
}

// sortGroups puts the cells of each group in order.
func (p *Problem) sortGroups(byCell []int32) {
	copy(p.voteCell, byCell)
	for g := 1; g < len(p.group); g++ {
		slices.Sort(p.voteCell[p.group[g-1]:p.group[g]])
	}
}
