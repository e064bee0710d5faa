package app

import (
	"slices"

	"orrery/ledger"
	"orrery/model/coincide"
)

// ruleNumber is one thing that a run says, with what it rests on.
type ruleNumber struct {
	name, label string
	text        string // as all faces show it; the reason where shown is false
	shown       bool
	figure      bool // a count of cases
	n           int64
	how         string   // the formula in words
	parts       []string // names of the numbers that it is made of
	rows        func() []pointer
}

// ruleSaid is a kept run with everything that is needed to say its numbers and to open them.
type ruleSaid struct {
	rule   *ledger.Rule
	key    string
	res    *coincide.Result
	stood  ruleStood
	family []pointer // the runs that its family counts
	source string    // title of the one that the swing leaves out, or its name
	all    []ruleNumber
	watch  []pointer // what says on which days a response would have been known
}

// said lists all numbers of a run in the order of its page.
func (s *ruleSaid) said() []ruleNumber {
	if s.all == nil {
		s.all = slices.Concat(s.figures(), s.answers(), s.chances(), s.ratios(), s.table(), s.powers(), s.placebos(), s.replications(),
			s.conditions(), s.strip(), s.swings(), s.lags(), s.series())
	}
	return s.all
}

func (s *ruleSaid) find(name string) (ruleNumber, bool) {
	all := s.said()
	at := slices.IndexFunc(all, func(n ruleNumber) bool { return n.name == name })
	if at < 0 {
		return ruleNumber{}, false
	}
	return all[at], true
}

func (s *ruleSaid) trace(name string) string { return traceID("rule", s.rule.Slug, s.key, name) }

// views are the counts of cases and the numbers of a run.
func (s *ruleSaid) views() (figures []Figure, numbers []RuleNumber) {
	figures, numbers = []Figure{}, []RuleNumber{}
	for _, n := range s.said() {
		if n.figure {
			figures = append(figures, Figure{Name: n.name, Label: n.label, N: n.n, Trace: s.trace(n.name)})
		} else {
			numbers = append(numbers, RuleNumber{Name: n.name, Label: n.label, Text: n.text, Shown: n.shown, Trace: s.trace(n.name)})
		}
	}
	return figures, numbers
}

// parts are the numbers that a number is made of, those that the run has.
func (s *ruleSaid) parts(names []string) []Figure {
	out := []Figure{}
	all := s.said()
	for _, name := range names {
		for _, n := range all {
			if n.name != name {
				continue
			}
			f := Figure{Name: n.name, Label: n.label, N: n.n, Trace: s.trace(n.name)}
			if !n.figure {
				f.Text = n.text
			}
			out = append(out, f)
		}
	}
	return out
}

// number is one that is shown, or withheld for a reason.
func number(name, label string, v coincide.Verdict, text string) ruleNumber {
	if !v.OK {
		text = withheld(v)
	}
	return ruleNumber{name: name, label: label, text: text, shown: v.OK}
}

// from says what a number rests on.
func (n ruleNumber) from(how string, rows func() []pointer, parts ...string) ruleNumber {
	n.how, n.rows, n.parts = how, rows, parts
	return n
}

// counts gives a number the count that it is.
func (n ruleNumber) counts(c int) ruleNumber {
	n.n = int64(c)
	if n.shown {
		n.text = countText(c)
	}
	return n
}

func countText(n int) string { return Thousands(n) }

func ruleCount(n int, one, many string) string { return countText(n) + " " + plural(n, one, many) }
