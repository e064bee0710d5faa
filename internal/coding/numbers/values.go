package numbers

import (
	"strconv"
	"strings"

	"orrery/internal/coding/lexicon"
	"orrery/internal/coding/syntax"
)

// Values knows the words of number: one … ninety-nine, hundred, thousand, million, billion, trillion.
type Values struct {
	lex   *lexicon.Lexicon
	small []float64 // by lexicon.ID: what the word counts, 0 none
	big   []float64 // by lexicon.ID: what the word multiplies by, 0 none
}

var (
	ones = strings.Fields("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
	tens = strings.Fields("twenty thirty forty fifty sixty seventy eighty ninety")
)

// NewValues asks lex for the words.
func NewValues(lex *lexicon.Lexicon) *Values {
	v := &Values{lex: lex}
	put := func(to *[]float64, word string, value float64) {
		id := lex.Intern(word)
		for int(id) >= len(*to) {
			*to = append(*to, 0)
		}
		(*to)[id] = value
	}
	for i, w := range ones {
		put(&v.small, w, float64(i+1))
	}
	for i, t := range tens {
		put(&v.small, t, float64(10*(i+2)))
		for j, o := range ones[:9] {
			put(&v.small, t+"-"+o, float64(10*(i+2)+j+1))
		}
	}
	for w, value := range map[string]float64{"hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "mln": 1e6, "bn": 1e9} {
		put(&v.big, w, value)
	}
	return v
}

func at(of []float64, id lexicon.ID) float64 {
	if int(id) < len(of) {
		return of[id]
	}
	return 0
}

// Read is the number that begins at token i and the token behind it: "38", "1,000.5", "thirty-eight", "two hundred and five
// thousand", "2.5 billion". It is false where no number begins.
func (v *Values) Read(s *syntax.Sentence, i int) (value float64, to int, ok bool) {
	total, group := 0.0, 0.0
	j := i
	for ; j < len(s.Tokens) && j-i < 12; j++ {
		tok := &s.Tokens[j]
		if m := at(v.big, tok.Word); m != 0 {
			if j == i {
				break // a hundred: the caller knows its article
			}
			if m == 100 {
				group *= m
			} else {
				total, group = total+group*m, 0
			}
			ok = true
			continue
		}
		n := at(v.small, tok.Word)
		if n == 0 && tok.Shape&syntax.Numeric != 0 && j == i {
			n, ok = digits(tok.Of(s.Text))
			if !ok {
				return 0, i, false
			}
			group = n
			continue
		}
		if n == 0 {
			// "two hundred and five"
			if group >= 100 && j > i && tok.Tag == syntax.CC && j+1 < len(s.Tokens) && s.Tokens[i].Shape&syntax.Numeric == 0 {
				if m := at(v.small, s.Tokens[j+1].Word); m > 0 && m < 100 && at(v.big, s.Tokens[j-1].Word) == 100 {
					continue
				}
			}
			break
		}
		if j > i && s.Tokens[j-1].Tag != syntax.CC && at(v.big, s.Tokens[j-1].Word) == 0 && (group < 20 || n > 9) {
			break // "in 2020 two": another number
		}
		group, ok = group+n, true
	}
	return total + group, j, ok
}

// Multiplier is what a word such as million multiplies by, 0 for others.
func (v *Values) Multiplier(id lexicon.ID) float64 { return at(v.big, id) }

// digits reads 38, 1,000, 1.5 and 1,000.5.
func digits(text string) (float64, bool) {
	var buf [32]byte
	b := buf[:0]
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case '0' <= c && c <= '9' || c == '.':
			if len(b) == len(buf) {
				return 0, false
			}
			b = append(b, c)
		case c == ',' && i > 0 && i+3 < len(text)+0 && threeDigits(text[i+1:]):
		default:
			return 0, false
		}
	}
	if len(b) > 15 {
		return 0, false // an account, not a count
	}
	value, err := strconv.ParseFloat(string(b), 64)
	return value, err == nil
}

func threeDigits(s string) bool {
	return len(s) >= 3 && isDigit(s[0]) && isDigit(s[1]) && isDigit(s[2]) && (len(s) == 3 || !isDigit(s[3]))
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// Word is what a small word of number counts (ten is 10), 0 for others.
func (v *Values) Word(word string) float64 {
	var buf [48]byte
	if len(word) > len(buf)/2 {
		return 0
	}
	return at(v.small, v.lex.ID(lexicon.AppendFold(buf[:0], word)))
}
