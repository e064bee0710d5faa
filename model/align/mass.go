package align

import (
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"math"
)

// Mass is the smoothed distribution of every step on a coarser grid, for comparing two dyads (Tilt). Shares are whole
// 65535ths, rounded along the distribution function, so each step sums to one, no tail is off by more than 8e-6, and what is
// stored is exactly what was computed. As JSON it takes 65 to 150 bytes a step, by the width of what is known: 27 to 60 kB for 34 years of months.
type Mass struct {
	Grid  Grid
	Steps [][]float32
}

const whole = math.MaxUint16

// thin gathers the mass of a grid on every by-th point, between hats, so that its mean stays.
func thin(mass []float64, by int) []float32 {
	sum := make([]float64, (len(mass)-1)/by+1)
	total := 0.0
	for k, x := range mass {
		c, share := k/by, float64(k%by)/float64(by)
		sum[c] += (1 - share) * x
		if share > 0 {
			sum[c+1] += share * x
		}
		total += x
	}
	out := make([]float32, len(sum))
	upTo, before := 0.0, 0.0
	for c, x := range sum {
		upTo += x / total
		now := math.Round(math.Min(upTo, 1) * whole)
		out[c] = float32(now-before) / whole
		before = now
	}
	return out
}

// packed is a Mass as JSON: for each step the first point with mass, the number of points, and their shares.
type packed struct {
	Grid  Grid
	Steps int
	Data  string
}

// MarshalJSON writes the shares as base64 of little-endian 16-bit numbers.
func (m Mass) MarshalJSON() ([]byte, error) {
	var b []byte
	for _, row := range m.Steps {
		lo, hi := 0, len(row)
		for lo < hi && row[lo] == 0 {
			lo++
		}
		for hi > lo && row[hi-1] == 0 {
			hi--
		}
		b = binary.AppendUvarint(binary.AppendUvarint(b, uint64(lo)), uint64(hi-lo))
		for _, x := range row[lo:hi] {
			b = binary.LittleEndian.AppendUint16(b, uint16(math.Round(float64(x)*whole)))
		}
	}
	return json.Marshal(packed{m.Grid, len(m.Steps), base64.StdEncoding.EncodeToString(b)})
}

// UnmarshalJSON reads what MarshalJSON wrote; anything else is an error that says so.
func (m *Mass) UnmarshalJSON(text []byte) error {
	var p packed
	if err := json.Unmarshal(text, &p); err != nil {
		return err
	}
	b, err := base64.StdEncoding.DecodeString(p.Data)
	if err != nil {
		return fmt.Errorf("distributions of an alignment: %w", err)
	}
	*m = Mass{Grid: p.Grid}
	if p.Steps == 0 && len(b) == 0 {
		return nil
	}
	if err := p.Grid.check(); err != nil {
		return fmt.Errorf("distributions of an alignment: %w", err)
	}
	for range min(max(p.Steps, 0), maxSteps) {
		lo, n := binary.Uvarint(b)
		size, k := binary.Uvarint(b[max(n, 0):])
		if n <= 0 || k <= 0 || lo > uint64(p.Grid.Points) || size > uint64(p.Grid.Points)-lo || uint64(len(b)-n-k) < 2*size {
			return fmt.Errorf("distributions of an alignment: step %d is cut short or does not fit its grid of %d points", len(m.Steps), p.Grid.Points)
		}
		b = b[n+k:]
		row := make([]float32, p.Grid.Points)
		for i := range int(size) {
			row[int(lo)+i] = float32(binary.LittleEndian.Uint16(b[2*i:])) / whole
		}
		b = b[2*size:]
		m.Steps = append(m.Steps, row)
	}
	if len(b) > 0 || len(m.Steps) != p.Steps {
		return fmt.Errorf("distributions of an alignment: %d steps were promised, %d found, %d bytes left over", p.Steps, len(m.Steps), len(b))
	}
	return nil
}
