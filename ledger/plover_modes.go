package ledger

// TypeMode is one of the 67 pairs of an event type and a mode: how the event was
// done, in lower case with hyphens. A mode means something only with its type
// ("assist" asks for help under REQUEST and refuses it under REJECT), hence the
// pair is the key and never the mode alone.
type TypeMode struct {
	Type EventType `json:"type"`
	Mode string    `json:"mode"`
}

// ModeInfo is what PLOVER says of one mode of one type.
type ModeInfo struct {
	TypeMode
	Score  float64 `json:"score"`  // -10..+10, more exact than the type's; meaningless unless Scored
	Scored bool    `json:"scored"` // false for PROTEST vandalize only: the manual gives it no score
	Gloss  string  `json:"gloss"`  // our own words
}

// Modes lists all 67 pairs, by type in the order of EventTypes.
func Modes() []ModeInfo { return append([]ModeInfo(nil), typeModes[:]...) }

// ValidMode reports whether events of type t can have mode m.
func ValidMode(t EventType, m string) bool { return TypeMode{t, m}.Valid() }

func (p TypeMode) info() ModeInfo {
	for i := range typeModes {
		if typeModes[i].TypeMode == p {
			return typeModes[i]
		}
	}
	return ModeInfo{}
}

// Valid reports whether the pair is in the list.
func (p TypeMode) Valid() bool { return p.info().Type != "" }

// Score is the score of the pair; false when it has none, or is not valid.
func (p TypeMode) Score() (float64, bool) {
	m := p.info()
	return m.Score, m.Scored
}

// Gloss says what the mode means with this type, "" when the pair is not valid.
func (p TypeMode) Gloss() string { return p.info().Gloss }

// typeModes is never written to.
var typeModes = [67]ModeInfo{
	{TypeMode{EventConsult, "visit"}, 4, true, "one side travels to the other; the visitor acts, the host receives"},
	{TypeMode{EventConsult, "third-party"}, 1, true, "talks hosted or mediated by a third party"},
	{TypeMode{EventConsult, "multilateral"}, 4, true, "talks within an alliance or international organisation"},
	{TypeMode{EventConsult, "phone"}, 1.5, true, "talks by telephone, video or other remote means"},

	{TypeMode{EventRetreat, "withdraw"}, 8, true, "armed forces leave"},
	{TypeMode{EventRetreat, "release"}, 6.5, true, "captives or prisoners are set free"},
	{TypeMode{EventRetreat, "disarm"}, 10, true, "weapons are given up, destroyed or demobilised"},
	{TypeMode{EventRetreat, "ceasefire"}, 7.5, true, "a ceasefire is put into effect"},
	{TypeMode{EventRetreat, "access"}, 6.5, true, "observers, peacekeepers or aid are let in"},
	{TypeMode{EventRetreat, "resign"}, 4.5, true, "an official leaves office"},

	{TypeMode{EventRequest, "assist"}, 0.5, true, "asks for help or cooperation"},
	{TypeMode{EventRequest, "change"}, -1, true, "asks for another policy, government or institution"},
	{TypeMode{EventRequest, "yield"}, -1, true, "asks to free captives, or to end sanctions, restrictions or fighting"},
	{TypeMode{EventRequest, "meet"}, 0, true, "asks for a meeting or talks"},

	{TypeMode{EventAccuse, "disapprove"}, -2, true, "criticises, condemns or complains"},
	{TypeMode{EventAccuse, "investigate"}, -3.5, true, "opens or carries on an inquiry"},
	{TypeMode{EventAccuse, "allege"}, -3.5, true, "accuses of a wrong, charges, sues or puts on trial"},

	{TypeMode{EventReject, "assist"}, -1.5, true, "refuses help or cooperation"},
	{TypeMode{EventReject, "change"}, -2, true, "refuses to change a policy, government or institution"},
	{TypeMode{EventReject, "yield"}, -2, true, "refuses to free captives, or to end sanctions, restrictions or fighting"},
	{TypeMode{EventReject, "meet"}, -2, true, "refuses or calls off a meeting or talks"},

	{TypeMode{EventThreaten, "restrict"}, -3, true, "threatens a boycott, strike, blockade, curfew or ban"},
	{TypeMode{EventThreaten, "arrest"}, -3.5, true, "threatens arrest, or issues a warrant for someone out of reach"},
	{TypeMode{EventThreaten, "relations"}, -3.5, true, "threatens to reduce or break relations"},
	{TypeMode{EventThreaten, "expel"}, -3.5, true, "threatens to expel from a country or body"},
	{TypeMode{EventThreaten, "territory"}, -4, true, "threatens to take or hold territory"},
	{TypeMode{EventThreaten, "violence"}, -3.5, true, "threatens physical force"},

	{TypeMode{EventProtest, "demo"}, -5, true, "a demonstration, march, rally or picket"},
	{TypeMode{EventProtest, "riot"}, -7, true, "a violent crowd"},
	{TypeMode{EventProtest, "strike"}, -5, true, "people stop work"},
	{TypeMode{EventProtest, "hunger"}, -4.5, true, "a hunger strike"},
	{TypeMode{EventProtest, "boycott"}, -4.5, true, "people refuse to buy or take part"},
	{TypeMode{EventProtest, "obstruct"}, -4.5, true, "people block a road, building or passage"},
	{TypeMode{EventProtest, "vandalize"}, 0, false, "people damage property as a symbol"},

	{TypeMode{EventSanction, "convict"}, -6, true, "a court finds guilty or orders a payment"},
	{TypeMode{EventSanction, "expel"}, -5.5, true, "puts members, diplomats or a population out"},
	{TypeMode{EventSanction, "withdraw"}, -6, true, "takes its own non-military people or resources back"},
	{TypeMode{EventSanction, "discontinue"}, -6, true, "stops aid, trade or ties, or imposes sanctions"},

	{TypeMode{EventMobilize, "troops"}, -6.5, true, "soldiers are moved, raised or put on alert"},
	{TypeMode{EventMobilize, "weapons"}, -6.5, true, "weapons, ships or vehicles are moved or tested"},
	{TypeMode{EventMobilize, "police"}, -5.5, true, "police are deployed or put on alert"},
	{TypeMode{EventMobilize, "militia"}, -6, true, "armed groups other than the state's gather or move"},

	{TypeMode{EventCoerce, "seize"}, -7, true, "searches, raids or confiscates"},
	{TypeMode{EventCoerce, "restrict"}, -7, true, "bans people or groups, or limits freedoms or movement"},
	{TypeMode{EventCoerce, "censor"}, -6.5, true, "suppresses media or speech"},
	{TypeMode{EventCoerce, "curfew"}, -6.5, true, "orders people to stay indoors"},
	{TypeMode{EventCoerce, "martial-law"}, -7.5, true, "puts an area under emergency or military rule"},
	{TypeMode{EventCoerce, "arrest"}, -7, true, "arrests, detains or imprisons"},
	{TypeMode{EventCoerce, "deport"}, -7, true, "removes individuals from the country"},
	{TypeMode{EventCoerce, "withhold"}, -7, true, "cuts off power, internet, water or food"},
	{TypeMode{EventCoerce, "misinformation"}, -6.5, true, "spreads falsehoods on purpose"},
	{TypeMode{EventCoerce, "cyber"}, -7, true, "attacks computers or networks"},

	{TypeMode{EventAssault, "abduct"}, -8.5, true, "takes people by force, or prisoners in battle"},
	{TypeMode{EventAssault, "beat"}, -7.5, true, "strikes people by hand or with clubs"},
	{TypeMode{EventAssault, "torture"}, -8.5, true, "inflicts pain on people held"},
	{TypeMode{EventAssault, "sexual"}, -8.5, true, "commits sexual violence"},
	{TypeMode{EventAssault, "targeted"}, -9.5, true, "kills, or tries to kill, chosen or defenceless people"},
	{TypeMode{EventAssault, "destroy"}, -8.5, true, "destroys property as its aim, or by unknown means"},
	{TypeMode{EventAssault, "primitive"}, -8, true, "uses knives, fire, rocks or the like"},
	{TypeMode{EventAssault, "firearms"}, -9, true, "uses small arms"},
	{TypeMode{EventAssault, "explosives"}, -9, true, "uses mines, improvised or car bombs"},
	{TypeMode{EventAssault, "suicide-attack"}, -9.5, true, "an attacker dies in the attack by intent"},
	{TypeMode{EventAssault, "aerial"}, -9.5, true, "attacks from manned aircraft"},
	{TypeMode{EventAssault, "drone"}, -9.5, true, "attacks with unmanned aircraft"},
	{TypeMode{EventAssault, "heavy-weapons"}, -9.5, true, "uses artillery, rockets, missiles or tanks"},
	{TypeMode{EventAssault, "crowd-control"}, -7.5, true, "uses tear gas, water cannon or the like, when named"},
	{TypeMode{EventAssault, "unconventional"}, -10, true, "uses chemical, biological, radiological or nuclear weapons"},
}
