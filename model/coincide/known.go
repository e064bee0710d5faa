package coincide

// nearness is how close known cases lie to each other, whatever the width of the window: without a denominator the counts at every width
// follow from it, and no case is read twice.
type nearness struct {
	triggers  []int // of each trigger that some response followed: days from the first day of its window to the first response
	responses []int // of each counted response that some trigger preceded: days from the first day of the nearest window to it
}

// gaps reads it; triggers, and the responses with those that count among them, ascend.
func gaps(triggers, responses, counted []dated, lo Day) *nearness {
	n := &nearness{}
	for _, b := range triggers {
		for len(responses) > 0 && responses[0].day < b.day+lo {
			responses = responses[1:]
		}
		if len(responses) > 0 {
			n.triggers = append(n.triggers, int(responses[0].day-b.day-lo))
		}
	}
	at := 0
	for _, r := range counted {
		for at < len(triggers) && triggers[at].day+lo <= r.day {
			at++
		}
		if at > 0 {
			n.responses = append(n.responses, int(r.day-triggers[at-1].day-lo))
		}
	}
	return n
}

// within changes what of a tally hangs on the width of the window.
func (n *nearness) within(dt int, t *Tally) {
	all := t.Answered + t.Unanswered
	t.Answered, t.Hits = upTo(n.triggers, dt), upTo(n.responses, dt)
	t.Unanswered = all - t.Answered
}

func upTo(list []int, most int) (n int) {
	for _, days := range list {
		if days <= most {
			n++
		}
	}
	return n
}
