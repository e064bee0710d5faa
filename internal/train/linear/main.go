// Command linear trains the coder's second opinion on the sentences that this project wrote and writes its weights as text, with a
// card: `make train-linear`. The same sentences and seed give the same files.
//
// What it says of its worth is cross-validated: a sentence is never judged by a model that saw it.
package main

import (
	"bufio"
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"orrery/internal/coding"
	"orrery/internal/coding/lexicon"
	"orrery/internal/coding/linear"
	"orrery/internal/coding/reading"
	"orrery/internal/coding/readingtest"
	"orrery/internal/coding/syntax"
	"orrery/ledger"
)

const folds = 10

func main() {
	dir := flag.String("data", filepath.Join("internal", "coding", "linear", "data"), "folder of sentences_*.tsv, where the weights are written")
	seed := flag.Uint64("seed", 20261122, "seed of the order of examples and of the folds")
	flag.Parse()
	if err := train(context.Background(), *dir, *seed, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "linear:", err)
		os.Exit(1)
	}
}

// sentence is one labelled sentence as read.
type sentence struct {
	class          int
	source, target string // the words that the label names, "" if none
	read           *reading.Sentence
	features       []linear.Feature
}

func train(ctx context.Context, dir string, seed uint64, out io.Writer) error {
	sentences, types, err := readAll(ctx, dir)
	if err != nil {
		return err
	}
	order := shuffled(len(sentences), seed)
	var judged []linear.Judged
	var judgedOf [][]linear.Judged // by sentence
	var classes []int
	right, total, events, typed, noneRight, nones := 0, 0, 0, 0, 0, 0
	perClass := make([][3]int, len(linear.Classes())) // hit, found, wanted
	for fold := range folds {
		var examples []linear.Example
		var held []sentence
		for at, i := range order {
			if at%folds == fold {
				held = append(held, sentences[i])
			} else {
				examples = append(examples, linear.Example{Features: sentences[i].features, Class: sentences[i].class})
			}
		}
		model := linear.Train(examples, linear.Training{Seed: seed})
		for _, s := range held {
			chances := model.Score(s.features)
			best := likeliest(chances)
			total++
			perClass[best][1]++
			perClass[s.class][2]++
			if best == s.class {
				right++
				perClass[s.class][0]++
			}
			if s.class == 0 {
				nones++
				if best == 0 {
					noneRight++
				}
			} else {
				events++
				if t, _ := chances.Best(); linear.Class(string(t)) == s.class {
					typed++
				}
			}
			some := verdicts(s, chances, types)
			judged, judgedOf, classes = append(judged, some...), append(judgedOf, some), append(classes, s.class)
		}
	}
	macro := 0.0
	for _, c := range perClass[1:] {
		if c[1]+c[2] > 0 {
			macro += 2 * float64(c[0]) / float64(c[1]+c[2])
		}
	}
	macro /= float64(len(perClass) - 1)
	good := 0
	for _, j := range judged {
		if j.Right {
			good++
		}
	}
	card := fmt.Sprintf(`The coder's linear model: multinomial logistic regression on hashed features (internal/coding/linear).
Trained on %d sentences of this project's own (%d without an event), seed %d, by make train-linear. Licence: the project's.
Cross-validated (%d folds): accuracy %.3f over 17 classes, macro-F1 of the 16 types %.3f, of the sentences without an event %.3f are seen as such;
the likeliest type is the label's in %.3f of the %d sentences with one.`,
		total, nones, seed, folds, ratio(right, total), macro, ratio(noneRight, nones), ratio(typed, events), events)
	fmt.Fprintln(out, card)
	fmt.Fprintf(out, "drafts of frames on them: %d, of which right %.3f\n", len(judged), ratio(good, len(judged)))
	var all []linear.Example
	for _, s := range sentences {
		all = append(all, linear.Example{Features: s.features, Class: s.class})
	}
	model := linear.Train(all, linear.Training{Seed: seed})
	if err := write(filepath.Join(dir, "types.tsv"), func(w io.Writer) error {
		return model.WriteTo(w, card+"\nA line: the hash of a feature, then class:weight in units of 1/32; classes as in linear.Classes.")
	}); err != nil {
		return err
	}
	calibration := linear.Calibrate(judged, seed)
	brier := 0.0
	for _, j := range judged {
		p := calibration.Confidence(j.Evidence)
		if j.Right {
			p = 1 - p
		}
		brier += p * p
	}
	calibrationCard := fmt.Sprintf("Logistic regression from evidence to confidence, on %d drafts of the same sentences with the chances of models that had not seen them; right: %.3f of them; Brier score in the sample %.3f.",
		len(judged), ratio(good, len(judged)), brier/float64(max(1, len(judged))))
	fmt.Fprintln(out, calibrationCard)
	thresholds(out, calibration, judgedOf, classes)
	return write(filepath.Join(dir, "calibration.tsv"), func(w io.Writer) error { return calibration.WriteTo(w, calibrationCard) })
}

// verdicts are the drafts of a sentence's frames, or the one that the model supplies: right when type, source and target are the label's. Of source and target it is
// enough that some mention of the draft lies in the words of the label; a label may leave either open.
func verdicts(s sentence, chances linear.Chances, types func(lexicon.ID) uint32) []linear.Judged {
	var out []linear.Judged
	list := s.read.Events
	if len(list) == 0 {
		if e, ok := coding.Supplied(s.read, chances, types); ok {
			list = append(list, e)
		}
	}
	for _, e := range list {
		if e.Hypothetical || e.Clause >= 0 && s.read.Clauses[e.Clause].Question || len(e.By)+len(e.To) == 0 {
			continue
		}
		out = append(out, linear.Judged{Evidence: coding.Evidence(s.read, e, chances, len(list) > 1), Right: linear.Class(string(e.Type)) == s.class && names(s, e.By, s.source) && names(s, e.To, s.target)})
	}
	return out
}

// names reports whether one of some mentions stands in the words of a label.
func names(s sentence, mentions []int, label string) bool {
	at := strings.Index(s.read.Text, label)
	if label == "" || at < 0 {
		return true
	}
	for _, m := range mentions {
		if s.read.Mentions[m].Overlaps(syntax.Span{Start: at, End: at + len(label)}) {
			return true
		}
	}
	return false
}

func likeliest(c linear.Chances) int {
	best := 0
	for k := range c {
		if c[k] > c[best] {
			best = k
		}
	}
	return best
}

// readAll reads and parses the sentences.
func readAll(ctx context.Context, dir string) ([]sentence, func(lexicon.ID) uint32, error) {
	files, err := filepath.Glob(filepath.Join(dir, "sentences_*.tsv"))
	if err != nil || len(files) == 0 {
		return nil, nil, fmt.Errorf("%s holds no sentences_*.tsv", dir)
	}
	slices.Sort(files)
	region, err := readingtest.Region()
	if err != nil {
		return nil, nil, err
	}
	coder, err := coding.Bare(region)
	if err != nil {
		return nil, nil, err
	}
	var out []sentence
	for _, name := range files {
		f, err := os.Open(name)
		if err != nil {
			return nil, nil, err
		}
		lines := bufio.NewScanner(f)
		for n := 1; lines.Scan(); n++ {
			line := lines.Text()
			if line == "" || line[0] == '#' || strings.HasPrefix(line, "text\t") {
				continue
			}
			cells := strings.Split(line, "\t")
			class := -1
			if len(cells) == 4 {
				class = linear.Class(cells[1])
			}
			if class < 0 {
				return nil, nil, fmt.Errorf("%s:%d: a line is text, type, source and target, with a type of PLOVER or NONE", name, n)
			}
			doc := &reading.Document{Text: cells[0], Language: "en", Blocks: []ledger.Block{{Kind: "paragraph", Start: 0, End: len(cells[0])}}}
			result, err := coder.Code(ctx, doc, coding.Options{})
			if err != nil {
				return nil, nil, err
			}
			if len(result.Reading.Sentences) == 0 {
				return nil, nil, fmt.Errorf("%s:%d: no sentence", name, n)
			}
			for i := range result.Reading.Sentences { // a text of two sentences has one label: the first is taken
				s := &result.Reading.Sentences[i]
				out = append(out, sentence{class, cells[2], cells[3], s, coder.Features(s)})
				break
			}
		}
		if err := lines.Err(); err != nil {
			return nil, nil, err
		}
		if err := f.Close(); err != nil {
			return nil, nil, err
		}
	}
	return out, coder.Types, nil
}
