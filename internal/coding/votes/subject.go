package votes

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"orrery/internal/coding/dates"
	"orrery/internal/coding/reading"
	"orrery/internal/coding/syntax"
	"orrery/internal/coding/wording"
	"orrery/ledger"
)

// matter is what was voted on, as far as the text says.
type matter struct {
	symbol     string // "" when no roll call, or more than one, fits
	words      string // how the text names it
	when       ledger.Date
	candidates []string
	sentence   int
	why        string // for the trace
}

const (
	leastScore  = 2.5 // sum of the rareness of the words that a roll call shares with the text, in natural logarithms
	leastLead   = 1.15
	carriedOver = 12 // sentences
)

// matterOf is what is voted on in a sentence that tells a vote; own: the sentence itself names it.
func (x *Reader) matterOf(r *reading.Reading, i int, m *wording.Match) (matter, bool) {
	s := &r.Sentences[i]
	if sym, words := x.symbolIn(s); sym != "" || words != "" {
		for k := range x.calls {
			if c := &x.calls[k]; c.Symbol == sym {
				return matter{symbol: sym, words: words, when: c.When, sentence: i, why: "roll call named by its symbol"}, true
			}
		}
		return matter{words: words, sentence: i, why: "symbol of no known roll call"}, true
	}
	from, to := x.named(s)
	if from < 0 && (m.Class == "yes" || m.Class == "no") && m.To < len(s.Tokens) {
		// "voted against suspending Russia": the matter itself, taken only when it fits a roll call
		out := matter{sentence: i}
		end := m.To
		telling := false // "it", "that" tell nothing by themselves
		for end < len(s.Tokens) && s.Tokens[end].Tag != syntax.Comma && s.Tokens[end].Tag != syntax.Stop && s.Tokens[end].Tag != syntax.Colon && s.Tokens[end].Tag != syntax.CC {
			telling = telling || s.Tokens[end].Tag.Noun()
			end++
		}
		if telling {
			out.words = s.TokenSpan(m.To, end).Of(s.Text)
			x.fit(r, s, m.To, end, &out)
		}
		return out, out.symbol != ""
	}
	if from < 0 {
		return matter{}, false
	}
	out := matter{words: s.TokenSpan(from, to).Of(s.Text), sentence: i}
	x.fit(r, s, from, to, &out)
	return out, true
}

// symbolIn is the symbol of a resolution in a sentence: A/RES/ES-11/1, ES-11/1, 68/262. It tells the known symbol, and the words.
func (x *Reader) symbolIn(s *reading.Sentence) (symbol, words string) {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.Shape&syntax.Numeric == 0 {
			continue
		}
		from, to := i, i+1
		// A symbol may have been cut at its strokes and dashes: put it together as far as no space stands between.
		for from > 0 && s.Tokens[from-1].End == s.Tokens[from].Start && s.Tokens[from-1].Tag != syntax.Bracket && s.Tokens[from-1].Tag != syntax.OpenQ {
			from--
		}
		for to < len(s.Tokens) && s.Tokens[to].Start == s.Tokens[to-1].End && strings.ContainsAny(s.TokenText(to), "/-0123456789") {
			to++
		}
		w := strings.TrimRight(s.TokenSpan(from, to).Of(s.Text), ".,;:)")
		if strings.ContainsRune(w, '/') {
			bare := strings.TrimPrefix(strings.ToUpper(w), "A/RES/")
			for k := range x.calls {
				if c := &x.calls[k]; strings.TrimPrefix(c.Symbol, "A/RES/") == bare {
					return c.Symbol, w
				}
			}
		}
		if from > 0 && slices.Contains(x.resolu[:1], s.Tokens[from-1].Lemma) {
			return "", s.TokenSpan(from-1, to).Of(s.Text)
		}
	}
	return "", ""
}

// named is the words that name what is voted on: from "resolution" to the end of what tells of it; -1 when there are none.
func (x *Reader) named(s *reading.Sentence) (from, to int) {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if !slices.Contains(x.resolu, t.Lemma) && !slices.Contains(x.resolu, t.Word) {
			continue
		}
		to = i + 1
		for to < len(s.Tokens) && to < i+30 {
			if tag := s.Tokens[to].Tag; tag == syntax.Comma || tag == syntax.Stop || tag == syntax.Colon || tag == syntax.Bracket {
				break
			}
			to++
		}
		return i, to
	}
	return x.ballotIn(s)
}

// ballotIn is the words that say which vote is meant, "the vote of 2 March", "the vote that deplored …"; -1 when they say nothing of it.
func (x *Reader) ballotIn(s *reading.Sentence) (from, to int) {
	for i := 1; i+2 < len(s.Tokens); i++ {
		t := &s.Tokens[i]
		if t.Word != x.ballot[0] && t.Word != x.ballot[1] || !t.Tag.Noun() {
			continue
		}
		switch strings.ToLower(s.TokenText(i + 1)) {
		case "of", "on", "in":
			for _, d := range s.Dates {
				if d.From >= i+2 && d.From <= i+3 && !d.When.IsZero() {
					return i, d.To
				}
			}
			if strings.EqualFold(s.TokenText(i+1), "in") {
				continue // "the vote in New York" is a place
			}
		case "that", "which":
		default:
			continue
		}
		to = i + 1
		for to < len(s.Tokens) && to < i+30 {
			if tag := s.Tokens[to].Tag; tag == syntax.Comma || tag == syntax.Stop || tag == syntax.Colon || tag == syntax.Bracket {
				break
			}
			to++
		}
		return i, to
	}
	return -1, -1
}

// fit finds the one roll call that the words and dates of a sentence mean.
func (x *Reader) fit(r *reading.Reading, s *reading.Sentence, from, to int, out *matter) {
	words := stems(s.TokenSpan(from, to).Of(s.Text))
	month, year := x.dated(s)
	latest := r.Document.Published
	if latest.IsZero() {
		latest = r.Document.Retrieved
	}
	if c := x.onDay(s); c != nil {
		out.symbol, out.when, out.why = c.Symbol, c.When, "roll call known by its body and day: there was no other on that day"
		return
	}
	type scored struct {
		call  *call
		score float64
	}
	var list []scored
	for k := range x.calls {
		c := &x.calls[k]
		if !latest.IsZero() && latest.Before(c.When) == ledger.Certainly {
			continue
		}
		day := c.first.Time()
		if month > 0 && int(day.Month()) != month || year > 0 && day.Year() != year {
			continue
		}
		if score := x.score(c, words); score > 0 {
			list = append(list, scored{c, score})
		}
	}
	slices.SortStableFunc(list, func(a, b scored) int {
		if a.score != b.score {
			return int(math.Copysign(1, b.score-a.score))
		}
		return strings.Compare(a.call.Symbol, b.call.Symbol)
	})
	switch {
	case len(list) > 0 && list[0].score >= leastScore && (len(list) == 1 || list[0].score >= leastLead*list[1].score):
		c := list[0].call
		out.symbol, out.when = c.Symbol, c.When
		out.why = fmt.Sprintf("roll call known by its words and date, score %.1f", list[0].score)
	default:
		out.why = "no roll call fits better than all others"
		for k := 0; k < len(list) && k < 4; k++ {
			out.candidates = append(out.candidates, list[k].call.Symbol)
		}
	}
}

// score sums the rareness of the words that the call and the text share.
func (x *Reader) score(c *call, words []string) float64 {
	sum := 0.0
	var seen []string
	for _, w := range words {
		if slices.Contains(seen, w) || !slices.Contains(c.stems, w) {
			continue
		}
		seen = append(seen, w)
		n := 0
		for k := range x.calls {
			if slices.Contains(x.calls[k].stems, w) {
				n++
			}
		}
		sum += math.Log(float64(1+len(x.calls)) / float64(n))
	}
	return sum
}

// dated is the month and the year that the sentence gives; 0: none. A month without a year is of the year that its date was anchored on,
// or of any year.
func (x *Reader) dated(s *reading.Sentence) (month, year int) {
	for _, d := range s.Dates {
		if d.When.IsZero() || d.Lag > 0 {
			continue
		}
		first, last := d.When.Span()
		if last-first <= 31 {
			return int(first.Time().Month()), first.Time().Year()
		}
		if last-first <= 366 {
			year = first.Time().Year()
		}
	}
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if n := x.months[t.Word]; n > 0 && t.Shape&syntax.Capital != 0 && t.Shape&syntax.Opening == 0 && i > 0 && s.Tokens[i-1].Tag == syntax.IN {
			month = n
		}
	}
	return month, year
}

// onDay is the roll call of the day that the sentence tells, where it names the United Nations or the General Assembly and no other body; nil when there was
// none that day, or more than one.
func (x *Reader) onDay(s *reading.Sentence) *call {
	named := false
	for i := range s.Tokens {
		switch strings.ToLower(s.TokenText(i)) {
		case "un", "unga":
			named = true
		case "nations", "assembly":
			named = named || i > 0 && (strings.EqualFold(s.TokenText(i-1), "united") || strings.EqualFold(s.TokenText(i-1), "general"))
		case "security", "council", "parliament":
			return nil
		}
	}
	if !named {
		return nil
	}
	var found *call
	for _, d := range s.Dates {
		if d.When.IsZero() || d.Lag > 0 || d.Kind != dates.Exact {
			continue
		}
		for k := range x.calls {
			c := &x.calls[k]
			if first, last := d.When.Span(); first != last || first != c.first {
				continue
			}
			if found != nil && found != c {
				return nil
			}
			found = c
		}
	}
	return found
}
