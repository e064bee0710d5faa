package extract

import (
	"fmt"
	"slices"
	"strings"
)

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
