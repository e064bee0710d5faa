package forecasts

import (
	"strconv"
	"strings"

	"orrery/internal/coding/reading"
	"orrery/internal/coding/syntax"
)

// stated is a chance that the author gives as a number, 0…1, in tokens [from, to). Low and high are the same unless the author gives a
// range or a bound ("more than 60 percent").
type stated struct {
	low, high float64
	from, to  int
	likely    int // token of "likely", -1
}

func (x *stated) exact() bool { return x.low == x.high }

// numberWords are the numbers that people write out in chances.
var numberWords = strings.Fields("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")

var tensWords = strings.Fields("zero ten twenty thirty forty fifty sixty seventy eighty ninety hundred")

// valueAt is the number at token t, digits or words, without a percent sign; false if there is none.
func valueAt(s *reading.Sentence, t int) (float64, bool) {
	if t < 0 || t >= len(s.Tokens) {
		return 0, false
	}
	word := strings.TrimSuffix(strings.ToLower(s.TokenText(t)), "%")
	if v, err := strconv.ParseFloat(word, 64); err == nil {
		return v, v >= 0 && v <= 1000
	}
	tens, ones, two := strings.Cut(word, "-")
	for k, w := range tensWords[2:] {
		if tens != w {
			continue
		}
		if !two {
			return float64(10 * (k + 2)), true
		}
		for n := 1; n < 10; n++ {
			if ones == numberWords[n] {
				return float64(10*(k+2) + n), true
			}
		}
		return 0, false
	}
	for k, w := range numberWords {
		if word == w {
			return float64(k), true
		}
	}
	return 0, false
}

// percentAt is how many tokens from t on say percent; 0 if token t-1 does by itself ("70%"), -1 if none do.
func percentAt(s *reading.Sentence, t int) int {
	word := func(k int) string {
		if k >= len(s.Tokens) {
			return ""
		}
		return strings.ToLower(strings.Trim(s.TokenText(k), "-"))
	}
	switch {
	case t > 0 && strings.HasSuffix(s.TokenText(t-1), "%"):
		return 0
	case word(t) == "%" || word(t) == "percent":
		return 1
	case word(t) == "per" && word(t+1) == "cent":
		return 2
	}
	return -1
}

func (r *Reader) chanceNoun(s *reading.Sentence, t int) bool {
	return t >= 0 && t < len(s.Tokens) && (r.chances[s.Tokens[t].Lemma] || r.chances[s.Tokens[t].Word])
}

// statedChance finds a chance written as a number: "a sixty percent chance", "70 % likely", "a one in three chance", "put the risk of
// war at 40 percent". Shares of other things ("60 percent of the voters") are none.
func (r *Reader) statedChance(s *reading.Sentence) (stated, bool) {
	for t := range s.Tokens {
		if s.Tokens[t].Tag != syntax.CD { // most words: no text of theirs is looked at
			continue
		}
		v, ok := valueAt(s, t)
		if !ok {
			continue
		}
		x := stated{from: t, likely: -1}
		if n := percentAt(s, t+1); n >= 0 && v <= 100 {
			x.low, x.high, x.to = v/100, v/100, t+1+n
			if w, two := valueAt(s, t-2); two && w < v && (s.Tokens[t-1].Word == r.w.to || strings.Trim(s.TokenText(t-1), "-–") == "") {
				x.low, x.from = w/100, t-2
			}
		} else if w, two := valueAt(s, t+2); two && s.Tokens[t+1].Word == r.w.in && w > 1 && v <= w {
			x.low, x.high, x.to = v/w, v/w, t+3
		} else {
			continue
		}
		if !r.ofChance(s, &x) {
			continue
		}
		if x.exact() && x.from > 0 { // a bound is no number of the author's for the chance itself
			switch before := strings.ToLower(s.TokenText(x.from - 1)); before {
			case "than", "least", "over", "above":
				if before == "than" && x.from > 1 && strings.EqualFold(s.TokenText(x.from-2), "less") {
					x.low = 0
				} else {
					x.high = 1
				}
			case "under", "below", "most":
				x.low = 0
			}
		}
		return x, true
	}
	return stated{}, false
}

// ofChance says whether the number x is one of a chance, and takes the words that say so into it.
func (r *Reader) ofChance(s *reading.Sentence, x *stated) bool {
	for t := x.to; t < min(x.to+3, len(s.Tokens)); t++ {
		switch {
		case r.chanceNoun(s, t):
			x.to = t + 1
			return true
		case t == x.to && (s.Tokens[t].Word == r.w.likely || s.Tokens[t].Word == r.w.certain || s.Tokens[t].Word == r.w.sure):
			x.to, x.likely = t+1, t
			return true
		case !s.Tokens[t].Tag.Adjective():
			t = len(s.Tokens)
		}
	}
	for t := x.from - 1; t >= 0 && t >= x.from-16; t-- { // "the chance of a war is 40 percent", "with a probability of 70 percent"
		if s.Tokens[t].Tag == syntax.Stop || s.Tokens[t].Tag == syntax.Colon {
			return false
		}
		if !r.chanceNoun(s, t) {
			continue
		}
		b := x.from - 1
		for b > t && (s.Tokens[b].Tag == syntax.RB || r.nearly[s.Tokens[b].Word]) {
			b--
		}
		return s.Tokens[b].Word == r.w.at || s.Tokens[b].Lemma == r.w.be || b == t+1 && s.Tokens[b].Word == r.w.of
	}
	return false
}

// numbered is the future whose chance x is: what stands behind "likely to", "chance that", "chance of", else the best of the others.
func (r *Reader) numbered(s *reading.Sentence, x stated, best future, have bool) (future, bool) {
	f := future{rule: "number", verb: -1, noun: -1, clause: -1, subject: -1, from: x.from, to: x.to, number: &x}
	if x.likely >= 0 && x.to < len(s.Tokens) && s.Tokens[x.to].Word == r.w.to {
		f.verb = verbFrom(s, x.to, x.to+4)
		if f.verb < 0 {
			return best, have
		}
		f.clause = clauseAt(s, x.from, f.verb)
		if f.subject = subjectOf(s, f.clause); f.subject < 0 {
			f.subject = nounBefore(s, x.from)
		}
		return f, true
	}
	at := x.to // behind the noun of chance
	for t := max(0, x.from-16); t < x.from; t++ {
		if r.chanceNoun(s, t) {
			at = t + 1
		}
	}
	past := false
	for t := max(0, min(at, x.from)-6); t < min(at, x.from); t++ {
		past = past || s.Tokens[t].Tag == syntax.VBD && s.Tokens[t].Lemma == r.w.be
	}
	if at >= len(s.Tokens) {
		return r.carried(best, have, x)
	}
	switch w := s.Tokens[at].Word; {
	case w == r.w.that || x.likely >= 0 && x.to == at || s.Tokens[at].Tag.Noun():
		for k := range s.Clauses {
			if v := &s.Phrases[s.Clauses[k].Verb]; v.From >= at && v.Verb.Form == syntax.Finite {
				if past && r.modalOf(s, v) != r.w.would {
					return future{}, false
				}
				f.verb, f.clause, f.subject, f.denied = s.Clauses[k].Verb, k, subjectOf(s, k), v.Verb.Negated >= 0
				return f, true
			}
		}
	case w == r.w.of && at+1 < len(s.Tokens) && at+1 != x.from && !past:
		if v := verbFrom(s, at+1, at+3); v >= 0 && s.Tokens[s.Phrases[v].Head].Tag == syntax.VBG {
			f.verb, f.clause = v, clauseAt(s, x.from, v)
			if f.subject = subjectOf(s, clauseAt(s, x.from, -1)); f.subject < 0 {
				f.subject = nounBefore(s, x.from)
			}
			return f, true
		}
		if f.noun = nounFrom(s, at+1, at+4); f.noun >= 0 {
			return f, true
		}
	}
	if past {
		return future{}, false
	}
	return r.carried(best, have, x)
}

// carried gives the number to a future that was found without it: "will, with a probability of 70 percent, leave".
func (*Reader) carried(best future, have bool, x stated) (future, bool) {
	if have {
		best.number, best.hedge, best.weak = &x, nil, false
	}
	return best, have
}
