package coincide

import (
	"bytes"
	"encoding/json"
	"math"
)

// Bound is a number that may be without limit: infinity and "not a number" are null in JSON, which has neither.
type Bound float64

// MarshalJSON writes null for what JSON cannot hold.
func (b Bound) MarshalJSON() ([]byte, error) {
	if f := float64(b); !math.IsInf(f, 0) && !math.IsNaN(f) {
		return json.Marshal(f)
	}
	return []byte("null"), nil
}

// UnmarshalJSON reads null as no upper limit.
func (b *Bound) UnmarshalJSON(text []byte) error {
	if bytes.Equal(bytes.TrimSpace(text), []byte("null")) {
		*b = Bound(math.Inf(1))
		return nil
	}
	return json.Unmarshal(text, (*float64)(b))
}
