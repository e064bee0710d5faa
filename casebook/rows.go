package casebook

import "strings"

// The rows of the twelve tables. Every cell is kept as the text that stands in the
// file, so that writing gives back the same bytes; Line is where the row starts and
// is 0 for a row that was not read from a file. The tag names the column.

// List is a cell with several values separated by ";".
type List []string

// String is the cell as written.
func (l List) String() string { return strings.Join(l, ";") }

// SplitList reads a cell with several values; an empty cell has none.
func SplitList(cell string) List {
	if cell == "" {
		return nil
	}
	return strings.Split(cell, ";")
}

// Source is one row of sources.csv.
type Source struct {
	Line      int
	SourceID  string `col:"source_id"`
	Title     string `col:"title"`
	Publisher string `col:"publisher"`
	Author    string `col:"author"`
	Published string `col:"published"`
	URL       string `col:"url"`
	Language  string `col:"language"`
	Kind      string `col:"kind"`
	BasedIn   string `col:"based_in"`
}

// Actor is one row of actors.csv.
type Actor struct {
	Line     int
	Actor    string `col:"actor"`
	Kind     string `col:"kind"`
	NameEN   string `col:"name_en"`
	NameRU   string `col:"name_ru"`
	Wikidata string `col:"wikidata"`
}

// Person is one row of people.csv: a term of office.
type Person struct {
	Line      int
	Person    string `col:"person"`
	NameEN    string `col:"name_en"`
	NameRU    string `col:"name_ru"`
	Aliases   List   `col:"aliases"`
	Actor     string `col:"actor"`
	Role      string `col:"role"`
	From      string `col:"from"`
	To        string `col:"to"`
	SourceIDs List   `col:"source_ids"`
}

// Membership is one row of memberships.csv.
type Membership struct {
	Line         int
	Actor        string `col:"actor"`
	Organisation string `col:"organisation"`
	Status       string `col:"status"`
	From         string `col:"from"`
	To           string `col:"to"`
	Note         string `col:"note"`
	SourceIDs    List   `col:"source_ids"`
}

// Event is one row of events.csv.
type Event struct {
	Line       int
	EventID    string `col:"event_id"`
	Date       string `col:"date"`
	Actors     List   `col:"actor"`
	Targets    List   `col:"target"`
	Event      string `col:"event"`
	Mode       string `col:"mode"`
	Contexts   List   `col:"context"`
	Instrument string `col:"instrument"`
	Summary    string `col:"summary"`
	Confidence string `col:"confidence"`
	SourceIDs  List   `col:"source_ids"`
}

// Episode is one row of episodes.csv.
type Episode struct {
	Line           int
	EpisodeID      string `col:"episode_id"`
	Hub            string `col:"hub"`
	Targets        List   `col:"target"`
	Name           string `col:"name"`
	TriggerIDs     List   `col:"trigger_ids"`
	ResponseIDs    List   `col:"response_ids"`
	OfficialReason string `col:"official_reason"`
	ClaimedLink    string `col:"claimed_link"`
	ClaimedBy      List   `col:"claimed_by"`
	SourceIDs      List   `col:"source_ids"`
}
