package app

// ImportReport says what a file of a published data set held, what of it the ledger held already and what was written.
// Lists are cut at a thousand entries; their counts are not.
type ImportReport struct {
	Dataset  string `json:"dataset"`
	File     string `json:"file"`
	Format   string `json:"format" doc:"Form of the file, told from its header"`
	SHA256   string `json:"sha256" doc:"Of the file as it lies on the disk"`
	Source   string `json:"source" doc:"Key of the source that every record of the import cites"`
	Licence  string `json:"licence"`
	Citation string `json:"citation"`
	Complete bool   `json:"complete" doc:"The file covers the data set from its beginning and reaches its counts; false: an extract, or imported although incomplete"`
	Short    string `json:"short" doc:"Which counts it does not reach, where it was imported nevertheless"`

	First     string        `json:"first" doc:"Day of the first roll call"`
	Last      string        `json:"last"`
	Rows      int           `json:"rows" doc:"Rows of data in the file"`
	Votes     int           `json:"votes" doc:"Rows that are votes of members"`
	Choices   []ChoiceCount `json:"choices"`
	RollCalls int           `json:"rollcalls"`

	NotMember      int             `json:"not_member" doc:"Rows left out: the state was no member then"`
	Outside        int             `json:"outside" doc:"Votes before a state's admission or after its end: taken, since the file may have the day wrong"`
	Repeated       int             `json:"repeated" doc:"Rows left out: the same vote again"`
	Contradicted   int             `json:"contradicted" doc:"Rows left out: another vote of the same state, of which the first was kept"`
	Contradictions []string        `json:"contradictions" doc:"file:line:column: what"`
	UnknownRows    int             `json:"unknown_rows" doc:"Rows left out: no list of members knows the state"`
	Unknown        []UnknownState  `json:"unknown"`
	Mismatches     []TotalMismatch `json:"mismatches" doc:"Roll calls whose rows do not add up to the totals that the file gives"`
	Unidentified   int             `json:"unidentified" doc:"Roll calls left out: neither symbol nor day tells them from those that the ledger holds"`

	Counted   int              `json:"counted" doc:"Roll calls made whose totals are counted from the rows: the file gives none and names all members"`
	New       ImportCount      `json:"new" doc:"Records made"`
	Same      ImportCount      `json:"same" doc:"Records that the ledger held and that say the same: left as they are"`
	Matched   []MatchedCall    `json:"matched" doc:"Roll calls that the ledger has under another symbol"`
	Totals    []TotalMismatch  `json:"totals" doc:"Roll calls whose totals in the ledger are missing or differ from the file's: left as they are"`
	NotInFile []string         `json:"not_in_file" doc:"Roll calls of the ledger, of days that the file covers, that are not in it"`
	Actors    []Named          `json:"actors" doc:"States that were made, because they vote in the file and the ledger did not have them"`
	Conflicts int              `json:"conflicts" doc:"Votes that the ledger holds otherwise: not overwritten"`
	Disputed  []ImportConflict `json:"disputed"`
	Written   int              `json:"written" doc:"Revisions written, with the notes about the import itself"`
	Stopped   bool             `json:"stopped" doc:"Ended before the file did; run it again to go on"`
}

// ChoiceCount counts the votes of one choice.
type ChoiceCount struct {
	Vote string `json:"vote"`
	N    int    `json:"n"`
}

// ImportCount counts records by kind.
type ImportCount struct {
	RollCalls int `json:"rollcalls"`
	Votes     int `json:"votes"`
	Actors    int `json:"actors"`
}

// UnknownState is a state that no list of members knows; its rows were left out.
type UnknownState struct {
	Code string `json:"code"`
	Name string `json:"name"`
	Rows int    `json:"rows"`
	Line int    `json:"line" doc:"Of its first row"`
}

// TotalMismatch sets two counts of one roll call side by side.
type TotalMismatch struct {
	RollCall string      `json:"rollcall"`
	Left     *VoteTotals `json:"left" doc:"What stands: the official totals, or those of the ledger; null: none"`
	Right    VoteTotals  `json:"right" doc:"What the file says"`
}

// VoteTotals are totals over all members.
type VoteTotals struct {
	Yes     int `json:"yes"`
	No      int `json:"no"`
	Abstain int `json:"abstain"`
}

// MatchedCall is a roll call that the ledger has under another symbol.
type MatchedCall struct {
	File   string `json:"file"`
	Ledger string `json:"ledger"`
	By     string `json:"by" doc:"What told that they are one"`
}

// ImportConflict is a vote that the ledger holds otherwise.
type ImportConflict struct {
	Where  string `json:"where" doc:"file:line"`
	Ref    string `json:"ref"`
	Ledger string `json:"ledger" doc:"The choice, or the status where it is not accepted"`
	File   string `json:"file"`
	Who    string `json:"who" doc:"Who wrote what stands"`
}
