package extract

import (
	"fmt"
	"regexp"
	"strings"
)

var dash = regexp.MustCompile(`^([-–—])[ \t\x{a0}]+`)

// dashedTurns reads the form in which questions and answers begin with a dash and follow each other. It differs from a list in that
// the odd paragraphs ask and the even ones, mostly, do not.
func dashedTurns(body string, blocks []Block, title int, outlet string) (dialogue, bool) {
	var marks []mark
	for i, b := range blocks {
		m := dash.FindStringSubmatchIndex(body[b.Start:b.End])
		if m == nil || b.Kind == Heading || i == title {
			continue
		}
		marks = append(marks, mark{block: i, labelStart: b.Start + m[2], labelEnd: b.Start + m[3], words: b.Start + m[1]})
	}
	if len(marks) < 2 {
		return dialogue{}, false
	}
	// The alternation is laid first, because a question may end in a later paragraph than the one with the dash.
	for i := range marks {
		marks[i].role = Interviewer
		if i%2 == 1 {
			marks[i].role = Interviewee
		}
	}
	turns := layTurns(body, blocks, marks)
	var questions, asking, answers, answering int
	broken := -1
	for i, t := range turns {
		asks := strings.HasSuffix(strings.TrimRight(body[t.Start:t.End], " \t\n\"”»)*_"), "?")
		switch {
		case t.LabelStart == t.LabelEnd: // goes on after a heading
		case t.Role == Interviewer:
			questions++
			if asks {
				asking++
			}
		default:
			answers++
			if asks {
				answering++
				if broken < 0 && i+1 < len(turns) && !strings.Contains(body[turns[i+1].Start:turns[i+1].End], "?") {
					broken = t.Start
				}
			}
		}
	}
	if asking == 0 || asking*2 < questions || answering*2 > answers || answers == 0 {
		return dialogue{}, false
	}
	lead := body[:blocks[marks[0].block].Start]
	in := readIntroduction(lead)
	if in.outlet != "" {
		outlet = in.outlet
	}
	d := dialogue{form: FormDashes, turns: turns, interviewee: in.person, outlet: in.outlet}
	for i := range turns {
		if turns[i].Role == Interviewee {
			turns[i].Speaker = in.person
		} else {
			turns[i].Speaker = outlet
		}
	}
	d.notes = append(d.notes, "Speakers alternate with each dash; the first is taken for the interviewer.")
	if in.person == "" {
		d.notes = append(d.notes, "The text before the first question does not name the interviewee in a way that is recognised.")
	}
	if broken >= 0 {
		d.notes = append(d.notes, fmt.Sprintf("An answer that begins “%s” ends in a question and no question follows: the speakers may be out of step from there on.", opening(body[broken:])))
	}
	if questions != answers {
		d.notes = append(d.notes, "The number of questions and answers differs: check who speaks where.")
	}
	return d, true
}

// opening is the first few words of a text, for a note.
func opening(s string) string {
	words := strings.Fields(s[:min(len(s), 200)])
	return strings.ToValidUTF8(strings.Join(words[:min(len(words), 6)], " "), "") + "…"
}
