package stances

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"orrery/internal/coding/knowledge"
	"orrery/internal/coding/lexicon"
	"orrery/ledger"
)

// index knows by which words a reaction item is named.
type index struct {
	items []item
	term  []uint16 // by word: one more than its place in terms; 0: none
	terms []term
	state map[string]uint16 // by code of an actor: its term, as term has it
}

type item struct {
	*ledger.Item
	first, last ledger.Day // T0
	full        float64    // sum of the rareness of its title's words
	side        int        // of what the title names: +1 the hub's doing, -1 done to the hub, 0 unknown
	parties     []string   // codes of the states that the title names
	with        answer
	against     answer
	own         bool // its title has words that tell it from others: a document about it names one of them
}

type term struct {
	in   []posting
	rare float64 // natural logarithm of items per item that has it
	name bool    // names a state or its people
	own  []int32 // the items that it tells from others: it stands in their titles, and is no word for a kind of thing
}

type posting struct {
	item   int32
	weight float64
}

// Where a word stands in an item says how much it tells.
const (
	inTitle    = 1.0
	inQuestion = 0.4
	ofVotes    = 0.75 // of a roll call's words: what was voted on is named by the item on the matter itself first
)

func newIndex(lex *lexicon.Lexicon, k *knowledge.Region, n *nouns, answers []answerStems) *index {
	x := &index{state: map[string]uint16{}}
	names := namesOf(k)
	weights := map[string][]posting{}
	var order []string
	for i, it := range k.Items {
		own := item{Item: it, parties: names.in(it.Title)}
		own.first, own.last = it.T0.Span()
		own.side = n.sideOf(it.Title, names, it.Hub)
		own.with, own.against = answerOf(it.With, answers), answerOf(it.Against, answers)
		x.items = append(x.items, own)
		seen := map[string]bool{}
		for text, weight := range pairsOf(it.Title, inTitle, it.Question, inQuestion) {
			for _, w := range contentWords(text) {
				w = n.kinOf(w)
				if code := names.code(w); code != "" {
					w = "@" + code
				}
				if seen[w] {
					continue
				}
				seen[w] = true
				if weights[w] == nil {
					order = append(order, w)
				}
				if it.RollCall != "" {
					weights[w] = append(weights[w], posting{int32(i), ofVotes * weight})
				} else {
					weights[w] = append(weights[w], posting{int32(i), weight})
				}
			}
		}
	}
	for _, w := range order {
		t := term{in: weights[w], name: strings.HasPrefix(w, "@") || names.person(w)}
		total := 0.0
		for _, p := range t.in {
			total += p.weight
		}
		t.rare = math.Log(float64(1+len(k.Items)) / max(total, .5))
		for _, p := range t.in {
			if p.weight != inQuestion && p.weight != ofVotes*inQuestion {
				x.items[p.item].full += t.rare * p.weight
				if !strings.HasPrefix(w, "@") && n.class[w] == "" && !n.common[w] {
					t.own = append(t.own, p.item)
					x.items[p.item].own = true
				}
			}
		}
		x.terms = append(x.terms, t)
		if code, ok := strings.CutPrefix(w, "@"); ok {
			x.state[code] = uint16(len(x.terms))
		}
		x.learn(lex, w, names, n, uint16(len(x.terms)))
	}
	return x
}

// learn gives the forms of a word the place of its term.
func (x *index) learn(lex *lexicon.Lexicon, w string, names stateNames, n *nouns, place uint16) {
	forms := []string{w, w + "s", w + "ed", strings.TrimSuffix(w, "s")}
	if code, ok := strings.CutPrefix(w, "@"); ok {
		forms = names.words(code)
	}
	forms = append(forms, n.kin(w)...)
	for _, f := range forms {
		id := lex.Intern(f)
		if grow := int(id) + 1 - len(x.term); grow > 0 {
			x.term = append(x.term, make([]uint16, grow)...)
		}
		if x.term[id] == 0 {
			x.term[id] = place
		}
	}
}

// pairsOf yields a title and a question with their weights, the title first.
func pairsOf(title string, a float64, question string, b float64) func(func(string, float64) bool) {
	return func(yield func(string, float64) bool) {
		_ = yield(title, a) && yield(question, b)
	}
}

// contentWords is the folded words of a text without those that tell nothing.
func contentWords(text string) []string {
	var out []string
	for w := range strings.FieldsFuncSeq(lexicon.Fold(text), func(r rune) bool { return !unicode.IsLetter(r) && r != '-' && r != '\'' }) {
		w = strings.TrimSuffix(w, "'s")
		if len(w) > 2 && !slices.Contains(emptyWords, w) {
			out = append(out, w)
		}
	}
	return out
}

var emptyWords = strings.Fields(`the and for did how was were that this with after from into what which who whose state states head government first about its
		their not than them they has had have leader leaders vote join say said public publicly member members near four two three within until such own neighbour neighbours neighbor
		reported full-scale reactions level words days weeks between other against under over when where while does support back condemn recognise respond
		stand take took part country shortly before later once called named help new large largest since year years`)
