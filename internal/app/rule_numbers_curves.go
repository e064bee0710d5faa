package app

import (
	"fmt"
	"strconv"

	"orrery/model/coincide"
)

// powers say how often an effect would be seen.
func (s *ruleSaid) powers() []ruleNumber {
	out := []ruleNumber{}
	res := s.res
	for _, effect := range res.Settings.Effects {
		name := strconv.FormatFloat(effect, 'g', -1, 64)
		n := number("power/"+name, "power at "+name+" times the rate", res.PowerVerdict, "not offered")
		if n.shown {
			n.shown = false
			for _, l := range res.Power {
				if l.Effect == effect {
					n.shown = true
					n.text = fmt.Sprintf("%s (± %.1f points, %s simulated studies)", l.Text, 196*l.SE, countText(l.Runs))
					if l.Needed > 0 {
						n.text += fmt.Sprintf("; for 80 %% it takes some %s", ruleCount(l.Needed, "trigger", "triggers"))
					}
				}
			}
		}
		out = append(out, n.from("Responses are placed anew, as many in each stratum, at a rate so many times higher in windows, and tested; where they fell plays no part. Its rows are the triggers, whose windows it keeps.",
			func() []pointer { return s.triggers(nil) }, "triggers", "counted", "covered", "days"))
	}
	return out
}

// strip is the answer for every width of the window.
func (s *ruleSaid) strip() []ruleNumber {
	out := []ruleNumber{}
	for _, c := range s.res.Strip {
		text := fmt.Sprintf("%s; %s, %s", c.Label, ruleCount(c.Hits, "hit", "hits"), ruleCount(c.Answered, "trigger answered", "triggers answered"))
		if c.P != nil {
			text += ", p " + chanceWords(*c.P) + besideP(s.stood.Family)
		}
		text = joined(text, "; missing: ", c.Why)
		how := "What the answer would be with a window of this many days. Only the registered width is a test; the others show what hangs on it. Its rows are the triggers answered in that window."
		dt := c.DT
		n := ruleNumber{name: "strip/" + strconv.Itoa(dt), label: "window of " + ruleCount(dt, "day", "days"), shown: true, text: text}
		out = append(out, n.from(how, func() []pointer { return s.answeredWithin(coincide.Day(dt)) }))
	}
	return out
}

// lags are how many days lie between triggers and responses, and the time to the first.
func (s *ruleSaid) lags() []ruleNumber {
	out := []ruleNumber{}
	for _, l := range s.res.Lags {
		lag := l.Lag
		label := "responses " + ruleCount(lag, "day", "days") + " after a trigger"
		if lag < 0 {
			label = "responses " + ruleCount(-lag, "day", "days") + " before a trigger"
		}
		n := number("lag/"+strconv.Itoa(lag), label, coincide.Verdict{OK: true}, "").counts(l.N)
		out = append(out, n.from("Pairs of any trigger and any response that was not merged, of one dyad, so many days apart. One row a pair: the response.", func() []pointer { return s.apart(coincide.Day(lag)) }))
	}
	v := coincide.Verdict{OK: s.res.Denominator != coincide.NoDenominator}
	if !v.OK {
		v.Text, v.Why = coincide.NotOffered, "nobody declared until when anybody watched for a response"
	}
	w := s.res.Latency
	text := fmt.Sprintf("%s of %s were answered while somebody watched", countText(w.Answered), ruleCount(w.Answered+w.Censored, "watched trigger", "watched triggers"))
	if median := boundWords(w.Median); median != "no limit" {
		text = fmt.Sprintf("half of the triggers have a response after %.0f days; ", float64(w.Median)) + text
	} else {
		text = "half of the triggers were never seen answered; " + text
	}
	return append(out, number("latency", "time to the first response", v, text).from("Kaplan and Meier, cut off where watching ended, and after 60 days or twice the time to the window's end, whichever is longer. Its rows are the triggers.", func() []pointer { return s.triggers(nil) }, "answered", "unanswered", "open"))
}

// series are what is said of the responses by themselves, and the published test.
func (s *ruleSaid) series() []ruleNumber {
	v := s.res.Series
	rows := func() []pointer { return s.responses(counts) }
	of := func(name, label string, ok coincide.Verdict, text, how string) ruleNumber {
		return number(name, label, ok, text).from(how+" Its rows are the responses that count.", rows, "counted", "days")
	}
	at, beside := "", ""
	if v.Hawkes.Attention {
		beside = "; a day counts for as much as its attention is of the mean"
	}
	if c := v.Change; c.Verdict.OK && c.Last < len(v.Starts) {
		at = fmt.Sprintf("from %.2f to %.2f a bin of %d days, most likely on %s%s", c.Before, c.After, v.Bin, v.Starts[c.Last], beside)
	}
	trend, burst := "", ""
	if t := v.Trend; t.U != nil && t.P != nil {
		trend = fmt.Sprintf("U %.2f, p %s%s%s", *t.U, chanceWords(*t.P), besideP(s.stood.Family), beside)
	}
	if b := v.Burst; b.From != nil && b.P != nil {
		burst = fmt.Sprintf("%s within %d days from %s, p %s%s%s", ruleCount(b.N, "response", "responses"), b.Days, *b.From, chanceWords(*b.P), besideP(s.stood.Family), beside)
	}
	published := ruleNumber{name: "published", label: "published test, for comparison", text: withheld(s.res.Testing)}
	if p := s.res.Published; p != nil {
		published.shown = true
		published.text = fmt.Sprintf("p %s for responses, %s for triggers%s. %s: %s", chanceWords(p.PPrecursor), chanceWords(p.PTrigger), besideP(s.stood.Family), p.Name, p.Warning)
	} else if s.res.Testing.OK {
		published.text = "not offered for these counts"
	}
	return []ruleNumber{
		of("series-change", "one change of rate", v.Change.Verdict, at, "Every date enumerated, rates integrated out under Gamma(1, 1) a bin; offered with a Bayes factor above 10 and 5 bins on each side."),
		of("series-trend", "growing denser", v.Trend.Verdict, trend, "Laplace: U = (mean(t)/T - ½) √(12 n); above 0 it is denser towards the end. It is no test of the rule."),
		of("series-burst", "densest stretch", v.Burst.Verdict, burst,
			"Scan statistic, before merging: as many somewhere under a constant rate. It is no test of the rule."),
		of("series-hawkes", "one response brings another", v.Hawkes.Verdict, fmt.Sprintf("branching %.2f: so many further responses a response; p %s of the check by time rescaling%s", v.Hawkes.Branching, chanceWords(v.Hawkes.P), besideP(s.stood.Family)),
			"Self-exciting process with attention in its baseline, better by AIC than the baseline alone and than one change of rate; offered from 50 events on."),
		published.from("The published event coincidence analysis, which takes rates as constant and rejects far too often where they are not (the page of the method has figures).", s.cases, "triggers", "answered", "counted", "hits"),
	}
}
