package irt

import "fmt"

// An Anchor is where the published program starts a unit, in all its periods.
type Anchor struct {
	Unit string
	At   float64
}

// anchored starts a chain as the published program does: what priors look back at is 0 but for the anchors; slopes are
// 1, −1 or 0 by how the first positive and the first negative anchor voted; cutpoints are 2·(share so far) − 1;
// utilities are drawn at positions 0, and the first positions from them.
func (c *chain) anchored(anchors []Anchor) {
	p := c.p
	c.sweep = -1 // chance of its own
	clear(c.seen)
	clear(c.theta)
	for _, a := range anchors {
		for _, cell := range p.pathOf(a.Unit) {
			c.seen[cell] = a.At
		}
	}
	side := p.sides(anchors)
	room := c.replica
	clear(room.seen)
	for j := range p.nItem {
		c.beta[j] = 0
		if side[j] > 0 {
			c.beta[j] = 1
		} else if side[j] < 0 {
			c.beta[j] = -1
		}
		k0, k1 := p.cutOff[j], p.cutOff[j+1]
		cut, base := c.cut[k0:k1], int(k0)+j
		groups := p.group[base : base+len(cut)+2]
		voters := p.voteCell[groups[0]:groups[len(cut)+1]]
		for k := range cut {
			cut[k] = 2*float64(groups[k+1]-groups[0])/float64(len(voters)) - 1
			if k > 0 && cut[k] < cut[k-1]+1e-3 {
				cut[k] = cut[k-1] + 1e-3
			}
		}
		r := newStream(c.seed, c.number, c.sweep, forItem, j)
		z, theta := room.was[:len(voters)], room.position[:len(voters)]
		clear(theta)
		for y := range len(cut) + 1 {
			lo, hi := groups[y]-groups[0], groups[y+1]-groups[0]
			room.latent.chances(y, cut, cut, 0, theta[lo:hi], z[lo:hi], room.would[lo:hi])
			room.latent.draw(y, cut, 0, theta[lo:hi], z[lo:hi], &r)
		}
		room.show(voters, z, c.beta[j])
	}
	c.publishedPositions()
	c.sweep = 0
	c.start = append([]float64(nil), c.theta...)
}

// sides is by item the first positive anchor's category minus the first negative one's; 0 where either is missing.
func (p *Problem) sides(anchors []Anchor) []float64 {
	var sum, votes [2][]float64
	for s := range sum {
		sum[s], votes[s] = make([]float64, p.nItem), make([]float64, p.nItem)
		for _, a := range anchors {
			if (a.At > 0) != (s == 0) {
				continue
			}
			for v, u := range p.table.Unit {
				y, j := p.table.Category[v], p.callItem[p.table.Call[v]]
				if p.table.Units[u] == a.Unit && y >= 0 && j >= 0 {
					sum[s][j] += float64(y)
					votes[s][j]++
				}
			}
			break
		}
	}
	side := make([]float64, p.nItem)
	for j := range side {
		if votes[0][j] > 0 && votes[1][j] > 0 {
			side[j] = sum[0][j]/votes[0][j] - sum[1][j]/votes[1][j]
		}
	}
	return side
}

// pathOf is a unit's cells by its name; none for a name that the votes do not have.
func (p *Problem) pathOf(name string) []int32 {
	for u, original := range p.unit {
		if p.table.Units[original] == name {
			return p.path[p.pathOff[u]:p.pathOff[u+1]]
		}
	}
	return nil
}

// check of anchors: they belong to BSVCompat, and some unit must be on either side.
func (o *FullOptions) checkAnchors(p *Problem) error {
	if len(o.Anchors) == 0 {
		return nil
	}
	if !o.BSVCompat {
		return fmt.Errorf("anchors are starts of the published program: set BSVCompat, or leave them out and name Positive units")
	}
	positive, negative := false, false
	for _, a := range o.Anchors {
		if p.pathOf(a.Unit) == nil {
			return fmt.Errorf("anchor %q has no vote that counts", a.Unit)
		}
		positive, negative = positive || a.At > 0, negative || a.At < 0
	}
	if !positive || !negative {
		return fmt.Errorf("%d anchors on one side only: name at least one positive and one negative", len(o.Anchors))
	}
	return nil
}
