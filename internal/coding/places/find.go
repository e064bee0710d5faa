package places

import (
	"orrery/internal/coding/actors"
	"orrery/internal/coding/lexicon"
	"orrery/internal/coding/syntax"
)

// Found is a place that a sentence names.
type Found struct {
	syntax.Span
	Name string // as the text gives it
	Code string // of the state that it lies in, "" for a region of several states
	Kind Kind
	// Where says that the name is read as a place: always of a city or region, of a capital or state only after "in", "near", "from" …
	Where bool
}

// Kind is how large a place is.
type Kind string

// The kinds of place.
const (
	City    Kind = "city" // capitals too
	Region  Kind = "region"
	Country Kind = "country"
)

// Finder finds places. It is safe for use by several goroutines.
type Finder struct{}

// New makes a finder. It asks for no words of its own.
func New(*lexicon.Lexicon) *Finder { return &Finder{} }

// Find lists the places of a sentence by their place in it. A capital counts only where the words say where; elsewhere it stands for a
// government.
func (f *Finder) Find(s *syntax.Sentence, mentions []actors.Mention) []Found {
	var out []Found
	for i := range mentions {
		m := &mentions[i]
		if len(m.Refs) != 1 {
			continue
		}
		p := Found{Span: m.Span, Name: m.Of(s.Text), Code: m.Refs[0].Code, Where: m.Place}
		switch m.Site {
		case actors.City:
			p.Kind = City
		case actors.Area:
			p.Kind = Region
		case actors.Capital:
			if !m.Place {
				continue
			}
			p.Kind = City
		case actors.Country:
			if !m.Place {
				continue
			}
			p.Kind = Country
		default:
			continue
		}
		out = append(out, p)
	}
	return out
}

// Near is the place that an event most likely happened at, by its trigger's span: the nearest that says where, cities before regions
// before states; -1 if there is none.
func Near(found []Found, trigger syntax.Span) int {
	best, least := -1, 0
	for i := range found {
		p := &found[i]
		if !p.Where {
			continue
		}
		far := max(p.Start-trigger.End, trigger.Start-p.End, 0)
		switch p.Kind {
		case Region:
			far += 40
		case Country:
			far += 80
		}
		if best < 0 || far < least {
			best, least = i, far
		}
	}
	return best
}
