package stances

import (
	"slices"
	"strings"

	"orrery/internal/coding/actors"
	"orrery/internal/coding/dates"
	"orrery/internal/coding/parties"
	"orrery/internal/coding/reading"
	"orrery/internal/coding/syntax"
	"orrery/internal/coding/wording"
)

// object is what an act is about: tokens [from, to) and what they say.
type object struct {
	from, to int
	class    string // harm, cost, worth, back: of its first telling noun; "" if none
	noun     int    // its token, -1
	codes    []int  // mentions within
}

// objectOf is the words that a matched turn is about: what follows it up to the end of its clause; of a passive its subject;
// of a label what stands between verb and name of blame.
func (x *Reader) objectOf(s *reading.Sentence, m *wording.Match) object {
	o := object{from: m.To, to: m.To, noun: -1}
	c := parties.Clause(s, m.From)
	switch {
	case m.Class == "label":
		o.from, o.to = m.From+1, m.To
	case m.Class == "comply" || m.Class == "recognise":
		o.from, o.to = m.From, endOf(s, m.To)
	case parties.Passive(s, c) && len(s.Clauses[c].Subject) > 0:
		o.from, o.to = s.Phrases[s.Clauses[c].Subject[0]].From, m.From
	default:
		o.to = endOf(s, m.To)
	}
	for i := m.From + 1; i < m.To; i++ { // "blamed Moscow for": the turn itself holds whom it is about
		for _, k := range parties.In(s, i, i+1) {
			if s.Mentions[k].How != actors.ByPronoun && o.from > i {
				o.from = i
			}
		}
	}
	for i := o.from; i < o.to; i++ {
		t := &s.Tokens[i]
		if i == m.From {
			continue // "recognise" belongs to the item's words, and is not what is recognised
		}
		class := x.nouns.ids[t.Word]
		if class == "" {
			class = x.nouns.ids[t.Lemma]
		}
		if class != "" && (o.class == "" || o.class == "back" && class != "back") {
			o.class, o.noun = class, i
		}
	}
	o.codes = parties.In(s, o.from, o.to)
	return o
}

// endOf is where the words that begin at token i end: at a mark, or at "and" or "while" before another verb.
func endOf(s *reading.Sentence, i int) int {
	for j := i; j < len(s.Tokens); j++ {
		switch s.Tokens[j].Tag {
		case syntax.Stop, syntax.Comma, syntax.Colon, syntax.Bracket:
			return j
		case syntax.CC:
			for k := j + 1; k < len(s.Tokens) && k < j+4; k++ {
				if t := s.Tokens[k].Tag; t.Verb() && t != syntax.VBG && t != syntax.VBN || t == syntax.MD {
					return j
				}
			}
		}
		if j > i+30 {
			return j
		}
	}
	return len(s.Tokens)
}

// sideOf is whether the object is the hub's doing or cause (+1) or something done to the hub (-1), as its own words say; 0: they do not.
// others are states whose side is against the hub's by the item or the document's topic.
func (o *object) sideOf(s *reading.Sentence, hub string, others []string) int {
	after, before := false, false
	other := false
	for _, k := range o.codes {
		m := s.Mentions[k]
		if !slices.ContainsFunc(m.Refs, func(r ref) bool { return r.Code == hub }) {
			other = other || slices.ContainsFunc(m.Refs, func(r ref) bool { return r.Sector != "PRE" && slices.Contains(others, r.Code) })
			continue
		}
		if o.noun >= 0 && m.From > o.noun && !byRight(s, m.From) {
			after = true
		} else {
			before = true
		}
	}
	switch {
	case o.class == "harm" && after && !before:
		return -1
	case o.class == "harm" && before:
		return 1
	case o.class == "cost" && (after || before):
		return -1 // measures against the hub: whoever joins them is against it
	case o.class == "worth" && other:
		return -1
	case o.class == "worth" && (after || before):
		return 1
	case o.class == "" && (after || before) && !other:
		return 1 // support for the Kremlin
	case o.class == "" && other && !after && !before:
		return -1
	}
	return 0
}

// sides reports whether the object names the actor.
func (o *object) sides(s *reading.Sentence, code string) bool {
	return slices.ContainsFunc(o.codes, func(k int) bool {
		return slices.ContainsFunc(s.Mentions[k].Refs, func(r ref) bool { return r.Code == code })
	})
}

func byRight(s *reading.Sentence, at int) bool {
	return at > 0 && strings.EqualFold(s.TokenText(at-1), "by") || at > 1 && strings.EqualFold(s.TokenText(at-2), "by")
}

// named reports whether the telling noun is what the object is, and not a word deep in its tail ("the attempt to take part in operations").
func (o *object) named(s *reading.Sentence) bool {
	for i := o.from + 1; i < o.noun; i++ {
		if t := s.Tokens[i].Tag; t == syntax.TO || t == syntax.IN && i > o.from+4 || t.Verb() && t != syntax.VBN && t != syntax.VBG {
			return false
		}
	}
	return o.noun >= 0
}

// slug proposes a key for an item that nobody has made yet, from the object's own telling words; "" when they tell too little.
func (o *object) slug(s *reading.Sentence) (key, words string) {
	var list []string
	for i := o.from; i < o.to && len(list) < 6; i++ {
		t := &s.Tokens[i]
		if slices.ContainsFunc(s.Dates, func(d dates.Found) bool { return d.From <= i && i < d.To }) {
			continue
		}
		if t.Tag.Noun() || t.Tag.Adjective() || t.Tag == syntax.VBN || t.Tag == syntax.VBG {
			w := strings.ToLower(s.TokenText(i))
			w = strings.Trim(strings.NewReplacer("’s", "", "'s", "").Replace(w), "’'-“”\".,")
			if w != "" && !slices.Contains(list, w) {
				list = append(list, w)
			}
		}
	}
	if len(list) < 2 {
		return "", ""
	}
	return "new:" + strings.Join(list, "-"), strings.Join(list, " ")
}
