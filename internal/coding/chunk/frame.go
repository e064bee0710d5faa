package chunk

import "orrery/internal/coding/syntax"

// frame is a clause while it is read: it may be open before its verb is known.
type frame struct {
	clause   int32 // -1: no verb yet
	up       int32 // the frame it hangs on, -1
	relation syntax.Relation
	marker   int32 // token, -1
	anchor   int32 // the noun phrase that a relative clause, a participle or an infinitive hangs on, -1
	subject  int32 // the noun phrase read as subject, -1
	from     int32 // the first token
	item     int32 // of the verb
	objects  int8
	aside    bool // between commas or dashes: a comma closes it
	quote    bool // opened by a quotation mark, which closes it
	bracket  bool // opened by a bracket
	there    bool
	gap      bool // of a relative clause: the pronoun is the subject
	inverted bool // verb of saying whose subject follows
	question bool
	shared   int32 // the frame whose subject it takes, -1
	byObject int32 // the noun phrase that is its subject as the object of the verb above, -1
}

// role is what a noun phrase is to a clause.
type role struct {
	frame int32
	as    as
}

type as uint8

const (
	none as = iota
	subject
	object
	oblique
	agent
)

// maxDepth bounds how deep clauses are read; deeper ones hang on the last.
const maxDepth = 24

// push opens a frame on the one at the top.
func (r *reader) push(f frame) int32 {
	if n := len(r.stack); n >= maxDepth {
		r.stack = r.stack[:n-1]
	}
	f.clause, f.subject, f.shared, f.byObject, f.item = -1, -1, -1, -1, -1
	r.frames = append(r.frames, f)
	r.stack = append(r.stack, int32(len(r.frames)-1))
	return r.stack[len(r.stack)-1]
}

// top is the frame being read, and its index.
func (r *reader) top() (*frame, int32) {
	i := r.stack[len(r.stack)-1]
	return &r.frames[i], i
}

// pop closes the top frame unless it is the last.
func (r *reader) pop() {
	if len(r.stack) > 1 {
		r.stack = r.stack[:len(r.stack)-1]
	}
}

// popTo closes all frames above place n of the stack.
func (r *reader) popTo(n int) { r.stack = r.stack[:max(n+1, 1)] }

// waiting is the place in the stack of the nearest frame without a verb, -1 if there is none; it looks no further than a bracket or
// quotation.
func (r *reader) waiting() int {
	for n := len(r.stack) - 1; n >= 0; n-- {
		f := &r.frames[r.stack[n]]
		if f.clause < 0 {
			return n
		}
		if f.bracket || f.quote {
			return -1
		}
	}
	return -1
}

// verbOf is the verb group of a frame that has one.
func (r *reader) verbOf(f *frame) *syntax.Phrase { return &r.s.Phrases[r.clauses[f.clause].Verb] }

// put gives phrase p its role in frame f.
func (r *reader) put(p int, f int32, a as) {
	r.roles[p] = role{f, a}
	switch a {
	case subject:
		r.frames[f].subject = int32(p)
	case object:
		r.frames[f].objects++
	}
}

// take makes the verb of item k the verb of frame f.
func (r *reader) take(f int32, k int) {
	fr := &r.frames[f]
	fr.clause, fr.item = int32(len(r.clauses)), int32(k)
	r.clauses = append(r.clauses, syntax.Clause{Verb: int(r.items[k].at), Parent: -1, Marker: -1, Complement: -1})
	r.origin = append(r.origin, f)
	for i := range r.aux {
		if r.aux[i].verb == r.items[k].at && r.asks() {
			fr.question = true
		}
	}
}

// borrow gives the verb group of phrase i the auxiliary that stood before its subject.
func (r *reader) borrow(i int) {
	n := len(r.aux) - 1
	if n < 0 || r.aux[n].verb >= 0 {
		return
	}
	a, p := &r.aux[n], &r.s.Phrases[i]
	v := &p.Verb
	base := v.Form == syntax.Imperative || v.Form == syntax.Finite && v.Tense == syntax.Present && r.tag(p.Head) == syntax.VBP
	if p.From-a.token > 16 || a.token >= p.From {
		return
	}
	switch {
	case r.is(a.token, future) && base:
		v.Tense = syntax.Future
	case r.tag(a.token) == syntax.MD && base:
		v.Modal, v.Tense = a.token, syntax.NoTense
	case r.is(a.token, have) && (v.Form == syntax.Participle || v.Form == syntax.Finite && v.Tense == syntax.Past && p.To-p.From <= 2):
		v.Perfect, v.Passive = true, false
		v.Tense, _ = formOf(r.tag(a.token))
	case r.is(a.token, be) && (v.Form == syntax.Participle || v.Form == syntax.Gerund):
		v.Passive, v.Progressive = v.Form == syntax.Participle, v.Form == syntax.Gerund
		v.Tense, _ = formOf(r.tag(a.token))
	case r.is(a.token, do) && base:
		if v.Tense = syntax.Present; r.tag(a.token) == syntax.VBD {
			v.Tense = syntax.Past
		}
	default:
		return
	}
	if r.is(a.token+1, not) {
		v.Negated = a.token + 1
	} else if r.is(a.token-1, not) && r.tag(a.token-1) == syntax.RB {
		v.Negated = a.token - 1 // never has Norland attacked
	}
	v.Form, a.verb = syntax.Finite, int32(i)
}

// asks reports whether the sentence ends in a question mark.
func (r *reader) asks() bool {
	for i := len(r.t) - 1; i >= 0 && i > len(r.t)-4; i-- {
		if r.t[i].Tag == syntax.Stop && r.s.TokenText(i)[0] == '?' {
			return true
		}
	}
	return false
}
