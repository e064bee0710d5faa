package operators

import "orrery/ledger"

// Fate is what becomes of an event under an operator.
type Fate uint8

// The fates.
const (
	Keep Fate = iota // as the result says
	Drop             // it is no event any more
	Weak             // it keeps its type but is only wished, tried or allowed: hypothetical
)

// Apply is what an event of PLOVER becomes under an operator. With Drop the result is empty.
func Apply(o Op, e ledger.TypeMode) (ledger.TypeMode, Fate) {
	switch o {
	case Negate, Refuse, Fail:
		return refused(e)
	case Commit:
		if e.Type == ledger.EventRetreat || e.Type == ledger.EventConcede {
			return pair(ledger.EventAgree, ""), Keep // a promise to give ground is a promise first
		}
		return future(e), Keep
	case Future:
		return future(e), Keep
	case Threaten:
		if e.Type == ledger.EventRetreat || e.Type.Quad() <= ledger.MaterialCooperation {
			return ledger.TypeMode{Type: ledger.EventThreaten}, Keep
		}
		return threat(e), Keep
	case Demand:
		return demand(e), Keep
	case Order:
		if e.Type == ledger.EventRetreat && (e.Mode == "withdraw" || e.Mode == "ceasefire") {
			return ledger.TypeMode{Type: ledger.EventConcede}, Keep
		}
		return e, Keep
	case Accuse:
		return ledger.TypeMode{Type: ledger.EventAccuse, Mode: "allege"}, Keep
	case Announce:
		return announced(e), Keep
	case Stop:
		return stopped(e), Keep
	case Deny, Help, Let, Prevent:
		return ledger.TypeMode{}, Drop
	case Try, Wish:
		if o == Try && e.Type == ledger.EventAssault {
			return e, Keep // the manual counts attempts
		}
		return e, Weak
	}
	return e, Keep
}

func pair(t ledger.EventType, mode string) ledger.TypeMode {
	return ledger.TypeMode{Type: t, Mode: mode}
}

// refused: cooperation that is not given is a rejection; conflict that does not happen is nothing.
func refused(e ledger.TypeMode) (ledger.TypeMode, Fate) {
	switch e.Type {
	case ledger.EventAgree, ledger.EventSupport:
		return pair(ledger.EventReject, ""), Keep
	case ledger.EventConsult:
		return pair(ledger.EventReject, "meet"), Keep
	case ledger.EventCooperate, ledger.EventAid:
		return pair(ledger.EventReject, "assist"), Keep
	case ledger.EventRetreat:
		if e.Mode == "resign" {
			return pair(ledger.EventReject, "change"), Keep
		}
		return pair(ledger.EventReject, "yield"), Keep
	case ledger.EventConcede:
		return pair(ledger.EventReject, "yield"), Keep
	}
	return ledger.TypeMode{}, Drop
}

// future: cooperation to come is an agreement, giving up to come a concession, conflict to come a threat.
func future(e ledger.TypeMode) ledger.TypeMode {
	switch e.Type {
	case ledger.EventAgree, ledger.EventConsult, ledger.EventSupport, ledger.EventCooperate, ledger.EventAid:
		return pair(ledger.EventAgree, "")
	case ledger.EventConcede, ledger.EventRetreat:
		return pair(ledger.EventConcede, "")
	case ledger.EventRequest, ledger.EventReject, ledger.EventThreaten:
		return e
	}
	return threat(e)
}

func threat(e ledger.TypeMode) ledger.TypeMode {
	mode := ""
	switch e.Type {
	case ledger.EventAssault, ledger.EventMobilize:
		mode = "violence"
	case ledger.EventSanction:
		switch e.Mode {
		case "expel":
			mode = "expel"
		case "discontinue", "withdraw":
			mode = "relations"
		}
	case ledger.EventCoerce:
		switch e.Mode {
		case "arrest":
			mode = "arrest"
		case "deport":
			mode = "expel"
		case "restrict", "censor", "curfew", "martial-law", "withhold":
			mode = "restrict"
		}
	case ledger.EventProtest:
		switch e.Mode {
		case "strike", "boycott", "obstruct", "hunger":
			mode = "restrict"
		case "riot":
			mode = "violence"
		}
	case ledger.EventThreaten:
		mode = e.Mode
	}
	return pair(ledger.EventThreaten, mode)
}

func demand(e ledger.TypeMode) ledger.TypeMode {
	mode := ""
	switch e.Type {
	case ledger.EventSupport, ledger.EventCooperate, ledger.EventAid:
		mode = "assist"
	case ledger.EventConsult:
		mode = "meet"
	case ledger.EventConcede:
		mode = "yield"
	case ledger.EventRetreat:
		mode = "yield"
		if e.Mode == "resign" {
			mode = "change"
		}
	case ledger.EventRequest:
		mode = e.Mode
	case ledger.EventProtest:
		return e // calling people out is part of the protest
	}
	return pair(ledger.EventRequest, mode)
}

// announced: what is declared and not yet done.
func announced(e ledger.TypeMode) ledger.TypeMode {
	switch {
	case e.Type == ledger.EventAid:
		return pair(ledger.EventAgree, "")
	case e.Type == ledger.EventRetreat && (e.Mode == "withdraw" || e.Mode == "ceasefire"):
		return pair(ledger.EventConcede, "")
	}
	return e
}

// stopped: something that was going on ends.
func stopped(e ledger.TypeMode) ledger.TypeMode {
	switch e.Type {
	case ledger.EventAgree:
		return pair(ledger.EventReject, "")
	case ledger.EventConsult:
		return pair(ledger.EventReject, "meet")
	case ledger.EventSupport, ledger.EventCooperate, ledger.EventAid:
		return pair(ledger.EventSanction, "discontinue")
	case ledger.EventConcede, ledger.EventRetreat:
		return pair(ledger.EventReject, "yield")
	case ledger.EventMobilize:
		return pair(ledger.EventRetreat, "")
	case ledger.EventCoerce:
		switch e.Mode {
		case "arrest":
			return pair(ledger.EventRetreat, "release")
		case "seize":
			return pair(ledger.EventRetreat, "")
		}
	case ledger.EventAssault:
		return pair(ledger.EventRetreat, "ceasefire")
	}
	return pair(ledger.EventConcede, "")
}
