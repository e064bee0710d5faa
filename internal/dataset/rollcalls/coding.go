package rollcalls

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// maxCategories is the longest scale that model/irt takes.
const maxCategories = 8

// missingMark stands for a vote that says nothing.
const missingMark int8 = -1

// Coding says what each word means.
type Coding struct {
	Categories []string        // the scale, in order
	Of         map[string]int8 // word to place on the scale; −1: missing
	How        string          // in words, for the receipt
}

// ParseMap reads "1=yes,2=abstain,3=no,8=absent". Empty text gives nil.
func ParseMap(text string) (map[string]string, error) {
	if strings.TrimSpace(text) == "" {
		return nil, nil
	}
	m := map[string]string{}
	for pair := range strings.SplitSeq(text, ",") {
		word, meaning, ok := strings.Cut(pair, "=")
		word, meaning = strings.TrimSpace(word), strings.TrimSpace(meaning)
		if _, twice := m[word]; !ok || word == "" || meaning == "" || twice {
			return nil, fmt.Errorf("%q is not a vote and its meaning, each vote once; write them like 1=yes,2=abstain,3=no,8=missing", pair)
		}
		m[word] = meaning
	}
	return m, nil
}

// Coding finds out what the words mean. meanings maps words to categories or to "missing"; categories is the order of the
// scale. Both may be empty: then words for yes, abstain, no and absent are known in a few languages, 0 and 1 (or −1 and 1) are no and
// yes, 1, 2, 3, 8 and 9 with an 8, a 9, or without a 2 are the marks of the United Nations, and other numbers without a gap are a
// scale in their order. What is neither is an error that says where it stands: nothing is guessed.
func (v *Votes) Coding(meanings map[string]string, categories []string) (Coding, error) {
	switch {
	case len(v.Words) == 0:
		return Coding{}, fmt.Errorf("there are no votes; check that the files hold more than a header")
	case len(meanings) > 0:
		return v.given(meanings, categories)
	case len(categories) > 0:
		named := map[string]string{}
		for _, c := range categories {
			named[c] = c
		}
		return v.given(named, categories)
	}
	if v.voteview {
		return v.castCodes()
	}
	if c, ok := v.byWords(); ok {
		return c, nil
	}
	if c, ok := v.byNumbers(); ok {
		return c, nil
	}
	return Coding{}, v.unclear()
}

// given applies what the caller says; words that it does not name must be known marks of a missing vote.
func (v *Votes) given(meanings map[string]string, categories []string) (Coding, error) {
	c := Coding{Of: map[string]int8{}, How: "as told"}
	for _, name := range categories {
		c.Categories = append(c.Categories, strings.TrimSpace(name))
	}
	if len(categories) == 0 {
		c.Categories = scaleOf(meanings)
	}
	if n := len(c.Categories); n < 2 || n > maxCategories {
		return c, fmt.Errorf("the scale has %d categories (%s); 2 to %d are needed: name them in order with --categories", n, strings.Join(c.Categories, ", "), maxCategories)
	}
	plain := map[string]string{}
	for word, meaning := range meanings {
		plain[fold(word)] = strings.TrimSpace(meaning)
	}
	for _, w := range v.Words {
		meaning, told := plain[fold(w.Text)]
		at := slices.Index(c.Categories, meaning)
		switch {
		case told && at >= 0:
			c.Of[w.Text] = int8(at)
		case told && missing(meaning), !told && missing(w.Text):
			c.Of[w.Text] = missingMark
		case told:
			return c, fmt.Errorf("%q is to mean %q, which is not one of the categories %s and not \"missing\"", w.Text, meaning, strings.Join(c.Categories, ", "))
		default:
			return c, fmt.Errorf("%s: the vote %q is not among the votes whose meaning is given; add it to --vote-map, with the meaning missing where it says nothing", w.Where, w.Text)
		}
	}
	return c, nil
}

// scaleOf puts the categories of a map in order: yes, abstain, no; others by their words' numbers or letters.
func scaleOf(meanings map[string]string) []string {
	words := make([]string, 0, len(meanings))
	for w := range meanings {
		words = append(words, w)
	}
	slices.SortFunc(words, func(a, b string) int {
		x, okX := whole(a)
		y, okY := whole(b)
		if okX && okY && x != y {
			return x - y
		}
		return strings.Compare(a, b)
	})
	var scale []string
	for _, w := range words {
		if m := strings.TrimSpace(meanings[w]); !missing(m) && !slices.Contains(scale, m) {
			scale = append(scale, m)
		}
	}
	if usual := []string{"yes", "abstain", "no"}; !slices.ContainsFunc(scale, func(s string) bool { return !slices.Contains(usual, s) }) {
		slices.SortFunc(scale, func(a, b string) int { return slices.Index(usual, a) - slices.Index(usual, b) })
	}
	return scale
}

func whole(text string) (int, bool) {
	n, err := strconv.Atoi(strings.TrimSuffix(strings.TrimSpace(text), ".0"))
	return n, err == nil
}

func (v *Votes) unclear() error {
	var list []string
	for _, w := range v.Words[:min(len(v.Words), 12)] {
		list = append(list, fmt.Sprintf("%.30q (%d)", w.Text, w.N))
	}
	for _, w := range v.Words {
		if !missing(w.Text) && knownWord(w.Text) == "" {
			return fmt.Errorf("%s: it is not clear what the vote %.60q means; the votes are %s: say it with --vote-map, e.g. --vote-map \"1=yes,2=abstain,3=no,8=missing\"", w.Where, w.Text, strings.Join(list, ", "))
		}
	}
	return fmt.Errorf("%s: all votes are %s; a scale needs two categories: check --vote and --vote-map", v.Words[0].Where, strings.Join(list, ", "))
}
