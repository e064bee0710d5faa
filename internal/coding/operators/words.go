package operators

import (
	_ "embed" // the list of words
	"fmt"
	"strings"

	"orrery/internal/coding/lexicon"
)

//go:embed data/operators.txt
var list string

// Link is how what is operated on hangs on the word.
type Link uint8

// The links, as bits.
const (
	Inf    Link = 1 << iota // agreed to send, urged Russia to leave
	Gerund                  // stopped sending
	That                    // demanded that Russia leave
	Object                  // suspended aid
	Prep                    // called for talks: the preposition is in Word.Preps
)

// Word is one way in which a word is an operator.
type Word struct {
	Op       Op
	Links    Link
	Preps    []lexicon.ID
	Particle lexicon.ID // "off" of "call off", Unknown if none
}

// Words are the words of the data file, by lemma. It is only read after New.
type Words struct{ verbs, nouns map[lexicon.ID][]Word }

// New reads the list of words. Errors name the line.
func New(lex *lexicon.Lexicon) (*Words, error) { return parse(lex, "operators.txt", list) }

// Verb is what the verb of that lemma operates as; nil: it is no operator.
func (w *Words) Verb(lemma lexicon.ID) []Word { return w.verbs[lemma] }

// Noun is likewise for nouns: "refusal to", "threat of".
func (w *Words) Noun(lemma lexicon.ID) []Word { return w.nouns[lemma] }

// parse reads lines "verb|noun WORD[_PARTICLE] … : OP LINK …", where a link is inf, ger, that, obj or a preposition.
func parse(lex *lexicon.Lexicon, file, text string) (*Words, error) {
	w := &Words{verbs: map[lexicon.ID][]Word{}, nouns: map[lexicon.ID][]Word{}}
	for n, line := range strings.Split(text, "\n") {
		line, _, _ = strings.Cut(line, "#")
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		left, right, ok := strings.Cut(line, ":")
		head, does := strings.Fields(left), strings.Fields(right)
		if !ok || len(head) < 2 || len(does) < 2 || head[0] != "verb" && head[0] != "noun" {
			return nil, fmt.Errorf("%s:%d: want \"verb|noun WORD … : OPERATOR LINK …\"", file, n+1)
		}
		op, ok := Parse(does[0])
		if !ok {
			return nil, fmt.Errorf("%s:%d: there is no operator %q", file, n+1, does[0])
		}
		word := Word{Op: op}
		for _, l := range does[1:] {
			switch l {
			case "inf":
				word.Links |= Inf
			case "ger":
				word.Links |= Gerund
			case "that":
				word.Links |= That
			case "obj":
				word.Links |= Object
			default:
				word.Links |= Prep
				word.Preps = append(word.Preps, lex.Intern(l))
			}
		}
		into := w.verbs
		if head[0] == "noun" {
			into = w.nouns
		}
		for _, h := range head[1:] {
			lemma, particle, has := strings.Cut(h, "_")
			if word.Particle = lexicon.Unknown; has {
				word.Particle = lex.Intern(particle)
			}
			id := lex.Intern(lemma)
			into[id] = append(into[id], word)
		}
	}
	return w, nil
}
