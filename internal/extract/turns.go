package extract

import "sort"

// mark is the place where somebody begins to speak.
type mark struct {
	block                int // index into the blocks
	speaker              string
	role                 Role
	labelStart, labelEnd int
	words                int // where the words begin
}

// dialogue is what the search for speakers found.
type dialogue struct {
	form        Form
	turns       []Turn
	interviewee string
	outlet      string
	notes       []string
}

// findTurns tries the forms of interview one after the other; what fits none is an essay. title is the index of the title's
// block, or -1: a headline with a colon is not a speaker.
func findTurns(body string, blocks []Block, title int, outlet string) dialogue {
	if d, ok := namedTurns(body, blocks, title, outlet); ok {
		return d
	}
	if d, ok := dashedTurns(body, blocks, title, outlet); ok {
		return d
	}
	return dialogue{form: FormEssay}
}

// layTurns lets each speaker go on over the following paragraphs until the next mark or the end of the article.
func layTurns(body string, blocks []Block, marks []mark) []Turn {
	var turns []Turn
	for i, m := range marks {
		until, last := len(blocks), i == len(marks)-1
		if !last {
			until = marks[i+1].block
		}
		turn := Turn{Speaker: m.speaker, Role: m.role, LabelStart: m.labelStart, LabelEnd: m.labelEnd, Start: -1}
		if end := blocks[m.block].End; m.words < end {
			turn.Start, turn.End = m.words, end
		}
		fresh := true // the label of this turn is the written one
		for j := m.block + 1; j < until; j++ {
			b := blocks[j]
			where := placeOf(body[b.Start:b.End], b.Kind)
			if where == theEnd || (where == outside && last) {
				break
			}
			if where == outside {
				if turn.Start >= 0 {
					turns = append(turns, turn)
					turn.Start, fresh = -1, false
				}
				continue
			}
			if turn.Start < 0 {
				turn.Start = b.Start
				if !fresh {
					turn.LabelStart, turn.LabelEnd = b.Start, b.Start
				}
			}
			turn.End = b.End
		}
		if turn.Start >= 0 {
			turns = append(turns, turn)
		}
	}
	return turns
}

// turnAt is the turn, with its label, that shares a byte with the span.
func turnAt(turns []Turn, start, end int) (Turn, bool) {
	i := sort.Search(len(turns), func(i int) bool { return turns[i].End > start })
	if i < len(turns) && turns[i].LabelStart < end {
		return turns[i], true
	}
	return Turn{}, false
}
