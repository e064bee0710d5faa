package tag

import (
	"embed"
	"fmt"
	"hash/fnv"
	"strings"

	"orrery/internal/coding/lexicon"
	"orrery/internal/coding/syntax"
)

//go:embed data
var files embed.FS

// Data is what a tagger is made of.
type Data struct {
	Words     []File // lines "word TAG TAG …", most frequent first; a word with ! behind was met once
	Irregular File   // lines "form TAG lemma"
	Weights   []File // see Weights
}

// File is a text with the name that errors give it.
type File struct{ Name, Text string }

// Own is the data of this package.
func Own() Data {
	return Data{
		Words:     some("words-a.txt", "words-b.txt", "words-c.txt", "modern.txt"),
		Irregular: some("irregular.txt")[0],
		Weights:   some("weights-a.txt", "weights-b.txt"),
	}
}

func some(names ...string) []File {
	var out []File
	for _, n := range names {
		text, err := files.ReadFile("data/" + n)
		if err != nil {
			continue
		}
		out = append(out, File{n, string(text)})
	}
	return out
}

// lines calls each with the fields of every line that is not empty or a comment.
func (f File) lines(each func(fields []string) error) error {
	rest := f.Text
	buf := make([]string, 0, 8)
	for n := 1; rest != ""; n++ {
		var line string
		line, rest, _ = strings.Cut(rest, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		buf = buf[:0]
		for line != "" {
			var field string
			field, line, _ = strings.Cut(line, " ")
			if field != "" {
				buf = append(buf, field)
			}
		}
		if err := each(buf); err != nil {
			return fmt.Errorf("internal/coding/tag/data/%s:%d: %w", f.Name, n, err)
		}
	}
	return nil
}

// readWords fills the entries. A word of a later file takes the place of the same word in an earlier one.
func (t *Tagger) readWords(d Data) error {
	names := map[string]syntax.Tag{}
	for tag := syntax.CC; tag <= syntax.Symbol; tag++ {
		names[tag.String()] = tag
	}
	for _, f := range d.Words {
		err := f.lines(func(fields []string) error {
			word, rare := strings.CutSuffix(fields[0], "!")
			e := entry{rare: rare, hash: wordHash(word)}
			for _, name := range fields[1:] {
				tag, ok := names[name]
				if !ok {
					return fmt.Errorf("%q is no tag", name)
				}
				if e.first == syntax.NoTag {
					e.first = tag
				}
				e.tags |= 1 << tag
			}
			if e.tags == 0 {
				return fmt.Errorf("%q has no tag", word)
			}
			t.setEntry(t.lex.Intern(word), e)
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func (t *Tagger) setEntry(id lexicon.ID, e entry) {
	for int(id) >= len(t.entries) {
		t.entries = append(t.entries, entry{})
	}
	t.entries[id] = e
}

// wordHash is the same in every run, whatever the numbers of the lexicon are.
func wordHash(word string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(word))
	return h.Sum32() | 1
}
