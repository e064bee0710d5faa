package app

// cardStand answers from the run of the scope's hub, under the scope's lens, as the
// picture beside it does. What is not computed yet is being computed once this was asked;
// nothing stands in for it meanwhile.
func (r *reading) cardStand() (Card, error) {
	card := Card{Question: "Where does each state stand?", Screen: "/alignment"}
	t := &telling{}
	if r.hub == "" || r.region.Name == "" {
		card.Sentence = t.say("Nothing yet: without a region there is no hub to stand with.").out
		return card, nil
	}
	c := AlignOptions{}.chosen()
	run, pending, err := r.alignOf(r.hub, c, AlignOptions{hurry: true})
	switch {
	case err != nil:
		return card, err
	case pending != nil:
		card.Pending, card.Sentence = pending, pendingSentence(pending)
		return card, nil
	case run.failed != "":
		card.Sentence = t.say("Nothing yet: " + run.failed + ".").out
		return card, nil
	}
	card.Ready = true
	rival, err := r.rivalOf("")
	if err != nil || rival == "" {
		card.Sentence = r.alignmentSentence(AlignmentView{}, run, c, nil)
		return card, err
	}
	other, pending, err := r.alignOf(rival, c, AlignOptions{hurry: true})
	if err != nil {
		return card, err
	}
	card.Pending = pending
	if pending != nil || other.failed != "" {
		card.Sentence = r.alignmentSentence(AlignmentView{}, run, c, nil)
		return card, nil
	}
	tilts, err := r.tilts(run, other, c)
	if err != nil {
		return card, err
	}
	t.say(r.asOfWords(run) + ", ")
	r.tellTilts(t, run, other, c, tilts)
	card.Sentence = t.out
	return card, nil
}
