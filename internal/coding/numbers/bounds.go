package numbers

import (
	"strings"

	"orrery/internal/coding/lexicon"
	"orrery/internal/coding/syntax"
)

// bounds are the phrases before a number that say how exact it is, last word first.
type bounds []struct {
	words []lexicon.ID
	bound Bound
}

func newBounds(lex *lexicon.Lexicon) bounds {
	var out bounds
	for _, set := range []struct {
		bound   Bound
		phrases string
	}{
		// The longer phrase first: "no more than" is not "more than".
		{AtMost, "no more than;not more than;no greater than"},
		{AtLeast, "no fewer than;no less than;not less than;not fewer than;more than;at least;in excess of;upwards of;a minimum of;greater than;at the very least"},
		{AtMost, "fewer than;less than;at most;up to;as many as;as much as;a maximum of;at the most"},
		{About, "close to;an estimated;on the order of;somewhere around;an average of;in the region of"},
		{AtLeast, "over;above;exceeding;least;minimum"},
		{AtMost, "under;below;maximum"},
		{About, "some;about;around;roughly;approximately;nearly;almost;estimated;circa;ca.;approx."},
	} {
		for _, phrase := range strings.Split(set.phrases, ";") {
			words := strings.Fields(phrase)
			ids := make([]lexicon.ID, len(words))
			for i, w := range words {
				ids[len(words)-1-i] = lex.Intern(w)
			}
			out = append(out, struct {
				words []lexicon.ID
				bound Bound
			}{ids, set.bound})
		}
	}
	return out
}

// before is the bound that the words before token i give, and where they begin.
func (b bounds) before(s *syntax.Sentence, i int) (Bound, int) {
	for k := range b {
		words := b[k].words
		if len(words) > i {
			continue
		}
		hit := true
		for j, id := range words {
			if s.Tokens[i-1-j].Word != id {
				hit = false
				break
			}
		}
		if hit {
			return b[k].bound, i - len(words)
		}
	}
	return Exactly, i
}
