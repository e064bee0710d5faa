package ledger

// Forecast is words about the future, turned into a question where they can be.
type Forecast struct {
	Slug        string       `json:"slug,omitempty"`
	Author      string       `json:"author"`
	Form        ForecastForm `json:"form,omitempty"`
	Scale       ScaleOf      `json:"scale,omitempty"`
	Published   Date         `json:"published"`
	Statement   string       `json:"statement"`             // our own words
	Words       string       `json:"words,omitempty"`       // at most six of the author's
	Probability *float64     `json:"probability,omitempty"` // 0…1, of yes
	Low         *float64     `json:"low,omitempty"`         // imputed interval
	High        *float64     `json:"high,omitempty"`
	ImputedBy   string       `json:"imputed_by,omitempty"`
	Question    string       `json:"question,omitempty"`
	Condition   string       `json:"condition,omitempty"`
	Horizon     Date         `json:"horizon"`
	HorizonBy   string       `json:"horizon_by,omitempty"` // author or compiler
	Resolver    string       `json:"resolver,omitempty"`
	About       []string     `json:"about,omitempty"`
	Text        string       `json:"text,omitempty"` // probability as the table writes it
}

// ForecastForm tells the four things apart that sound like forecasts.
type ForecastForm string

// The forms. A counterfactual is never scored.
const (
	Scorable       ForecastForm = "scorable"
	TooVague       ForecastForm = "too-vague"
	Conditional    ForecastForm = "conditional"
	Counterfactual ForecastForm = "counterfactual"
)

// ForecastForms lists the forms.
func ForecastForms() []ForecastForm {
	return []ForecastForm{Scorable, TooVague, Conditional, Counterfactual}
}

// ScaleOf says what an outcome of yes and a probability refer to.
type ScaleOf string

// An expert's row: yes means that the forecast came true. A question's row (a
// platform, poll or crowd): yes answers the question as asked.
const (
	ScaleExpert   ScaleOf = "expert"
	ScaleQuestion ScaleOf = "question"
)

// NewForecast normalises and validates.
func NewForecast(x Forecast) (*Forecast, error) { return &x, x.Validate() }

// Kind implements Noun.
func (*Forecast) Kind() Kind { return KindForecast }

// NaturalKey implements Noun.
func (x *Forecast) NaturalKey() string { return x.Slug }

// Validate implements Noun.
func (x *Forecast) Validate() error {
	var f faults
	f.need("author", x.Author)
	f.need("statement", x.Statement)
	oneOf(&f, "form", x.Form, append(ForecastForms(), ""))
	oneOf(&f, "scale", x.Scale, []ScaleOf{ScaleExpert, ScaleQuestion, ""})
	if x.Form == Scorable {
		f.need("question", x.Question)
		f.needDate("horizon", x.Horizon)
	}
	for field, p := range map[string]*float64{"probability": x.Probability, "low": x.Low, "high": x.High} {
		if p != nil && (*p < 0 || *p > 1) {
			f.add(field, "is not between 0 and 1", "write 0.7 for 70 %")
		}
	}
	return f.err(KindForecast)
}

// Facets implements Noun.
func (x *Forecast) Facets() Facets {
	p := append(parties(RoleBy, x.Author), parties(RoleTo, x.About...)...)
	return Facets{When: x.Published, Parties: p, Text: words(x.Statement, x.Words, x.Question)}
}

// Resolution is the outcome of a forecast.
type Resolution struct {
	Forecast string  `json:"forecast"`
	Outcome  Outcome `json:"outcome"`
	When     Date    `json:"when"`
	Note     string  `json:"note,omitempty"`
	By       string  `json:"by,omitempty"`
	Disputed bool    `json:"disputed,omitempty"`
}

// Outcome of a forecast's question.
type Outcome string

// The outcomes.
const (
	OutcomeYes  Outcome = "yes"
	OutcomeNo   Outcome = "no"
	OutcomeOpen Outcome = "open"
	OutcomeVoid Outcome = "void"
)

// Outcomes lists the outcomes.
func Outcomes() []Outcome { return []Outcome{OutcomeYes, OutcomeNo, OutcomeOpen, OutcomeVoid} }

// NewResolution normalises and validates.
func NewResolution(r Resolution) (*Resolution, error) { return &r, r.Validate() }

// Kind implements Noun.
func (*Resolution) Kind() Kind { return KindResolution }

// NaturalKey implements Noun: one resolution a forecast; a dispute is a revision.
func (r *Resolution) NaturalKey() string { return r.Forecast }

// Validate implements Noun.
func (r *Resolution) Validate() error {
	var f faults
	f.need("forecast", r.Forecast)
	oneOf(&f, "outcome", r.Outcome, Outcomes())
	return f.err(KindResolution)
}

// Facets implements Noun.
func (r *Resolution) Facets() Facets {
	return Facets{When: r.When, Item: r.Forecast, Text: r.Note}
}
