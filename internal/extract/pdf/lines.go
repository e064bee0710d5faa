package pdf

import (
	"cmp"
	"math"
	"slices"
	"strings"

	lib "github.com/ledongthuc/pdf"
)

// line is a run of words on one base line within one column; y grows upwards, as in the file.
type line struct {
	x0, x1, y, size float64
	text            string
	page            int
}

// wordGap is the space, in font sizes, from which two letters belong to two words; columnGap, to two columns or cells.
const (
	wordGap   = .18
	columnGap = 1.6
)

// segments gathers the glyphs of a page into runs that stand on one line without a wide gap.
func segments(texts []lib.Text, page int) []line {
	glyphs := slices.DeleteFunc(slices.Clone(texts), func(t lib.Text) bool {
		return t.S == "" || math.IsNaN(t.X) || math.IsNaN(t.Y) || math.IsInf(t.X, 0) || math.IsInf(t.Y, 0)
	})
	slices.SortStableFunc(glyphs, func(a, b lib.Text) int { return cmp.Compare(b.Y, a.Y) })
	var out []line
	for from := 0; from < len(glyphs); {
		to := from + 1 // one base line: within a third of the font's size of the first
		for to < len(glyphs) && glyphs[from].Y-glyphs[to].Y <= max(glyphs[from].FontSize, 4)/3 {
			to++
		}
		row := slices.Clone(glyphs[from:to])
		slices.SortStableFunc(row, func(a, b lib.Text) int { return cmp.Compare(a.X, b.X) })
		out = append(out, runs(row, page)...)
		from = to
	}
	return out
}

// runs cuts one row of glyphs at wide gaps and writes spaces at word gaps.
func runs(row []lib.Text, page int) []line {
	var out []line
	var words strings.Builder
	var current line
	flush := func() {
		if current.text = strings.Join(strings.Fields(words.String()), " "); current.text != "" {
			out = append(out, current)
		}
		words.Reset()
	}
	for i, g := range row {
		size := max(g.FontSize, 4)
		if i == 0 || g.X-current.x1 > columnGap*size {
			if i > 0 {
				flush()
			}
			current = line{x0: g.X, y: g.Y, page: page}
		} else if g.X-current.x1 > wordGap*size {
			words.WriteByte(' ')
		}
		if g.X < current.x1-size/2 && strings.HasSuffix(words.String(), g.S) && strings.TrimSpace(g.S) != "" {
			continue // the same letter printed twice to look bold
		}
		words.WriteString(strings.ToValidUTF8(g.S, "\uFFFD"))
		current.x1 = max(current.x1, g.X+width(g))
		current.size = max(current.size, g.FontSize)
	}
	flush()
	return out
}

// width is the glyph's width; some fonts state none, then half a font size a letter.
func width(g lib.Text) float64 {
	if g.W > 0 {
		return g.W
	}
	return .5 * g.FontSize * float64(len([]rune(g.S)))
}
