package parties

import (
	"strings"

	"orrery/internal/coding/actors"
	"orrery/internal/coding/dates"
	"orrery/internal/coding/reading"
	"orrery/internal/coding/syntax"
	"orrery/ledger"
)

type mention = actors.Mention

// Voice is who says the words at span in sentence i: the source that the sentence names for them, the speaker of the turn, else the
// outlet or author.
func Voice(r *reading.Reading, i int, span syntax.Span) ledger.Voice {
	s := &r.Sentences[i]
	for _, said := range s.Said {
		if said.Speaker < 0 && said.Name == "" || said.Cue == said.Source || !said.Content.Holds(span) || said.Source.Holds(span) {
			continue
		}
		v := ledger.Voice{Name: said.Name, Role: ledger.VoiceQuoted}
		if said.Speaker >= 0 && said.Speaker < len(s.Mentions) && len(s.Mentions[said.Speaker].Refs) > 0 {
			ref := s.Mentions[said.Speaker].Refs[0]
			v.Name, v.Actor = Name(ref), ref.Person
			if ref.State() {
				v.OnBehalf = ref.Code
			}
		}
		return v
	}
	if turn, ok := r.Speaker(i); ok {
		return ledger.Voice{Name: turn.Speaker, Role: turn.Role}
	}
	name := r.Document.Outlet
	if name == "" {
		name = r.Document.Author
	}
	return ledger.Voice{Name: name, Role: ledger.VoiceOutlet}
}

// Name is how a record names an actor: as the text does, else by the code.
func Name(ref actors.Ref) string {
	if ref.Name != "" {
		return ref.Name
	}
	return ref.Code
}

// Spokesman is who spoke for the actor, "" when the text names the state itself.
func Spokesman(ref actors.Ref) string {
	if ref.Person == "" && (ref.Office == "" || ref.Office == "officials" && !strings.Contains(ref.Name, "officials")) {
		return "" // of "officials from Serbia and Cuba" the second is named by the state alone
	}
	return Name(ref)
}

// Day is the date at which the verb of token v is set: of the dates in its clause, or right before it with no other verb or semicolon between,
// the one nearest to the verb that names a day, month or year of its own (no length of time, no "since", no "until"); zero: none.
func Day(s *reading.Sentence, v int) ledger.Date {
	best, far := ledger.Date{}, 1<<20
	c := Clause(s, v)
	for _, d := range s.Dates {
		if d.When.IsZero() || d.Lag > 0 || d.Sign != dates.At && d.Sign != "" {
			continue
		}
		if c >= 0 && (d.From < s.Clauses[c].From || d.From >= s.Clauses[c].To || semicolon(s, v, d.From)) && !leads(s, d.To, v) {
			continue
		}
		away := max(d.From-v, v-d.To)
		if c >= 0 && (d.From < s.Clauses[c].From || d.From >= s.Clauses[c].To) {
			away += len(s.Tokens) // the clause's own date goes first
		}
		if away < far {
			best, far = d.When, away
		}
	}
	return best
}

func semicolon(s *reading.Sentence, a, b int) bool {
	for i := min(a, b); i < max(a, b); i++ {
		if s.Tokens[i].Tag == syntax.Colon {
			return true
		}
	}
	return false
}

// leads reports whether nothing between tokens from and v tells of another act.
func leads(s *reading.Sentence, from, v int) bool {
	if from > v || semicolon(s, from, v) {
		return false
	}
	for p := range s.Phrases {
		if ph := &s.Phrases[p]; ph.Kind == syntax.VG && ph.From >= from && ph.To <= v {
			return false
		}
	}
	for c := range s.Clauses { // it closes another clause: "signed it in May, and Georgia condemned it"
		if cl := &s.Clauses[c]; cl.From <= from-1 && from-1 < cl.To && s.Phrases[cl.Verb].To < from && s.Phrases[cl.Verb].From < v {
			return false
		}
	}
	return true
}

// Title names the document as a place where somebody looked: "Outlet, “Title”".
func Title(d *reading.Document) string {
	switch {
	case d.Outlet != "" && d.Title != "":
		return d.Outlet + ", “" + d.Title + "”"
	case d.Title != "":
		return "“" + d.Title + "”"
	case d.Outlet != "":
		return d.Outlet
	}
	return "the document itself"
}
