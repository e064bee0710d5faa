package extract

// MaxText is the largest text of a document, in bytes; MaxFile the largest file, for formats that hold more than their text.
const (
	MaxText = 10 << 20
	MaxFile = 20 << 20
)

// Hint is what the caller knows about the bytes. Every field may be empty.
type Hint struct {
	MediaType string // from the server or the form, such as "text/html"; parameters are ignored
	Charset   string // from the server, such as "windows-1251"
	URL       string // where the bytes came from; only its file ending is used
	FileName  string // the file's name; only its ending is used
	// What a feed, an archive or a table says of the document beside its text. It stands before what the text shows.
	Title, Author, Published, Outlet, Language string
}

// stated is what the hint says as metadata. A date that cannot be read is left out.
func (h Hint) stated() metadata {
	m := metadata{titleBlock: -1, title: oneLine(h.Title), author: oneLine(h.Author), outlet: oneLine(h.Outlet), language: shortLanguage(h.Language)}
	m.published, _ = readDate(h.Published)
	return m
}

// Text is a document as read. All offsets are bytes into Body, half open, on the borders of characters.
type Text struct {
	Body        string  // UTF-8, newlines are \n; for plain text and Markdown otherwise exactly the decoded text
	Title       string  // "" unknown
	Author      string  // names as written, several separated by "; ", "" unknown
	Published   string  // EDTF: 2025-12-31, 2025-12, 2025, "" unknown
	Outlet      string  // the publisher as the document names it, "" unknown
	Language    string  // ISO 639-1, "" unsure
	PlaceLine   string  // the dateline of a news report, such as "TASHKENT, January 5 (Agency)", "" none
	Interviewee string  // the person interviewed, by the fullest name that the text gives, "" unknown or no interview
	Form        Form    // how the text is built
	MediaType   string  // text/plain, text/markdown, text/html, or of PDF, DOCX and e-mail
	Blocks      []Block // in order, disjoint, each with at least one letter or digit
	Turns       []Turn  // in order, disjoint; empty for an essay
	Relay       []Relay // in order of appearance
	// Notes says in plain English what was left out or guessed, for the person who reviews the document.
	Notes []string
}

// Form says how speakers are marked.
type Form string

// The three forms.
const (
	FormNamed  Form = "interview-named"  // "Name: words", until the next name
	FormDashes Form = "interview-dashes" // "- question", "- answer", in turns
	FormEssay  Form = "essay"            // one voice
)

// Kind is the kind of a block.
type Kind string

// The kinds of block.
const (
	Heading   Kind = "heading"
	Paragraph Kind = "paragraph"
	ListItem  Kind = "list-item"
)

// Block is one paragraph, heading or list item. The span leaves out surrounding white space and a heading's marks; it keeps the
// mark of a list item that is written in the text.
type Block struct {
	Kind       Kind
	Start, End int
}

// Role is a speaker's part in an interview.
type Role string

// The roles; "" is a speaker whose part is not known (a second guest, a moderator without a sign).
const (
	Interviewee Role = "interviewee"
	Interviewer Role = "interviewer"
)

// Turn is what one speaker says without a break. It may run over several paragraphs. After a heading or a caption inside an
// answer the speaker goes on in a new Turn whose label span is empty (LabelStart == LabelEnd == Start).
type Turn struct {
	Speaker              string // as the label names the speaker, or as the lead introduces one; "" unknown
	Role                 Role
	Start, End           int // the words spoken, without the label
	LabelStart, LabelEnd int // the name, or the dash
}

// Relay is a line in which the document tells where it comes from.
type Relay struct {
	Kind       RelayKind
	Text       string // Body[Start:End]
	Start, End int
}

// RelayKind says what the line tells.
type RelayKind string

// The kinds of relay.
const (
	Original        RelayKind = "original"         // the original stands elsewhere
	RepublishedFrom RelayKind = "republished-from" // taken over from another publisher
	SummaryOf       RelayKind = "summary-of"       // only a summary of something longer
	TranslatedFrom  RelayKind = "translated-from"  // a translation
)
