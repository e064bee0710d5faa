package report

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"github.com/rivo/uniseg"
)

// The page's colours, in light: paper for print. Position repeats what colour says.
const (
	paper, ink, quiet, rule = "#FBFAF7", "#1B1F24", "#6B7078", "#E6E2D9"
	withHub, between        = "#2F6DB5", "#8A8F98"
	againstHub              = "#C96A22"
)

// drawing is an SVG picture in the look of the screens. Its text is text: it can be searched, copied and read aloud.
type drawing struct {
	width, height float64
	title, about  string
	body          bytes.Buffer
}

// style names serif for sentences and sans for the rest, with what most machines have behind our own.
const style = `<style>
text{font-family:"Source Sans 3","Source Sans Pro","Noto Sans","Segoe UI",Helvetica,Arial,sans-serif;font-size:13px;fill:` + ink + `}
.title{font-family:"Source Serif 4","Source Serif Pro","Noto Serif",Georgia,serif;font-size:21px;font-weight:600}
.said{font-family:"Source Serif 4","Source Serif Pro","Noto Serif",Georgia,serif;font-size:15px}
.quiet{fill:` + quiet + `}
.small{font-size:11px;fill:` + quiet + `}
.number{font-variant-numeric:tabular-nums}
</style>
`

// bytes is the finished file.
func (d *drawing) bytes() []byte {
	var out bytes.Buffer
	fmt.Fprintf(&out, `<svg xmlns="http://www.w3.org/2000/svg" width="%s" height="%s" viewBox="0 0 %s %s" role="img" aria-labelledby="title about">`+"\n",
		px(d.width), px(d.height), px(d.width), px(d.height))
	fmt.Fprintf(&out, "<title id=\"title\">%s</title>\n<desc id=\"about\">%s</desc>\n%s", escape(d.title), escape(d.about), style)
	fmt.Fprintf(&out, `<rect width="100%%" height="100%%" fill="%s"/>`+"\n", paper)
	out.Write(d.body.Bytes())
	out.WriteString("</svg>\n")
	return out.Bytes()
}

// text writes s at x; anchor is start, middle or end.
func (d *drawing) text(x, y float64, class, anchor, s string) {
	fmt.Fprintf(&d.body, `<text x="%s" y="%s" class="%s" text-anchor="%s">%s</text>`+"\n", px(x), px(y), class, anchor, escape(s))
}

func (d *drawing) line(x1, y1, x2, y2, width float64, colour, more string) {
	fmt.Fprintf(&d.body, `<line x1="%s" y1="%s" x2="%s" y2="%s" stroke="%s" stroke-width="%s"%s/>`+"\n", px(x1), px(y1), px(x2), px(y2), colour, px(width), attributes(more))
}

// dot is a filled mark, hollow one with nothing in it.
func (d *drawing) dot(x, y, radius float64, colour string) {
	fmt.Fprintf(&d.body, `<circle cx="%s" cy="%s" r="%s" fill="%s" stroke="%s" stroke-width="1.5"/>`+"\n", px(x), px(y), px(radius), colour, paper)
}

func (d *drawing) hollow(x, y, radius float64, colour string) {
	fmt.Fprintf(&d.body, `<circle cx="%s" cy="%s" r="%s" fill="%s" stroke="%s" stroke-width="1.5"/>`+"\n", px(x), px(y), px(radius), paper, colour)
}

// box is a piece of bare paper under words.
func (d *drawing) box(x, y, width, height float64) {
	fmt.Fprintf(&d.body, `<rect x="%s" y="%s" width="%s" height="%s" fill="%s"/>`+"\n", px(x), px(y), px(width), px(height), paper)
}

// arrow points right (1) or left (−1): it goes on beyond.
func (d *drawing) arrow(x, y, way float64, colour string) {
	fmt.Fprintf(&d.body, `<polygon points="%s" fill="%s"/>`+"\n", points([]float64{x, x, x + 7*way}, []float64{y - 4.5, y + 4.5, y}), colour)
}

// points writes a run of points for path and polygon.
func points(x, y []float64) string {
	var b strings.Builder
	for i := range x {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(px(x[i]) + "," + px(y[i]))
	}
	return b.String()
}

func (d *drawing) polyline(x, y []float64, width float64, colour, more string) {
	if len(x) > 1 {
		fmt.Fprintf(&d.body, `<polyline points="%s" fill="none" stroke="%s" stroke-width="%s" stroke-linejoin="round"%s/>`+"\n", points(x, y), colour, px(width), attributes(more))
	}
}

// band fills what lies between two lines over the same x.
func (d *drawing) band(x, low, high []float64, colour string, opacity float64) {
	if len(x) < 2 {
		return
	}
	xs, ys := append([]float64(nil), x...), append([]float64(nil), low...)
	for i := len(x) - 1; i >= 0; i-- {
		xs, ys = append(xs, x[i]), append(ys, high[i])
	}
	fmt.Fprintf(&d.body, `<polygon points="%s" fill="%s" fill-opacity="%s" stroke="none"/>`+"\n", points(xs, ys), colour, px(opacity))
}

// said writes the title and the sentence under it from the top, wrapped, and returns where the chart may begin.
func (d *drawing) said(title, sentence string) float64 {
	y := 40.0
	for _, line := range folded(title, int(d.width/11)) {
		d.text(margin, y, "title", "start", line)
		y += 26
	}
	if sentence != "" {
		for _, line := range folded(sentence, int(d.width/7.4)) {
			d.text(margin, y, "said", "start", line)
			y += 21
		}
	}
	return y
}

// folded breaks prose at blanks into lines of at most n characters; a longer word stands alone.
func folded(s string, n int) (lines []string) {
	line := ""
	for _, word := range strings.Fields(plain(s)) {
		if line != "" && len([]rune(line))+1+len([]rune(word)) > n {
			lines, line = append(lines, line), ""
		}
		line = strings.TrimPrefix(line+" "+word, " ")
	}
	return append(lines, line)
}

// foot writes what a copy of the picture must carry with it, and sets the height.
func (d *drawing) foot(y float64, lines []string) {
	y += 20
	for _, l := range lines {
		if l == "" {
			continue
		}
		for _, line := range folded(l, int(d.width/5.8)) {
			d.text(margin, y, "small", "start", line)
			y += 15
		}
	}
	d.height = y + 8
}

const margin = 28.0

func attributes(more string) string {
	if more == "" {
		return ""
	}
	return " " + more
}

// px writes a length or opacity shortly.
func px(x float64) string {
	return strings.TrimSuffix(strings.TrimRight(strconv.FormatFloat(x, 'f', 2, 64), "0"), ".")
}

var escape = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "\x00", "", "\uFFFD", "?").Replace

// wide is about how wide a text of 13 pixels is.
func wide(s string) float64 { return float64(uniseg.StringWidth(s)) * 6.6 }
