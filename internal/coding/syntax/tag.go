package syntax

// Tag is a part of speech, by the names of the Penn treebank.
type Tag uint8

// The tags. Marks that end or divide a sentence have the tag of the treebank that they are written with.
const (
	NoTag Tag = iota
	CC        // and, or, but
	CD        // numbers
	DT        // the, a, this, no
	EX        // existential there
	IN        // prepositions and subordinating conjunctions (that, if, while)
	JJ        // adjectives
	JJR
	JJS
	MD   // can, will, would
	NN   // common noun
	NNS  // plural
	NNP  // proper noun
	NNPS // plural
	PDT  // all (the), both (the)
	POS  // 's of the possessive
	PRP  // he, it, they, themselves
	PRPS // his, its, their
	RB   // adverbs, not, n't
	RBR
	RBS
	RP // up, off as a particle of a verb
	TO // to
	UH
	VB  // base form
	VBD // past
	VBG // -ing
	VBN // past participle
	VBP // present, not third person
	VBZ // present, third person
	WDT // which, that (relative)
	WP  // who, what
	WPS // whose
	WRB // when, where, why
	Comma
	Stop    // . ! ?
	Colon   // : ; – — …
	OpenQ   // opening quotation mark
	CloseQ  // closing quotation mark
	Bracket // ( ) [ ]
	Symbol  // $ % & and what is left
)

// Noun reports whether the tag is of a noun, common or proper.
func (t Tag) Noun() bool { return t >= NN && t <= NNPS }

// Proper reports whether the tag is of a proper noun.
func (t Tag) Proper() bool { return t == NNP || t == NNPS }

// Verb reports whether the tag is of a verb other than a modal.
func (t Tag) Verb() bool { return t >= VB && t <= VBZ }

// Adjective reports whether the tag is of an adjective.
func (t Tag) Adjective() bool { return t == JJ || t == JJR || t == JJS }
