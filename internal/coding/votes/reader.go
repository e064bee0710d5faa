package votes

import (
	_ "embed"
	"strings"
	"unicode"

	"orrery/internal/coding/knowledge"
	"orrery/internal/coding/lexicon"
	"orrery/internal/coding/wording"
	"orrery/ledger"
)

//go:embed data/turns.txt
var turnsText string

// Reader finds claims on votes. It is only read after New.
type Reader struct {
	turns  *wording.Book
	calls  []call
	votes  map[string]ledger.VoteChoice // symbol and actor
	names  map[string]string
	bodies map[string]bool // organisations: they do not vote
	resolu []lexicon.ID    // resolution, text, draft: what is voted on
	ballot [2]lexicon.ID   // vote, votes
	months map[lexicon.ID]int
}

// call is a roll call with the stems that it is named by.
type call struct {
	*ledger.RollCall
	first ledger.Day
	stems []string
}

// New puts a reader together. Errors: faults in the data file, with file and line.
func New(lex *lexicon.Lexicon, k *knowledge.Region) (*Reader, error) {
	turns, err := wording.Load(lex, "votes/data/turns.txt", turnsText)
	if err != nil {
		return nil, err
	}
	r := &Reader{turns: turns, votes: map[string]ledger.VoteChoice{}, names: map[string]string{}, bodies: map[string]bool{}, months: map[lexicon.ID]int{}}
	for _, w := range []string{"resolution", "draft", "document", "motion", "text"} {
		r.resolu = append(r.resolu, lex.Intern(w))
	}
	r.ballot = [2]lexicon.ID{lex.Intern("vote"), lex.Intern("votes")}
	for i, m := range strings.Fields("january february march april may june july august september october november december") {
		r.months[lex.Intern(m)] = i + 1
	}
	asked := map[string]string{} // what the items say of a roll call helps to know it
	for _, it := range k.Items {
		asked[it.RollCall] += " " + it.Title + " " + it.Question
	}
	for _, c := range k.RollCalls {
		own := call{RollCall: c, stems: stems(c.Title + asked[c.Symbol])}
		own.first, _ = c.When.Span()
		r.calls = append(r.calls, own)
	}
	for _, v := range k.Votes {
		r.votes[v.RollCall+"/"+v.Actor] = v.Choice
	}
	for _, a := range k.Actors {
		r.names[a.Code] = a.Name()
		r.bodies[a.Code] = a.Type == ledger.ActorOrganisation || a.Type == ledger.ActorPowerBloc
	}
	return r, nil
}

// stems is the telling words of a text, each cut so that "withdrawal" meets "withdraw" and "Ukrainian" meets "Ukraine".
func stems(text string) []string {
	var out []string
	for w := range strings.FieldsFuncSeq(lexicon.Fold(text), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if s := stem(w); s != "" {
			out = append(out, s)
		}
	}
	return out
}

const empty = " the and for from with that this who how did was were had has have state states vote voted voting resolution text general assembly united nations " +
	"did not its their which under after before against about into over un unga its first other concerning calling called question situation opposed "

func stem(w string) string {
	if len(w) < 3 || strings.Contains(empty, " "+w+" ") {
		return ""
	}
	for _, end := range []string{"ings", "ing", "als", "al", "ians", "ian", "ions", "ion", "ia", "ed", "es", "e", "s"} {
		if rest, ok := strings.CutSuffix(w, end); ok && len(rest) >= 4 {
			return rest
		}
	}
	return w
}
