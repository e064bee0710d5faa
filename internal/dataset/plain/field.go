package plain

// Field is something of a report that a column can hold.
type Field string

// The fields. Day is needed, and one of Source and Target.
const (
	ID            Field = "id"
	Day           Field = "day"
	Source        Field = "source"
	SourceState   Field = "source-state"
	SourceSectors Field = "source-sectors"
	Target        Field = "target"
	TargetState   Field = "target-state"
	TargetSectors Field = "target-sectors"
	Type          Field = "type" // of PLOVER
	Mode          Field = "mode"
	Contexts      Field = "contexts" // separated by ";"
	Code          Field = "code"
	Label         Field = "label"
	Mentions      Field = "mentions"
	Sources       Field = "sources"
	Articles      Field = "articles"
	Deaths        Field = "deaths"
	Place         Field = "place"
	PlaceState    Field = "place-state"
	Publisher     Field = "publisher"
	Text          Field = "text"
	URL           Field = "url"
)

// fields lists all fields with the names by which their columns are found, best first, as a header has them once in lower case with
// _ for spaces. It is never written to.
var fields = []struct {
	field Field
	names []string
}{
	{ID, []string{"id", "event_id", "report_id", "eventid", "globaleventid", "event_id_cnty"}},
	{Day, []string{"day", "date", "event_date", "eventdate", "when"}},
	{Source, []string{"source", "source_name", "actor", "actor1", "actor_name", "source_actor", "who"}},
	{SourceState, []string{"source_state", "source_iso", "source_iso3", "source_country", "src_iso", "actor_country", "actor1_country", "actor_iso"}},
	{SourceSectors, []string{"source_sectors", "source_sector", "actor_sector", "actor_sectors"}},
	{Target, []string{"target", "target_name", "recipient", "recipient_name", "actor2", "target_actor", "whom"}},
	{TargetState, []string{"target_state", "target_iso", "target_iso3", "target_country", "tgt_iso", "recipient_country", "actor2_country", "recipient_iso"}},
	{TargetSectors, []string{"target_sectors", "target_sector", "recipient_sector", "recipient_sectors"}},
	{Type, []string{"type", "event_type", "plover", "plover_type"}},
	{Mode, []string{"mode", "event_mode", "plover_mode"}},
	{Contexts, []string{"contexts", "context"}},
	{Code, []string{"code", "cameo", "cameo_code", "event_code", "eventcode"}},
	{Label, []string{"label", "relation", "event_text", "event"}},
	{Mentions, []string{"mentions", "num_mentions", "nummentions"}},
	{Sources, []string{"sources", "num_sources", "numsources"}},
	{Articles, []string{"articles", "num_articles", "numarticles"}},
	{Deaths, []string{"deaths", "fatalities"}},
	{Place, []string{"place", "location", "placename", "city"}},
	{PlaceState, []string{"place_state", "place_iso", "iso3", "country"}},
	{Publisher, []string{"publisher", "outlet", "medium"}},
	{Text, []string{"text", "notes", "summary", "headline", "description"}},
	{URL, []string{"url", "link", "source_url", "sourceurl"}},
}
