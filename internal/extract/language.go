package extract

import (
	"maps"
	"math/bits"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// stopWords are frequent small words of each language; those that two languages share count for both.
var stopWords = map[string]map[string]bool{
	"en": set("the", "and", "of", "to", "in", "is", "that", "for", "was", "with", "are", "this", "have", "not", "by", "from", "which", "but", "has", "its", "their", "been", "would", "will", "they"),
	"fr": set("le", "la", "les", "des", "et", "est", "une", "du", "dans", "que", "qui", "pour", "pas", "sur", "avec", "par", "plus", "sont", "cette", "ont", "aux", "mais", "été", "ses", "leur"),
	"de": set("der", "die", "und", "das", "den", "von", "ist", "mit", "dem", "nicht", "ein", "eine", "des", "auf", "für", "sich", "auch", "als", "wird", "sind", "dass", "nach", "bei", "werden", "hat"),
	"ro": set("și", "şi", "în", "de", "la", "cu", "pe", "din", "care", "este", "nu", "că", "pentru", "mai", "sunt", "fost", "prin", "sau", "dar", "fi", "către", "unei", "ale", "lui", "după"),
	"tr": set("ve", "bir", "bu", "için", "ile", "de", "da", "olarak", "olan", "daha", "çok", "gibi", "kadar", "sonra", "ise", "ancak", "değil", "tarafından", "ne", "en", "göre", "var", "her", "oldu", "eden"),
	"es": set("el", "los", "las", "que", "en", "una", "por", "con", "para", "del", "se", "es", "su", "al", "como", "más", "pero", "sus", "fue", "este", "ha", "y", "entre", "cuando", "sobre"),
	"it": set("il", "di", "che", "è", "per", "una", "in", "sono", "con", "non", "della", "dei", "del", "le", "gli", "nel", "alla", "anche", "più", "da", "ha", "come", "dal", "questo", "essere"),
	"pl": set("w", "i", "na", "z", "do", "się", "nie", "że", "jest", "to", "od", "przez", "jak", "dla", "po", "oraz", "był", "są", "tym", "które", "ale", "przy", "został", "tego", "także"),
	"az": set("və", "bir", "bu", "üçün", "ilə", "də", "da", "olan", "daha", "çox", "kimi", "qədər", "sonra", "isə", "deyil", "tərəfindən", "edir", "olub", "görə", "həm", "onun", "ki", "var", "öz", "əgər"),
	"ru": set("и", "в", "не", "на", "что", "с", "по", "как", "это", "из", "для", "от", "но", "его", "а", "к", "она", "они", "было", "был", "также", "или", "мы", "все", "при"),
	"uk": set("і", "в", "у", "не", "на", "що", "з", "та", "як", "це", "до", "для", "від", "але", "його", "й", "вона", "вони", "було", "був", "також", "або", "ми", "за", "про"),
	"be": set("і", "у", "не", "на", "што", "з", "як", "гэта", "да", "для", "ад", "але", "яго", "яна", "яны", "было", "быў", "таксама", "або", "мы", "за", "пра", "ў", "каб", "ёсць"),
	"bg": set("и", "в", "не", "на", "че", "с", "по", "как", "това", "от", "за", "но", "се", "са", "е", "да", "към", "при", "беше", "ще", "също", "или", "той", "си", "до"),
	"kk": set("және", "бұл", "мен", "бен", "үшін", "деп", "бір", "да", "де", "ол", "осы", "болып", "туралы", "бойынша", "кейін", "екен", "емес", "сол", "дейін", "еді", "болды", "ғана", "қазақстан", "пен", "арқылы"),
	"ky": set("жана", "бул", "менен", "үчүн", "деп", "бир", "да", "ал", "ушул", "болуп", "тууралуу", "боюнча", "кийин", "экен", "эмес", "ошол", "чейин", "эле", "болду", "гана", "дагы", "кыргыз", "болгон", "аркылуу", "бар"),
	"tg": set("ва", "дар", "аз", "ба", "ки", "бо", "ин", "барои", "аст", "он", "то", "бояд", "шуд", "мешавад", "низ", "буд", "кард", "ҳам", "онҳо", "ҳамчун", "тоҷикистон", "зеро", "вале", "байни", "шудааст"),
}

// alien holds, for languages that share a script and many small words, the letters that they do not have. A word with such a letter
// counts against the language.
var alien = map[string]string{
	"ru": "іїєґўқғәңөүұһҷӣӯҳ", "uk": "ыэёъўқғәңөүұһҷӣӯҳ", "be": "ищъїєґқғәңөүұһҷӣӯҳ", "bg": "ыэёіїєґўқғәңөүұһҷӣӯҳ",
	"kk": "їєґўҷӣӯҳ", "ky": "іїєґўқғәұһҷӣӯҳ", "tg": "ыщіїєґўәңөүұһ", "tr": "əșțăßèñ", "az": "șțăßèñ", "ro": "əğışßèñ", "fr": "əğışßșțăñ", "de": "əğışșțăñ",
}

// scripts that one language of the region writes alone.
var scripts = []struct {
	table *unicode.RangeTable
	code  string
}{{unicode.Armenian, "hy"}, {unicode.Georgian, "ka"}, {unicode.Hangul, "ko"}, {unicode.Hiragana, "ja"}, {unicode.Hebrew, "he"}, {unicode.Greek, "el"}, {unicode.Thai, "th"}}

// wordSigns is stopWords and alien turned round: by word and by letter the languages that they speak for or against, as bits.
var wordSigns = func() (s struct {
	codes []string
	stop  map[string]uint32
	alien map[rune]uint32
}) {
	s.codes, s.stop, s.alien = slices.Sorted(maps.Keys(stopWords)), map[string]uint32{}, map[rune]uint32{}
	for i, code := range s.codes {
		for word := range stopWords[code] {
			s.stop[word] |= 1 << i
		}
		for _, r := range alien[code] {
			s.alien[r] |= 1 << i
		}
	}
	return s
}()

// counted is how often each word stands in a text: small words come again and again.
func counted(words []string) map[string]int {
	out := make(map[string]int, len(words)/2)
	for _, w := range words {
		out[w]++
	}
	return out
}

// languageOf votes with the script and the stop words of the first part of a text. It answers "" rather than guess: with fewer than
// twenty words, with few stop words, or with two languages close together.
func languageOf(text string) string {
	const sample = 40_000 // bytes; more adds time and no certainty
	if len(text) > sample {
		text = strings.ToValidUTF8(text[:sample], "")
	}
	letters, inScript := 0, make([]int, len(scripts))
	for _, r := range text {
		switch {
		case r < utf8.RuneSelf:
			if c := r | 0x20; 'a' <= c && c <= 'z' {
				letters++
			}
		case unicode.IsLetter(r):
			letters++
			for i, s := range scripts {
				if unicode.Is(s.table, r) {
					inScript[i]++
				}
			}
		}
	}
	for i, s := range scripts {
		if letters >= 40 && inScript[i]*2 > letters {
			return s.code
		}
	}
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) })
	if len(words) < 20 {
		return ""
	}
	hits := map[string]int{}
	for w, n := range counted(words) {
		own, foreign := wordSigns.stop[w], uint32(0)
		for _, r := range w {
			if r >= utf8.RuneSelf {
				foreign |= wordSigns.alien[r]
			}
		}
		for signs, foreign := own|foreign, foreign&^own; signs != 0; signs &= signs - 1 {
			i := bits.TrailingZeros32(signs)
			if foreign>>i&1 == 1 {
				hits[wordSigns.codes[i]] -= n
			} else {
				hits[wordSigns.codes[i]] += n
			}
		}
	}
	best, second := "", 0
	for code, n := range hits { // the outcome does not depend on the map's order: a tie is refused below
		switch {
		case best == "" || n > hits[best]:
			if best != "" {
				second = max(second, hits[best])
			}
			best = code
		default:
			second = max(second, n)
		}
	}
	if best == "" || hits[best] < 5 || hits[best]*12 < len(words) || second*5 > hits[best]*4 {
		return ""
	}
	return best
}

// shortLanguage turns a tag such as "en-GB" into its ISO 639-1 part, "" if there is none.
func shortLanguage(tag string) string {
	tag = strings.ToLower(strings.TrimSpace(tag))
	short, _, _ := strings.Cut(strings.ReplaceAll(tag, "_", "-"), "-")
	if len(short) != 2 || short[0] < 'a' || short[0] > 'z' || short[1] < 'a' || short[1] > 'z' {
		return ""
	}
	return short
}
