package main

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"orrery/internal/coding"
	"orrery/internal/coding/actors"
	"orrery/internal/coding/draft"
	"orrery/internal/coding/syntax"
	"orrery/ledger"
)

// item is one line of reading.jsonl.
type item struct {
	ID, Doc, Kind, Quote          string
	Source, Target, About, Actors names
	Dyad, Actor, Hub              names
	Type, Stance, Vote, Speaker   string
	Author, Organisation, Channel string
	Polarity                      *int
	Value                         *float64
	Condition                     string
	Counterfactual                bool
	span                          syntax.Span
}

// names is a name or a list of names.
type names []string

// UnmarshalJSON takes both.
func (n *names) UnmarshalJSON(b []byte) error {
	var one string
	if json.Unmarshal(b, &one) == nil {
		*n = names{one}
		return nil
	}
	return json.Unmarshal(b, (*[]string)(n))
}

func (it item) words() string {
	return strings.Join(strings.Fields(fmt.Sprint(it.Kind, it.Type, it.Stance, it.Vote, it.Source, it.Target, it.Actor, it.Actors, it.Hub, it.About, it.Speaker, it.Author)), " ")
}

// proposals are the drafts of a result in the terms of the hand coding, and the relay chain that the extraction found.
func proposals(r *coding.Result) []proposal {
	kinds := map[ledger.Kind]string{ledger.KindEpisode: "pattern", "vote-claim": "vote"}
	var out []proposal
	for _, d := range r.Drafts {
		kind := string(d.Kind)
		if k := kinds[d.Kind]; k != "" {
			kind = k
		}
		out = append(out, proposal{kind, d.Span, d})
	}
	for _, l := range r.Reading.Document.Relay {
		out = append(out, proposal{kind: "provenance", span: syntax.Span{Start: l.Start, End: l.End}})
	}
	return out
}

func (p proposal) words() string {
	b, _ := json.Marshal(p.draft.Body)
	return string(b)
}

// matches: kind, actors, overlapping words. Actors are equal when the coder names every actor of the item in its role and, where
// it names more than the item has, at least half of them are the item's.
func (it item) matches(p proposal) bool {
	if !it.span.Overlaps(p.span) {
		return false
	}
	if f, ok := p.draft.Body.(*ledger.Forecast); ok && it.Kind == "statement" && it.Counterfactual && f.Form == ledger.Counterfactual {
		return it.speaks(f.Author, p.draft) // the hand coding keeps a counterfactual as a statement with a mark, the ledger as a form of forecast
	}
	if it.Kind != p.kind {
		return false
	}
	switch b := p.draft.Body.(type) {
	case *ledger.Event:
		return same(it.Source, b.By, p.draft.By) && same(it.Target, b.To, p.draft.To)
	case *ledger.Stance:
		return same(it.Actor, []string{b.Actor}, nil)
	case *ledger.Statement:
		return it.speaks(b.Speaker, p.draft)
	case *ledger.Forecast:
		return it.speaks(b.Author, p.draft)
	case *ledger.Tie:
		return same(it.Hub, []string{b.Hub}, nil) && (len(it.Actor) == 0 || same(it.Actor, []string{b.Actor}, nil))
	case *ledger.Membership:
		return b.Organisation == it.Organisation && slices.Contains(it.Actors, b.Actor)
	case *ledger.Claim:
		return it.Value != nil && b.Value != nil && *it.Value == *b.Value
	case *ledger.Episode:
		return same(it.Hub, []string{b.Hub}, nil) && same(it.Actor, b.Targets, nil)
	case nil:
		return true
	}
	return voteOf(p.draft) != "" && same(it.Actor, []string{actorOf(p.draft)}, nil)
}

// matchesStrictly asks also for what the item says of its kind.
func (it item) matchesStrictly(p proposal) bool {
	if !it.matches(p) {
		return false
	}
	switch b := p.draft.Body.(type) {
	case *ledger.Event:
		return it.Type == string(b.Type)
	case *ledger.Stance:
		want, _, _ := strings.Cut(it.Stance, "-")
		return strings.Contains(string(b.Position), want)
	case *ledger.Statement:
		return it.Polarity == nil || b.Polarity != nil && sign(*it.Polarity) == sign(*b.Polarity)
	case *ledger.Forecast:
		return it.Condition == "" || b.Form == ledger.Conditional
	}
	return voteOf(p.draft) == "" || voteOf(p.draft) == it.Vote
}

// speaks: the words are the speaker's, where the item names one and the text is not an essay in the author's own voice.
func (it item) speaks(speaker string, d draft.Draft) bool {
	want := it.Speaker
	if want == "" {
		want = it.Author
	}
	given := strings.ToLower(speaker + " " + d.Voice.Name)
	for _, f := range strings.Fields(strings.ToLower(want)) {
		if strings.Contains(given, f) {
			return true
		}
	}
	return strings.TrimSpace(given) == ""
}

func same(want names, got []string, refs []actors.Ref) bool {
	if len(want) == 0 {
		return true
	}
	found := 0
	for _, w := range want {
		if slices.Contains(got, w) || w == "WEST" && westAmong(got, refs) {
			found++
		}
	}
	return found == len(want) && 2*found >= len(got)
}

// westAmong: "WEST" is no actor of the ledger; the hand coding has it for what the text calls Western.
func westAmong(got []string, refs []actors.Ref) bool {
	for _, g := range got {
		if strings.Contains(strings.ToLower(g), "west") || g == "NATO" {
			return true
		}
	}
	for _, r := range refs {
		if strings.Contains(strings.ToLower(r.Name), "west") {
			return true
		}
	}
	return false
}

func sign(n int) int { return max(-1, min(1, n)) }

// voteOf and actorOf read a claim of a vote through its JSON, so that this file needs no more of it than its two fields.
func voteOf(d draft.Draft) string  { return fieldOf(d, "vote") }
func actorOf(d draft.Draft) string { return fieldOf(d, "actor") }

func fieldOf(d draft.Draft, name string) string {
	if d.Kind != "vote-claim" {
		return ""
	}
	b, err := json.Marshal(d.Body)
	if err != nil {
		return ""
	}
	var fields map[string]any
	if json.Unmarshal(b, &fields) != nil {
		return ""
	}
	s, _ := fields[name].(string)
	return s
}
