package dates

import "orrery/internal/coding/syntax"

// reach is how far, in tokens, a date looks for its verb.
const reach = 14

// ahead says whether the verb that a date at i hangs on speaks of what is to come: the nearest verb group before it in the clause,
// else the nearest behind it.
func (p *parser) ahead(i int) bool {
	toks := p.s.Tokens
	for j := i - 1; j >= 0 && i-j <= reach; j-- {
		switch tag := toks[j].Tag; {
		case tag == syntax.Stop || tag == syntax.Colon:
			j = -1
		case tag == syntax.MD:
			return p.futureModal(j)
		case tag == syntax.VB:
			return p.bareAhead(j)
		case tag == syntax.VBD || tag == syntax.VBN && !p.planned(j):
			return p.behindModal(j)
		case tag == syntax.VBN:
			return true
		case tag == syntax.VBZ || tag == syntax.VBP:
			return false
		}
		if j < 0 {
			break
		}
	}
	for j := i + 1; j < len(toks) && j-i <= reach; j++ {
		switch toks[j].Tag {
		case syntax.Stop, syntax.Colon, syntax.VBD, syntax.VBZ, syntax.VBP:
			return false
		case syntax.MD:
			return p.futureModal(j)
		}
	}
	return false
}

// futureModal: will, shall, must, should, can, may; not would, could, might have.
func (p *parser) futureModal(j int) bool {
	switch p.text(j) {
	case "would", "could", "might", "'d", "’d":
		return false
	}
	for k := j + 1; k < len(p.s.Tokens) && k < j+4; k++ {
		if t := p.text(k); t == "have" {
			return false
		}
	}
	return true
}

// bareAhead: the base form behind will or to.
func (p *parser) bareAhead(j int) bool {
	for k := j - 1; k >= 0 && k > j-4; k-- {
		switch p.s.Tokens[k].Tag {
		case syntax.MD:
			return p.futureModal(k)
		case syntax.TO:
			return true // to meet on 5 May
		case syntax.VBD, syntax.VBP, syntax.VBZ:
			return false // did not sign
		}
	}
	return false
}

// behindModal: "will be held".
func (p *parser) behindModal(j int) bool {
	for k := j - 1; k >= 0 && k > j-5; k-- {
		switch p.s.Tokens[k].Tag {
		case syntax.MD:
			return p.futureModal(k)
		case syntax.VBD, syntax.VBZ, syntax.VBP, syntax.Comma, syntax.Stop:
			return false
		case syntax.TO:
			return true
		}
	}
	return false
}

// planned: scheduled for, expected in, due on.
func (p *parser) planned(j int) bool {
	switch p.text(j) {
	case "scheduled", "planned", "expected", "slated", "set", "due":
		return true
	}
	return false
}
