package store

import "time"

// Discourse is what Discourse Network Analyzer calls a database: documents, and statements in them of a person of an organisation who
// agrees with a concept or does not. It is for handing over: the ledger says more.
type Discourse struct {
	Coder     string
	Made      time.Time
	Documents []DiscourseDocument
}

// DiscourseDocument is one text with its statements.
type DiscourseDocument struct {
	Title, Text, Author, Source, Section, Type, Notes string
	Date                                              time.Time // midnight UTC of the day of publication; zero: not known
	Statements                                        []DiscourseStatement
}

// DiscourseStatement is one statement. Start and End count UTF-16 code units of the document's text, as Java does.
type DiscourseStatement struct {
	Start, End                    int
	Person, Organization, Concept string
	Agreement                     bool
}
