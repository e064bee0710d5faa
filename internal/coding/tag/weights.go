package tag

import (
	"fmt"
	"math/bits"
	"strings"
)

// middle is the letter of weight 0; weights run from -largest to largest, one printable ASCII letter each.
const (
	middle  = 'P'
	largest = 43
)

// readWeights reads the table of weights: all letters of all files in order. Their count is a power of two.
func (t *Tagger) readWeights(of []File) error {
	t.weights = make([]int8, 0, 1<<20)
	for _, f := range of {
		err := f.lines(func(fields []string) error {
			for _, line := range fields {
				for i := 0; i < len(line); i++ {
					w := int(line[i]) - middle
					if w < -largest || w > largest {
						return fmt.Errorf("column %d: %q is no weight", i+1, line[i])
					}
					t.weights = append(t.weights, int8(w))
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	if len(t.weights) == 0 {
		t.weights = make([]int8, 64)
	}
	n := len(t.weights)
	if n&(n-1) != 0 || n < 64 {
		return fmt.Errorf("internal/coding/tag/data: %d weights, a power of two is needed: train again", n)
	}
	t.shift = uint(32 - bits.TrailingZeros(uint(n)) + 6)
	return nil
}

// writeWeights is the text of a table, in lines, without the two letters that would begin a comment or be mistaken for the edge of a field.
func writeWeights(w []int8) string {
	var b strings.Builder
	for i, v := range w {
		if i%128 == 0 {
			if i > 0 {
				b.WriteByte('\n')
			}
		}
		b.WriteByte(byte(middle + int(v)))
	}
	b.WriteByte('\n')
	return b.String()
}
