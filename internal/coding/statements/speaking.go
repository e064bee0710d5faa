package statements

import (
	"slices"
	"strings"

	"orrery/internal/coding/actors"
	"orrery/internal/coding/reading"
	"orrery/internal/coding/syntax"
	"orrery/ledger"
)

// Speaker is whose words a stretch of text is.
type Speaker struct {
	Key   string // actor code, person slug or name: what a record writes
	Name  string // as the text gives it, in full where the text does
	Voice ledger.Voice
	Ref   *actors.Ref   // who that is among the actors; nil: not known
	Said  *reading.Said // the attribution; nil: the outlet or author speaks
}

// showing are verbs whose subject may be a fact as well as a person.
var showing = []string{"show", "suggest", "indicate", "reveal", "demonstrate", "prove", "find", "mean", "confirm", "underline", "highlight"}

// Speaking is whose words span of sentence i is: the innermost attribution whose content holds it, else the turn's speaker, else the
// author or outlet. It is never without a Key.
func Speaking(r *reading.Reading, i int, span syntax.Span) Speaker {
	s := &r.Sentences[i]
	var best *reading.Said
	for k := range s.Said {
		said := &s.Said[k]
		if !said.Content.Holds(span) || said.Cue.Start == said.Cue.End {
			continue
		}
		if said.Speaker < 0 && !said.Direct && slices.Contains(showing, said.Verb) {
			continue // "the years before suggest that": nobody speaks
		}
		if best == nil || said.Content.End-said.Content.Start < best.Content.End-best.Content.Start {
			best = said
		}
	}
	if best != nil {
		return quoted(r, i, best)
	}
	if turn, ok := r.Speaker(i); ok {
		return ofTurn(r, turn)
	}
	name := r.Document.Author
	if name == "" {
		name = r.Document.Outlet
	}
	if name == "" {
		name = "unnamed author"
	}
	return Speaker{Key: name, Name: name, Voice: ledger.Voice{Name: name, Role: ledger.VoiceOutlet}}
}

// quoted is the speaker of an attribution.
func quoted(r *reading.Reading, i int, said *reading.Said) Speaker {
	sp := Speaker{Key: said.Name, Name: said.Name, Said: said}
	s := &r.Sentences[i]
	if said.Speaker >= 0 && said.Speaker < len(s.Mentions) && len(s.Mentions[said.Speaker].Refs) > 0 {
		sp.Ref = &s.Mentions[said.Speaker].Refs[0]
	} else if j := r.SentenceAt(said.Source.Start); j >= 0 && j != i { // carried over from another sentence
		for k := range r.Sentences[j].Said {
			x := &r.Sentences[j].Said[k]
			if x.Source == said.Source && x.Speaker >= 0 && x.Speaker < len(r.Sentences[j].Mentions) && len(r.Sentences[j].Mentions[x.Speaker].Refs) > 0 {
				sp.Ref = &r.Sentences[j].Mentions[x.Speaker].Refs[0]
				break
			}
		}
	}
	sp.Voice = ledger.Voice{Name: sp.Name, Role: ledger.VoiceQuoted}
	if sp.Ref != nil {
		sp.Key = Key(sp.Ref)
		sp.Voice.Actor = sp.Ref.Person
		if sp.Ref.State() {
			sp.Voice.OnBehalf = sp.Ref.Code
		}
		if sp.Ref.Name != "" {
			sp.Name, sp.Voice.Name = sp.Ref.Name, sp.Ref.Name
		}
	}
	if sp.Key == "" {
		sp.Key = strings.TrimSpace(said.Source.Of(r.Document.Text))
	}
	if sp.Key == "" {
		sp.Key = "unnamed speaker"
	}
	return sp
}

// introduced is within how many sentences a text gives its speakers their full names.
const introduced = 60

// ofTurn is the speaker of an interview's turn, with the full name where the text gives it.
func ofTurn(r *reading.Reading, turn ledger.Turn) Speaker {
	sp := Speaker{Key: turn.Speaker, Name: turn.Speaker, Voice: ledger.Voice{Name: turn.Speaker, Role: turn.Role}}
	if turn.Speaker == "" {
		sp.Key = "unnamed " + string(turn.Role)
		if turn.Role == "" {
			sp.Key = "unnamed speaker"
		}
		return sp
	}
	for i := range min(len(r.Sentences), introduced) {
		for k := range r.Sentences[i].Mentions {
			m := &r.Sentences[i].Mentions[k]
			if !m.Head || len(m.Refs) != 1 {
				continue
			}
			if n := m.Refs[0].Name; n == turn.Speaker || strings.HasSuffix(n, turn.Speaker) && len(n) > len(turn.Speaker) && n[len(n)-len(turn.Speaker)-1] == ' ' {
				sp.Ref, sp.Name, sp.Voice.Name = &m.Refs[0], n, n
				sp.Key, sp.Voice.Actor = Key(sp.Ref), sp.Ref.Person
				if n != turn.Speaker {
					return sp
				}
			}
		}
	}
	return sp
}

// Key is how a record names an actor: the person's slug, a state's or organisation's code when it acts as such, else the name.
func Key(ref *actors.Ref) string {
	switch {
	case ref.Person != "":
		return ref.Person
	case ref.Code != "" && (ref.State() || ref.Name == ""):
		return ref.Code
	case ref.Name != "":
		return ref.Name
	}
	return ref.Code
}

// NameOf is how the text calls the actor ref of sentence i: where a pronoun stands, by the last name given before; its code only where
// there is none.
func NameOf(r *reading.Reading, i int, ref *actors.Ref) string {
	if ref.Name != "" {
		return ref.Name
	}
	for last := i - introduced; i >= 0 && i > last; i-- {
		for k := range r.Sentences[i].Mentions {
			for _, other := range r.Sentences[i].Mentions[k].Refs {
				if other.Code == ref.Code && other.Name != "" && other.Person == "" && (other.Sector == "" || other.Sector == ref.Sector) {
					return other.Name
				}
			}
		}
	}
	return ref.Code
}
