package app

import (
	"orrery/internal/store"
	"orrery/ledger"
)

// cards answers each of the five questions as far as the ledger can today. Where a
// question has no engine yet the sentence says what is there instead.
func (r *reading) cards(n map[ledger.Kind]int64) ([]Card, error) {
	stand, err := r.cardStand()
	if err != nil {
		return nil, err
	}
	cards := []Card{stand, r.cardTies(n), {}, {}, cardWhatIf()}
	if cards[2], err = r.cardPressure(); err != nil {
		return nil, err
	}
	if cards[3], err = r.cardForesight(n); err != nil {
		return nil, err
	}
	kinds := [][]ledger.Kind{{ledger.KindStance, ledger.KindVote}, {ledger.KindTie}, {ledger.KindEvent}, {ledger.KindForecast}, nil}
	for i := range cards {
		cards[i].Spark = []int64{}
		if kinds[i] == nil {
			continue
		}
		tallies, err := r.app.store.Count(r.ctx, store.Query{AsOf: r.scope.AsOf, Kinds: kinds[i]}, "year")
		if err != nil {
			return nil, err
		}
		cards[i].Spark, cards[i].SparkFrom = spark(tallies)
	}
	return cards, nil
}

func (r *reading) cardTies(n map[ledger.Kind]int64) Card {
	t := &telling{}
	p := stockPart(n, ledger.KindTie)
	t.count(p.n, p.trace).say(plural(p.n, " measure of dependence stands", " measures of dependence stand") + " as rows on the states' pages. Shares and concentration are not computed yet.")
	return Card{Question: "What ties it?", Sentence: t.out, Screen: "/states"}
}

func (r *reading) cardPressure() (Card, error) {
	p, err := r.pressureOf("", "")
	if err != nil {
		return Card{}, err
	}
	card := Card{Question: "Is there a pattern of pressure?", Screen: "/pressure"}
	t := &telling{}
	if p.hub == "" {
		card.Sentence = t.say("Nothing yet: without a region there is no hub whose measures could be listed.").out
		return card, nil
	}
	if card.Ready, err = r.tellRules(t); err != nil {
		return Card{}, err
	}
	pairs, unanswered, untriggered := int64(len(p.shaped(shapePair))), int64(len(p.shaped(shapeUnanswered))), int64(len(p.shaped(shapeUntriggered)))
	t.say(" Of " + r.name(p.hub) + " the list of known cases holds ").list([]part{
		{n: pairs, trace: p.trace("pairs"), after: plural(pairs, " pair", " pairs") + " of step and measure"},
		{n: unanswered, trace: p.trace("unanswered"), after: plural(unanswered, " episode", " episodes") + " of steps without a measure found"},
		{n: untriggered, trace: p.trace("untriggered"), after: plural(untriggered, " episode", " episodes") + " of measures without a dated step"},
	}).say(".")
	card.Sentence = t.out
	return card, nil
}

func (r *reading) cardForesight(n map[ledger.Kind]int64) (Card, error) {
	rows, err := store.Rows[*ledger.Resolution](r.ctx, r.app.store, r.query())
	if err != nil {
		return Card{}, err
	}
	outcomes := map[ledger.Outcome]int64{}
	for _, row := range rows {
		outcomes[row.Noun.Outcome]++
	}
	t := &telling{}
	p := stockPart(n, ledger.KindForecast)
	t.say("Of ").count(p.n, p.trace).say(p.after + ", ")
	var parts []part
	for _, o := range ledger.Outcomes() {
		parts = append(parts, part{n: outcomes[o], trace: traceID("forecasts", string(o)), after: map[ledger.Outcome]string{
			ledger.OutcomeYes: " came out yes", ledger.OutcomeNo: " came out no", ledger.OutcomeOpen: plural(outcomes[o], " is open", " are open"), ledger.OutcomeVoid: plural(outcomes[o], " is void", " are void")}[o]})
	}
	t.list(parts).say(". Nobody is scored yet.")
	return Card{Question: "Who foresaw it?", Sentence: t.out, Screen: "/search?kind=forecast"}, nil
}

func cardWhatIf() Card {
	t := &telling{}
	return Card{Question: "What if?", Sentence: t.say("Nothing yet: no scenario has been computed, and the ledger holds none.").out, Screen: "/"}
}

func stockPart(n map[ledger.Kind]int64, kind ledger.Kind) part {
	return part{n: n[kind], trace: traceID("stock", string(kind)), after: " " + kindWords(kind, n[kind])}
}
