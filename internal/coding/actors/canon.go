package actors

import (
	"strings"
	"unicode/utf8"

	"orrery/internal/coding/lexicon"
)

// appendCanon writes a name as all its usual transliterations share it: Zelenskyy, Zelenskiy and Zelensky are zelenski, Rakhmon and
// Rahmon are rahmon. It loses what tells Latin spellings of one Cyrillic name apart, and no more.
func appendCanon(dst []byte, word string) []byte {
	var plain [96]byte
	b := plain[:0]
	for i := 0; i < len(word) && len(b) < 90; {
		r, n := utf8.DecodeRuneInString(word[i:])
		if r < utf8.RuneSelf {
			if 'A' <= r && r <= 'Z' {
				r += 'a' - 'A'
			}
			b = append(b, byte(r))
		} else {
			b = append(b, bare(r)...)
		}
		i += n
	}
	from := len(dst)
	for i := 0; i < len(b); i++ {
		c, next := b[i], byte(0)
		if i+1 < len(b) {
			next = b[i+1]
		}
		switch {
		case c == '\'':
			continue
		case (c == 'k' || c == 'g') && next == 'h':
			if c == 'k' {
				c = 'h'
			}
			i++
		case c == 'd' && (next == 'j' || next == 'z' && i+2 < len(b) && b[i+2] == 'h'):
			c = 'j'
			if next == 'z' {
				i++
			}
			i++
		case c == 'z' && next == 'h':
			c = 'j'
			i++
		case c == 'x':
			dst, c = append(dst, 'k'), 's'
		case c == 'c' && next != 'h' && next != 'e' && next != 'i' && next != 'y':
			c = 'k'
		case c == 'w':
			c = 'v'
		case c == 'y' || c == 'j' && i > 0 && vowel(b[i-1]) && !vowel(next):
			c = 'i'
		}
		if n := len(dst); n > from {
			last := dst[n-1]
			switch {
			case last == c:
				continue
			case last == 'i' && vowel(c) && (n-1 == from || vowel(dst[n-2])): // ye, ayev, iyo
				dst = dst[:n-1]
				if n-1 > from && dst[n-2] == c {
					continue
				}
			}
		}
		dst = append(dst, c)
	}
	switch s := dst[from:]; {
	case ends(s, "enka"):
		dst[len(dst)-1] = 'o'
	case ends(s, "ander"):
		dst = append(dst[:len(dst)-2], 'r')
	}
	return dst
}

func ends(b []byte, tail string) bool {
	return len(b) >= len(tail) && string(b[len(b)-len(tail):]) == tail
}

func vowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }

// bare is a letter without its marks; what is no Latin letter gives nothing.
func bare(r rune) string {
	for _, set := range [...]struct{ marked, plain string }{
		{"áàâäãåāăąÁÀÂÄÃÅĀĂĄ", "a"}, {"éèêëēėęěəÉÈÊËĒĖĘĚƏ", "e"}, {"íìîïīįıİÍÌÎÏĪĮ", "i"}, {"óòôöõøōőÓÒÔÖÕØŌŐ", "o"},
		{"úùûüūůűųÚÙÛÜŪŮŰŲ", "u"}, {"çćčÇĆČ", "c"}, {"śšşșŚŠŞȘ", "s"}, {"źżžŹŻŽ", "z"}, {"ńñņňŃÑŅŇ", "n"}, {"łļŁĻ", "l"},
		{"ğģĞĢ", "g"}, {"ţțŢȚ", "t"}, {"ýÝ", "y"}, {"ķĶ", "k"}, {"řŘ", "r"}, {"đďĐĎ", "d"}, {"ßẞ", "ss"}, {"æÆ", "ae"}, {"‐‑–", "-"},
	} {
		if strings.ContainsRune(set.marked, r) {
			return set.plain
		}
	}
	return ""
}

// forms numbers the words of people's names by their canonical form.
type forms map[string]lexicon.ID

func (f forms) number(word string) lexicon.ID {
	key := string(appendCanon(nil, word))
	if id, ok := f[key]; ok {
		return id
	}
	id := lexicon.ID(len(f) + 1)
	f[key] = id
	return id
}

func (f forms) find(word string) lexicon.ID {
	var buf [112]byte
	return f[string(appendCanon(buf[:0], word))]
}
