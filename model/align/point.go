package align

import (
	"encoding/json"
	"fmt"
	"math"
	"time"
)

// Point is the latent at the end of one step. As JSON it is an array of the fields in their order, since a result holds
// thousands; Seen is a date there, empty for none.
type Point struct {
	Mean, SD              float64
	Q05, Q25, Median, Q75 float64
	Q95                   float64
	Rise                  float64   // P(above where it was a year before); -1 within the first year
	Jump                  float64   // P(the step was a jump)
	Bound                 int       // +1: more than 5 % of the mass is within .1 of the upper end of the grid, read "at least"; -1: of the lower, "at most"; 0: neither
	Seen                  time.Time // the newest observation up to this step; zero: none yet
}

// rounded keeps seven decimals, beyond which nothing of a result means anything: so a stored result is short and equals the
// computed one.
func rounded(x float64) float64 { return math.Round(x*1e7) / 1e7 }

// MarshalJSON writes the point as an array.
func (p Point) MarshalJSON() ([]byte, error) {
	seen := ""
	if !p.Seen.IsZero() {
		seen = p.Seen.Format(time.DateOnly)
	}
	return json.Marshal([]any{p.Mean, p.SD, p.Q05, p.Q25, p.Median, p.Q75, p.Q95, p.Rise, p.Jump, p.Bound, seen})
}

// UnmarshalJSON reads what MarshalJSON wrote.
func (p *Point) UnmarshalJSON(text []byte) error {
	seen := ""
	fields := []any{&p.Mean, &p.SD, &p.Q05, &p.Q25, &p.Median, &p.Q75, &p.Q95, &p.Rise, &p.Jump, &p.Bound, &seen}
	n := len(fields)
	if err := json.Unmarshal(text, &fields); err != nil {
		return fmt.Errorf("point of an alignment: %w", err)
	}
	if len(fields) != n {
		return fmt.Errorf("point of an alignment: %d fields, want %d", len(fields), n)
	}
	p.Seen = time.Time{}
	if seen == "" {
		return nil
	}
	day, err := time.Parse(time.DateOnly, seen)
	if err != nil {
		return fmt.Errorf("point of an alignment: %w", err)
	}
	p.Seen = day
	return nil
}
