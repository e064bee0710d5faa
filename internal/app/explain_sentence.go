package app

import (
	"fmt"
	"strings"

	sense "orrery/internal/coding/reading"
	"orrery/internal/coding/realis"
	"orrery/internal/coding/syntax"
)

// explainSentence shows what was understood of sentence i.
func explainSentence(r *sense.Reading, i int) ExplainedSentence {
	s := &r.Sentences[i]
	v := ExplainedSentence{Start: s.Start, End: s.End, Text: s.Words(), Heading: s.Heading, Tokens: []ExplainedToken{}, Phrases: []ExplainedPhrase{}, Clauses: []ExplainedClause{},
		Mentions: []ExplainedMention{}, Events: []ExplainedEvent{}, Said: []ExplainedSaid{}, Dates: []ExplainedFound{}, Numbers: []ExplainedFound{}, Drafts: []int{}, Silences: []ExplainedSilence{}}
	if turn, ok := r.Speaker(i); ok {
		v.Speaker = turn.Speaker
	}
	for _, t := range s.Tokens {
		v.Tokens = append(v.Tokens, ExplainedToken{t.Start, t.End, t.Tag.String()})
	}
	for _, p := range s.Phrases {
		v.Phrases = append(v.Phrases, explainPhrase(s.Sentence, p))
	}
	for j, c := range s.Clauses {
		v.Clauses = append(v.Clauses, explainClause(s, c, j))
	}
	for _, m := range s.Mentions {
		v.Mentions = append(v.Mentions, ExplainedMention{Start: m.Start, End: m.End, How: string(m.How), Place: m.Place, Refs: partiesOf(m.Refs)})
	}
	named := func(mentions []int) []string {
		out := []string{}
		for _, m := range mentions {
			if m >= 0 && m < len(s.Mentions) {
				out = append(out, s.Mentions[m].Of(s.Text))
			}
		}
		return out
	}
	for _, e := range s.Events {
		v.Events = append(v.Events, ExplainedEvent{Type: string(e.Type), Mode: e.Mode, By: named(e.By), To: named(e.To), Start: e.Trigger.Start, End: e.Trigger.End, Frame: e.Frame, Operators: orEmpty(e.Operators), Weight: e.Weight})
	}
	for _, x := range s.Said {
		who := x.Name
		if x.Speaker >= 0 && x.Speaker < len(s.Mentions) {
			who = s.Mentions[x.Speaker].Of(s.Text)
		}
		v.Said = append(v.Said, ExplainedSaid{Speaker: who, Verb: x.Verb, Start: x.Content.Start, End: x.Content.End, Direct: x.Direct})
	}
	for _, d := range s.Dates {
		v.Dates = append(v.Dates, ExplainedFound{d.Start, d.End, d.When.String(), string(d.Kind)})
	}
	for _, n := range s.Numbers {
		v.Numbers = append(v.Numbers, ExplainedFound{n.Start, n.End, strings.TrimSpace(fmt.Sprintf("%s %g %s", n.Bound, n.Value, n.Unit)), n.Casualty})
	}
	return v
}

// wordsAt is the text of token i, "" where there is none.
func wordsAt(s *syntax.Sentence, i int) string {
	if i < 0 || i >= len(s.Tokens) {
		return ""
	}
	return s.TokenText(i)
}

func explainPhrase(s *syntax.Sentence, p syntax.Phrase) ExplainedPhrase {
	v := ExplainedPhrase{Kind: "NP", Head: wordsAt(s, p.Head), Prep: wordsAt(s, p.Prep)}
	if p.From >= 0 && p.From < p.To && p.To <= len(s.Tokens) {
		span := s.TokenSpan(p.From, p.To)
		v.Start, v.End = span.Start, span.End
	}
	if p.Kind == syntax.VG {
		v.Kind, v.Prep, v.Notes = "VG", "", verbWords(s, p.Verb)
	}
	return v
}

// verbWords says what the auxiliaries around a verb say.
func verbWords(s *syntax.Sentence, g syntax.VerbGroup) string {
	var out []string
	note := func(is bool, word string) {
		if is {
			out = append(out, word)
		}
	}
	note(true, [...]string{"", "past", "present", "future"}[min(int(g.Tense), 3)])
	note(true, [...]string{"", "infinitive", "gerund", "participle", "imperative"}[min(int(g.Form), 4)])
	note(g.Perfect, "perfect")
	note(g.Progressive, "progressive")
	note(g.Passive, "passive")
	note(g.Negated >= 0, "negated by "+wordsAt(s, g.Negated))
	note(g.Modal >= 0, "modal "+wordsAt(s, g.Modal))
	return strings.Join(strings.Fields(strings.Join(out, " ")), " ")
}

func explainClause(s *sense.Sentence, c syntax.Clause, at int) ExplainedClause {
	words := func(i int) string {
		if i < 0 || i >= len(s.Phrases) {
			return ""
		}
		p := s.Phrases[i]
		if p.From < 0 || p.From >= p.To || p.To > len(s.Tokens) {
			return ""
		}
		return s.TokenSpan(p.From, p.To).Of(s.Text)
	}
	all := func(list []int) []string {
		out := []string{}
		for _, i := range list {
			out = append(out, words(i))
		}
		return out
	}
	relations := [...]string{"main", "coordinate", "complement", "relative", "adverbial", "reduced", "of a noun"}
	v := ExplainedClause{Verb: words(c.Verb), Relation: relations[min(int(c.Relation), len(relations)-1)], Subject: all(c.Subject), Objects: all(c.Objects), Obliques: all(c.Obliques), Agent: all(c.Agent), Realis: []string{}}
	if at < len(s.Realis) {
		v.Realis = realisWords(s.Realis[at])
	}
	return v
}

func realisWords(x realis.Realis) []string {
	out := []string{}
	for _, bit := range []struct {
		bit  realis.Realis
		word string
	}{{realis.Negated, "negated"}, {realis.Modal, "modal"}, {realis.Conditional, "conditional"}, {realis.Counterfactual, "counterfactual"}, {realis.Future, "future"}, {realis.Question, "question"},
		{realis.Historical, "historical"}, {realis.Habitual, "habitual"}, {realis.Reported, "reported"}, {realis.Doubted, "doubted"}, {realis.Stopped, "stopped"}, {realis.Begun, "begun"}} {
		if x.Has(bit.bit) {
			out = append(out, bit.word)
		}
	}
	return out
}
