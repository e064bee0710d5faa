package sqlstore

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"strings"
	"sync"

	"orrery/internal/store/sqlstore/gen"
)

// wordCache is the part of the dictionary that this process met: most words of a batch were in the one before. It cannot be out of
// date, because a word is never changed or taken away, whoever writes.
type wordCache struct {
	mu    sync.Mutex
	words [2]map[string]int64 // wide, narrow
}

// mostWords bounds the cache to some tens of megabytes; beyond, it begins anew.
const mostWords = 200_000

// fill gives the words their numbers as far as the cache has them.
func (c *wordCache) fill(narrow int64, words map[string]int64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for text, id := range words {
		if known, ok := c.words[narrow][text]; ok && id == unknown {
			words[text] = known
		}
	}
}

// learn adds the words of a batch, once it is committed.
func (c *wordCache) learn(v *vocabulary) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for narrow, words := range v.both() {
		if c.words[narrow] == nil || len(c.words[narrow]) > mostWords {
			c.words[narrow] = map[string]int64{}
		}
		for text, id := range words {
			if _, ok := c.words[narrow][text]; !ok && len(text) < 500 {
				c.words[narrow][strings.Clone(text)] = id // a reader's text may be part of a row
			}
		}
	}
}

// vocabulary is what repeats in a batch of reports, by the text as it came, and the number of each in the dictionary.
type vocabulary struct {
	narrow, wide map[string]int64
	contexts     map[string]string // lists of contexts, joined, to the JSON they are stored as
}

func newVocabulary() *vocabulary {
	return &vocabulary{narrow: map[string]int64{"": 0}, wide: map[string]int64{"": 0}, contexts: map[string]string{}}
}

// unknown stands for a word whose number is not looked up yet.
const unknown = -1

func (v *vocabulary) both() [2]map[string]int64 { return [...]map[string]int64{v.wide, v.narrow} }

func note(words map[string]int64, text string) {
	if _, ok := words[text]; !ok {
		words[text] = unknown
	}
}

// listed is how a list of contexts is stored: a JSON array, "" for none.
func (v *vocabulary) listed(contexts []string) string {
	if len(contexts) == 0 {
		return ""
	}
	joined := strings.Join(contexts, "\x00")
	text, ok := v.contexts[joined]
	if !ok {
		clean := make([]string, len(contexts))
		for i, c := range contexts {
			clean[i] = cleanText(c)
		}
		b, _ := json.Marshal(clean) // a list of valid texts always has a form
		text = string(b)
		v.contexts[joined] = text
	}
	return text
}

// resolve finds the number of every word and gives numbers to the new ones.
func (v *vocabulary) resolve(ctx context.Context, t *tx) error {
	next, err := t.q.LastWordID(ctx)
	if err != nil {
		return err
	}
	for i, words := range v.both() {
		narrow := int64(i)
		t.d.words.fill(narrow, words)
		byText, err := t.knownWords(ctx, narrow, words)
		if err != nil {
			return err
		}
		var rows [][]any
		for text, id := range words {
			if id != unknown {
				continue
			}
			clean := cleanText(text)
			known, ok := byText[clean]
			if !ok {
				next++
				known = next
				byText[clean] = known
				rows = append(rows, []any{known, narrow, hashOf(clean), clean})
			}
			words[text] = known
		}
		if err := t.d.engine.insert(ctx, t.conn, t.Tx, "report_word", []string{"id", "narrow", "hash", "word"}, rows); err != nil {
			return fmt.Errorf("writing the dictionary of reports: %w", err)
		}
	}
	return nil
}

// knownWords looks up those of the words that the dictionary has.
func (t *tx) knownWords(ctx context.Context, narrow int64, words map[string]int64) (map[string]int64, error) {
	out := map[string]int64{}
	var hashes []int64
	for text, id := range words {
		if id == unknown {
			hashes = append(hashes, hashOf(cleanText(text)))
		}
	}
	err := lookUp(ctx, t, knownWords, []any{narrow}, hashes, func(scan func(...any) error) error {
		var w gen.ReportWord
		if err := scan(&w.ID, &w.Word); err != nil {
			return err
		}
		out[w.Word] = w.ID
		return nil
	})
	return out, err
}

// cleanText is s as both engines can store it: PostgreSQL takes neither zero bytes nor broken UTF-8, and a file of a million lines is
// not worth refusing for one of them.
func cleanText(s string) string {
	if isText(s) {
		return s
	}
	return strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\x00", "\uFFFD")
}

// hashOf finds a text of any length in an index of numbers. Whoever looks up compares the text too.
func hashOf(text string) int64 {
	sum := sha256.Sum256([]byte(text))
	return int64(binary.BigEndian.Uint64(sum[:]))
}
