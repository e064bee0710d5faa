package statements

import (
	"sync"

	"orrery/internal/coding/reading"
	"orrery/internal/coding/syntax"
)

// scan is one sentence while attributions are looked for in it.
type scan struct {
	r      *Reader
	doc    *reading.Reading
	i      int // index of s in doc
	s      *reading.Sentence
	phrase []int32 // by token: the phrase that holds it, -1
	clause []int32 // by phrase: the clause whose verb it is, -1
	quotes []quote
	found  []reading.Said
	used   []bool // by quote: some cue took it
}

// quote is a quotation in tokens [from, to), without its marks.
type quote struct {
	syntax.Span
	from, to     int
	opens, shuts bool // its mark stands in this sentence
}

var scans = sync.Pool{New: func() any { return new(scan) }}

func newScan(r *Reader, doc *reading.Reading, i int) *scan {
	c := scans.Get().(*scan)
	s := &doc.Sentences[i]
	c.r, c.doc, c.i, c.s = r, doc, i, s
	c.phrase = fill(c.phrase, len(s.Tokens))
	c.clause = fill(c.clause, len(s.Phrases))
	for i := range s.Phrases {
		p := &s.Phrases[i]
		for t := max(p.From, 0); t < p.To && t < len(s.Tokens); t++ {
			if c.phrase[t] < 0 || p.Kind == syntax.VG {
				c.phrase[t] = int32(i)
			}
		}
	}
	for i := range s.Clauses {
		if v := s.Clauses[i].Verb; v >= 0 && v < len(c.clause) {
			c.clause[v] = int32(i)
		}
	}
	c.quotes, c.used, c.found = c.quotes[:0], c.used[:0], nil
	t := 0
	for _, span := range s.Quoted {
		q := quote{Span: span}
		for t < len(s.Tokens) && s.Tokens[t].Start < span.Start {
			t++
		}
		q.from = t
		for t < len(s.Tokens) && s.Tokens[t].End <= span.End {
			t++
		}
		q.to = t
		if q.from >= q.to {
			continue
		}
		q.opens = q.from > 0 && s.Tokens[q.from-1].End == span.Start
		q.shuts = q.to < len(s.Tokens) && s.Tokens[q.to].Start == span.End
		c.quotes, c.used = append(c.quotes, q), append(c.used, false)
	}
	return c
}

func (c *scan) free() {
	c.r, c.doc, c.s, c.found = nil, nil, nil, nil
	scans.Put(c)
}

func fill(a []int32, n int) []int32 {
	if cap(a) < n {
		a = make([]int32, n)
	}
	a = a[:n]
	for i := range a {
		a[i] = -1
	}
	return a
}

// np is the noun phrase that holds token t, -1 if none does.
func (c *scan) np(t int) int {
	if t < 0 || t >= len(c.phrase) || c.phrase[t] < 0 || c.s.Phrases[c.phrase[t]].Kind != syntax.NP {
		return -1
	}
	return int(c.phrase[t])
}

// vg is the verb group that holds token t, -1 if none does.
func (c *scan) vg(t int) int {
	if t < 0 || t >= len(c.phrase) || c.phrase[t] < 0 || c.s.Phrases[c.phrase[t]].Kind != syntax.VG {
		return -1
	}
	return int(c.phrase[t])
}

func (c *scan) tag(t int) syntax.Tag {
	if t < 0 || t >= len(c.s.Tokens) {
		return syntax.NoTag
	}
	return c.s.Tokens[t].Tag
}

// quoteFrom is the quote whose first token is t, -1 if none begins there.
func (c *scan) quoteFrom(t int) int {
	for i := range c.quotes {
		if c.quotes[i].from == t {
			return i
		}
	}
	return -1
}

// quoteBefore is the quote whose words end right before token t, marks and a comma between them left aside; -1 if there is none.
func (c *scan) quoteBefore(t int) int {
	for i := len(c.quotes) - 1; i >= 0; i-- {
		q := &c.quotes[i]
		end := q.to
		if q.shuts {
			end++
		}
		if end == t || end == t-1 && c.tag(end) == syntax.Comma {
			return i
		}
	}
	return -1
}

// within is the quote that holds token t, -1 outside of quotes.
func (c *scan) within(t int) int {
	for i := range c.quotes {
		if c.quotes[i].from <= t && t < c.quotes[i].to {
			return i
		}
	}
	return -1
}

// bounds is the run of tokens that an attribution with its cue at t may use: the quote that t stands in, else the sentence.
func (c *scan) bounds(t int) (from, to int) {
	if q := c.within(t); q >= 0 {
		return c.quotes[q].from, c.quotes[q].to
	}
	return 0, len(c.s.Tokens)
}

// maxRun is how many sentences a quotation may run over.
const maxRun = 40

// full is the span of quote q with what it has in the sentences before and after.
func (c *scan) full(q int) syntax.Span {
	x := &c.quotes[q]
	span := x.Span
	if !x.opens && x.from == 0 {
		for j := c.i - 1; j >= 0 && j >= c.i-maxRun; j-- {
			s := &c.doc.Sentences[j]
			if len(s.Quoted) == 0 || s.Block != c.s.Block {
				break
			}
			span.Start = s.Quoted[len(s.Quoted)-1].Start
			if len(s.Quoted) > 1 || !begins(s) {
				break
			}
		}
	}
	if !x.shuts {
		for j := c.i + 1; j < len(c.doc.Sentences) && j <= c.i+maxRun; j++ {
			s := &c.doc.Sentences[j]
			if len(s.Quoted) == 0 || s.Block != c.s.Block || !begins(s) {
				break
			}
			span.End = s.Quoted[0].End
			if ends(s) {
				break
			}
		}
	}
	return span
}

// begins says whether the sentence begins within a quote that was opened before.
func begins(s *reading.Sentence) bool {
	return s.Continued != 0 && len(s.Tokens) > 0 && s.Quoted[0].Start <= s.Tokens[0].Start
}

// ends says whether the first quote of the sentence ends in it.
func ends(s *reading.Sentence) bool {
	end := s.Quoted[0].End
	for i := len(s.Tokens) - 1; i >= 0 && s.Tokens[i].Start >= end; i-- {
		if s.Tokens[i].Start == end {
			return true
		}
	}
	return false
}
