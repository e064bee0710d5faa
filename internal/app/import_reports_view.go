package app

// ReportsImport says what a file of reports held and what of it was new. Lists have the hundred most frequent; their counts are of all.
type ReportsImport struct {
	Dataset  string `json:"dataset" doc:"Id of the set"`
	File     string `json:"file"`
	Form     string `json:"form" doc:"Which of the set's layouts the file has"`
	SHA256   string `json:"sha256" doc:"Of the file as it lies on the disk; empty when it was not read to its end"`
	Title    string `json:"title"`
	Licence  string `json:"licence"`
	Citation string `json:"citation"`

	First   string       `json:"first" doc:"Day of the first report"`
	Last    string       `json:"last"`
	Rows    int          `json:"rows" doc:"Rows of data in the file"`
	Reports int          `json:"reports" doc:"Rows that are reports"`
	Undated int          `json:"undated" doc:"Rows left out: they name no day"`
	Loose   int          `json:"loose" doc:"Reports whose day is not sure"`
	Recoded int          `json:"recoded" doc:"Rows that were not UTF-8 and were read as Latin-1"`
	Dyads   int          `json:"dyads" doc:"Reports between two different states"`
	Named   int          `json:"named" doc:"Parties that the file names"`
	Mapped  int          `json:"mapped" doc:"Of these, parties with a state"`
	Typed   int          `json:"typed" doc:"Reports with a PLOVER type"`
	Types   []NamedCount `json:"types" doc:"Reports by type, most first; those without under the empty name"`

	UnmappedRows int        `json:"unmapped_rows" doc:"Times that a named party has no state"`
	Unmapped     []LeftOver `json:"unmapped"`
	UntypedRows  int        `json:"untyped_rows" doc:"Times that a known code has no type"`
	Untyped      []LeftOver `json:"untyped"`
	UnknownRows  int        `json:"unknown_rows" doc:"Times that no table has a code, a mode or a context"`
	Unknown      []LeftOver `json:"unknown"`

	Added          int           `json:"added" doc:"Reports that were new to the set"`
	Held           int           `json:"held" doc:"Reports that the set held already, or that the file says twice"`
	Denominator    string        `json:"denominator" enum:"data set,register," doc:"What the silence of the file means; empty: nothing"`
	DenominatorWhy string        `json:"denominator_why"`
	Covered        []CoveredDays `json:"covered" doc:"Days on which a missing report of this file means that none was made"`
	Again          bool          `json:"again" doc:"The same file was imported to its end before"`
	Stopped        bool          `json:"stopped" doc:"Ended before the file did; import it again to go on"`
}
