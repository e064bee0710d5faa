package casebook

// Resolution is one row of resolutions.csv: a roll call.
type Resolution struct {
	Line       int
	Resolution string `col:"resolution"`
	Date       string `col:"date"`
	Title      string `col:"title"`
	Yes        string `col:"yes"`
	No         string `col:"no"`
	Abstain    string `col:"abstain"`
	SourceIDs  List   `col:"source_ids"`
}

// Vote is one row of votes.csv.
type Vote struct {
	Line       int
	Resolution string `col:"resolution"`
	Date       string `col:"date"`
	Title      string `col:"title"`
	Actor      string `col:"actor"`
	Vote       string `col:"vote"`
	SourceIDs  List   `col:"source_ids"`
}

// Litmus is one row of litmus.csv: a reaction item.
type Litmus struct {
	Line       int
	LitmusID   string `col:"litmus_id"`
	Date       string `col:"date"`
	Title      string `col:"title"`
	Question   string `col:"question"`
	WithHub    string `col:"with_hub"`
	AgainstHub string `col:"against_hub"`
	Hub        string `col:"hub"`
	T0         string `col:"t0"`
	Window     string `col:"window"`
	Roster     List   `col:"roster"`
	Resolution string `col:"resolution"`
	SourceIDs  List   `col:"source_ids"`
}

// Stance is one row of stances.csv.
type Stance struct {
	Line      int
	LitmusID  string `col:"litmus_id"`
	Actor     string `col:"actor"`
	Stance    string `col:"stance"`
	Date      string `col:"date"`
	Form      string `col:"form"`
	Voice     string `col:"voice"`
	Summary   string `col:"summary"`
	SourceIDs List   `col:"source_ids"`
}

// Tie is one row of ties.csv.
type Tie struct {
	Line      int
	Actor     string `col:"actor"`
	Hub       string `col:"hub"`
	Channel   string `col:"channel"`
	Measure   string `col:"measure"`
	Value     string `col:"value"`
	Unit      string `col:"unit"`
	Year      string `col:"year"`
	Note      string `col:"note"`
	SourceIDs List   `col:"source_ids"`
}

// Forecast is one row of forecasts.csv.
type Forecast struct {
	Line                int
	ForecastID          string `col:"forecast_id"`
	Author              string `col:"author"`
	Kind                string `col:"kind"`
	SourceIDs           List   `col:"source_ids"`
	Published           string `col:"published"`
	Statement           string `col:"statement"`
	Words               string `col:"words"`
	Probability         string `col:"probability"`
	Question            string `col:"question"`
	Condition           string `col:"condition"`
	Horizon             string `col:"horizon"`
	HorizonBy           string `col:"horizon_by"`
	Outcome             string `col:"outcome"`
	Resolved            string `col:"resolved"`
	ResolutionNote      string `col:"resolution_note"`
	ResolutionSourceIDs List   `col:"resolution_source_ids"`
}
