package app

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"orrery/internal/store"
	"orrery/ledger"
	"orrery/model/coincide"
)

// ruleSaid gathers what the numbers of a kept run are said from. runs are all of the ledger, the newest first.
func (r *reading) ruleSaid(rule *ledger.Rule, ran ruleRan, packed *rulePacked, runs []ruleRan) (*ruleSaid, error) {
	of := *rule
	of.Slug = ran.row.Noun.Rule
	s := &ruleSaid{rule: &of, key: ran.row.Key, res: packed.Result, stood: packed.Stood}
	for _, o := range append([]ruleRan{ran}, familyOf(runs, packed.Stood.Hash)...) {
		s.family = append(s.family, pointer{ref: o.row.Ref(), label: o.words(runs)})
	}
	if w := packed.Swing; w != nil {
		s.source = w.Source
		rec, err := r.app.store.Get(r.ctx, ledger.KindSource, strings.TrimPrefix(w.Source, "source:"), time.Time{})
		if err != nil && !store.IsNotFound(err) {
			return nil, err
		}
		if n, ok := rec.Body.(*ledger.Source); err == nil && ok && n.Title != "" {
			s.source = n.Title
		}
	}
	var err error
	s.watch, err = r.watchRows(&of, packed.Denominator)
	return s, err
}

// watchRows are what says on which days a response would have been known: the lines of the rule's search log, or the files of its set.
func (r *reading) watchRows(rule *ledger.Rule, d coincide.Denominator) ([]pointer, error) {
	out := []pointer{}
	if d == coincide.NoDenominator {
		return out, nil
	}
	if rule.ResponsesFrom == "" {
		for _, l := range rule.Searched {
			row := bareRow("search log", fmt.Sprintf("%s looked in: %s", l.By, l.Where), l.From.String()+"/"+l.To.String(), "declared")
			row.Ref, row.Who, row.Coder = "rule:"+rule.Slug, l.By, "person "+l.By
			if row.Trace = recordTrace(row.Ref); len(l.States) > 0 {
				row.Label += ", towards " + strings.Join(l.States, ", ")
			}
			out = append(out, pointer{ready: &row})
		}
		return out, nil
	}
	set, err := r.app.store.ReportSetOf(r.ctx, rule.ResponsesFrom)
	if errors.Is(err, store.ErrNotFound) {
		return out, nil
	}
	for _, f := range set.Files {
		if f.Denominator == "" {
			continue
		}
		days := make([]string, len(f.Covered))
		for i, c := range f.Covered {
			days[i] = c.First.String() + " to " + c.Last.String()
		}
		row := bareRow("file", fmt.Sprintf("%s, complete on %s", f.Name, strings.Join(days, ", ")), f.First.String()+"/"+f.Last.String(), "imported")
		row.Ref, row.Who, row.At, row.Coder = "set:"+set.Set, f.Who, stamp(f.At), "data set "+set.Set
		if len(f.States) > 0 {
			row.Label += ", for " + strings.Join(f.States, ", ")
		}
		out = append(out, pointer{ready: &row})
	}
	return out, err
}

// bareRow is a row of a trace that is no record.
func bareRow(kind, label, when, status string) TraceRow {
	return TraceRow{Kind: kind, Label: label, When: when, Status: status, Weight: 1, Body: []byte("{}"), Evidence: []TraceEvidence{}}
}

// sentence is the engine's, each number of it with the way to its rows.
func (s *ruleSaid) sentence() Sentence {
	res, t := s.res, s.res.Tally
	var marks []Clause
	mark := func(text, name string) { marks = append(marks, Clause{text, s.trace(name)}) }
	if res.Denominator == coincide.NoDenominator {
		switch pairs := len(res.Pairs) + res.MorePairs; {
		case pairs > 0:
			mark(countText(pairs), "pairs")
		case t.Triggers > 0:
			mark(countText(t.Triggers), "triggers")
		case t.Responses > 0:
			mark(countText(t.Responses), "counted")
		}
	} else {
		mark(fmt.Sprint(t.Answered), "answered")
		mark(countText(t.Answered+t.Unanswered), "judged")
		if res.P != nil && res.Corrected != nil {
			mark("p "+chanceWords(res.P.Reported), "p")
			mark("q "+chanceWords(res.Corrected.Q), "q")
			mark(ruleCount(res.Corrected.Run, "rule", "rules"), "family")
		}
	}
	mark(string(res.Label), "label")
	return cutSentence(res.Sentence, marks)
}

// cutSentence cuts a text into clauses at the marks, in their order. A mark that the text has not is left out.
func cutSentence(text string, marks []Clause) Sentence {
	out := Sentence{}
	for _, m := range marks {
		before, after, ok := strings.Cut(text, m.Text)
		if !ok {
			continue
		}
		if before != "" {
			out = append(out, Clause{Text: before})
		}
		out, text = append(out, m), after
	}
	if text != "" {
		out = append(out, Clause{Text: text})
	}
	return out
}
