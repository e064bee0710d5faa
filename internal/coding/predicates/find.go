package predicates

import (
	"orrery/internal/coding/actors"
	"orrery/internal/coding/realis"
	"orrery/internal/coding/roles"
	"orrery/internal/coding/syntax"
)

// work is the scratch of one sentence.
type work struct {
	b       *Book
	v       roles.View
	s       *syntax.Sentence
	r       []realis.Realis
	found   []candidate
	best    []int // by clause: the frame that its verb matched, -1
	nouns   []int // by phrase: the frame that its head matched, -1
	dropped []Dropped
}

// candidate is an event in the making.
type candidate struct {
	Event
	frame *frame
	site  roles.Site
	dead  string // why it is dropped
	own   int    // the clause whose verb is its trigger; -1: a noun
	// covers are the operators' clauses that it went through: it says more than the events of their own verbs.
	covers []int
}

// Find is the events of a sentence, by place, and what matched without giving one. r is by clause; a short r says nothing
// against the clauses that it lacks.
func (b *Book) Find(s *syntax.Sentence, m []actors.Mention, r []realis.Realis) ([]Event, []Dropped) {
	w, _ := b.scratch.Get().(*work)
	if w == nil {
		w = &work{}
	}
	w.b, w.s, w.r = b, s, r
	w.found, w.best, w.dropped = w.found[:0], w.best[:0], nil
	w.v.Reset(s, m)
	for range s.Clauses {
		w.best = append(w.best, -1)
	}
	w.nouns = w.nouns[:0]
	for range s.Phrases {
		w.nouns = append(w.nouns, -1)
	}
	for c := range s.Clauses {
		w.verb(c)
	}
	for p := range s.Phrases {
		if s.Phrases[p].Kind == syntax.NP {
			w.noun(p)
		}
	}
	for i := range w.found {
		w.compose(&w.found[i])
		w.background(&w.found[i])
	}
	for i := range len(w.found) {
		w.several(i)
	}
	w.settle()
	var events []Event
	for i := range w.found {
		if c := &w.found[i]; c.dead == "" {
			events = append(events, c.Event)
		} else {
			w.dropped = append(w.dropped, Dropped{c.Trigger, c.Frame, c.dead})
		}
	}
	sortEvents(events)
	dropped := w.dropped
	clear(w.found)
	w.b, w.s, w.r, w.dropped, w.v.S, w.v.M = nil, nil, nil, nil, nil, nil
	b.scratch.Put(w)
	return events, dropped
}

func sortEvents(e []Event) {
	for i := 1; i < len(e); i++ {
		for j := i; j > 0 && e[j].Trigger.Start < e[j-1].Trigger.Start; j-- {
			e[j], e[j-1] = e[j-1], e[j]
		}
	}
}

func (w *work) realis(c int) realis.Realis {
	if c >= 0 && c < len(w.r) {
		return w.r[c]
	}
	return 0
}
