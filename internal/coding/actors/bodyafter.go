package actors

import "orrery/internal/coding/syntax"

// bodyAfter reads the body behind a role: "the speaker of Russia's State Duma", "a spokesman for the Kazakh Foreign Ministry", "head of
// the SBU". The role is then of the body's state; a role that says little by itself ("head", "chief") takes the body's sector.
func (x *reading) bodyAfter(i, k int, sector string, former bool) bool {
	g, h := &x.groups[i], &x.hits[k]
	at := h.to + 1
	for at < len(x.s.Tokens) && x.s.Tokens[at].Tag == syntax.DT {
		at++
	}
	if k+1 >= len(x.hits) || x.hits[k+1].from != at {
		return false
	}
	gi := -1
	for j := i; j < len(x.groups); j++ {
		if o := &x.groups[j]; o.from <= at && at < o.to {
			gi = j
		}
	}
	if gi < 0 {
		return false
	}
	o := &x.groups[gi]
	for n := k + 1; n < o.hi; n++ {
		b := &x.hits[n]
		if b.from > o.head || o.head >= b.to {
			continue
		}
		d := b
		if b.kind == kRole {
			owner := x.nationBefore(o, n)
			if owner <= k || !b.e.is(mState) || b.e.is(mTitle) || x.hits[owner].kind == kPerson {
				return false
			}
			d = &x.hits[owner]
		} else if b.kind != kBody {
			return false
		}
		if h.e.is(mCommon) || h.e.is(mPart) {
			sector = b.e.sector
		}
		from := x.officeStart(g, h)
		for j := k + 1; j <= n; j++ {
			x.hits[j].used = true
		}
		if gi != i {
			o.done = true
		}
		ref := Ref{Code: d.e.code, Name: x.text(from, b.to), Sector: sector, Office: x.text(from, h.to), Former: former}
		if former {
			ref.Sector = "ELI"
		}
		x.put(Mention{From: from, To: b.to, Phrase: g.phrase, Head: true, How: ByOffice, Refs: []Ref{ref}})
		return true
	}
	return false
}
