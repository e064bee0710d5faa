package extract

import "strings"

// Extract reads a document. The error is an *Unreadable that says what the bytes are instead and what to do: empty, too large,
// binary, or of a format that is not read. It does not keep raw.
func Extract(raw []byte, hint Hint) (*Text, error) {
	switch {
	case len(raw) == 0:
		return nil, &Unreadable{Reason: "it is empty", Do: "Check the file or paste the text again."}
	case len(raw) > MaxText:
		return nil, &Unreadable{Reason: "it is larger than 10 MiB", Do: "Cut it into parts."}
	}
	media, notes, err := mediaType(raw, hint)
	if err != nil {
		return nil, err
	}
	source, decoded, err := decode(raw, media, hint.Charset)
	if err != nil {
		return nil, err
	}
	notes = append(notes, decoded...)
	text := &Text{Body: source, MediaType: media}
	var stated metadata
	switch media {
	case "text/html":
		if text.Body, text.Blocks, stated, err = readHTML(source); err != nil {
			return nil, err
		}
	case "text/markdown":
		var from int
		stated, from = frontMatter(source)
		text.Blocks = plainBlocks(source, from, true)
	default:
		text.Blocks = plainBlocks(source, 0, false)
	}
	if len(text.Blocks) == 0 {
		return nil, &Unreadable{Reason: "it holds no words", Do: "If the page shows its text only in a browser, copy the text and paste it."}
	}
	text.finish(stated, notes)
	return text, nil
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
