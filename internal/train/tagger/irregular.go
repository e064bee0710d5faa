package main

import (
	"slices"
	"strings"

	"orrery/internal/coding/syntax"
)

// forms says whether a word is the past, the participle or both of an irregular verb.
type forms struct{ past, participle bool }

// irregularVerbs reads the lines "V base past participle" of the table of the tagger. A corpus of a million words has some of the
// forms in one use only: "froze" would be no past.
func irregularVerbs(table string) map[string]forms {
	out := map[string]forms{}
	for line := range strings.Lines(table) {
		f := strings.Fields(line)
		if len(f) != 4 || f[0] != "V" {
			continue
		}
		past, participle := out[f[2]], out[f[3]]
		past.past = true
		out[f[2]] = past
		if f[2] == f[3] {
			participle = past
		}
		participle.participle = true
		out[f[3]] = participle
	}
	return out
}

// corrected gives a form of an irregular verb the tags of the table, and takes one away that the corpus has as a slip only.
func (f forms) corrected(tags []syntax.Tag, c *counts, total int) []syntax.Tag {
	if !f.past && !f.participle {
		return tags
	}
	for _, x := range []struct {
		tag syntax.Tag
		is  bool
	}{{syntax.VBD, f.past}, {syntax.VBN, f.participle}} {
		switch at := slices.Index(tags, x.tag); {
		case x.is && at < 0:
			tags = append(tags, x.tag)
		case !x.is && at >= 0 && (c[x.tag]*10 < total || total < 5):
			tags = slices.Delete(slices.Clone(tags), at, at+1)
		}
	}
	return tags
}

// verbsFirst puts the past and the participle of a regular verb before the adjective that a word list makes of it.
func verbsFirst(w string, tags []syntax.Tag) []syntax.Tag {
	if strings.HasSuffix(w, "ed") && slices.Contains(tags, syntax.VBD) {
		tags = slices.Clone(tags)
		slices.SortStableFunc(tags, func(a, b syntax.Tag) int { return rank(a) - rank(b) })
	}
	return tags
}

func rank(t syntax.Tag) int {
	switch t {
	case syntax.VBN:
		return 0
	case syntax.VBD:
		return 1
	}
	return 2
}
