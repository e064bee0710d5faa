package chunk

import "orrery/internal/coding/syntax"

// bare decides what a verb in its base form is: it goes on from a verb before ("will meet and sign"), follows one such as let or help,
// or commands.
func (r *reader) bare(k int, f *frame) {
	p := r.phraseAt(k)
	if f.clause < 0 {
		if f.subject >= 0 && k > 0 { // a slip of the tagger: the base form for the present
			p.Verb.Form, p.Verb.Tense = syntax.Finite, syntax.Present
		}
		return
	}
	v := r.verbOf(f)
	if r.conjBefore(k) >= 0 || r.kindAt(k-1) == comma {
		if v.Verb.Form == syntax.Infinitive {
			p.Verb.Form = syntax.Infinitive
		} else if v.Verb.Modal >= 0 || v.Verb.Tense == syntax.Future {
			p.Verb.Form, p.Verb.Modal, p.Verb.Tense = syntax.Finite, v.Verb.Modal, v.Verb.Tense
		} else {
			for n := len(r.stack) - 2; n >= 0; n-- { // past a clause in between
				g := &r.frames[r.stack[n]]
				if g.clause < 0 {
					break
				}
				if v := r.verbOf(g); v.Verb.Form == syntax.Infinitive {
					p.Verb.Form = syntax.Infinitive
					break
				} else if v.Verb.Modal >= 0 || v.Verb.Tense == syntax.Future {
					p.Verb.Form, p.Verb.Modal, p.Verb.Tense = syntax.Finite, v.Verb.Modal, v.Verb.Tense
					break
				}
			}
			if p.Verb.Form == syntax.Imperative && v.Verb.Form == syntax.Finite {
				p.Verb.Form, p.Verb.Tense = syntax.Finite, syntax.Present
			}
		}
		return
	}
	if r.lemmaIs(v.Head, control) && f.objects > 0 || r.kindAt(k-1) == verb {
		p.Verb.Form = syntax.Infinitive // helped Armenia defend itself
		return
	}
	p.Verb.Form, p.Verb.Tense = syntax.Finite, syntax.Present
}

// beside2 reads a verb whose base form turned out to be finite or an infinitive.
func (r *reader) beside2(k int) {
	if r.phraseAt(k).Verb.Form == syntax.Infinitive {
		r.infinitive(k)
		return
	}
	r.finiteVerb(k)
}

// imperative opens a clause without a subject.
func (r *reader) imperative(k int) {
	f, n := r.top()
	if f.clause >= 0 {
		r.push(frame{up: n, relation: syntax.Coordinate, marker: -1, anchor: -1, from: r.items[k].token})
		_, n = r.top()
	}
	r.take(n, k)
}
