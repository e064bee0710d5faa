package app

import (
	"slices"
	"strings"
	"time"

	"orrery/internal/jobs"
	"orrery/model/align"
)

// AlignOptions is what an alignment is asked with, beside the scope. The zero value
// asks for the default evidence and does not wait.
type AlignOptions struct {
	Channels []string // of votes, reactions, statements and events; nil: the first three
	Absence  string   // missing, abstention or own; empty: missing
	Rival    string   // the hub to compare with; empty: the region's hub, or the next one where that is asked about
	At       string   // day of the step that a dyad is opened at, YYYY-MM-DD; empty: the last step

	// Wait makes the call return with the answer instead of how far it is; Progress,
	// which may be nil, is told each step meanwhile.
	Wait     bool
	Progress func(Pending)

	hurry bool // do not even wait for a moment
}

// channelNames are the kinds of observation by which people choose.
var channelNames = []string{"votes", "reactions", "statements", "events"}

// defaultChannels leaves out events: see whyNoEvents.
var defaultChannels = channelNames[:3]

var absences = []string{"missing", "abstention", "own"}

// ParseAlignOptions reads the parameters of a URL or command line; empty texts ask for
// the defaults. Errors are *Error of code Malformed.
func ParseAlignOptions(channels, absence, rival, at string) (AlignOptions, error) {
	o := AlignOptions{Absence: strings.TrimSpace(absence), Rival: strings.ToUpper(strings.TrimSpace(rival)), At: strings.TrimSpace(at)}
	for name := range strings.SplitSeq(channels, ",") {
		if name = strings.TrimSpace(name); name == "" {
			continue
		}
		if !slices.Contains(channelNames, name) {
			return o, malformed("channels", "there is no kind of evidence "+quoted(name), "use some of "+strings.Join(channelNames, ", "))
		}
		o.Channels = append(o.Channels, name)
	}
	if o.Absence != "" && !slices.Contains(absences, o.Absence) {
		return o, malformed("absence", "absence cannot be read as "+quoted(o.Absence), "use one of "+strings.Join(absences, ", "))
	}
	if _, err := time.Parse(time.DateOnly, o.At); o.At != "" && err != nil {
		return o, malformed("at", "at "+quoted(o.At)+" is not a day", "write 2026-01-31")
	}
	return o, nil
}

// chosen is the evidence of a run as it is compared and written: the channels in their
// order, comma-joined, and the reading of absence.
type chosen struct{ channels, absence string }

func (o AlignOptions) chosen() chosen {
	names := o.Channels
	if len(names) == 0 {
		names = defaultChannels
	}
	var in []string
	for _, name := range channelNames {
		if slices.Contains(names, name) {
			in = append(in, name)
		}
	}
	c := chosen{strings.Join(in, ","), o.Absence}
	if c.absence == "" {
		c.absence = absences[0]
	}
	return c
}

func (c chosen) usual() bool { return c == AlignOptions{}.chosen() }

func (c chosen) has(channel string) bool {
	return slices.Contains(strings.Split(c.channels, ","), channel)
}

// settings of a run over a span. Statements are one choice and five channels, by speaker.
func (c chosen) settings(s stretch) align.Settings {
	set := align.Defaults(s.from.Time(), s.to.Time())
	set.Coding = align.Coding(slices.Index(absences, c.absence))
	for _, ch := range align.AllChannels() {
		if c.has(channelName(ch)) {
			set.Channels = append(set.Channels, ch)
		}
	}
	set.Workers = 1
	return set
}

// channelName is the choice that a channel of the model belongs to.
func channelName(ch align.Channel) string {
	switch ch {
	case align.Votes, align.Reactions, align.EventShares:
		return map[align.Channel]string{align.Votes: "votes", align.Reactions: "reactions", align.EventShares: "events"}[ch]
	}
	return "statements"
}

// pendingOf shows how far a computation is.
func pendingOf(p jobs.Progress) *Pending { return &Pending{What: p.What, Done: p.Done, Total: p.Total} }
