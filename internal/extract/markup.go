package extract

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// readHTML finds the article in a page and writes it as text, with a blank line between blocks. Menus, comments, related links and
// captions are left out; the caller keeps the bytes, so they can still be seen.
func readHTML(source string) (body string, blocks []Block, meta metadata, err error) {
	doc, err := html.Parse(strings.NewReader(source))
	if err != nil { // only a tree deeper than 512 elements fails
		return "", nil, meta, &Unreadable{Reason: "its HTML is nested too deeply", Do: "Copy the text from a browser and paste it."}
	}
	article, found, err := findArticle(doc)
	meta = pageMetadata(doc, found)
	if err == nil {
		body, blocks = write(article)
	}
	if len(body) < shortArticle { // better all words of the page than a few or none
		if whole, all := write(doc); len(blocks) == 0 || len(whole) >= 4*len(body) {
			body, blocks, err = whole, all, errNoArticle
		}
	}
	if err == nil {
		meta.notes = append(meta.notes, "Menus, captions, comments and related links around the article were left out.")
	} else {
		meta.notes = append(meta.notes, "The article could not be told from the page around it; all visible text was taken.")
	}
	if headline := headlineOf(doc, meta.title); headline != "" {
		meta.title = headline
		if !startsWithTitle(body, blocks, headline) {
			body, blocks = putAbove(headline, body, blocks)
		}
	}
	return body, blocks, meta, nil
}

// write is the text of an element tree and its blocks.
func write(n *html.Node) (string, []Block) {
	var w pageWriter
	w.walk(n, Paragraph)
	w.flush(Paragraph)
	return w.out.String(), w.blocks
}

// pageWriter writes the text of an element tree and notes where its blocks are.
type pageWriter struct {
	out    strings.Builder
	blocks []Block
	chunk  strings.Builder // the block being written; \n where a line break was asked for
	pre    int
}

// unseen elements hold no text for a reader.
var unseen = []atom.Atom{atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Head, atom.Nav, atom.Footer, atom.Form, atom.Button, atom.Select, atom.Iframe, atom.Svg, atom.Textarea, atom.Object}

// inlineTags do not end a block.
var inlineTags = []atom.Atom{0, atom.A, atom.Abbr, atom.B, atom.Bdi, atom.Bdo, atom.Big, atom.Cite, atom.Code, atom.Data, atom.Del, atom.Dfn, atom.Em, atom.Font, atom.I, atom.Ins, atom.Kbd, atom.Label, atom.Mark,
	atom.Q, atom.S, atom.Samp, atom.Small, atom.Span, atom.Strike, atom.Strong, atom.Sub, atom.Sup, atom.Time, atom.Tt, atom.U, atom.Var, atom.Wbr, atom.Img}

func (w *pageWriter) walk(n *html.Node, kind Kind) {
	switch n.Type {
	case html.TextNode:
		w.text(n.Data)
		return
	case html.CommentNode, html.DoctypeNode:
		return
	}
	tag := n.DataAtom
	if tag == 0 { // elements that trafilatura made carry their name only
		tag = atom.Lookup([]byte(n.Data))
	}
	if n.Type == html.ElementNode {
		switch {
		case slices.Contains(unseen, tag):
			return
		case tag == atom.Br:
			w.chunk.WriteByte('\n')
			return
		case tag == atom.Pre:
			w.pre++
			defer func() { w.pre-- }()
		}
	}
	inline := n.Type == html.ElementNode && slices.Contains(inlineTags, tag)
	inner := kind
	switch tag {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		inner = Heading
	case atom.Li, atom.Dd, atom.Dt:
		inner = ListItem
	}
	if !inline {
		w.flush(kind)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.walk(c, inner)
	}
	if !inline {
		w.flush(inner)
	}
}

// text adds the characters of a text node; runs of white space become one space, as a browser shows them. A no-break space stays.
func (w *pageWriter) text(s string) {
	s = strings.ReplaceAll(s, "\x00", "")
	if w.pre > 0 {
		w.chunk.WriteString(s)
		return
	}
	space := false
	for _, r := range s {
		if r == ' ' || r == '\t' || r == '\n' || r == '\r' || r == '\f' {
			space = true
			continue
		}
		if space {
			w.chunk.WriteByte(' ')
			space = false
		}
		w.chunk.WriteRune(r)
	}
	if space {
		w.chunk.WriteByte(' ')
	}
}

// flush ends the block. Two line breaks in a row part it in two; so does a line that begins with a speaker or a dash.
func (w *pageWriter) flush(kind Kind) {
	if w.chunk.Len() == 0 {
		return
	}
	raw := w.chunk.String()
	w.chunk.Reset()
	var lines []string
	for l := range strings.SplitSeq(raw, "\n") {
		lines = append(lines, strings.Trim(collapse(l), " "))
	}
	text := strings.Trim(strings.Join(lines, "\n"), "\n")
	for strings.Contains(text, "\n\n\n") {
		text = strings.ReplaceAll(text, "\n\n\n", "\n\n")
	}
	if blank(text) {
		return
	}
	if w.out.Len() > 0 {
		w.out.WriteString("\n\n")
	}
	from := w.out.Len()
	w.out.WriteString(text)
	body := w.out.String()
	if kind != Paragraph {
		start, end := trimSpan(body, from, len(body))
		w.blocks = append(w.blocks, Block{Kind: kind, Start: start, End: end})
		return
	}
	b := blockBuilder{body: body}
	for _, ln := range splitLines(body, from) {
		b.line(ln)
	}
	b.flush()
	w.blocks = append(w.blocks, b.blocks...)
}

// collapse makes one space of two that met at the border of inline elements.
func collapse(s string) string {
	for strings.Contains(s, "  ") {
		s = strings.ReplaceAll(s, "  ", " ")
	}
	return s
}

// startsWithTitle says whether the headline is one of the first blocks already.
func startsWithTitle(body string, blocks []Block, headline string) bool {
	return slices.ContainsFunc(blocks[:min(len(blocks), 4)], func(b Block) bool { return oneLine(body[b.Start:b.End]) == headline })
}

// putAbove writes the headline, which sites keep outside the article, as the first block: people quote headlines.
func putAbove(headline, body string, blocks []Block) (string, []Block) {
	shift := len(headline) + 2
	moved := []Block{{Kind: Heading, Start: 0, End: len(headline)}}
	for _, b := range blocks {
		moved = append(moved, Block{Kind: b.Kind, Start: b.Start + shift, End: b.End + shift})
	}
	return headline + "\n\n" + body, moved
}
