package coding_test

import (
	"errors"
	"math/rand/v2"
	"strings"
	"testing"
	"time"
	"unicode"

	"orrery/internal/coding"
)

// FuzzCode codes any text: nothing breaks, the time stays bounded, and what comes out is sound.
func FuzzCode(f *testing.F) {
	for i, text := range own() {
		f.Add([]byte(text), uint64(i))
		f.Add([]byte(text), uint64(i)+1000)
	}
	f.Add([]byte("“‘\"'«»(([[))]] Russia’s ’s ’s–—- 1/2/3.4.5 % € U.S. U.K. Mr. A. B. C. said"), uint64(7))
	f.Add([]byte("if if if that that that who who which and and or or not not not said said by by to to"), uint64(8))
	c := coder(f)
	f.Fuzz(func(t *testing.T, raw []byte, seed uint64) {
		if len(raw) > 1<<16 {
			raw = raw[:1<<16]
		}
		text := strings.ToValidUTF8(string(raw), "�")
		for _, text := range []string{text, mangled(text, seed)} {
			d := asRead("fuzz.txt", text)
			begin := time.Now()
			r, err := c.Code(t.Context(), d, coding.Options{Explain: true})
			if broken := (*coding.Fault)(nil); errors.As(err, &broken) {
				t.Fatalf("%s\n%s\n%q", broken.What, broken.Stack, text)
			}
			if err != nil {
				t.Fatal(err)
			}
			if took := time.Since(begin); took > 20*time.Second {
				t.Fatalf("%d bytes took %v", len(text), took)
			}
			if wrong := sound(d, r); wrong != "" {
				t.Fatalf("%s\n%q", wrong, text)
			}
		}
	})
}

// mangled changes the case of some words of a text, and drops, doubles, swaps or puts in marks.
func mangled(text string, seed uint64) string {
	rng := rand.New(rand.NewPCG(seed, 1))
	marks := strings.Split(". , ; : ? ! … “ ” ‘ ’ ( ) — – - / 's n't \n\n \t \u00ad \u00a0", " ")
	var out strings.Builder
	for _, word := range strings.SplitAfter(text, " ") {
		switch rng.IntN(12) {
		case 0:
			word = strings.ToUpper(word)
		case 1:
			word = strings.ToLower(word)
		case 2:
			word = strings.Map(func(r rune) rune {
				if unicode.IsPunct(r) {
					return -1
				}
				return r
			}, word)
		case 3:
			word += word
		case 4:
			word = marks[rng.IntN(len(marks))] + word
		case 5:
			word = strings.TrimRight(word, " ") + marks[rng.IntN(len(marks))] + " "
		case 6:
			word = ""
		}
		out.WriteString(word)
	}
	return out.String()
}
