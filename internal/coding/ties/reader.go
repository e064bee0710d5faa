package ties

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"orrery/internal/coding/draft"
	"orrery/internal/coding/knowledge"
	"orrery/internal/coding/lexicon"
	"orrery/internal/coding/reading"
	"orrery/internal/coding/wording"
	"orrery/ledger"
)

var (
	//go:embed data/ties.txt
	tiesText string
	//go:embed data/channels.txt
	channelsText string
	//go:embed data/memberships.txt
	membershipsText string
)

// Reader finds ties and memberships. It is only read after New.
type Reader struct {
	ties, memberships *wording.Book
	channels          []channel
	organisations     map[lexicon.ID]string // a name of one word: its code
	isOrganisation    map[string]bool
	hubs              []string
	groups            map[string][]string             // folded names of rosters that are no organisation: their states
	members           map[string][]*ledger.Membership // actor and organisation
	names             map[string]string
}

type channel struct {
	channel ledger.Channel
	words   []lexicon.ID
}

// New puts a reader together. Errors: faults in the data files, with file and line.
func New(lex *lexicon.Lexicon, k *knowledge.Region) (*Reader, error) {
	x := &Reader{organisations: map[lexicon.ID]string{}, isOrganisation: map[string]bool{}, hubs: k.Hubs,
		groups: map[string][]string{}, members: map[string][]*ledger.Membership{}, names: map[string]string{}}
	var err error
	if x.ties, err = wording.Load(lex, "ties/data/ties.txt", tiesText); err != nil {
		return nil, err
	}
	if x.memberships, err = wording.Load(lex, "ties/data/memberships.txt", membershipsText); err != nil {
		return nil, err
	}
	if x.channels, err = loadChannels(lex, "ties/data/channels.txt", channelsText); err != nil {
		return nil, err
	}
	for _, a := range k.Actors {
		x.names[a.Code] = a.Name()
		if a.Type != ledger.ActorOrganisation && a.Type != ledger.ActorPowerBloc {
			continue
		}
		x.isOrganisation[a.Code] = true
		for _, n := range append([]string{a.Code, a.Name()}, a.Aliases...) {
			if !strings.Contains(n, " ") {
				x.organisations[lex.Intern(n)] = a.Code
			}
		}
	}
	for name, codes := range k.Groups {
		x.groups[lexicon.Fold(name)] = codes
	}
	for _, m := range k.Memberships {
		x.members[m.Actor+"/"+m.Organisation] = append(x.members[m.Actor+"/"+m.Organisation], m)
	}
	return x, nil
}

func loadChannels(lex *lexicon.Lexicon, file, text string) ([]channel, error) {
	var out []channel
	no := 0
	for line := range strings.Lines(text) {
		no++
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		name, words, ok := strings.Cut(line, "|")
		c := channel{channel: ledger.Channel(strings.TrimSpace(name))}
		if !ok || !slices.Contains(ledger.Channels(), c.channel) {
			return nil, fmt.Errorf("%s:%d: write a channel of the ledger, then | and words", file, no)
		}
		for _, w := range strings.Fields(words) {
			c.words = append(c.words, lex.Intern(w))
		}
		out = append(out, c)
	}
	return out, nil
}

// Drafts makes a draft of each tie and membership that a text tells, by place. Silences say which turns gave none, and why.
func (x *Reader) Drafts(r *reading.Reading) ([]draft.Draft, []draft.Silence) {
	p := &pass{Reader: x, r: r}
	var buffer [8]wording.Match
	for i := range r.Sentences {
		s := &r.Sentences[i]
		ties := x.ties.Find(s.Sentence, buffer[:0])
		for k := range ties {
			p.tie(i, &ties[k])
		}
		told := x.memberships.Find(s.Sentence, buffer[:0])
		for k := range told {
			p.membership(i, &told[k])
		}
	}
	return p.out, p.silent
}

// pass is one document on its way through the reader.
type pass struct {
	*Reader
	r      *reading.Reading
	out    []draft.Draft
	silent []draft.Silence
}

func (p *pass) drop(i int, m *wording.Match, why string) {
	p.silent = append(p.silent, draft.Silence{Sentence: i, Step: "ties", Frame: m.ID, Reason: why})
}
