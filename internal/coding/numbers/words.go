package numbers

import (
	"strings"

	"orrery/internal/coding/lexicon"
	"orrery/internal/coding/syntax"
)

// class is what a word does beside a number.
type class uint8

const (
	none class = iota
	crowd
	dozen
	percent
	money
	mark     // $ and its like
	month    // makes a number a day
	dead     // killed, died …: value 1 where the verb takes the dead as its object
	hurt     // injured …
	held     // arrested …
	homeless // displaced …
	helper   // be, have, modals and adverbs between a number and its verb
	bound
	span // a unit of time: dates read those
)

type word struct {
	class class
	value float64
}

func (f *Finder) put(lex *lexicon.Lexicon, c class, value float64, words string) {
	for _, w := range strings.Fields(words) {
		f.set(lex.Intern(w), word{c, value})
	}
}

func (f *Finder) set(id lexicon.ID, w word) {
	for int(id) >= len(f.words) {
		f.words = append(f.words, word{})
	}
	f.words[id] = w
}

func (f *Finder) learn(lex *lexicon.Lexicon) {
	f.put(lex, crowd, 20, "tens")
	f.put(lex, crowd, 24, "dozens")
	f.put(lex, crowd, 40, "scores")
	f.put(lex, crowd, 200, "hundreds")
	f.put(lex, crowd, 2000, "thousands")
	f.put(lex, crowd, 2e6, "millions")
	f.put(lex, crowd, 2e9, "billions")
	f.put(lex, dozen, 12, "dozen")
	f.put(lex, percent, 0, "percent % per-cent percentage")
	f.put(lex, month, 0, "january february march april may june july august september october november december jan. feb. aug. sept. oct. nov. dec. jan feb aug sept oct nov dec")
	for code, words := range map[string]string{
		"USD": "$ dollar dollars usd", "EUR": "€ euro euros eur", "GBP": "£ sterling gbp", "JPY": "¥ yen", "RUB": "₽ ruble rubles rouble roubles rub", "UAH": "hryvnia hryvnias hryvnya uah",
		"CNY": "yuan renminbi cny", "KZT": "tenge kzt", "UZS": "sum soum uzs", "KGS": "som soms kgs", "TJS": "somoni somonis tjs", "TMT": "manat manats", "GEL": "lari gel", "AMD": "dram drams",
		"BYN": "byn", "MDL": "lei mdl", "TRY": "lira liras", "INR": "rupee rupees", "CHF": "franc francs",
	} {
		for _, w := range strings.Fields(words) {
			id := lex.Intern(w)
			f.codes[id] = code
			c := money
			if len(w) < 5 && w[0] >= 0x80 || w == "$" {
				c = mark
			}
			f.set(id, word{c, 0})
		}
	}
	f.put(lex, dead, 1, "kill kills killed killing murder murdered murdering slay slain massacre massacred massacring execute executed executing behead beheaded assassinate assassinated claim-lives")
	f.put(lex, dead, 0, "die dies died dying dead death deaths fatality fatalities perish perished perishing drown drowned casualties toll")
	f.put(lex, hurt, 1, "injure injures injured injuring wound wounds wounded hurt  hurting maim maimed maiming hospitalise hospitalised hospitalize hospitalized")
	f.put(lex, hurt, 0, "injuries hospitalization hospitalizations hospitalisation hospitalisations wounding")
	f.put(lex, held, 1, "arrest arrests arrested arresting detain detains detained detaining imprison imprisoned imprisoning jail jailed jailing apprehend apprehended capture captured capturing")
	f.put(lex, held, 0, "detainees detention detentions prisoners")
	f.put(lex, homeless, 1, "displace displaces displaced displacing evacuate evacuated evacuating evict evicted evicting uproot uprooted uprooting resettle resettled")
	f.put(lex, homeless, 0, "flee flees fled fleeing refugees homeless evacuees")
	f.put(lex, span, 0, "minute minutes hour hours day days week weeks month months year years decade decades century centuries time times")
	f.put(lex, helper, 0, "is are was were be been being has have had having who that also reportedly later still already allegedly feared left reported confirmed believed to people others more them")
}

func (f *Finder) at(s *syntax.Sentence, i int) word {
	if i < 0 || i >= len(s.Tokens) {
		return word{}
	}
	if id := s.Tokens[i].Word; int(id) < len(f.words) {
		return f.words[id]
	}
	return word{}
}

// casualties are the words of Found.Casualty.
func casualty(c class) string {
	switch c {
	case dead:
		return "dead"
	case hurt:
		return "injured"
	case held:
		return "arrested"
	case homeless:
		return "displaced"
	}
	return ""
}
