package rollcalls

import (
	"fmt"
	"slices"
	"strings"
	"sync"
)

var scale = []string{"yes", "abstain", "no"}

// known lists the words that mean something by themselves, folded. "Present" is not among them: in one house it is an
// abstention, in another a vote that was not cast.
var known = sync.OnceValue(func() map[string]string {
	of := map[string]string{"": "missing"}
	for meaning, words := range map[string]string{
		"yes":     "y yes yea yeas aye ayes for pour favour favor in_favour in_favor + oui si sí ja да за",
		"abstain": "a abstain abstained abstains abstention abst enthaltung воздержался воздержалась",
		"no":      "n no nay nays noes against contre contra nein нет против",
		"missing": "x nv na n/a nan null missing absent not_voting nonvoting non_voting did_not_vote dnv none . - excused paired not_a_member отсутствует",
	} {
		for w := range strings.FieldsSeq(words) {
			of[fold(w)] = meaning
		}
	}
	return of
})

func knownWord(text string) string { return known()[fold(text)] }

func missing(text string) bool { return knownWord(text) == "missing" }

// byWords reads votes that are words throughout.
func (v *Votes) byWords() (Coding, bool) {
	c := Coding{Of: map[string]int8{}, How: "by words"}
	var used []string
	for _, w := range v.Words {
		m := knownWord(w.Text)
		if m == "" {
			return c, false
		}
		if m != "missing" && !slices.Contains(used, m) {
			used = append(used, m)
		}
	}
	for _, s := range scale {
		if slices.Contains(used, s) {
			c.Categories = append(c.Categories, s)
		}
	}
	for _, w := range v.Words {
		c.Of[w.Text] = int8(slices.Index(c.Categories, knownWord(w.Text))) // −1 is missing
	}
	return c, len(c.Categories) > 1
}

// byNumbers reads votes that are numbers, beside words for missing ones.
func (v *Votes) byNumbers() (Coding, bool) {
	c := Coding{Of: map[string]int8{}}
	var used []int
	of := map[string]int{}
	for _, w := range v.Words {
		n, ok := whole(w.Text)
		if !ok && !missing(w.Text) {
			return c, false
		}
		if !ok {
			c.Of[w.Text] = missingMark
			continue
		}
		of[w.Text] = n
		if !slices.Contains(used, n) {
			used = append(used, n)
		}
	}
	slices.Sort(used)
	meaning := numbers(used)
	if meaning == nil {
		return c, false
	}
	for _, n := range used {
		c.How = strings.TrimPrefix(fmt.Sprintf("%s, %d %s", c.How, n, meaning[n]), ", ")
	}
	if meaning[used[0]] == fmt.Sprint(used[0]) {
		c.How = "numbers in their order"
	}
	for _, n := range used {
		if m := meaning[n]; m != "missing" && !slices.Contains(c.Categories, m) {
			c.Categories = append(c.Categories, m)
		}
	}
	if slices.Contains(c.Categories, "yes") {
		slices.SortFunc(c.Categories, func(a, b string) int { return slices.Index(scale, a) - slices.Index(scale, b) })
	}
	for text, n := range of {
		c.Of[text] = int8(slices.Index(c.Categories, meaning[n]))
	}
	return c, len(c.Categories) > 1
}

// numbers says what a set of different numbers, in order, can only mean; nil where it may mean several things.
func numbers(used []int) map[int]string {
	in := func(set ...int) bool {
		return !slices.ContainsFunc(used, func(n int) bool { return !slices.Contains(set, n) })
	}
	has := func(n int) bool { return slices.Contains(used, n) }
	switch {
	case len(used) == 0:
		return nil
	case in(0, 1), in(0, 1, 9) && has(0):
		return map[int]string{0: "no", 1: "yes", 9: "missing"}
	case in(-1, 1), in(-1, 0, 1) && has(-1) && has(1):
		return map[int]string{-1: "no", 0: "abstain", 1: "yes"}
	case in(1, 2, 3, 8, 9) && (has(8) || has(9) || !has(2)) && (has(1) || has(3)): // the marks of the United Nations' data
		return map[int]string{1: "yes", 2: "abstain", 3: "no", 8: "missing", 9: "missing"}
	case len(used) >= 2 && len(used) <= maxCategories && used[0] >= 0 && used[len(used)-1]-used[0] == len(used)-1:
		m := map[int]string{}
		for _, n := range used {
			m[n] = fmt.Sprint(n)
		}
		return m
	}
	return nil
}

// castCodes reads Voteview's column: 1 to 3 are kinds of yes, 4 to 6 kinds of no, 0 and 7 to 9 no vote.
func (v *Votes) castCodes() (Coding, error) {
	m := map[string]string{}
	for _, w := range v.Words {
		n, ok := whole(w.Text)
		switch {
		case ok && n >= 1 && n <= 3:
			m[w.Text] = "yes"
		case ok && n >= 4 && n <= 6:
			m[w.Text] = "no"
		case ok && n >= 0 && n <= 9:
			m[w.Text] = "missing"
		}
	}
	c, err := v.given(m, []string{"yes", "no"})
	c.How = "Voteview's cast codes: 1 to 3 yes, 4 to 6 no, 0 and 7 to 9 missing"
	return c, err
}
