package app

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"orrery/casebook"
	"orrery/ledger"
	"orrery/model/coincide"
)

// A kept run is shown within the family as it is now: whoever runs nine more rules has picked the best of ten, also where it was run first. A label falls by
// that and never rises; what the run said when it was made is told beside it.

// ruleWas is what a kept run said of its family when it was made.
type ruleWas struct {
	family int
	q      *float64
	label  coincide.Label
	idle   int // rules that are registered and were never run, by now
}

// correctedNow is a p within the family of all rules that were run by now.
func correctedNow(hash string, p float64, runs []ruleRan) coincide.Corrected {
	f := beside(&ledger.Rule{Hash: hash}, runs)
	c := coincide.Corrected{How: coincide.BenjaminiHochberg, Run: f.Run}
	if f.Overlap {
		c.How = coincide.BenjaminiYekutieli
	}
	c.Q = coincide.Adjust(slices.Concat([]float64{p}, f.P, slices.Repeat([]float64{1}, f.Run-1-len(f.P))), c.How)[0]
	return c
}

// now is the q of a run, never below that of its making, and the label that is left of it.
func (ran ruleRan) now(runs []ruleRan) (q *float64, label string) {
	if label = ran.summary.Label; ran.summary.P == nil {
		return nil, label
	}
	c := correctedNow(ran.settings.RuleHash, *ran.summary.P, runs)
	if was := ran.summary.Q; was != nil {
		c.Q = max(c.Q, *was)
	}
	if c.Q > ran.settings.Engine.Alpha {
		label = string(coincide.NotExcluded)
	}
	return &c.Q, label
}

// words are a run in a list of the family.
func (ran ruleRan) words(runs []ruleRan) string {
	_, label := ran.now(runs)
	chance := "no p"
	if ran.summary.P != nil {
		chance = "p " + chanceWords(*ran.summary.P)
	}
	return fmt.Sprintf("rule %s: %s, %s, run on %s", ran.row.Noun.Rule, label, chance, longDay(ran.row.At.UTC().Format(time.DateOnly)))
}

// within puts a run as it was kept into the family as it is now.
func (p *rulePacked) within(runs []ruleRan, idle int) {
	if p.Stood.was.family > 0 {
		return
	}
	was := ruleWas{family: p.Stood.Family, label: p.Label, idle: idle}
	if c := p.Corrected; c != nil {
		q := c.Q
		was.q = &q
	}
	p.Stood.was = was
	f := beside(&ledger.Rule{Hash: p.Stood.Hash}, runs)
	if p.Stood.Family = f.Run; f.Overlap {
		p.Stood.Overlap = overlapWords
	}
	if p.P == nil || was.q == nil {
		return
	}
	c := correctedNow(p.Stood.Hash, p.P.Reported, runs)
	c.Q = max(c.Q, *was.q)
	if *p.Corrected == c {
		return
	}
	p.Corrected = &c
	text := fmt.Sprintf("q %s by %s among %s; when it was run, q %s among %s", chanceWords(c.Q), c.How, ruleCount(c.Run, "rule", "rules"), chanceWords(*was.q), ruleCount(was.family, "rule", "rules"))
	for i := range p.Conditions {
		if one := &p.Conditions[i]; one.Code == "corrected p" {
			one.OK, one.Text = one.OK && c.Q <= p.Settings.Alpha, text
		}
	}
	p.fall(runs)
	p.Sentence = p.sentenceNow()
}

// fall takes back the labels that rest on a q that is small no more.
func (p *rulePacked) fall(runs []ruleRan) {
	fallen := func(of coincide.Label, chance *float64) (string, bool) {
		if of == coincide.NotExcluded || chance == nil {
			return "", false
		}
		c := correctedNow(p.Stood.Hash, *chance, runs)
		return fmt.Sprintf("q %s by %s among %s", chanceWords(c.Q), c.How, ruleCount(c.Run, "rule", "rules")), c.Q > p.Settings.Alpha
	}
	if p.Corrected.Q > p.Settings.Alpha {
		p.Label = coincide.NotExcluded
	}
	for i := range p.Strip {
		if why, down := fallen(p.Strip[i].Label, p.Strip[i].P); down {
			p.Strip[i].Label, p.Strip[i].Why = coincide.NotExcluded, why
		}
	}
	if w := p.Swing; w != nil {
		if _, down := fallen(w.Label, w.After); down {
			w.Label = coincide.NotExcluded
		}
		if w.Label == p.Label {
			p.Advice = slices.DeleteFunc(p.Advice, func(a coincide.Advice) bool { return a.Code == "source" })
		}
	}
}

// sentenceNow is the engine's sentence with the q and the label as they are now.
func (p *rulePacked) sentenceNow() string {
	at := strings.LastIndex(p.Sentence, ", q ")
	if at < 0 {
		return p.Sentence
	}
	text := p.Sentence[:at] + ", q " + chanceWords(p.Corrected.Q) + " among " + ruleCount(p.Corrected.Run, "rule", "rules")
	if p.Exploratory != "" {
		text += ", exploratory"
	}
	return text + ": " + string(p.Label) + "."
}

// words say what has become of a run's q and label.
func (w ruleWas) words(res *coincide.Result) string {
	if w.q == nil || res.Corrected == nil {
		return ""
	}
	text := fmt.Sprintf("When it was run, its q was %s among %s", chanceWords(*w.q), ruleCount(w.family, "rule", "rules"))
	now := fmt.Sprintf("now it is %s among %s", chanceWords(res.Corrected.Q), ruleCount(res.Corrected.Run, "rule", "rules"))
	if w.label != res.Label {
		return fmt.Sprintf("%s and its label “%s”; %s, and the label falls to “%s”.", text, w.label, now, res.Label)
	}
	return text + "; " + now + "."
}

// idleRules counts the rules that are registered and of which no run is kept.
func (r *reading) idleRules() (int, error) {
	runs, err := r.ruleRuns()
	if err != nil {
		return 0, err
	}
	rules, err := r.allRules()
	n := 0
	for _, row := range rules {
		hash := casebook.RuleHash(row.Noun)
		if !slices.ContainsFunc(runs, func(ran ruleRan) bool { return ran.settings.RuleHash == hash }) {
			n++
		}
	}
	return n, err
}

// idleWords say that the family may yet grow.
func idleWords(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("%d more %s registered and never run", n, plural(n, "is", "are"))
}
