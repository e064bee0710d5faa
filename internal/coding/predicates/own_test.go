package predicates

import (
	"cmp"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"orrery/internal/coding/actors"
	"orrery/internal/coding/syntax"
)

var ownFailures = flag.String("own-failures", "", "print the failures of the own labelled sentences: a type, NONE or all")

// labelled is a sentence that this project wrote, with what it reports.
type labelled struct{ text, class, source, target string }

func ownSentences(t testing.TB) (all []labelled) {
	t.Helper()
	for _, name := range []string{"sentences_a.tsv", "sentences_b.tsv"} {
		data, err := os.ReadFile(filepath.Join("..", "linear", "data", name))
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range strings.Split(string(data), "\n") {
			f := strings.Split(line, "\t")
			if len(f) != 4 || line[0] == '#' || f[0] == "text" {
				continue
			}
			all = append(all, labelled{f[0], f[1], f[2], f[3]})
		}
	}
	return all
}

// score counts what became of the sentences of one type.
type score struct{ wanted, found, sources, source, targets, target int }

// TestOwnSentences measures the frames without the linear model: with -v it prints type, source and target of the project's own
// labelled sentences. These are for development, no test set; the floors keep a change of a frame from breaking many.
func TestOwnSentences(t *testing.T) {
	l := newLine(t)
	byType := map[string]*score{}
	total, none, alarms := score{}, 0, 0
	alarmFrames := map[string]int{}
	for _, x := range ownSentences(t) {
		events, names := l.proposed(x.text)
		show := func(what string) {
			if *ownFailures == "all" || *ownFailures == x.class {
				t.Logf("%s %s [%s → %s] %s\n\t%s", what, x.class, x.source, x.target, x.text, strings.Join(names, "\n\t"))
			}
		}
		if x.class == "NONE" {
			if none++; len(events) > 0 {
				alarms++
				frame, _, _ := strings.Cut(events[0].Frame, " ")
				alarmFrames[frame]++
				show("ALARM")
			}
			continue
		}
		k := byType[x.class]
		if k == nil {
			k = &score{}
			byType[x.class] = k
		}
		best := score{wanted: 1}
		for i := range events {
			if string(events[i].Type) != x.class {
				continue
			}
			e := score{wanted: 1, found: 1}
			if x.source != "" {
				e.sources, e.source = 1, count(events[i].stands(events[i].By, x.source))
			}
			if x.target != "" {
				e.targets, e.target = 1, count(events[i].stands(events[i].To, x.target))
			}
			if best.found == 0 || e.source+e.target > best.source+best.target {
				best = e
			}
		}
		switch {
		case best.found == 0:
			show("MISSED")
		case best.source < best.sources || best.target < best.targets:
			show("PARTIES")
		}
		for _, s := range []*score{k, &total} {
			s.wanted++
			s.found += best.found
			s.sources += best.sources
			s.source += best.source
			s.targets += best.targets
			s.target += best.target
		}
	}
	kinds := []string{}
	for k := range byType {
		kinds = append(kinds, k)
	}
	slices.Sort(kinds)
	share := func(a, b int) float64 { return float64(a) / float64(max(b, 1)) }
	print := func(name string, s *score) {
		t.Logf("%-10s %4d found %.2f source %.2f target %.2f", name, s.wanted, share(s.found, s.wanted), share(s.source, s.sources), share(s.target, s.targets))
	}
	for _, k := range kinds {
		print(k, byType[k])
	}
	print("all", &total)
	t.Logf("NONE %d, false alarms %.3f", none, share(alarms, none))
	frames := []string{}
	for f := range alarmFrames {
		frames = append(frames, f)
	}
	slices.SortFunc(frames, func(a, b string) int {
		return cmp.Or(cmp.Compare(alarmFrames[b], alarmFrames[a]), cmp.Compare(a, b))
	})
	for _, f := range frames[:min(len(frames), 25)] {
		t.Logf("  %3d %s", alarmFrames[f], f)
	}
	if share(total.found, total.wanted) < leastFound || share(alarms, none) > mostAlarms {
		t.Errorf("of the own sentences' types %.2f are found (floor %.2f), false alarms %.3f (ceiling %.3f)", share(total.found, total.wanted), leastFound, share(alarms, none), mostAlarms)
	}
}

const leastFound, mostAlarms = .62, .05

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

// proposal is an event that would become a draft, with its sentence.
type proposal struct {
	Event
	s *syntax.Sentence
	m []actors.Mention
}

// stands: one of the mentions lies in the label's words.
func (p *proposal) stands(list []int, label string) bool {
	at := strings.Index(p.s.Text, label)
	if at < 0 {
		return false
	}
	for _, i := range list {
		if p.m[i].Overlaps(syntax.Span{Start: at, End: at + len(label)}) {
			return true
		}
	}
	return false
}

// proposed are the events of a text that are neither supposed nor without the recipient that they need, and how all came about.
func (l *line) proposed(text string) (out []proposal, names []string) {
	for _, x := range l.read(text) {
		events, dropped := l.book.Find(x.s, x.m, x.r)
		for i := range events {
			e := &events[i]
			names = append(names, x.write(e)+" by "+e.Frame+" "+strings.Join(e.Operators, "; "))
			if !e.Hypothetical && (len(e.To) > 0 || e.Mutual || !e.Type.RecipientRequired()) {
				out = append(out, proposal{*e, x.s, x.m})
			}
		}
		for _, d := range dropped {
			names = append(names, "dropped "+d.Frame+": "+d.Reason)
		}
		var all []string
		for i, m := range x.m {
			name := x.party([]int{i})
			if !m.Head {
				name = "(" + name + ")"
			}
			if m.Place {
				name += "@"
			}
			all = append(all, name)
		}
		names = append(names, "mentions "+strings.Join(all, " "))
	}
	return out, names
}
