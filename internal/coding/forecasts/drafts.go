package forecasts

import (
	"fmt"
	"slices"
	"strings"

	"orrery/internal/coding/actors"
	"orrery/internal/coding/draft"
	"orrery/internal/coding/reading"
	"orrery/internal/coding/statements"
	"orrery/internal/coding/syntax"
	"orrery/ledger"
)

// step is the name of this package in traces.
const step = "forecasts"

// least is the score below which a forecast is dropped here and told as a silence.
const least = .4

// HedgeTable is what ImputedBy says of an interval that comes from the words alone.
const HedgeTable = "hedge table"

// Drafts makes the forecast drafts of r, by place, at most one a sentence, and says where words about the future gave none. Sentences
// must have their Said already. Body is a *ledger.Forecast; Confidence is the rule's plain prior 0…1, not yet calibrated.
func (r *Reader) Drafts(doc *reading.Reading) ([]draft.Draft, []draft.Silence) {
	var drafts []draft.Draft
	var silences []draft.Silence
	general := r.general(doc)
	asked := false
	for i := range doc.Sentences {
		s := &doc.Sentences[i]
		if s.Heading || len(s.Clauses) == 0 {
			continue
		}
		f, ok := r.find(s)
		if !ok {
			if c, is := r.conditionOf(s, &future{verb: -1, noun: -1, clause: -1}); is && c.counterfactual {
				silences = append(silences, draft.Silence{Sentence: i, Step: step, Frame: "counterfactual", Reason: "A condition contrary to fact, without what would have followed."})
			}
			continue
		}
		x := &weighing{r: r, doc: doc, s: s, i: i, f: f, general: general}
		why := x.weigh(&asked)
		if why == "" && x.score < least {
			why = fmt.Sprintf("Words about the future, but only %.2f sure: %s.", x.score, strings.Join(x.filters, "; "))
		}
		if why != "" {
			silences = append(silences, draft.Silence{Sentence: i, Step: step, Frame: f.rule, Reason: why})
			continue
		}
		drafts = append(drafts, x.draft())
	}
	return drafts, silences
}

// weighing is one sentence's future while it is decided what it is.
type weighing struct {
	r       *Reader
	doc     *reading.Reading
	s       *reading.Sentence
	i       int
	f       future
	general ledger.Date

	speaker   statements.Speaker
	published ledger.Date
	cond      condition
	has       bool // a condition
	about     []actors.Ref
	horizon   ledger.Date
	inherited bool // the horizon is the text's
	out       *outcome
	form      ledger.ForecastForm
	question  bool
	score     float64
	filters   []string
}

// weigh decides the form and the score; why it is no forecast, "" if it is one.
func (x *weighing) weigh(asked *bool) string {
	s, f, r := x.s, &x.f, x.r
	words := s.TokenSpan(f.from, f.to)
	x.speaker = statements.Speaking(x.doc, x.i, words)
	x.cond, x.has = r.conditionOf(s, f)
	x.parties()
	x.score = .56
	if why := x.asks(asked); why != "" {
		return why
	}
	if said := x.speaker.Said; said != nil && x.r.wishes[said.Verb] {
		return "A hope, wish or vow, not a forecast."
	}
	if f.would {
		switch {
		case x.has && (x.cond.counterfactual || x.cond.hypothetical && !x.cond.dependence):
		case x.speaker.Said != nil && !x.own():
		default:
			return "“Would” without a condition or a forecaster: a wish, a habit or the speaker's own plan."
		}
	}
	if f.subject >= 0 && f.verb >= 0 {
		if t := s.Tokens[s.Phrases[f.subject].Head].Word; (t == r.w.we || t == r.w.i || t == r.w.you) && !x.cond.counterfactual {
			return "The speaker's own plan or advice, not a forecast."
		}
	}
	if why := x.announced(); why != "" {
		return why
	}
	x.when()
	x.classify()
	x.rank()
	return ""
}

// asks deals with questions: only the first that an interviewer asks about what his text is about stands for a forecast.
func (x *weighing) asks(asked *bool) string {
	if !strings.HasSuffix(strings.TrimRight(x.s.Words(), "”\"» \n"), "?") {
		return ""
	}
	first := x.s.Tokens[0].Word
	yesNo := first == x.r.w.will || first == x.r.w.could
	if *asked || !yesNo || x.speaker.Voice.Role != ledger.VoiceInterviewer || len(x.about) == 0 && len(refsOf(x.s, 0, len(x.s.Tokens), nil)) == 0 {
		return "A question forecasts nothing."
	}
	*asked, x.question, x.f.rule = true, true, "question"
	if len(x.about) == 0 {
		x.about = refsOf(x.s, 0, len(x.s.Tokens), nil)
	}
	return ""
}

// parties fills about: the subject's actors, else those of what is to come.
func (x *weighing) parties() {
	s, f := x.s, &x.f
	if f.subject >= 0 {
		x.about = refsOf(s, begin(s, f.subject), extent(s, f.subject), nil)
		if ref := actor(s, f.subject); ref != nil {
			x.about = refsOf(s, s.Phrases[f.subject].From, s.Phrases[f.subject].To, nil)
			if len(x.about) == 0 {
				x.about = []actors.Ref{*ref}
			}
		}
	}
	from := f.to
	if f.noun >= 0 {
		from = begin(s, f.noun)
	}
	if len(x.about) == 0 || f.subject < 0 || actor(s, f.subject) == nil {
		end := len(s.Tokens)
		if f.clause >= 0 && f.verb >= 0 {
			end = max(min(s.Clauses[f.clause].To, end), f.to)
		}
		if x.has && x.cond.from > from {
			end = min(end, x.cond.from)
		}
		x.about = refsOf(s, from, end, x.about)
	}
}

// own says whether the speaker is the one whose act is foretold.
func (x *weighing) own() bool {
	if x.f.subject < 0 {
		return false
	}
	if p := &x.s.Phrases[x.f.subject]; x.speaker.Ref != nil && x.speaker.Ref.State() && p.To-p.From == 2 && x.s.Tokens[p.From].Tag == syntax.DT && x.r.ownNoun(x.s.Tokens[p.Head].Lemma) {
		return true // "the country" in the words of that country's officials
	}
	if x.s.Tokens[x.s.Phrases[x.f.subject].Head].Tag == syntax.PRP && x.speaker.Said != nil && actor(x.s, x.f.subject) == nil {
		return true
	}
	ref := actor(x.s, x.f.subject)
	if ref == nil || x.speaker.Ref == nil {
		return false
	}
	return statements.Key(ref) == x.speaker.Key || ref.Code != "" && ref.Code == x.speaker.Ref.Code && x.speaker.Ref.State()
}

// announced says why a future is a plan or a date in the diary, "" if it is not.
func (x *weighing) announced() string {
	s, f := x.s, &x.f
	if f.verb < 0 || x.question || x.cond.counterfactual {
		return ""
	}
	head := s.Phrases[f.verb].Head
	out := x.r.outcomeAt(s.Tokens, head)
	if x.own() && (out == nil || out.kind == 'o' || f.would) {
		return "The speaker's own act: an intention, not a forecast."
	}
	if f.hedge != nil || f.weak {
		if _, n := x.r.acts.Index(s.Tokens, head); n > 0 && f.hedge != nil && f.hedge.kind == 'i' && x.scheduled() {
			return "An appointment, not a forecast."
		}
		return ""
	}
	if k, n := x.r.acts.Index(s.Tokens, head); n > 0 && !f.denied && (x.r.acts.Terms()[k].Columns[0] == "s" || x.speaker.Voice.Role == ledger.VoiceOutlet || x.own()) {
		return "An act that is announced, not a forecast."
	}
	if x.speaker.Voice.Role == ledger.VoiceOutlet && out == nil && f.subject >= 0 && actor(s, f.subject) != nil {
		return "An act of the actor's own that the text announces, not a forecast."
	}
	return ""
}

// scheduled says whether a day stands beside the act.
func (x *weighing) scheduled() bool {
	for _, d := range x.s.Dates {
		if d.Kind == "exact" {
			return true
		}
	}
	return false
}

// when sets the day of the forecast and its horizon.
func (x *weighing) when() {
	x.published = x.doc.Document.Published
	if said := x.speaker.Said; said != nil {
		for _, d := range x.s.Dates {
			if !d.When.IsZero() && d.Lag == 0 && !said.Content.Overlaps(d.Span) && d.When.Before(x.published) != ledger.Never {
				x.published = d.When
				x.filters = append(x.filters, "said on the date that the sentence gives")
				break
			}
		}
	}
	from, to := -1, -1
	if x.has && !x.cond.dependence {
		from, to = x.cond.from, x.cond.to
	}
	x.horizon = horizonOf(x.s, x.published, from, to, x.speaker.Said)
	if x.horizon.IsZero() && x.published == x.doc.Document.Published && !x.general.IsZero() {
		x.horizon, x.inherited = x.general, true
		x.filters = append(x.filters, "the horizon is that of the whole text")
	}
}

// classify settles the form.
func (x *weighing) classify() {
	s, f := x.s, &x.f
	if f.verb >= 0 {
		v := &s.Phrases[f.verb]
		end := len(s.Tokens)
		if x.has && x.cond.from > v.Head {
			end = x.cond.from
		}
		for t := v.Head; t < min(v.Head+9, end); t++ {
			if t > v.Head && (s.Tokens[t].Tag == syntax.Comma || s.Tokens[t].Tag == syntax.Stop) {
				break
			}
			o := x.r.outcomeAt(s.Tokens, t)
			if o == nil || x.out != nil && (x.out.kind == 'o' || o.kind != 'o' && x.out.direction != "") {
				continue
			}
			x.out = o
		}
	} else if f.noun >= 0 {
		x.out = x.r.outcomeAt(s.Tokens, s.Phrases[f.noun].Head)
	}
	switch {
	case x.has && x.cond.counterfactual:
		x.form, f.rule = ledger.Counterfactual, "counterfactual"
	case x.has:
		x.form = ledger.Conditional
	case x.out != nil && x.out.kind == 'o' && !x.horizon.IsZero() && !x.question && !f.weak:
		x.form = ledger.Scorable
	default:
		x.form = ledger.TooVague
	}
}

// rank adds up what speaks for the draft and against it.
func (x *weighing) rank() {
	low := func(by float64, why string) {
		x.score -= by
		x.filters = append(x.filters, why)
	}
	f := &x.f
	if len(x.about) == 0 || x.blank() && len(refsOf(x.s, x.f.to, len(x.s.Tokens), nil)) == len(x.about) {
		if went := x.goingOn(); went != nil && x.blank() {
			x.about = went
		} else if len(x.about) == 0 {
			x.about = refsOf(x.s, 0, len(x.s.Tokens), nil)
		}
	}
	if len(x.about) == 0 {
		low(.22, "no actor is named: less sure")
	}
	if f.weak && f.rule != "hedge" {
		low(.06, "a mere possibility: less sure")
	}
	if f.rule == "chance" {
		low(.06, "a noun of chance: less sure")
	}
	if x.out == nil && x.form != ledger.Counterfactual {
		low(.14, "nothing that is known as an outcome: less sure")
	} else if x.out != nil {
		x.score += .06
		if x.out.direction != "" {
			x.score += .04
			x.filters = append(x.filters, "direction: "+x.out.direction)
		}
	}
	if !x.horizon.IsZero() && !x.inherited {
		x.score += .1
	}
	if x.form == ledger.Conditional || x.form == ledger.Counterfactual {
		x.score += .06
	}
	if f.clause >= 0 && f.rule == "modal" {
		switch x.s.Clauses[f.clause].Relation {
		case syntax.Relative, syntax.Reduced, syntax.OfNoun:
			low(.3, "in a clause beside the main one: less sure")
		case syntax.Adverbial:
			low(.16, "in a clause beside the main one: less sure")
		}
	}
	if x.blank() {
		by := .08
		if t := &x.s.Tokens[x.s.Phrases[f.subject].Head]; t.Word != x.r.w.it && t.Tag != syntax.PRP {
			by = .2
		}
		low(by, "its subject is a pronoun: less sure")
	}
	if said := x.speaker.Said; said != nil && x.r.foretells[said.Verb] {
		x.score += .2
		x.filters = append(x.filters, "the words of a forecaster: surer")
	}
	if x.speaker.Said != nil && x.speaker.Ref == nil && !strings.ContainsAny(x.speaker.Key, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") {
		low(.04, "the forecaster has no name: less sure")
	}
}

// blank says whether the subject is a pronoun that stands for nobody known.
func (x *weighing) blank() bool {
	if x.f.subject < 0 || x.f.verb < 0 || actor(x.s, x.f.subject) != nil {
		return false
	}
	w := &x.r.w
	switch t := &x.s.Tokens[x.s.Phrases[x.f.subject].Head]; {
	case t.Word == w.this, t.Word == w.that, t.Word == w.it, t.Word == w.what, t.Tag == syntax.EX, t.Tag == syntax.PRP:
		return true
	}
	return false
}

// there says whether the subject is "there".
func (x *weighing) there() bool {
	for t := max(0, x.f.from-2); t < x.f.to; t++ {
		if x.s.Tokens[t].Tag == syntax.EX {
			return true
		}
	}
	return false
}

// goingOn is the first actor of the sentence before in the same paragraph and turn: whom a sentence without names goes on about.
func (x *weighing) goingOn() []actors.Ref {
	if f := x.f.subject; f >= 0 {
		if t := &x.s.Tokens[x.s.Phrases[f].Head]; x.blank() && t.Tag != syntax.PRP {
			return nil // "this", "there": no actor
		}
	}
	if x.there() || x.i == 0 || x.doc.Sentences[x.i-1].Block != x.s.Block || x.doc.Sentences[x.i-1].Turn != x.s.Turn {
		return nil
	}
	before := &x.doc.Sentences[x.i-1]
	for k := range before.Mentions {
		if m := &before.Mentions[k]; m.Head && len(m.Refs) == 1 && m.Refs[0].Code != "" && !m.Place {
			return []actors.Ref{m.Refs[0]}
		}
	}
	return nil
}

// draft writes it down.
func (x *weighing) draft() draft.Draft {
	s, f := x.s, &x.f
	b := &ledger.Forecast{Author: x.speaker.Key, Form: x.form, Scale: ledger.ScaleExpert, Published: x.published}
	words := s.TokenSpan(f.from, min(f.to, f.from+6))
	b.Words = words.Of(s.Text)
	for k := range x.about {
		b.About = append(b.About, statements.Key(&x.about[k]))
	}
	if !x.horizon.IsZero() && x.form != ledger.Counterfactual {
		b.Horizon, b.HorizonBy = x.horizon, "author"
	}
	if f.hedge != nil && x.form != ledger.Counterfactual && !x.question {
		low, high := f.hedge.low, f.hedge.high
		b.Low, b.High, b.ImputedBy = &low, &high, HedgeTable
		x.filters = append(x.filters, "interval of the phrase “"+f.hedge.source+"”")
	}
	if x.has {
		b.Condition = clip(s.TokenSpan(x.cond.from, x.cond.to).Of(s.Text), 12)
	}
	x.write(b)
	d := draft.Draft{Kind: ledger.KindForecast, Body: b, Span: s.Span, Trigger: s.TokenSpan(f.from, f.to), Voice: x.speaker.Voice, To: slices.Clone(x.about),
		Confidence: min(x.score, .95), Trace: draft.Trace{Step: step, Frame: f.rule + ":" + string(x.form), Filters: x.filters}}
	if x.speaker.Ref != nil {
		d.By = append(d.By, *x.speaker.Ref)
	}
	return d
}

// write puts the statement and the question together from parts.
func (x *weighing) write(b *ledger.Forecast) {
	s, f := x.s, &x.f
	subject, what := label(s, f.subject), x.r.predicate(s, f)
	if x.blank() && len(x.about) > 0 {
		subject = name(&x.about[0])
	}
	if f.verb < 0 {
		subject, what = "there", "be "+label(s, f.noun)
	}
	if x.there() && f.verb >= 0 {
		k := nounFrom(s, s.Phrases[f.verb].To, s.Phrases[f.verb].To+3)
		subject, what = "there", "be"
		if k >= 0 {
			what = "be " + label(s, k)
			f.denied = f.denied || s.Tokens[s.Phrases[k].From].Word == x.r.w.no
		}
	}
	not, by := "", ""
	if f.denied {
		not = "not "
	}
	if !b.Horizon.IsZero() {
		by = " by " + b.Horizon.String()
	}
	given := ""
	if b.Condition != "" {
		given = ", given: " + b.Condition
	}
	switch {
	case x.question:
		b.Statement = "Asks whether " + subject + " will " + not + what + by + given
	case x.form == ledger.Counterfactual:
		b.Statement = "Says that " + subject + " would " + not + "have come to " + what + given
	case f.weak:
		b.Statement = "Says that it is possible: " + subject + " to " + not + what + by + given
	default:
		b.Statement = "Expects " + subject + " to " + not + what + by + given
	}
	if x.form == ledger.Scorable || x.form == ledger.Conditional || x.question {
		b.Question = "Will " + subject + " " + not + what + by + "?"
	}
}

// clip is at most n words of text.
func clip(text string, n int) string {
	f := strings.Fields(text)
	if len(f) > n {
		return strings.Join(f[:n], " ") + " …"
	}
	return strings.Join(f, " ")
}
