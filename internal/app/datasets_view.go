package app

// DataSetList is every set of reports that was imported.
type DataSetList struct {
	Sets  []DataSetView `json:"sets"`
	Scope ScopeView     `json:"scope"`
}

// DataSetView is one set of reports: never events of the ledger, but what rules may be run on.
type DataSetView struct {
	ID             string        `json:"id"`
	Title          string        `json:"title"`
	Publisher      string        `json:"publisher"`
	Page           string        `json:"page"`
	Licence        string        `json:"licence"`
	Citation       string        `json:"citation"`
	Reports        int64         `json:"reports"`
	Linked         int64         `json:"linked" doc:"Reports that may be about the same thing as an earlier one: same day, parties and type. A rule counts each thing once"`
	First          string        `json:"first" doc:"Day of the first report"`
	Last           string        `json:"last"`
	Named          int           `json:"named" doc:"Parties that the files name"`
	Mapped         int           `json:"mapped" doc:"Of these, parties with a state"`
	Typed          int64         `json:"typed" doc:"Reports with a PLOVER type"`
	Types          []NamedCount  `json:"types" doc:"Reports by type, most first"`
	Unmapped       []NamedCount  `json:"unmapped" doc:"Named parties without a state, most first, at most 100"`
	Unknown        []NamedCount  `json:"unknown" doc:"Codes that no table has, most first, at most 100"`
	Covered        []CoveredDays `json:"covered" doc:"Days on which a missing report means that none was made"`
	Denominator    string        `json:"denominator" enum:"data set,register," doc:"Empty: the set is a list of cases and gives no base rate"`
	DenominatorWhy string        `json:"denominator_why" doc:"In words"`
	FileCount      int           `json:"file_count" doc:"All of them"`
	Files          []DataSetFile `json:"files" doc:"The newest, at most 100, in the order of their import"`
}

// NamedCount is a word and how often it stands.
type NamedCount struct {
	Name string `json:"name"`
	N    int64  `json:"n"`
}

// CoveredDays is a stretch of days, for some states or for all.
type CoveredDays struct {
	From   string   `json:"from"`
	To     string   `json:"to"`
	States []string `json:"states" doc:"Empty: all"`
}

// DataSetFile is one imported file.
type DataSetFile struct {
	Name    string `json:"name"`
	SHA256  string `json:"sha256"`
	Form    string `json:"form"`
	At      string `json:"at"`
	Who     string `json:"who"`
	Rows    int    `json:"rows"`
	Reports int    `json:"reports"`
	Added   int    `json:"added" doc:"Reports that were new to the set"`
	First   string `json:"first"`
	Last    string `json:"last"`
}
