package forecasts

import (
	"strings"

	"orrery/internal/coding/actors"
	"orrery/internal/coding/reading"
	"orrery/internal/coding/statements"
	"orrery/internal/coding/syntax"
	"orrery/ledger"
)

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
	denies    bool // the text does not believe it
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
	before := f.from
	if f.verb >= 0 {
		before = min(before, s.Phrases[f.verb].From)
	}
	nobody, disbelieved := r.disbelief(s, before)
	if nobody {
		return "What nobody or hardly anybody believes: no forecast of it."
	}
	if disbelieved {
		f.denied, f.hedge, f.weak = !f.denied, nil, false
		if f.number != nil || !f.denied {
			return "A belief denied twice, or in numbers: what is expected is not plain."
		}
		x.denies = true
		x.filters = append(x.filters, "what is not believed: the negation is expected, too vague")
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
	if f.perfect && (x.horizon.IsZero() || x.inherited || x.horizon.Compare(x.published) <= 0) {
		return "“Will have” without a day to come: a guess at what is so by now."
	}
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
	if f.number != nil || x.denies {
		return ""
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
