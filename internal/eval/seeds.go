package main

import (
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"orrery/internal/coding"
	"orrery/internal/coding/draft"
	"orrery/internal/coding/syntax"
	"orrery/internal/extract"
)

// seeds measures the three documents against the hand coding of reading.jsonl: an item is found when a draft of the same kind and
// the same actors rests on overlapping words. One draft finds one item, and one item is found once.
func seeds(ctx context.Context, coder *coding.Coder, s settings) ([]row, error) {
	gold := map[string][]item{}
	err := jsonLines(filepath.Join(s.shared, "seeds", "reading.jsonl"), func(_ int, it item) error {
		gold[it.Doc] = append(gold[it.Doc], it)
		return nil
	})
	if err != nil {
		return nil, err
	}
	byKind := map[string]counts{}
	var units []counts // one a document and kind: what the bootstrap draws
	stricter := counts{}
	for _, name := range slices.Sorted(maps.Keys(gold)) {
		raw, err := os.ReadFile(filepath.Join(s.shared, "seeds", name))
		if err != nil {
			return nil, err
		}
		doc, err := documentOf(raw, extract.Hint{MediaType: "text/plain", FileName: name})
		if err != nil {
			return nil, err
		}
		result, err := coder.Code(ctx, doc, coding.Options{})
		if err != nil {
			return nil, err
		}
		got := proposals(result)
		if err := place(gold[name], doc.Text); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		pairs := assign(gold[name], got, item.matches)
		perKind := map[string]counts{}
		for i, it := range gold[name] {
			c := counts{wanted: 1}
			if pairs[i] >= 0 {
				c.hit = 1
			}
			perKind[it.Kind] = perKind[it.Kind].plus(c)
			if s.verbose && c.hit == 0 {
				fmt.Printf("MISSED %s %s %s\n", it.ID, it.words(), cut(it.Quote))
			}
		}
		for j, p := range got {
			perKind[p.kind] = perKind[p.kind].plus(counts{found: 1})
			if s.verbose && !slices.Contains(pairs, j) {
				fmt.Printf("EXTRA  %s %s %.2f %s | %s\n", p.kind, p.words(), p.draft.Confidence, p.draft.Trace.Frame, cut(p.span.Of(doc.Text)))
			}
		}
		for _, k := range slices.Sorted(maps.Keys(perKind)) {
			units = append(units, perKind[k])
			byKind[k] = byKind[k].plus(perKind[k])
		}
		strict := counts{found: len(got), wanted: len(gold[name])}
		for _, j := range assign(gold[name], got, item.matchesStrictly) {
			if j >= 0 {
				strict.hit++
			}
		}
		stricter = stricter.plus(strict)
	}
	rows := prf("all kinds", units, s, .70, .75)
	for _, k := range slices.Sorted(maps.Keys(byKind)) {
		c := byKind[k]
		r := row{what: k + ", recall", value: c.recall(), n: c.wanted, note: fmt.Sprintf("precision %.2f of %d", c.precision(), c.found)}
		if k == "stance" || k == "vote" {
			r.goal = 1
		}
		rows = append(rows, r)
	}
	rows = append(rows, row{what: "all kinds, recall, also type, polarity, form and position equal", value: stricter.recall(), n: stricter.wanted},
		row{what: "all kinds, precision, likewise", value: stricter.precision(), n: stricter.found})
	return rows, nil
}

// assign gives each item the first free proposal that fits it best, -1 where none does: a largest one-to-one matching by
// augmenting paths, so that the order of proposals does not decide.
func assign(gold []item, got []proposal, fits func(item, proposal) bool) []int {
	owner := make([]int, len(got))
	for j := range owner {
		owner[j] = -1
	}
	var try func(i int, seen []bool) bool
	try = func(i int, seen []bool) bool {
		for j := range got {
			if seen[j] || !fits(gold[i], got[j]) {
				continue
			}
			seen[j] = true
			if owner[j] < 0 || try(owner[j], seen) {
				owner[j] = i
				return true
			}
		}
		return false
	}
	for i := range gold {
		try(i, make([]bool, len(got)))
	}
	out := make([]int, len(gold))
	for i := range out {
		out[i] = slices.Index(owner, i)
	}
	return out
}

// place finds the words of every item in the text.
func place(items []item, text string) error {
	for i := range items {
		at := strings.Index(text, items[i].Quote)
		if at < 0 {
			return fmt.Errorf("%s: the quote does not stand in the text", items[i].ID)
		}
		items[i].span = syntax.Span{Start: at, End: at + len(items[i].Quote)}
	}
	return nil
}

func cut(s string) string {
	if len(s) > 110 {
		s = s[:110] + "…"
	}
	return strings.ReplaceAll(s, "\n", " ")
}

// proposal is one thing that the coder proposes, in the terms of the hand coding.
type proposal struct {
	kind  string
	span  syntax.Span
	draft draft.Draft
}
