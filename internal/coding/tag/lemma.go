package tag

import (
	"fmt"

	"orrery/internal/coding/lexicon"
	"orrery/internal/coding/syntax"
)

// lemmas are the lemmas of inflected forms, made when the tagger is put together.
type lemmas struct {
	at   []uint32 // by lexicon.ID: where its forms begin in list, 0 none
	list []form   // the forms of one word stand together; a form of NoTag ends them
}

type form struct {
	tag   syntax.Tag
	lemma lexicon.ID
}

// inflected are the tags whose lemma is another word.
var inflected = setOf(syntax.NNS, syntax.NNPS, syntax.VBD, syntax.VBG, syntax.VBN, syntax.VBZ, syntax.JJR, syntax.JJS, syntax.RBR, syntax.RBS)

// read takes the irregular forms, lines "V base past participle", "N singular plural", "A base comparative superlative" and
// "W form TAG lemma", and makes the regular ones of all words by rule.
func (l *lemmas) read(t *Tagger, f File) error {
	odd := map[lexicon.ID][]form{}
	put := func(word string, lemma lexicon.ID, tags ...syntax.Tag) {
		id := t.lex.Intern(word)
		for _, tag := range tags {
			odd[id] = append(odd[id], form{tag, lemma})
		}
	}
	err := f.lines(func(fields []string) error {
		if len(fields) < 3 {
			return fmt.Errorf("%d fields, 3 or 4 are needed", len(fields))
		}
		base := t.lex.Intern(fields[1])
		switch kind := fields[0]; {
		case kind == "V" && len(fields) == 4:
			put(fields[2], base, syntax.VBD)
			put(fields[3], base, syntax.VBN)
		case kind == "N":
			put(fields[2], base, syntax.NNS, syntax.NNPS)
		case kind == "A" && len(fields) == 4:
			put(fields[2], base, syntax.JJR, syntax.RBR)
			put(fields[3], base, syntax.JJS, syntax.RBS)
		case kind == "W" && len(fields) == 4 && syntax.TagOf(fields[2]) != syntax.NoTag:
			put(fields[1], t.lex.Intern(fields[3]), syntax.TagOf(fields[2]))
		default:
			return fmt.Errorf("%q is none of the forms V base past participle, N singular plural, A base comparative superlative, W form TAG lemma", fields)
		}
		return nil
	})
	if err != nil {
		return err
	}
	l.at, l.list = make([]uint32, t.lex.Len()), []form{{}}
	var buf [96]byte
	for id := lexicon.ID(1); int(id) < len(l.at); id++ {
		forms := odd[id]
		if int(id) < len(t.entries) {
			for rest := t.entries[id].tags & inflected; rest != 0; rest &= rest - 1 {
				tag := rest.lowest()
				if !holds(forms, tag) {
					if base := t.base(append(buf[:0], t.lex.Word(id)...), tag); base != lexicon.Unknown {
						forms = append(forms, form{tag, base})
					}
				}
			}
		}
		if len(forms) > 0 {
			l.at[id] = uint32(len(l.list))
			l.list = append(append(l.list, forms...), form{})
		}
	}
	return nil
}

func holds(forms []form, tag syntax.Tag) bool {
	for _, f := range forms {
		if f.tag == tag {
			return true
		}
	}
	return false
}

// LemmaOf is the lemma that token i has, or would have, under a tag: the number of the word, or that of the form it is made from.
// It is lexicon.Unknown where nobody asked for that word.
func (t *Tagger) LemmaOf(s *syntax.Sentence, i int, tag syntax.Tag) lexicon.ID {
	tok := &s.Tokens[i]
	if int(tok.Word) < len(t.lemmas.at) {
		if at := t.lemmas.at[tok.Word]; at != 0 {
			for _, f := range t.lemmas.list[at:] {
				if f.tag == syntax.NoTag {
					break
				}
				if f.tag == tag {
					return f.lemma
				}
			}
		}
	}
	if !inflected.has(tag) || tok.End-tok.Start > 40 {
		return tok.Word
	}
	var buf [96]byte
	if base := t.base(lexicon.AppendFold(buf[:0], tok.Of(s.Text)), tag); base != lexicon.Unknown {
		return base
	}
	return tok.Word
}
