package linear

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
)

// step is what one unit of a weight as written stands for.
const step = 1.0 / 32

// leastUnits is the size up to which a weight is left out of the file: it says too little for its place.
const leastUnits = 2

// WriteTo writes the model as text: a line of the biases, then one line a feature with the weights that are worth a unit. Lines are
// sorted, so that the same model is the same file.
func (m *Model) WriteTo(w io.Writer, card string) error {
	b := bufio.NewWriter(w)
	for line := range strings.SplitSeq(strings.TrimSpace(card), "\n") {
		fmt.Fprintf(b, "# %s\n", line)
	}
	fmt.Fprintf(b, "bias%s\n", units(m.bias))
	features := make([]Feature, 0, len(m.weights))
	for f := range m.weights {
		features = append(features, f)
	}
	slices.Sort(features)
	for _, f := range features {
		if u := units(m.weights[f]); u != "" {
			fmt.Fprintf(b, "%06x%s\n", uint32(f), u)
		}
	}
	return b.Flush()
}

func units(w [nClasses]float32) string {
	var out strings.Builder
	for k, x := range w {
		if n := int(math.Round(float64(x) / step)); n > leastUnits || n < -leastUnits {
			fmt.Fprintf(&out, " %d:%d", k, n)
		}
	}
	return out.String()
}

// ReadModel reads what WriteTo wrote. name is for errors.
func ReadModel(name, text string) (*Model, error) {
	m := &Model{weights: make(map[Feature][nClasses]float32, strings.Count(text, "\n"))}
	n := 0
	for line := range strings.Lines(text) {
		n++
		line = strings.TrimRight(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		key, rest, _ := strings.Cut(line, " ")
		weights, err := readUnits(rest)
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, n, err)
		}
		if key == "bias" {
			m.bias = weights
			continue
		}
		f, err := strconv.ParseUint(key, 16, width)
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %q is no feature", name, n, key)
		}
		m.weights[Feature(f)] = weights
	}
	m.sift()
	return m, nil
}

func readUnits(text string) (w [nClasses]float32, err error) {
	for part := range strings.FieldsSeq(text) {
		k, v, ok := strings.Cut(part, ":")
		class, err1 := strconv.Atoi(k)
		n, err2 := strconv.Atoi(v)
		if !ok || err1 != nil || err2 != nil || class < 0 || class >= nClasses {
			return w, fmt.Errorf("%q is no weight of a class", part)
		}
		w[class] = float32(n) * step
	}
	return w, nil
}
