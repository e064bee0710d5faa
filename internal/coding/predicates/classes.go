package predicates

import (
	"fmt"
	"strings"

	"orrery/internal/coding/lexicon"
)

// classNames are the classes of words that frames may name, each with its bit.
type classNames map[string]uint64

// parseClasses reads lines "NAME: word word @OTHER …"; a word may be in several classes.
func (b *Book) parseClasses(lex *lexicon.Lexicon, file, text string) (classNames, error) {
	names := classNames{}
	members := map[string][]lexicon.ID{}
	for n, line := range strings.Split(text, "\n") {
		line, _, _ = strings.Cut(line, "#")
		if strings.TrimSpace(line) == "" {
			continue
		}
		name, list, ok := strings.Cut(line, ":")
		if name = strings.TrimSpace(name); !ok || name == "" || strings.ContainsAny(name, " @") {
			return nil, fmt.Errorf("%s:%d: want \"class: word word …\"", file, n+1)
		}
		if names[name] != 0 || reserved(name) {
			return nil, fmt.Errorf("%s:%d: the class %s is taken", file, n+1, name)
		}
		if len(names) == 64 {
			return nil, fmt.Errorf("%s:%d: more than 64 classes", file, n+1)
		}
		bit := uint64(1) << len(names)
		names[name] = bit
		for _, w := range strings.Fields(list) {
			ids := []lexicon.ID{}
			if other, is := strings.CutPrefix(w, "@"); is {
				if ids = members[other]; ids == nil {
					return nil, fmt.Errorf("%s:%d: no class %s above this line", file, n+1, w)
				}
			} else {
				ids = append(ids, lex.Intern(w))
			}
			for _, id := range ids {
				for int(id) >= len(b.classes) {
					b.classes = append(b.classes, 0)
				}
				b.classes[id] |= bit
				members[name] = append(members[name], id)
			}
		}
	}
	return names, nil
}

// reserved names what a test may say beside classes.
func reserved(name string) bool { return name == "actor" || name == "state" || name == "place" }

// parseSet reads "*", "@class", "word|word|@class".
func (c classNames) parseSet(lex *lexicon.Lexicon, text string) (set, error) {
	var s set
	for w := range strings.SplitSeq(text, "|") {
		name, class := strings.CutPrefix(w, "@")
		switch {
		case w == "":
			return s, fmt.Errorf("%q names nothing", text)
		case w == "*":
			s.any = true
		case w == "@actor":
			s.actor = true
		case w == "@state":
			s.state = true
		case w == "@place":
			s.place = true
		case class && c[name] == 0:
			return s, fmt.Errorf("there is no class @%s in classes.txt", name)
		case class:
			s.mask |= c[name]
		default:
			s.words = append(s.words, lex.Intern(w))
		}
	}
	return s, nil
}
