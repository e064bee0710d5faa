package align

// Channel is a kind of observation that can be left out.
type Channel string

// The channels. Stances are divided by who spoke.
const (
	Votes             Channel = "votes"
	Reactions         Channel = "reactions"
	StanceOfficial    Channel = "stances: official statement"
	StanceLeader      Channel = "stances: leader"
	StanceMinistry    Channel = "stances: ministry"
	StanceParty       Channel = "stances: party"
	StanceCommentator Channel = "stances: commentator"
	EventShares       Channel = "events"
)

// AllChannels lists the channels in the order of results.
func AllChannels() []Channel {
	return []Channel{Votes, Reactions, StanceOfficial, StanceLeader, StanceMinistry, StanceParty, StanceCommentator, EventShares}
}

// Positions in AllChannels.
const (
	votesAt     = 0
	reactionsAt = 1
	stancesAt   = 2 // the first speaker
	eventsAt    = stancesAt + int(speakers)
	channels    = eventsAt + 1
)
