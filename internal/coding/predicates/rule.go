package predicates

import (
	"fmt"
	"strconv"
	"strings"

	"orrery/internal/coding/lexicon"
	"orrery/internal/coding/roles"
	"orrery/ledger"
)

// parseRule reads what follows the colon of a rule: TYPE[/mode] or none, then words "by=", "to=", "ctx=", "tool=", "w=",
// "need=", "else=" (the code of who acts if the clause
// does not say it and the sentence names them), "light", "light=", "last" (only if no other rule fits), "mutual", "plural", "passive", "active", and tests SLOT=SET (of the head), SLOT~SET (of any word in it), !SLOT=SET.
// Slots are those of roles.ParseSlots, a preposition also as "pp.with"; "clause=" is any word of the clause, "comp=inf|ger|that|none" the form
// of the clause below. A set is "*", words and @classes divided by "|"; @actor, @state and @place are what the mentions say.
func (p *parser) parseRule(text string, noun bool) (*frame, error) {
	words := strings.Fields(text)
	if len(words) == 0 {
		return nil, fmt.Errorf("a rule without a type")
	}
	f := &frame{noun: noun, weight: 0.55}
	if words[0] == "none" {
		f.none = true
	} else {
		kind, mode, _ := strings.Cut(words[0], "/")
		f.meaning = ledger.TypeMode{Type: ledger.EventType(kind), Mode: mode}
		if !f.meaning.Type.Valid() || mode != "" && !f.meaning.Valid() {
			return nil, fmt.Errorf("%q is no type and mode of PLOVER", words[0])
		}
	}
	by, to := "subj", "obj"
	if noun {
		by, to = "subj,by,poss,mod,from,between1", "to,on,against,with,between2"
	}
	weighted := false
	for _, w := range words[1:] {
		key, value, has := strings.Cut(w, "=")
		var err error
		switch {
		case key == "by" && has:
			by = value
		case key == "to" && has:
			to = value
		case key == "ctx" && has:
			f.contexts = strings.Split(value, ",")
			for _, c := range f.contexts {
				if !ledger.ValidContext(c) {
					err = fmt.Errorf("%q is no context of PLOVER", c)
				}
			}
		case key == "else" && has:
			f.elseBy = value
		case key == "tool" && has:
			f.tool = value
		case key == "w" && has:
			weighted = true
			if f.weight, err = strconv.ParseFloat(value, 64); err == nil && !(f.weight > 0 && f.weight <= 1) {
				err = fmt.Errorf("the weight %s is not between 0 and 1", value)
			}
		case key == "need" && has:
			n, ok := map[string]need{"one": needOne, "both": needBoth, "by": needBy, "to": needTo}[value]
			if f.need = n; !ok {
				err = fmt.Errorf("need=%s: want one, both, by or to", value)
			}
		case w == "light":
			value = "@light"
			fallthrough
		case key == "light":
			var s set
			s, err = p.classes.parseSet(p.lex, value)
			f.light = &s
			f.specific++
		case w == "last":
			f.last = true
		case w == "mutual":
			f.mutual = true
		case w == "plural":
			f.plural = true
		case w == "passive" || w == "active":
			f.tests = append(f.tests, test{what: ofVoice, not: w == "active"})
			f.specific++
		default:
			err = p.parseTest(f, w)
		}
		if err != nil {
			return nil, err
		}
	}
	var err error
	if by != "-" {
		if f.by, err = roles.ParseSlots(p.lex, by); err != nil {
			return nil, err
		}
	}
	if to != "-" {
		if f.to, err = roles.ParseSlots(p.lex, to); err != nil {
			return nil, err
		}
	}
	if !weighted {
		f.weight = min(0.55+0.08*float64(f.specific), 0.95)
	}
	if f.last {
		f.specific -= 100
	}
	return f, nil
}

// parseTest reads SLOT=SET and its kin. What asks for a word is more special than what asks for a class.
func (p *parser) parseTest(f *frame, w string) error {
	t := test{}
	rest, not := strings.CutPrefix(w, "!")
	t.not = not
	i := strings.IndexAny(rest, "=~")
	if i <= 0 {
		return fmt.Errorf("%q is neither an option nor a test", w)
	}
	slot, value := rest[:i], rest[i+1:]
	t.whole = rest[i] == '~'
	switch slot {
	case "comp":
		t.what = ofComplement
		for v := range strings.SplitSeq(value, "|") {
			switch v {
			case "inf":
				t.words.inf = true
			case "ger":
				t.words.ger = true
			case "that":
				t.words.that = true
			case "none":
				t.words.nothing = true
			case "*":
				t.words.any = true
			default:
				return fmt.Errorf("comp=%s: want inf, ger, that, none or *", value)
			}
		}
	case "clause":
		var err error
		t.what = ofClause
		if t.words, err = p.classes.parseSet(p.lex, value); err != nil {
			return err
		}
	default:
		s, err := roles.ParseSlots(p.lex, strings.TrimPrefix(slot, "pp."))
		if err != nil || len(s) != 1 {
			return fmt.Errorf("%q: %s is not one slot", w, slot)
		}
		t.slot = s[0]
		if t.words, err = p.classes.parseSet(p.lex, value); err != nil {
			return err
		}
	}
	switch {
	case t.not:
		f.specific++
	case t.words.any && t.slot.Kind == roles.PrepositionSlot:
		f.specific += 4
	case t.words.any:
		f.specific += 2
	case t.words.mask == 0 && len(t.words.words) == 0 && t.what == ofSlot:
		f.specific += 2 // any actor, any state
	case t.slot.Kind == roles.PrepositionSlot && t.what == ofSlot:
		f.specific += 4
	case t.words.mask != 0 || t.what == ofComplement:
		f.specific += 3
	default:
		f.specific += 4
	}
	if t.whole && !t.not {
		f.specific++
	}
	f.tests = append(f.tests, t)
	return nil
}

// parser is what the lines of a file are read with.
type parser struct {
	lex     *lexicon.Lexicon
	classes classNames
	book    *Book
}
