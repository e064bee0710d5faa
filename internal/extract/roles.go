package extract

import (
	"fmt"
	"strings"
)

// assignRoles gives the roles that the labels did not carry: the most-speaking name that does not ask is the interviewee, and
// where nobody is marked as asking, a first speaker who mostly asks and says less is the interviewer.
func assignRoles(body string, turns []Turn) (notes []string) {
	said, asked, times := map[string]int{}, map[string]int{}, map[string]int{}
	hasInterviewer := false
	for _, t := range turns {
		if t.Role == Interviewer {
			hasInterviewer = true
			continue
		}
		said[t.Speaker] += t.End - t.Start
		times[t.Speaker]++
		if strings.HasSuffix(strings.TrimRight(body[t.Start:t.End], " \t\n\"”»)*_"), "?") {
			asked[t.Speaker]++
		}
	}
	most := ""
	for _, t := range turns { // in order of speaking, so that a tie has one outcome
		if t.Role != Interviewer && (most == "" || said[t.Speaker] > said[most]) {
			most = t.Speaker
		}
	}
	guessed := ""
	if first := turns[0].Speaker; !hasInterviewer && first != most && asked[first]*2 > times[first] {
		guessed = first
		notes = append(notes, fmt.Sprintf("“%s” was taken for the interviewer because most of what they say is questions.", first))
	}
	for i := range turns {
		switch t := &turns[i]; {
		case t.Role != "":
		case t.Speaker == guessed:
			t.Role = Interviewer
		case t.Speaker == most:
			t.Role = Interviewee
		}
	}
	return notes
}

// nameGenericSpeakers puts the known name in the place of the words Question and Answer; an unknown one stays empty.
func nameGenericSpeakers(turns []Turn, interviewee, outlet string) {
	for i := range turns {
		switch words := plainWords(turns[i].Speaker); {
		case questionWords[words]:
			turns[i].Speaker = outlet
		case answerWords[words]:
			turns[i].Speaker = interviewee
		}
	}
}
