package statements

import (
	"fmt"
	"strings"

	"orrery/internal/coding/lexicon"
	"orrery/internal/coding/syntax"
	"orrery/internal/coding/terms"
)

// judgement is a word that judges.
type judgement struct {
	name    string
	parts   string // of a, n, v
	grade   int
	concept string
}

type judgeBook struct {
	book      *terms.Book
	words     []judgement
	intensity *terms.Book
	degree    []byte // by term of intensity: + - !
}

func loadJudging(lex *lexicon.Lexicon) (*judgeBook, error) {
	const file, second = "statements/data/evaluative.txt", "statements/data/intensity.txt"
	b := &judgeBook{}
	var err error
	if b.book, err = terms.Load(lex, file, evaluativeText, 3); err != nil {
		return nil, err
	}
	for _, t := range b.book.Terms() {
		g, err := grade(t.Columns[1])
		if err != nil || g == 0 {
			return nil, fmt.Errorf("%s:%d: %q is no grade of a judgement: write -2, -1, 1 or 2", file, t.Line, t.Columns[1])
		}
		if t.Columns[0] == "" || strings.Trim(t.Columns[0], "anv") != "" {
			return nil, fmt.Errorf("%s:%d: %q are no parts of speech: write a, n, v or several of them", file, t.Line, t.Columns[0])
		}
		b.words = append(b.words, judgement{t.Name, t.Columns[0], g, t.Columns[2]})
	}
	if b.intensity, err = terms.Load(lex, second, intensityText, 1); err != nil {
		return nil, err
	}
	for _, t := range b.intensity.Terms() {
		if t.Columns[0] != "+" && t.Columns[0] != "-" && t.Columns[0] != "!" {
			return nil, fmt.Errorf("%s:%d: %q does nothing: write one of + - ! there", second, t.Line, t.Columns[0])
		}
		b.degree = append(b.degree, t.Columns[0][0])
	}
	return b, nil
}

// at is the judging word at token i, if its part of speech is the one that the tagger saw; n is how many tokens it takes.
func (b *judgeBook) at(tokens []syntax.Token, i int) (j *judgement, n int) {
	k, n := b.book.Index(tokens, i)
	if n == 0 {
		return nil, 0
	}
	j = &b.words[k]
	first, last := tokens[i].Tag, tokens[i+n-1].Tag
	for p := range len(j.parts) {
		switch j.parts[p] {
		case 'v':
			if first.Verb() {
				return j, n
			}
		case 'n':
			if last.Noun() {
				return j, n
			}
		default:
			if !last.Verb() && last != syntax.NNS || last == syntax.VBG || last == syntax.VBN {
				return j, n
			}
		}
	}
	return nil, 0
}

// grade of the judgement at token i within a stretch that begins at lo: turned round by a denial, stronger or weaker by the words
// right before it. The result lies in −2…+2 and is never 0.
func (b *judgeBook) grade(tokens []syntax.Token, j *judgement, i, lo int) int {
	g, strength := j.grade, 0
	denied := false
	for t := i - 1; t >= lo && t >= i-6; t-- {
		k, n := b.intensity.Index(tokens, t)
		if n == 0 {
			continue
		}
		switch d := b.degree[k]; {
		case d == '!':
			denied = !denied
		case d == '+' && i-t <= 2:
			strength++
		case d == '-' && i-t <= 2:
			strength--
		}
	}
	switch {
	case denied: // "not very smooth" is not the opposite of very smooth
		return -sign(g)
	case strength > 0:
		return 2 * sign(g)
	case strength < 0:
		return sign(g)
	}
	return g
}

func sign(g int) int {
	if g < 0 {
		return -1
	}
	return 1
}
