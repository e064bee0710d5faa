package chunk

import "orrery/internal/coding/syntax"

// finish writes the clauses: what each verb has, what it hangs on and how far it goes.
func (r *reader) finish() {
	if len(r.clauses) == 0 {
		return
	}
	r.hang()
	r.complements()
	r.fill()
	r.spans()
	r.s.Clauses = append(r.s.Clauses, r.clauses...)
}

// clauseOf is the clause of frame f, or of the nearest frame above that has one, other than clause c; -1 if none.
func (r *reader) clauseOf(f int32, c int) int {
	for n := 0; f >= 0 && n < 64; n++ {
		if cl := r.frames[f].clause; cl >= 0 && int(cl) != c {
			return int(cl)
		}
		f = r.frames[f].up
	}
	return -1
}

func (r *reader) hang() {
	for i := range r.clauses {
		c := &r.clauses[i]
		f := &r.frames[r.origin[i]]
		c.Marker, c.Relation, c.Shared, c.Question = int(f.marker), f.relation, f.shared >= 0 || f.byObject >= 0, f.question
		c.Parent = r.clauseOf(f.up, i)
		if c.Parent < 0 {
			c.Relation = syntax.Main
			if f.relation == syntax.Adverbial || f.relation == syntax.Reduced || f.relation == syntax.Relative || f.relation == syntax.OfNoun {
				c.Relation = f.relation
			}
		} else if c.Relation == syntax.Main {
			c.Relation = syntax.Coordinate
		}
	}
	for i := range r.clauses { // a participle that was made of a finite verb can lead back to itself
		for up, n := r.clauses[i].Parent, 0; up >= 0; up, n = r.clauses[up].Parent, n+1 {
			if up == i || n > maxDepth*2 {
				r.clauses[i].Parent = -1
				break
			}
		}
	}
}

// complements links verbs of saying, wanting and trying with the clause that says what.
func (r *reader) complements() {
	for i := range r.clauses {
		f := &r.frames[r.origin[i]]
		if f.inverted && f.aside && f.up < 0 && r.clauses[i].Complement < 0 {
			r.putBelow(i)
		}
		if f.inverted && !f.aside && i > 0 && r.clauses[i].Parent < 0 {
			r.putBelow(i)
		}
	}
	for i := range r.clauses {
		c := &r.clauses[i]
		if c.Relation == syntax.ComplementOf && c.Parent >= 0 && r.clauses[c.Parent].Complement < 0 {
			r.clauses[c.Parent].Complement = i
		}
	}
}

// putBelow makes the main clause before or around clause i, which is one of saying, its complement.
func (r *reader) putBelow(i int) {
	for j := range r.clauses {
		c := &r.clauses[j]
		if j != i && c.Parent < 0 && (c.Relation == syntax.Main || c.Relation == syntax.Coordinate) && !r.above(j, i) {
			c.Parent, c.Relation = i, syntax.ComplementOf
			return
		}
	}
}

// above reports whether clause j is above clause i.
func (r *reader) above(j, i int) bool {
	for n := 0; i >= 0 && n < 64; n++ {
		if i == j {
			return true
		}
		i = r.clauses[i].Parent
	}
	return false
}

// fill gives each clause the lists of its phrases, in order, on one backing slice.
func (r *reader) fill() {
	for i := range r.s.Phrases { // conjuncts do as the first of the list
		if c := r.s.Phrases[i].Coord; c >= 0 && c < i {
			r.roles[i] = r.roles[c]
		}
	}
	n := 0
	r.counts = append(r.counts[:0], make([]int32, 4*len(r.clauses)+1)...)
	for p := range r.roles {
		if at := r.slot(p); at >= 0 {
			r.counts[at+1]++
			n++
		}
	}
	for i := 1; i < len(r.counts); i++ {
		r.counts[i] += r.counts[i-1]
	}
	back := make([]int, n)
	for p := range r.roles {
		if at := r.slot(p); at >= 0 {
			back[r.counts[at]] = p
			r.counts[at]++
		}
	}
	from := int32(0)
	for at := range 4 * len(r.clauses) {
		to := r.counts[at]
		if to > from {
			got := back[from:to:to]
			switch c := &r.clauses[at/4]; as(at%4 + 1) {
			case subject:
				c.Subject = got
			case object:
				c.Objects = got
			case oblique:
				c.Obliques = got
			case agent:
				c.Agent = got
			}
		}
		from = to
	}
	for i := range r.clauses {
		r.inherit(i, 0)
	}
}

// slot is the place of phrase p among the lists of all clauses, four each; -1: in none.
func (r *reader) slot(p int) int {
	x := r.roles[p]
	if x.frame < 0 || x.as == none || r.frames[x.frame].clause < 0 {
		return -1
	}
	return 4*int(r.frames[x.frame].clause) + int(x.as) - 1
}

// inherit gives clause i the subject that it shares, or the noun phrase that it hangs on.
func (r *reader) inherit(i, depth int) {
	c := &r.clauses[i]
	f := &r.frames[r.origin[i]]
	if f.relation == syntax.Relative && !f.gap && f.anchor >= 0 && f.subject >= 0 && len(c.Objects) == 0 && r.tag(int(f.marker)-1) != syntax.IN && r.tag(int(f.marker)-1) != syntax.TO && !r.hasPoss(int(f.subject), int(f.anchor)) {
		c.Objects = r.one(int(f.anchor))
	}
	if len(c.Subject) > 0 || depth > maxDepth {
		return
	}
	switch {
	case f.byObject >= 0:
		if o := r.roles[f.byObject]; o.frame >= 0 && o.as == object && r.frames[o.frame].clause >= 0 {
			c.Subject = r.clauses[r.frames[o.frame].clause].Objects
		} else {
			c.Subject = r.one(int(f.byObject))
		}
	case f.shared >= 0:
		if o := r.clauseOf(f.shared, i); o >= 0 {
			r.inherit(o, depth+1)
			c.Subject = r.clauses[o].Subject
		}
	case f.anchor >= 0 && (f.relation == syntax.Relative && f.gap || f.relation == syntax.Reduced):
		c.Subject = r.one(int(f.anchor))
	}
}

// hasPoss reports whether noun phrase q is the possessor of p ("whose").
func (r *reader) hasPoss(p, q int) bool { return r.s.Phrases[p].Poss == q }

// one is a list of phrase p alone.
func (r *reader) one(p int) []int { return []int{p} }

// spans gives each clause its tokens, with those of all clauses below it.
func (r *reader) spans() {
	for i := range r.clauses {
		c := &r.clauses[i]
		v := &r.s.Phrases[c.Verb]
		f := &r.frames[r.origin[i]]
		c.From, c.To = min(int(f.from), v.From), v.To
	}
	for p, x := range r.roles {
		if x.frame < 0 || x.as == none {
			continue
		}
		if i := r.frames[x.frame].clause; i >= 0 {
			c := &r.clauses[i]
			q := &r.s.Phrases[p]
			from := q.From
			if q.Prep >= 0 {
				from = min(from, q.Prep)
			}
			c.From, c.To = min(c.From, from), max(c.To, q.To)
		}
	}
	for p := range r.s.Phrases { // what hangs on a phrase of the clause
		q := &r.s.Phrases[p]
		up := q.Attach
		if up < 0 {
			up = q.Appos
		}
		if up >= 0 && up < p && r.roles[p].as == none {
			r.roles[p] = r.roles[up]
			if f := r.roles[p].frame; f >= 0 && r.frames[f].clause >= 0 {
				c := &r.clauses[r.frames[f].clause]
				c.To = max(c.To, q.To)
			}
		}
	}
	for i := len(r.clauses) - 1; i >= 0; i-- {
		from, to := r.clauses[i].From, r.clauses[i].To
		for up, n := r.clauses[i].Parent, 0; up >= 0 && n < maxDepth*2; up, n = r.clauses[up].Parent, n+1 {
			c := &r.clauses[up]
			c.From, c.To = min(c.From, from), max(c.To, to)
		}
	}
}
