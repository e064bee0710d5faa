package main

import (
	"context"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"orrery/internal/coding"
	"orrery/internal/coding/draft"
	"orrery/internal/coding/syntax"
	"orrery/ledger"
)

// labelled is one sentence with one event.
type labelled struct {
	ID, Text, Root string
	SourceSpan     string `json:"source_span"`
	TargetSpan     string `json:"target_span"`
}

// bestAnswer asks the coder for what it has, however little it is sure.
const bestAnswer = .001

// plover measures type, source and target on sentences that hold one event each. The linear model never saw them: it is trained on
// this project's own sentences, so nothing needs to be cross-validated. As every sentence holds an event the coder is asked for its best
// answer, whatever its confidence; how often that reaches the default is told beside it. The data's YIELD is CONCEDE and RETREAT
// together.
func plover(ctx context.Context, coder *coding.Coder, s settings) ([]row, error) {
	var gold, got []string
	var sources, targets, sure []bool
	path := filepath.Join(s.shared, "data", "plover_sentences_train.jsonl.gz")
	err := jsonLines(path, func(_ int, l labelled) error {
		result, err := coder.Code(ctx, sentenceOf(l.Text, ledger.Date{}), coding.Options{Least: bestAnswer})
		if err != nil {
			return err
		}
		best := foremost(result.Drafts)
		sure = append(sure, best != nil && best.Confidence >= coding.DefaultLeast)
		answer := "NONE"
		source, target := false, false
		if best != nil {
			answer = root(best.Body.(*ledger.Event).Type)
			source = names1(l.Text, l.SourceSpan, best, result, true)
			target = names1(l.Text, l.TargetSpan, best, result, false)
		}
		gold, got = append(gold, l.Root), append(got, answer)
		sources, targets = append(sources, source), append(targets, target)
		return nil
	})
	if err != nil {
		return nil, err
	}
	n := len(gold)
	at := func(list []bool) func([]int) float64 {
		return func(drawn []int) float64 {
			k := 0
			for _, i := range drawn {
				if list[i] {
					k++
				}
			}
			return share(k, len(drawn))
		}
	}
	right, answered := make([]bool, n), make([]bool, n)
	for i := range gold {
		right[i], answered[i] = gold[i] == got[i], got[i] != "NONE"
	}
	all := make([]int, n)
	for i := range all {
		all[i] = i
	}
	f1 := func(drawn []int) float64 { m, _ := macroF1(gold, got, drawn); return m }
	figures := []struct {
		what string
		of   func([]int) float64
		goal float64
	}{{"type, macro-F1", f1, .72}, {"type, accuracy", at(right), 0}, {"source", at(sources), .80}, {"target", at(targets), .70}, {"an event at all", at(answered), 0}, {"an event of the default confidence", at(sure), 0}}
	var rows []row
	for _, f := range figures {
		low, high := bootstrap(n, s, f.of)
		rows = append(rows, row{what: f.what, value: f.of(all), low: low, high: high, n: n, goal: f.goal})
	}
	_, each := macroF1(gold, got, all)
	for _, t := range slices.Sorted(maps.Keys(each)) {
		rows = append(rows, row{what: "type " + t + ", F1", value: each[t].f1(), n: each[t].wanted, note: fmt.Sprintf("precision %.2f, recall %.2f", each[t].precision(), each[t].recall())})
	}
	return rows, nil
}

// root is the type in the words of the data.
func root(t ledger.EventType) string {
	if t == ledger.EventConcede || t == ledger.EventRetreat {
		return "YIELD"
	}
	return string(t)
}

// foremost is the event draft of the highest confidence, the first of equals.
func foremost(drafts []draft.Draft) *draft.Draft {
	var best *draft.Draft
	for i := range drafts {
		if drafts[i].Kind == ledger.KindEvent && (best == nil || drafts[i].Confidence > best.Confidence) {
			best = &drafts[i]
		}
	}
	return best
}

// macroF1 is the mean F1 over the types of the gold, and the counts of each.
func macroF1(gold, got []string, drawn []int) (float64, map[string]counts) {
	each := map[string]counts{}
	for _, i := range drawn {
		g := each[gold[i]]
		g.wanted++
		if gold[i] == got[i] {
			g.hit++
		}
		each[gold[i]] = g
		p := each[got[i]]
		p.found++
		each[got[i]] = p
	}
	sum, n := 0.0, 0
	for t, c := range each {
		if c.wanted == 0 {
			delete(each, t)
			continue
		}
		sum, n = sum+c.f1(), n+1
	}
	if n == 0 {
		return 0, each
	}
	return sum / float64(n), each
}

// names1 reports whether the draft's source (or target) is what the label names: the words of one of its mentions overlap the
// labelled words.
func names1(text, label string, d *draft.Draft, r *coding.Result, source bool) bool {
	at := strings.Index(text, label)
	if at < 0 || label == "" {
		return false
	}
	want := syntax.Span{Start: at, End: at + len(label)}
	for _, s := range r.Reading.Sentences {
		for _, e := range s.Events {
			if e.Trigger != d.Trigger {
				continue
			}
			list := e.By
			if !source {
				list = e.To
			}
			for _, m := range list {
				if s.Mentions[m].Overlaps(want) {
					return true
				}
			}
		}
	}
	return false
}
