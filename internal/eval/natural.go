package main

import (
	"context"
	"embed"
	"encoding/json"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"orrery/internal/coding"
	"orrery/internal/coding/syntax"
	"orrery/ledger"
)

//go:embed data
var data embed.FS

// passage is a natural sentence: our own, or by reference to a published text whose words stay out of the repository.
type passage struct {
	ID, Text   string
	File, Doc  string // by reference: file of ../shared/data, id of the document in it
	Start, End int    // bytes of the document's text
	Sum        string // first 12 characters of the SHA-256 of the words, so that another edition of the file is noticed
}

// label is what one coder found in a passage; no events: none.
type label struct {
	ID     string
	Events []struct {
		Type   string
		By, To []string
	}
}

// natural measures on sentences as they come, most of which no dictionary was written for: how often an event is proposed where
// there is none, and how many of the events are found. Labels are of two coders who did not see each other's; where they differ
// a third decided.
func natural(ctx context.Context, coder *coding.Coder, s settings) ([]row, error) {
	passages, err := readPassages(s.shared)
	if err != nil {
		return nil, err
	}
	final, err := readLabels("data/natural_final.jsonl")
	if err != nil {
		return nil, err
	}
	rows, err := coders(s)
	if err != nil {
		return nil, err
	}
	sets := map[string][]outcome{}
	for _, p := range passages {
		gold, ok := final[p.ID]
		if !ok {
			return nil, fmt.Errorf("%s has no label", p.ID)
		}
		result, err := coder.Code(ctx, sentenceOf(p.Text, ledger.Date{}), coding.Options{})
		if err != nil {
			return nil, err
		}
		o := judge(gold, result)
		if s.verbose && p.File == "" && (o.alarm || o.event && !o.typed) {
			fmt.Printf("%s want %v got %v | %s\n", p.ID, gold.Events, o.said, cut(p.Text))
		}
		set := "own sentences"
		if p.File != "" {
			set = "drawn from speeches"
		}
		sets[set], sets["all"] = append(sets[set], o), append(sets["all"], o)
	}
	for _, set := range slices.Sorted(maps.Keys(sets)) {
		rows = append(rows, outcomeRows(set, sets[set], s)...)
	}
	return rows, nil
}

// outcome is what the coder did with one passage.
type outcome struct {
	event bool // the label holds an event
	alarm bool // the label holds none, an event was proposed
	found bool // the label holds one, some event was proposed
	typed bool // … of a labelled type
	whole bool // … of a labelled type, with a labelled source where there is one
	said  []string
}

func judge(gold label, r *coding.Result) outcome {
	o := outcome{event: len(gold.Events) > 0}
	for _, d := range r.Drafts {
		e, ok := d.Body.(*ledger.Event)
		if !ok {
			continue
		}
		o.said = append(o.said, string(e.Type)+strings.Join(e.By, "+")+">"+strings.Join(e.To, "+"))
		o.alarm, o.found = !o.event, o.event
		for _, g := range gold.Events {
			if g.Type == string(e.Type) {
				o.typed = true
				o.whole = o.whole || same(g.By, e.By, d.By)
			}
		}
	}
	return o
}

func outcomeRows(set string, list []outcome, s settings) []row {
	var rows []row
	for _, f := range []struct {
		what       string
		among, hit func(outcome) bool
		goal       float64
		atMost     bool
	}{
		{"false alarms", func(o outcome) bool { return !o.event }, func(o outcome) bool { return o.alarm }, .10, true},
		{"events found", func(o outcome) bool { return o.event }, func(o outcome) bool { return o.found }, 0, false},
		{"events found with their type", func(o outcome) bool { return o.event }, func(o outcome) bool { return o.typed }, .50, false},
		{"events found with type and source", func(o outcome) bool { return o.event }, func(o outcome) bool { return o.whole }, 0, false},
	} {
		var units []counts
		for _, o := range list {
			c := counts{}
			if f.among(o) {
				c.wanted = 1
				if f.hit(o) {
					c.hit = 1
				}
			}
			units = append(units, c)
		}
		all := counts{}
		for _, u := range units {
			all = all.plus(u)
		}
		low, high := bootstrap(len(units), s, func(drawn []int) float64 { return pooled(units, drawn).recall() })
		rows = append(rows, row{what: set + ": " + f.what, value: all.recall(), low: low, high: high, n: all.wanted, goal: f.goal, atMost: f.atMost})
	}
	return rows
}

// readPassages reads our own sentences and fetches the words of the others from the published files.
func readPassages(shared string) ([]passage, error) {
	own, err := embedded[passage]("data/natural_own.jsonl")
	if err != nil {
		return nil, err
	}
	drawn, err := embedded[passage]("data/natural_drawn.jsonl")
	if err != nil {
		return nil, err
	}
	texts := map[string]map[string]string{}
	for i := range drawn {
		p := &drawn[i]
		if texts[p.File] == nil {
			if texts[p.File], err = readTexts(filepath.Join(shared, "data", p.File)); err != nil {
				return nil, err
			}
		}
		text := texts[p.File][p.Doc]
		if p.Start < 0 || p.End > len(text) || p.Start >= p.End {
			return nil, fmt.Errorf("%s: bytes %d to %d are not in %s of %s", p.ID, p.Start, p.End, p.Doc, p.File)
		}
		p.Text = syntax.Span{Start: p.Start, End: p.End}.Of(text)
		if ledger.HashBytes([]byte(p.Text))[:12] != p.Sum {
			return nil, fmt.Errorf("%s: %s holds other words there than when it was labelled", p.ID, p.File)
		}
	}
	return append(own, drawn...), nil
}

// readTexts reads the texts of a set by document: its id, or speaker and session.
func readTexts(path string) (map[string]string, error) {
	out := map[string]string{}
	err := jsonLines(path, func(_ int, v spoken) error {
		out[v.key()] = v.Text
		return nil
	})
	return out, err
}

// spoken is a text of the Kremlin or of the general debate.
type spoken struct {
	ID, Text, Speaker string
	Session           int
}

func (v spoken) key() string {
	if v.ID != "" {
		return v.ID
	}
	return fmt.Sprintf("%s-%d", v.Speaker, v.Session)
}

func readLabels(name string) (map[string]label, error) {
	list, err := embedded[label](name)
	out := map[string]label{}
	for _, l := range list {
		out[l.ID] = l
	}
	return out, err
}

// embedded reads JSON lines of a file in data/.
func embedded[T any](name string) ([]T, error) {
	b, err := data.ReadFile(name)
	if err != nil {
		return nil, err
	}
	var out []T
	for n, line := range strings.Split(string(b), "\n") {
		if strings.TrimSpace(line) == "" || line[0] == '#' {
			continue
		}
		var v T
		if err := json.Unmarshal([]byte(line), &v); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, n+1, err)
		}
		out = append(out, v)
	}
	return out, nil
}
