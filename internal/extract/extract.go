package extract

import "strings"

// Extract reads a document. The error is an *Unreadable that says what the bytes are instead and what to do: empty, too large,
// binary, or of a format that is not read. It does not keep raw.
func Extract(raw []byte, hint Hint) (*Text, error) {
	switch {
	case len(raw) == 0:
		return nil, &Unreadable{Reason: "it is empty", Do: "Check the file or paste the text again."}
	case len(raw) > MaxFile:
		return nil, &Unreadable{Reason: "it is larger than 20 MiB", Do: "Cut it into parts."}
	}
	return readFormat(raw, hint)
}

// readFormat reads bytes of any format; a message is read again as the text that it holds.
func readFormat(raw []byte, hint Hint) (*Text, error) {
	media, notes, err := mediaType(raw, hint)
	if err != nil {
		return nil, err
	}
	text := &Text{MediaType: media}
	var stated metadata
	switch media {
	case mediaPDF:
		text.Body, text.Blocks, stated, err = readPDF(raw)
	case mediaDOCX:
		text.Body, text.Blocks, stated, err = readDOCX(raw)
	case mediaMail:
		inner, said, err := readMail(raw)
		if err != nil {
			return nil, err
		}
		inner.MediaType = media
		inner.state(said.over(hint.stated()))
		return inner, nil
	default:
		var decoded []string
		text.Body, text.Blocks, stated, decoded, err = readMarkedUp(raw, media, hint)
		notes = append(notes, decoded...)
	}
	if err != nil {
		return nil, err
	}
	if len(text.Body) > MaxText {
		return nil, &Unreadable{Reason: "its text is larger than 10 MiB", Do: "Cut it into parts."}
	}
	if len(text.Blocks) == 0 {
		return nil, &Unreadable{Reason: "it holds no words", Do: "If the page shows its text only in a browser, copy the text and paste it."}
	}
	text.finish(hint.stated().over(stated), notes)
	return text, nil
}

// readMarkedUp reads plain text, Markdown and HTML.
func readMarkedUp(raw []byte, media string, hint Hint) (body string, blocks []Block, stated metadata, notes []string, err error) {
	if len(raw) > MaxText {
		return "", nil, stated, nil, &Unreadable{Reason: "it is larger than 10 MiB", Do: "Cut it into parts."}
	}
	source, notes, err := decode(raw, media, hint.Charset)
	if err != nil {
		return "", nil, stated, nil, err
	}
	switch media {
	case "text/html":
		body, blocks, stated, err = readHTML(source)
		return body, blocks, stated, notes, err
	case "text/markdown":
		stated, from := frontMatter(source)
		return source, plainBlocks(source, from, true), stated, notes, nil
	}
	return source, plainBlocks(source, 0, false), stated, notes, nil
}

// state lets what a message's headers say stand before what its text shows.
func (t *Text) state(m metadata) {
	for _, f := range []struct {
		to   *string
		said string
	}{{&t.Title, m.title}, {&t.Author, m.author}, {&t.Published, m.published}, {&t.Outlet, m.outlet}} {
		if f.said != "" {
			*f.to = f.said
		}
	}
	t.Notes = append(t.Notes, m.notes...)
}

// finish reads from the body what the source did not state.
func (t *Text) finish(stated metadata, notes []string) {
	shown := plainMetadata(t.Body, t.Blocks)
	if t.MediaType == "text/html" && shown.titleBlock >= 0 && t.Blocks[shown.titleBlock].Kind != Heading {
		shown.title, shown.titleBlock = "", -1 // a page says what its title is; its first paragraph is not asked
	}
	meta := stated.over(shown)
	for i, b := range t.Blocks[:min(len(t.Blocks), headBlocks)] {
		if meta.title != "" && oneLine(t.Body[b.Start:b.End]) == oneLine(meta.title) {
			t.Blocks[i].Kind, meta.titleBlock = Heading, i
			break
		}
	}
	talk := findTurns(t.Body, t.Blocks, meta.titleBlock, meta.outlet)
	t.Form, t.Turns, t.Interviewee = talk.form, talk.turns, talk.interviewee
	for i, b := range t.Blocks { // the dash of a dialogue opens a speech, not a list item
		if _, spoken := turnAt(t.Turns, b.Start, b.End); spoken && talk.form == FormDashes && dash.MatchString(t.Body[b.Start:b.End]) {
			t.Blocks[i].Kind = Paragraph
		}
	}
	t.Title, t.Author, t.Published, t.Outlet, t.PlaceLine = oneLine(meta.title), oneLine(meta.author), meta.published, oneLine(meta.outlet), meta.placeLine
	if t.Outlet == "" {
		t.Outlet = talk.outlet
	}
	t.Relay = findRelay(t.Body, t.Turns)
	if t.Language = languageOf(t.Body); t.Language == "" {
		t.Language = meta.language
	}
	t.Notes = append(append(notes, meta.notes...), talk.notes...)
	t.Notes = append(t.Notes, afterTheEnd(t.Body, t.Blocks)...)
}

// afterTheEnd warns of page furniture that stands in the text: it is kept, and a person may crop it.
func afterTheEnd(body string, blocks []Block) []string {
	begun := false // a menu above the article is not its end
	for _, b := range blocks {
		text := body[b.Start:b.End]
		begun = begun || len(text) > longBlock
		if begun && len(text) <= 160 && furniture[plainWords(text)] {
			return []string{"The text from “" + oneLine(text) + "” on looks like the page around the article."}
		}
	}
	return nil
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
