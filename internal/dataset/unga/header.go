package unga

import "orrery/internal/dataset"

// columns is where a file keeps what, by position; -1 where it does not.
type columns struct {
	code, iso2, cow, name        int
	vote, symbol, id, date, year int
	session, title, member       int
	yes, no, abstain, nonVoting  int
	para, amend, draft, link     int
	format                       Format
}

// Format is the family that a file's header belongs to.
type Format string

// The formats that are told apart. Extract is any other table with a resolution, a date, a state and a vote.
const (
	Library2026 Format = "UN Digital Library, 2026 form"
	Library2024 Format = "UN Digital Library, 2024 form"
	Voeten      Format = "Voeten, Dataverse"
	Extract     Format = "extract of roll calls"
)

// readHeader finds the columns by name.
func readHeader(t *dataset.Table) (columns, error) {
	find := t.Find
	c := columns{
		code: find("ms_code", "ms_codes", "iso3", "iso3c"), iso2: find("iso2", "iso2c", "country_code"), cow: find("ccode"),
		name: find("ms_name", "ms_names", "countryname"),
		vote: find("ms_vote", "ms_votes", "vote"), symbol: find("resolution", "resolutions", "unres"),
		id: find("undl_id", "rcid"), date: find("date"), year: find("year"),
		session: find("session"), title: find("title", "short", "descr"), member: find("member"),
		yes: find("total_yes", "yes"), no: find("total_no", "no"), abstain: find("total_abstentions", "abstentions", "abstain"),
		nonVoting: find("total_non_voting", "non_voting"),
		para:      find("para"), amend: find("amend"), draft: find("draft"), link: find("undl_link"),
	}
	country := find("country") // a code beside a Countryname, a name elsewhere
	switch {
	case country >= 0 && c.name < 0:
		c.name = country
	case country >= 0 && c.code < 0:
		c.code = country
	}
	switch {
	case find("rcid") >= 0:
		c.format = Voeten
	case find("ms_votes") >= 0:
		c.format = Library2024
	case find("ms_vote") >= 0:
		c.format = Library2026
	default:
		c.format = Extract
	}
	for _, need := range []struct {
		ok          bool
		what, names string
	}{
		{c.vote >= 0, "the vote", "ms_vote, ms_votes or vote"},
		{c.code >= 0 || c.iso2 >= 0 || c.cow >= 0 || c.name >= 0, "the state", "ms_code, iso3, iso3c, ccode, country_code or country"},
		{c.symbol >= 0 || c.id >= 0, "the roll call", "resolution, unres, undl_id or rcid"},
		{c.date >= 0 || c.year >= 0, "the day", "date or year"},
	} {
		if !need.ok {
			return c, t.HeaderFault("no column holds %s; the header must name %s", need.what, need.names)
		}
	}
	return c, nil
}
