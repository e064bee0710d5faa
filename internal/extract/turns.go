package extract

import (
	"fmt"
	"slices"
	"sort"
	"strings"
)

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

// namedLabel is a block that begins like "Name: words".
type namedLabel struct {
	label
	block   int
	key     string // the speaker, after short and full names were joined
	generic Role   // Question and Answer carry their role in the word
}

// namedTurns reads the form "Name: words".
func namedTurns(body string, blocks []Block, title int, outlet string) (dialogue, bool) {
	found := namedLabels(body, blocks, title)
	if len(found) < 2 {
		return dialogue{}, false
	}
	lead := body[:blocks[found[0].block].Start]
	in := readIntroduction(lead)
	if in.outlet != "" {
		outlet = in.outlet
	}
	joinNames(found)
	d := dialogue{form: FormNamed}
	kept, left := acceptSpeakers(found, outlet, lead)
	if len(kept) == 0 {
		return dialogue{}, false
	}
	for _, name := range left {
		d.notes = append(d.notes, fmt.Sprintf("“%s:” opens one paragraph only and was not taken for a speaker.", name))
	}
	marks := make([]mark, len(kept))
	for i, l := range kept {
		start := blocks[l.block].Start
		marks[i] = mark{block: l.block, speaker: l.key, role: l.generic, labelStart: start + l.start, labelEnd: start + l.end, words: start + l.words}
		if sameOutlet(l.key, outlet) {
			marks[i].role = Interviewer
		}
	}
	d.turns = layTurns(body, blocks, marks)
	d.notes = append(d.notes, assignRoles(body, d.turns)...)
	for _, t := range d.turns {
		if t.Role == Interviewee && !answerWords[plainWords(t.Speaker)] {
			d.interviewee = t.Speaker
			break
		}
	}
	switch {
	case d.interviewee == "":
		d.interviewee = in.person
	case lastWord(in.person) == lastWord(d.interviewee):
		d.interviewee = in.person
	case !strings.Contains(d.interviewee, " "):
		if full := fullNameIn(lead, d.interviewee); full != "" {
			d.interviewee = full
		}
	}
	if in.outlet != "" {
		d.outlet = in.outlet
	}
	nameGenericSpeakers(d.turns, d.interviewee, outlet)
	return d, len(d.turns) >= 2
}

// namedLabels lists the blocks that may begin with a speaker.
func namedLabels(body string, blocks []Block, title int) []namedLabel {
	var found []namedLabel
	seen := map[string]bool{}
	for i, b := range blocks {
		text := body[b.Start:b.End]
		l, ok := parseLabel(text)
		if !ok || i == title || seen[text] { // a headline that the page repeats is not a second turn
			continue
		}
		seen[text] = l.words < len(text) // a label alone on its line stands there each time
		words := plainWords(l.name)
		if aboutDocument[words] || captions[words] || neverNames[words] || furniture[words] {
			continue
		}
		n := namedLabel{label: l, block: i, key: l.name}
		switch {
		case questionWords[words]:
			n.generic = Interviewer
		case answerWords[words]:
			n.generic = Interviewee
		}
		found = append(found, n)
	}
	return found
}

// joinNames gives one key to a full name and the family name or initials that stand for it later ("Ivan Petrov:", "Petrov:"),
// where only one full name fits, and to spellings that differ in case.
func joinNames(found []namedLabel) {
	full := map[string][]string{}
	spelled := map[string]string{}
	for i, l := range found {
		low := strings.ToLower(l.name)
		if spelled[low] == "" {
			spelled[low] = l.name
		}
		found[i].key = spelled[low]
		words := strings.Fields(l.name)
		if family := lastWord(l.name); len(words) > 1 && len(strings.Trim(words[0], ".")) > 2 && !slices.Contains(full[family], spelled[low]) {
			full[family] = append(full[family], spelled[low])
		}
	}
	for i, l := range found {
		words := strings.Fields(l.name)
		short := len(words) == 1 || len(strings.Trim(words[0], ".")) <= 2
		if names := full[lastWord(l.name)]; short && len(names) == 1 && l.generic == "" {
			found[i].key = names[0]
		}
	}
}

// acceptSpeakers keeps the labels that are speakers: the word Question or Answer, the outlet, a name that opens two paragraphs or
// more, and a name that opens one if the lead mentions it. Two speakers are needed: one name alone is a list or a headline.
func acceptSpeakers(found []namedLabel, outlet, lead string) (kept []namedLabel, left []string) {
	count := map[string]int{}
	asker := false
	for _, l := range found {
		count[l.key]++
		asker = asker || l.generic == Interviewer || sameOutlet(l.key, outlet)
	}
	speakers := map[string]bool{}
	for _, l := range found {
		inLead := asker && strings.Contains(strings.ToLower(lead), lastWord(l.key))
		if l.generic != "" || sameOutlet(l.key, outlet) || count[l.key] >= 2 || inLead {
			kept = append(kept, l)
			speakers[l.key] = true
		} else {
			left = append(left, l.name)
		}
	}
	if len(speakers) < 2 || (len(kept) < 3 && !asker) {
		return nil, nil
	}
	return kept, left
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
