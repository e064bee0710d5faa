package rollcalls

import (
	"slices"
	"strings"

	"orrery/internal/dataset"
)

// Columns says which columns hold what. An empty name lets the reader find the column by one of the names that such
// tables use; names are compared in lower case, with _ for spaces, hyphens and full stops.
type Columns struct {
	Unit     string // who votes: a state, a member, a judge
	RollCall string // what is voted on; several columns may be joined by "+", e.g. chamber+rollnumber
	Vote     string
	Period   string   // a session, a term, a year, or a date, of which the year is taken
	Item     string   // roll calls with the same item ask the same thing: that bridges periods
	Skip     []string // columns of a wide table that are no roll calls
}

// The names by which columns are found, best first. A column that holds a name of a state and one that holds its code
// may stand side by side: codes come first.
var (
	unitNames = []string{"unit", "legislator", "legislator_id", "icpsr", "member_id", "mp", "mp_id", "mep", "mep_id", "deputy", "senator", "justice", "judge",
		"voter", "person", "person_id", "iso3c", "iso3", "ms_code", "ms_codes", "country_code", "ccode", "country", "countryname", "state", "member_state", "actor", "name"}
	callNames = []string{"rollcall", "roll_call", "rollcall_id", "rcid", "undl_id", "resolution", "unres", "rollnumber", "roll_number", "vote_id", "voteid", "bill", "bill_id",
		"division", "division_id", "motion", "motion_id", "ballot", "case", "case_id", "docket", "question", "call"}
	voteNames   = []string{"vote", "ms_vote", "ms_votes", "choice", "cast_code", "vote_cast", "answer", "response"}
	periodNames = []string{"period", "session", "term", "congress", "legislature", "parliament", "year", "date"}
	itemNames   = []string{"item", "item_id", "bridge", "rcidl"}
	aboutUnits  = []string{"party", "party_code", "district", "district_code", "state", "name", "bioname", "region", "gender", "sex", "chamber"}
)

// places is where a table keeps what; −1 where it does not.
type places struct {
	unit, vote, period, item int
	calls                    []int // of a long table: joined; of a wide one: one a roll call
	wide                     bool
}

func find(t *dataset.Table, what, asked string, names []string) (int, error) {
	if asked == "" {
		return t.Find(names...), nil
	}
	at := t.Find(fold(asked))
	if at < 0 {
		return at, t.HeaderFault("no column is called %q, which was named for the %s", asked, what)
	}
	return at, nil
}

func fold(name string) string {
	return strings.NewReplacer("-", "_", " ", "_", ".", "_").Replace(strings.ToLower(strings.TrimSpace(name)))
}

// place reads the header.
func (c Columns) place(t *dataset.Table) (p places, err error) {
	for _, f := range []struct {
		to          *int
		what, asked string
		names       []string
	}{{&p.unit, "unit", c.Unit, unitNames}, {&p.vote, "vote", c.Vote, voteNames}, {&p.period, "period", c.Period, periodNames}, {&p.item, "item", c.Item, itemNames}} {
		if *f.to, err = find(t, f.what, f.asked, f.names); err != nil {
			return p, err
		}
	}
	if p.vote < 0 && c.RollCall == "" {
		return c.placeWide(t, p)
	}
	if err := c.placeCalls(t, &p); err != nil {
		return p, err
	}
	switch {
	case p.unit < 0:
		return p, t.HeaderFault("no column says who voted; name it with --unit")
	case p.vote < 0:
		return p, t.HeaderFault("no column holds the vote; name it with --vote")
	case len(p.calls) == 0:
		return p, t.HeaderFault("no column names the roll call; name it with --rollcall, or, where each column but the first is a roll call, the column %q is in the way", t.Header()[p.vote])
	}
	return p, nil
}

// placeCalls finds the columns whose cells together name a roll call.
func (c Columns) placeCalls(t *dataset.Table, p *places) error {
	switch {
	case c.RollCall != "":
		for name := range strings.SplitSeq(c.RollCall, "+") {
			at, err := find(t, "roll call", name, nil)
			if err != nil {
				return err
			}
			p.calls = append(p.calls, at)
		}
	case t.Find(callNames...) >= 0:
		p.calls = []int{t.Find(callNames...)}
		if chamber := t.Find("chamber"); chamber >= 0 && t.Find("rollnumber") == p.calls[0] {
			p.calls = []int{chamber, p.calls[0]} // two chambers number their roll calls alike
		}
	case p.item >= 0:
		p.calls = []int{p.item} // a table whose items are its roll calls
	}
	return nil
}

// placeWide takes every column for a roll call that is nothing else.
func (c Columns) placeWide(t *dataset.Table, p places) (places, error) {
	p.wide, p.item = true, -1
	if p.unit < 0 {
		p.unit = 0
	}
	skip := slices.Clone(aboutUnits)
	for _, name := range c.Skip {
		if t.Find(fold(name)) < 0 {
			return p, t.HeaderFault("no column is called %q, which was to be left out", name)
		}
		skip = append(skip, fold(name))
	}
	for i, name := range t.Header() {
		if i != p.unit && i != p.period && !slices.Contains(skip, name) {
			p.calls = append(p.calls, i)
		}
	}
	if len(p.calls) < 2 {
		return p, t.HeaderFault("no column holds the vote, and there are not two columns that could each be a roll call; name the columns with --unit, --rollcall and --vote")
	}
	return p, nil
}
