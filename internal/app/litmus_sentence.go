package app

import (
	"fmt"

	"orrery/ledger"
)

// litmusSentence says in words what the chart shows, from the same cells.
func (r *reading) litmusSentence(l *litmus, drafts int) Sentence {
	t := &telling{}
	if l.rollCall {
		r.tellRollCall(t, l)
	} else {
		r.tellItem(t, l)
		r.tellTimings(t, l)
	}
	r.tellGround(t, l, drafts)
	return t.out
}

func (r *reading) tellItem(t *telling, l *litmus) {
	hub := r.capital(l.item.Hub)
	if len(l.expected) == 0 {
		t.say(l.item.Title + ": the ledger does not say who was expected to answer.")
		return
	}
	n := int64(len(l.expected))
	nothing := "no answer in the ledger (nobody logged a search)"
	if len(r.hidden) > 0 { // the ledger may hold one that the lens hides
		nothing = "no answer among the sources that the lens leaves"
	}
	t.say(l.item.Title+": of the ").count(n, traceID("litmus", l.id, "roster")).say(" " + r.sort(l.expected) + " expected to answer, ")
	t.list(r.countParts(l, map[string][2]string{
		"with":            {"sided with " + hub, "sided with " + hub},
		"leaning-with":    {"leaned towards " + hub, "leaned towards " + hub},
		"neutral":         {"took no side", "took no side"},
		"leaning-against": {"leaned against " + hub, "leaned against " + hub},
		"against":         {"stood against " + hub, "stood against " + hub},
		"unplaced":        {"voted, though " + hub + " did not, so that no position follows", "voted, though " + hub + " did not, so that no position follows"},
		"absent":          {"did not vote (absent, which is not an abstention)", "did not vote (absent, which is not an abstention)"},
		"silent-searched": {"was looked for and said nothing", "were looked for and said nothing"},
		"silent-reported": {"is reported silent (nobody logged a search)", "are reported silent (nobody logged a search)"},
		"not-searched":    {"has " + nothing, "have " + nothing},
	})).say(".")
}

// countParts makes one part of every count above zero; words are singular and plural.
func (r *reading) countParts(l *litmus, words map[string][2]string) []part {
	var parts []part
	for _, f := range l.counts() {
		if w := words[f.Name]; f.N > 0 {
			parts = append(parts, part{n: f.N, trace: f.Trace, after: " " + plural(f.N, w[0], w[1])})
		}
	}
	return parts
}

// sort is what the expected are: states, unless something else is among them.
func (r *reading) sort(expected []expectedOne) string {
	for _, e := range expected {
		if a := r.actors[e.code]; a == nil || a.Type != ledger.ActorState {
			return plural(len(expected), "actor", "actors")
		}
	}
	return plural(len(expected), "state", "states")
}

func (r *reading) tellTimings(t *telling, l *litmus) {
	answered := l.count(func(c combined) bool { return c.presence == Answered })
	if answered == 0 {
		return
	}
	if l.item.Window.IsZero() {
		t.say(" The facts hold no window, so that none of them is late.")
		return
	}
	words := map[string]string{string(InTime): " in time (" + withinWords(l.item.Window) + ")", string(Late): " late", string(PossiblyLate): " possibly late",
		string(Before): " already before", string(Untimed): " at a time that is not known"}
	var parts []part
	for _, f := range l.timings() {
		if f.N > 0 {
			parts = append(parts, part{n: f.N, trace: f.Trace, after: words[f.Name]})
		}
	}
	if len(parts) == 1 && answered > 1 {
		t.say(" All ").count(answered, parts[0].trace).say(" answers came" + parts[0].after + ".")
		return
	}
	if answered == 1 {
		t.say(" The ").count(1, parts[0].trace).say(" answer came" + parts[0].after + ".")
		return
	}
	parts[0].after = " came" + parts[0].after
	t.say(" Of the ").count(answered, traceID("litmus", l.id, "answered")).say(" answers, ").list(parts).say(".")
}

func withinWords(w ledger.Window) string {
	if w == ledger.MustWindow("P0D") {
		return "at the event itself"
	}
	return "within " + w.Words()
}

func (r *reading) tellRollCall(t *telling, l *litmus) {
	hub := r.capital(l.item.Hub)
	t.say(fmt.Sprintf("%s, %s (%s): ", l.id, l.item.Title, l.item.T0))
	switch l.hubVote {
	case "":
		t.say("the ledger has no vote of " + hub + ". ")
	case ledger.Absent:
		t.say(hub + " did not vote. ")
	case ledger.Abstain:
		t.say(hub + " abstained. ")
	default:
		t.say(hub + " voted " + string(l.hubVote) + ". ")
	}
	n := int64(len(l.expected))
	t.say("Of the ").count(n, traceID("litmus", l.id, "roster")).say(" " + r.sort(l.expected) + " expected to vote, ")
	var parts []part
	for _, f := range l.votes() {
		if f.N == 0 {
			continue
		}
		p := part{n: f.N, trace: f.Trace, after: " voted " + f.Name}
		switch f.Name {
		case string(ledger.Abstain):
			p.after = " abstained"
		case string(ledger.Absent):
			p.after = plural(f.N, " was", " were") + " absent (which is not an abstention)"
		case "none":
			p.after = plural(f.N, " has", " have") + " no row in the ledger"
		}
		if f.Name == string(l.hubVote) && l.hubVote != ledger.Absent {
			p.after += " as " + hub + " did"
		}
		parts = append(parts, p)
	}
	t.list(parts).say(".")
	if l.roll.Yes != nil && l.roll.No != nil && l.roll.Abstain != nil {
		t.say(" Over all members: ")
		t.out = append(t.out, Clause{Text: fmt.Sprintf("%d yes, %d no, %d abstaining", *l.roll.Yes, *l.roll.No, *l.roll.Abstain), Trace: recordTrace(l.record.Ref())})
		t.say(".")
	}
}

// tellGround says what the figures rest on and what is not in them.
func (r *reading) tellGround(t *telling, l *litmus, drafts int) {
	answered := l.count(func(c combined) bool { return c.presence == Answered })
	quoted := l.count(func(c combined) bool { return c.presence == Answered && len(c.quotes) > 0 })
	contested := l.count(func(c combined) bool { return c.contested })
	var unsure int64
	for _, e := range l.expected {
		if e.unsure {
			unsure++
		}
	}
	if others := int64(len(l.volunteers())); others > 0 && !l.rollCall {
		words := " more answered without being expected to."
		if len(l.expected) == 0 {
			words = " answered."
		}
		t.say(" ").count(others, traceID("litmus", l.id, "others")).say(words)
	}
	if contested > 0 {
		t.say(" On ").count(contested, traceID("litmus", l.id, "contested")).say(" of them the accepted records disagree.")
	}
	if unsure > 0 {
		t.say(" Whether ").count(unsure, traceID("litmus", l.id, "unsure")).say(plural(unsure, " of them was expected is not certain: the date of its membership is known only in part.",
			" of them were expected is not certain: the dates of their memberships are known only in part."))
	}
	switch {
	case answered > 0 && quoted > 0:
		t.say(" ").count(quoted, traceID("litmus", l.id, "quoted")).say(" of these " + plural(answered, "answer", "answers") + plural(quoted, " opens", " open") + " to a sentence in a stored document.")
	case answered > 0 && l.rollCall:
		t.say(" Each answer rests on a recorded vote.")
	case answered > 0:
		t.say(" None of these answers opens to a sentence in a stored document: they rest on cited sources.")
	}
	if n := len(r.hidden); n > 0 {
		t.say(fmt.Sprintf(" The source lens hides %d %s.", n, plural(n, "record", "records")))
	}
	if drafts > 0 {
		t.say(" ").count(int64(drafts), traceID("litmus", l.id, "drafts")).say(plural(drafts, " draft waits", " drafts wait") + " for review and " + plural(drafts, "is", "are") + " not counted.")
	}
}

func (r *reading) matrixSentence(ls []*litmus) Sentence {
	t := &telling{}
	var cells, answered int64
	for _, l := range ls {
		cells += int64(len(l.expected))
		answered += l.count(func(c combined) bool { return c.presence == Answered })
	}
	n := int64(len(ls))
	t.say("The ledger holds ").count(n, traceID("matrix", "items")).say(plural(n, " reaction item", " reaction items")+". Of the ").
		count(cells, traceID("matrix", "cells")).say(plural(cells, " answer", " answers")+" expected on them, ").
		count(answered, traceID("matrix", "answered")).say(plural(answered, " was given", " were given") + "; the others are silent, absent or not in the ledger, and each has its own mark.")
	return t.out
}
