package predicates

import (
	"fmt"
	"strings"

	"orrery/internal/coding/lexicon"
)

// example is a sentence that a group must read as it says.
type example struct {
	where, group string
	counter      bool
	sentence     string
	want         string
}

// parseFile reads one file of frames:
//
//	== group            a name, once in a file
//	verbs word word_particle …
//	: TYPE/mode …       rules of the verbs above (see parseRule); the most special that fits wins, of equals the first
//	nouns word first_word …
//	: TYPE/mode …
//	+ sentence => BY TYPE/mode TO; …     all its events and no others
//	- sentence => none | not TYPE
func (p *parser) parseFile(file, text string) ([]example, error) {
	var examples []example
	stem := strings.TrimSuffix(file, ".frames")
	group, opened := "", 0
	noun, number := false, 0
	var triggers []string
	plus := 0
	seen := map[string]bool{}
	closeGroup := func(line int) error {
		if group != "" && plus == 0 {
			return fmt.Errorf("%s:%d: the group %s has no example", file, opened, group)
		}
		_ = line
		return nil
	}
	for n, line := range strings.Split(text, "\n") {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		fail := func(format string, a ...any) error {
			return fmt.Errorf("%s:%d: %s", file, n+1, fmt.Sprintf(format, a...))
		}
		key, rest, _ := strings.Cut(line, " ")
		if key != "==" && group == "" {
			return nil, fail("a line before the first group: open one with \"== name\"")
		}
		switch key {
		case "==":
			if err := closeGroup(n); err != nil {
				return nil, err
			}
			group, opened, number, plus, triggers = strings.TrimSpace(rest), n+1, 0, 0, nil
			if group == "" || seen[group] {
				return nil, fail("the group %q has no name or the name of another", group)
			}
			seen[group] = true
		case "verbs", "nouns":
			noun, triggers = key == "nouns", strings.Fields(rest)
			if len(triggers) == 0 {
				return nil, fail("no words")
			}
		case ":":
			if triggers == nil {
				return nil, fail("a rule without verbs or nouns above it")
			}
			f, err := p.parseRule(rest, noun)
			if err != nil {
				return nil, fail("%v", err)
			}
			number++
			f.id = fmt.Sprintf("%s:%s:%d", stem, group, number)
			p.index(f, triggers)
		case "+", "-":
			sentence, want, ok := strings.Cut(rest, "=>")
			if !ok {
				return nil, fail("an example without \"=> what it means\"")
			}
			if key == "+" {
				plus++
			}
			examples = append(examples, example{fmt.Sprintf("%s:%d", file, n+1), group, key == "-", strings.TrimSpace(sentence), strings.TrimSpace(want)})
		default:
			return nil, fail("%q begins no line of a frame file", key)
		}
	}
	return examples, closeGroup(0)
}

// index enters a frame under its triggers.
func (p *parser) index(f *frame, triggers []string) {
	b := p.book
	b.frames = append(b.frames, *f)
	i := len(b.frames) - 1
	for _, w := range triggers {
		if f.noun {
			t := trigger{frame: i}
			if at := strings.LastIndexByte(w, '_'); at >= 0 {
				t.before, w = p.lex.Intern(w[:at]), w[at+1:]
			}
			b.nouns.add(p.lex.Intern(w), t)
			continue
		}
		lemma, particle, has := strings.Cut(w, "_")
		t := trigger{frame: i}
		if has {
			t.particle = p.lex.Intern(particle)
		}
		b.verbs.add(p.lex.Intern(lemma), t)
		if !has {
			for _, g := range gerunds(lemma) {
				b.nouns.add(p.lex.Intern(g), trigger{frame: i, gerund: true})
			}
		}
	}
}

// table leads from lemmas to triggers.
type table [][]trigger

func (t *table) add(w lexicon.ID, x trigger) {
	for int(w) >= len(*t) {
		*t = append(*t, nil)
	}
	(*t)[w] = append((*t)[w], x)
}

func (t table) of(w lexicon.ID) []trigger {
	if w == lexicon.Unknown || int(w) >= len(t) {
		return nil
	}
	return t[w]
}

// gerunds are the possible -ing forms of a verb: spelling does not say whether the last letter doubles, so both are listed.
func gerunds(lemma string) []string {
	n := len(lemma)
	if n < 3 {
		return nil
	}
	if strings.HasSuffix(lemma, "ie") {
		return []string{lemma[:n-2] + "ying"}
	}
	if lemma[n-1] == 'e' && !strings.HasSuffix(lemma, "ee") {
		return []string{lemma[:n-1] + "ing"}
	}
	vowel := func(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }
	if !vowel(lemma[n-1]) && vowel(lemma[n-2]) && strings.IndexByte("wxy", lemma[n-1]) < 0 {
		return []string{lemma + "ing", lemma + string(lemma[n-1]) + "ing"}
	}
	return []string{lemma + "ing"}
}
