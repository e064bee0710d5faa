package stances

import (
	"fmt"
	"slices"
	"strings"

	"orrery/internal/coding/lexicon"
)

// nouns is the words for what is answered, by class and kin.
type nouns struct {
	class map[string]string // by word: harm, cost, back, worth
	rows  [][]string
	row   map[string]int
	ids   map[lexicon.ID]string // by word: its class
	// common is the words for a kind of thing: "drone" does not say which attack.
	common map[string]bool
}

func loadNouns(lex *lexicon.Lexicon, file, text string) (*nouns, error) {
	n := &nouns{class: map[string]string{}, row: map[string]int{}, ids: map[lexicon.ID]string{}, common: map[string]bool{}}
	no := 0
	for line := range strings.Lines(text) {
		no++
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		class, words, ok := strings.Cut(line, "|")
		class = strings.TrimSpace(class)
		if !ok || !slices.Contains([]string{"harm", "cost", "back", "worth", "common"}, class) {
			return nil, fmt.Errorf("%s:%d: write harm, cost, back, worth or common, then | and words", file, no)
		}
		row := strings.Fields(words)
		for _, w := range row {
			if _, twice := n.class[w]; twice || n.common[w] {
				return nil, fmt.Errorf("%s:%d: %q stands there twice", file, no, w)
			}
			if class == "common" {
				n.common[w] = true
				continue
			}
			n.class[w], n.row[w] = class, len(n.rows)
			n.ids[lex.Intern(w)] = class
		}
		n.rows = append(n.rows, row)
	}
	return n, nil
}

// kinOf is the first word of the row that w stands in, else w itself. Words that only lead back have no kin.
func (n *nouns) kinOf(w string) string {
	if i, ok := n.row[w]; ok && n.class[w] != "back" {
		return n.rows[i][0]
	}
	return w
}

// kin is the other words of the row that w is the first of.
func (n *nouns) kin(w string) []string {
	if i, ok := n.row[w]; ok && n.class[w] != "back" && n.rows[i][0] == w {
		return n.rows[i][1:]
	}
	return nil
}

// sideOf reads who does and who suffers what a title names: +1 the hub does it, -1 it is done to the hub, 0 the title does not say.
func (n *nouns) sideOf(title string, names stateNames, hub string) int {
	words := strings.FieldsFunc(lexicon.Fold(title), func(r rune) bool { return strings.ContainsRune(" ,:;()", r) })
	at := slices.IndexFunc(words, func(w string) bool { c := n.class[w]; return c == "harm" || c == "cost" })
	if at < 0 {
		return 0
	}
	for i, w := range words {
		if names.code(strings.TrimSuffix(w, "'s")) != hub {
			continue
		}
		if i < at || i > 0 && words[i-1] == "by" {
			return 1
		}
		for j := at + 1; j < i; j++ {
			if slices.Contains([]string{"on", "against", "of", "at"}, words[j]) {
				return -1
			}
		}
	}
	return 0
}
