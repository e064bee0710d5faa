package dates

import (
	"strings"

	"orrery/internal/coding/lexicon"
	"orrery/internal/coding/syntax"
)

// class is what a word does in a date.
type class uint8

const (
	none class = iota
	month
	weekday
	unit
	season
	dayWord // yesterday, today, tomorrow: value is days from publication plus 2
	last    // last, past, previous, recent …; value says which
	this
	next
	part    // early, mid, late: value 1, 2, 3
	edge    // beginning, middle, end: value 1, 2, 3
	vague   // few, several, many
	quarter // first … fourth
	ordinal // fifth, 21st by its digits
	hour    // morning, evening, night …
	weekend
	quarterWord
	century
	direction // ago, later, earlier, before, after; value says which
	article   // the
	single    // a, an, one
	bound     // more, than, least, about …
	sign      // since, until, by …; value indexes signs
	of
	and
	through
	starting // from, between
	adverb   // recently
	same     // same, following, day before: words of time that the text does not anchor
)

// The values of last and of direction.
const (
	lastOne uint8 = iota + 1 // last, previous
	lastFew                  // past: of lengths only
	recent
)
const (
	ago uint8 = iota + 1
	later
	earlier
	before
	after
)

// The values of unit; hours is how long each is.
const (
	minutes uint8 = iota
	hours
	days
	weeks
	months
	years
	decades
	centuries
)

var unitHours = [...]int{0, 1, 24, 7 * 24, 30 * 24, 365 * 24, 3650 * 24, 36500 * 24}

var signs = [...]Sign{At, Since, Until, By, Within, After, Before, Length}

type word struct {
	class class
	value uint8
}

func (f *Finder) put(lex *lexicon.Lexicon, c class, value uint8, words string) {
	for _, w := range strings.Fields(words) {
		id := lex.Intern(w)
		for int(id) >= len(f.words) {
			f.words = append(f.words, word{})
		}
		f.words[id] = word{c, value}
	}
}

func (f *Finder) learn(lex *lexicon.Lexicon) {
	for i, names := range []string{"january jan jan.", "february feb feb.", "march mar.", "april apr apr.", "may", "june jun.", "july jul.", "august aug aug.",
		"september sept sep sept. sep.", "october oct oct.", "november nov nov.", "december dec dec."} {
		f.put(lex, month, uint8(i+1), names)
	}
	for i, name := range strings.Fields("monday tuesday wednesday thursday friday saturday sunday") {
		f.put(lex, weekday, uint8(i+1), name)
	}
	for i, names := range []string{"minute minutes", "hour hours", "day days", "week weeks", "month months", "year years", "decade decades", "century centuries"} {
		f.put(lex, unit, uint8(i), names)
	}
	for i, names := range []string{"spring", "summer", "autumn fall", "winter"} {
		f.put(lex, season, uint8(i), names)
	}
	f.put(lex, dayWord, 1, "yesterday")
	f.put(lex, dayWord, 2, "today tonight")
	f.put(lex, dayWord, 3, "tomorrow")
	f.put(lex, last, lastOne, "last previous")
	f.put(lex, last, lastFew, "past preceding")
	f.put(lex, last, recent, "recent")
	f.put(lex, this, 0, "this current")
	f.put(lex, next, 0, "next coming upcoming forthcoming")
	for i, names := range []string{"early", "mid", "late"} {
		f.put(lex, part, uint8(i+1), names)
	}
	for i, names := range []string{"beginning start outset", "middle", "end close"} {
		f.put(lex, edge, uint8(i+1), names)
	}
	f.put(lex, vague, 0, "few several many some couple dozens numerous")
	for i, name := range strings.Fields("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth") {
		f.put(lex, ordinal, uint8(i+1), name)
	}
	f.put(lex, hour, 0, "morning afternoon evening night midnight noon")
	f.put(lex, weekend, 0, "weekend")
	f.put(lex, quarterWord, 0, "quarter")
	for i, name := range []string{"ago", "later", "earlier", "before", "after"} {
		f.put(lex, direction, uint8(i+1), name)
	}
	f.put(lex, article, 0, "the")
	f.put(lex, single, 0, "a an")
	f.put(lex, bound, 0, "more than least most about at nearly almost over around roughly some up less approximately another next only just the")
	f.put(lex, article, 0, "the")
	f.put(lex, next, 0, "next")
	f.put(lex, vague, 0, "some")
	f.put(lex, sign, 0, "on in during at throughout")
	f.put(lex, sign, 1, "since")
	f.put(lex, sign, 2, "until till")
	f.put(lex, sign, 3, "by")
	f.put(lex, sign, 4, "within")
	f.put(lex, sign, 7, "for")
	f.put(lex, starting, 0, "from between")
	f.put(lex, of, 0, "of")
	f.put(lex, and, 0, "and")
	f.put(lex, through, 0, "to through")
	f.put(lex, same, 0, "same following")
	f.put(lex, adverb, 0, "recently lately nowadays")
}

// at is the word at token i; none beyond the edges.
func (p *parser) at(i int) word {
	if i < 0 || i >= len(p.s.Tokens) {
		return word{}
	}
	if id := p.s.Tokens[i].Word; int(id) < len(p.f.words) {
		return p.f.words[id]
	}
	return word{}
}

func (p *parser) is(i int, c class) bool { return p.at(i).class == c }

func (p *parser) comma(i int) bool {
	return i >= 0 && i < len(p.s.Tokens) && p.s.Tokens[i].Tag == syntax.Comma
}

// text is the words of token i, "" beyond the edges.
func (p *parser) text(i int) string {
	if i < 0 || i >= len(p.s.Tokens) {
		return ""
	}
	return p.s.TokenText(i)
}

// monthNamed is the number of a month by its name, 0 for other words.
func (f *Finder) monthNamed(name string) int {
	var buf [24]byte
	if len(name) > len(buf)/2 {
		return 0
	}
	if id := f.lex.ID(lexicon.AppendFold(buf[:0], name)); int(id) < len(f.words) && f.words[id].class == month {
		return int(f.words[id].value)
	}
	return 0
}
