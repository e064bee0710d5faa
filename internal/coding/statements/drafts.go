package statements

import (
	"fmt"
	"slices"
	"strings"

	"orrery/internal/coding/draft"
	"orrery/internal/coding/reading"
	"orrery/internal/coding/syntax"
	"orrery/ledger"
)

// step is the name of this package in traces.
const step = "statements"

// least is the score below which a candidate is dropped here and told as a silence.
const least = .5

// Drafts makes the statement drafts of r, by place, at most one a sentence, and says where a rule matched and gave none. Sentences
// must have their Said already. Body is a *ledger.Statement; Confidence is the rule's plain prior 0…1, not yet calibrated.
func (r *Reader) Drafts(doc *reading.Reading) ([]draft.Draft, []draft.Silence) {
	var drafts []draft.Draft
	var silences []draft.Silence
	var buf []candidate
	var at []int // by draft: its sentence
	for i := range doc.Sentences {
		s := &doc.Sentences[i]
		if s.Heading || len(s.Clauses) == 0 {
			continue
		}
		c := newScan(r, doc, i)
		buf = c.special(c.asserted(c.judged(buf[:0])))
		x, why := choose(c, doc, i, buf)
		if why == "" && x != nil {
			drafts, at = append(drafts, c.draft(doc, i, x)), append(at, i)
		} else if x != nil {
			silences = append(silences, draft.Silence{Sentence: i, Step: step, Frame: x.rule, Reason: why})
		}
		c.free()
	}
	return strongest(doc, drafts, at, silences)
}

// strongest keeps of several judgements of one actor by one speaker in one paragraph the surest: the others say it again.
func strongest(doc *reading.Reading, all []draft.Draft, at []int, silences []draft.Silence) ([]draft.Draft, []draft.Silence) {
	var kept []draft.Draft
	recurrence := -1 // the surest of the text
	for k := range all {
		if all[k].Trace.Frame == "recurrence" && (recurrence < 0 || all[k].Confidence >= all[recurrence].Confidence) {
			recurrence = k
		}
	}
	for k := range all {
		better := -1
		if all[k].Trace.Frame == "recurrence" && k != recurrence && all[k].Body.(*ledger.Statement).Speaker == all[recurrence].Body.(*ledger.Statement).Speaker {
			silences = append(silences, draft.Silence{Sentence: at[k], Step: step, Frame: "recurrence", Reason: "The same speaker says so more surely in another sentence."})
			continue
		}
		for j := k - 1; j >= 0 && better < 0 && doc.Sentences[at[j]].Block == doc.Sentences[at[k]].Block; j-- {
			if all[j].Confidence >= all[k].Confidence && alike(&all[j], &all[k]) {
				better = j
			}
		}
		for j := k + 1; j < len(all) && better < 0 && doc.Sentences[at[j]].Block == doc.Sentences[at[k]].Block; j++ {
			if all[j].Confidence > all[k].Confidence && alike(&all[j], &all[k]) {
				better = j
			}
		}
		if better < 0 {
			kept = append(kept, all[k])
			continue
		}
		silences = append(silences, draft.Silence{Sentence: at[k], Step: step, Frame: all[k].Trace.Frame,
			Reason: "The same speaker judges the same actor more surely in another sentence of the paragraph."})
	}
	slices.SortStableFunc(silences, func(x, y draft.Silence) int { return x.Sentence - y.Sentence })
	return kept, silences
}

// alike says whether two drafts are of one speaker on one actor.
func alike(x, y *draft.Draft) bool {
	a, b := x.Body.(*ledger.Statement), y.Body.(*ledger.Statement)
	if a.Speaker != b.Speaker || special(x.Trace.Frame) != special(y.Trace.Frame) {
		return false
	}
	if len(a.About) == 0 || len(b.About) == 0 {
		return len(a.About) == len(b.About)
	}
	return a.About[0] == b.About[0] && len(a.About) == len(b.About)
}

// special says whether a rule finds something else than a judgement.
func special(rule string) bool {
	return rule == "admonition" || rule == "counterfactual" || rule == "recurrence"
}

// choose is the best candidate of a sentence, and why it makes no draft; "" if it does.
func choose(c *scan, doc *reading.Reading, i int, all []candidate) (*candidate, string) {
	var best *candidate
	for k := range all {
		x := &all[k]
		c.voiced(doc, i, x)
		if best == nil || x.score > best.score {
			best = x
		}
	}
	if best == nil {
		return nil, ""
	}
	if c.s.Tokens[len(c.s.Tokens)-1].Tag == syntax.Stop && strings.HasSuffix(strings.TrimRight(c.s.Words(), "”\"» "), "?") {
		return best, "A question asserts nothing."
	}
	if said := Speaking(doc, i, best.trigger).Said; said != nil && c.nobody(said) {
		return best, "What nobody or hardly anybody says is no statement."
	}
	if best.score < least {
		return best, fmt.Sprintf("The rule %q matched with %.2f, below %.2f: %s.", best.rule, best.score, least, reasons(best))
	}
	return best, ""
}

func reasons(x *candidate) string {
	if len(x.filters) == 0 {
		return "too little in it judges an actor"
	}
	return strings.Join(x.filters, "; ")
}

// voiced moves a score by who speaks: an expert's turn is what a reader looks for, an outlet's own text ranks low.
func (c *scan) voiced(doc *reading.Reading, i int, x *candidate) {
	if x.rule == "asserted" || x.rule == "concluded" || x.rule == "called" {
		return
	}
	sp := Speaking(doc, i, x.trigger)
	switch sp.Voice.Role {
	case ledger.VoiceInterviewer:
		x.score -= .22
		x.filters = append(x.filters, "the interviewer speaks: less sure")
	case ledger.VoiceOutlet:
		x.score -= .22
		x.filters = append(x.filters, "the author or outlet speaks: ranked low")
	case ledger.VoiceQuoted:
		x.score += .04
	}
}

// draft writes the candidate down.
func (c *scan) draft(doc *reading.Reading, i int, x *candidate) draft.Draft {
	sp := Speaking(doc, i, x.trigger)
	if said := c.saidAt(x.trigger); said != nil && (x.rule == "asserted" || x.rule == "concluded" || x.rule == "called") {
		sp = quoted(doc, i, said)
	}
	st := &ledger.Statement{Speaker: sp.Key, Concept: x.concept, Direct: sp.Said == nil || sp.Said.Direct, When: c.when(doc, sp)}
	if st.Concept == "" {
		st.Concept = c.topicOf(x)
	}
	for k := range x.about {
		if key := Key(&x.about[k]); key != sp.Key {
			st.About = append(st.About, key)
		}
	}
	if sp.Said != nil {
		st.Audience = c.audience(sp.Said)
	}
	if x.grade != 0 {
		g := x.grade
		st.Polarity = &g
	}
	st.Summary = summary(sp.Name, c.aboutNames(x, sp.Key), st, x.rule)
	d := draft.Draft{Kind: ledger.KindStatement, Body: st, Span: c.s.Span, Trigger: x.trigger, Voice: sp.Voice, To: slices.Clone(x.about),
		Confidence: min(x.score, .95), Trace: draft.Trace{Step: step, Frame: x.rule, Filters: slices.Clone(x.filters)}}
	if sp.Ref != nil {
		d.By = append(d.By, *sp.Ref)
	}
	return d
}

// aboutNames is how the text calls the actors that x is about, without the speaker; behind a pronoun by a name given before.
func (c *scan) aboutNames(x *candidate, speaker string) []string {
	var out []string
	for k := range x.about {
		ref := &x.about[k]
		if Key(ref) == speaker {
			continue
		}
		if called := NameOf(c.doc, c.i, ref); !slices.Contains(out, called) {
			out = append(out, called)
		}
	}
	return out
}

// saidAt is the attribution whose cue is span, nil if there is none.
func (c *scan) saidAt(span syntax.Span) *reading.Said {
	for k := range c.s.Said {
		if c.s.Said[k].Cue == span {
			return &c.s.Said[k]
		}
	}
	return nil
}

// when is the day of the words: of a turn or the text itself the publication; of words reported by somebody the date that stands
// beside the saying, else unknown.
func (c *scan) when(doc *reading.Reading, sp Speaker) ledger.Date {
	if sp.Said == nil {
		return doc.Document.Published
	}
	for _, d := range c.s.Dates {
		if !d.When.IsZero() && d.Lag == 0 && !sp.Said.Content.Overlaps(d.Span) {
			return d.When
		}
	}
	return ledger.Date{}
}

// audience is the actors that stand between the verb of saying and what is said: "told Turkish reporters that".
func (c *scan) audience(said *reading.Said) []string {
	if said.Cue.End >= said.Content.Start {
		return nil
	}
	cue := c.cueOf(said)
	if cue == nil || !cue.may(aTo) {
		return nil
	}
	var out []string
	for k := range c.s.Mentions {
		m := &c.s.Mentions[k]
		if m.Start < said.Cue.End || m.End > said.Content.Start || m.Overlaps(said.Source) {
			continue
		}
		for r := range m.Refs {
			if key := Key(&m.Refs[r]); key != "" && !slices.Contains(out, key) {
				out = append(out, key)
			}
		}
	}
	return out
}

// topicOf is the concept of a candidate without one of its own: the weightiest topic of the sentence, else the noun phrase that is
// judged or that the judgement ends in; "" where nothing names what is judged ("said" and "absurd" do not).
func (c *scan) topicOf(x *candidate) string {
	if t, ok := c.r.concepts.best(c.s.Tokens, 0, len(c.s.Tokens)); ok && t.weight >= .6 {
		return t.name
	}
	if x.noun > 0 {
		return c.topicNoun(x.noun - 1)
	}
	from, to := c.tokensOf(x.trigger)
	for i := to - 1; i >= from; i-- {
		if p := c.np(i); p >= 0 {
			return c.topicNoun(p)
		}
	}
	if p := c.np(to); p >= 0 && x.rule == "deed" { // "ignores these appeals"
		return c.topicNoun(p)
	}
	return ""
}

// topicNoun is the head of noun phrase p with what stands before it, without articles and at most five words long. A head that says
// nothing by itself ("efforts") takes what hangs on it ("efforts of mediation"), and is "" where nothing does, as are numbers and
// pronouns.
func (c *scan) topicNoun(p int) string {
	ph := &c.s.Phrases[p]
	if !c.tag(ph.Head).Noun() {
		return ""
	}
	start := ph.From
	for start < ph.Head && (c.tag(start) == syntax.DT || c.tag(start) == syntax.PRPS || c.tag(start) == syntax.CD) {
		start++
	}
	start = max(start, ph.Head-4)
	if start < ph.Head || !c.r.w.bare[c.s.Tokens[ph.Head].Lemma] {
		return c.lower(start, ph.Head+1)
	}
	for q := p + 1; q < len(c.s.Phrases) && c.s.Phrases[q].From <= ph.To+3; q++ {
		if of := &c.s.Phrases[q]; of.Kind == syntax.NP && of.Prep == ph.To && c.tag(of.Head).Noun() {
			return c.lower(ph.Head, of.Head+1)
		}
	}
	return ""
}

// lower is tokens [from, to) in small letters but for names.
func (c *scan) lower(from, to int) string {
	var b strings.Builder
	for t := from; t < to; t++ {
		if t > from && c.s.Tokens[t].Start > c.s.Tokens[t-1].End {
			b.WriteByte(' ')
		}
		if word := c.s.TokenText(t); c.tag(t).Proper() || strings.ToUpper(word) == word {
			b.WriteString(word)
		} else {
			b.WriteString(strings.ToLower(word))
		}
	}
	return b.String()
}
