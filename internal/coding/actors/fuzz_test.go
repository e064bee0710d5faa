package actors_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"orrery/ledger"
)

func FuzzMentions(f *testing.F) {
	b := newBench(f)
	for _, t := range benchText {
		f.Add(t)
	}
	f.Add("Alexander Grigoryevich (Lukashenko), of the of the , and and Georgia's")
	f.Add("Putin's press service statement, Lukashenko's government troops losses and Tokayev's army command post")
	f.Add("Leaders of the five Caspian states except Russia and , both sides' US–China their presidents")
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) || len(text) > 3000 {
			return
		}
		day, _ := ledger.ParseDate("2024-05-01")
		m := b.actors.NewMemory(day, nil)
		at := 0
		for part := range strings.SplitAfterSeq(text, ".") {
			s := b.sentence(text, at, at+len(part))
			last := at
			for _, n := range b.actors.Mentions(s, m) {
				if n.Start < last || n.End <= n.Start || n.End > at+len(part) {
					t.Fatalf("mention [%d,%d) after %d in sentence [%d,%d)", n.Start, n.End, last, at, at+len(part))
				}
				if n.From < 0 || n.To > len(s.Tokens) || s.Tokens[n.From].Start != n.Start || s.Tokens[n.To-1].End != n.End || len(n.Refs) == 0 {
					t.Fatalf("mention %+v does not fit its tokens", n)
				}
				if n.Phrase >= len(s.Phrases) {
					t.Fatalf("mention %+v names a phrase that there is not", n)
				}
				last = n.End
			}
			at += len(part)
		}
	})
}
