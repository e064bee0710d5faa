package syntax

// Phrase is a run of tokens that belong together: a base noun phrase or a verb group.
type Phrase struct {
	Kind     PhraseKind
	From, To int // tokens [From, To)
	Head     int // token: last noun of a noun phrase, main verb of a verb group

	// Of a noun phrase. The links lead to other phrases of the sentence, -1 where there is none.
	Prep   int // token of the preposition that governs it ("against" Transnistria)
	Attach int // the noun phrase that it modifies through Prep ("the ban" of "the ban on grain exports"); -1: the verb's
	Poss   int // its possessor ("Russia's" of "Russia's ban"): a phrase of its own
	Coord  int // the conjunct before it in a list ("Belarus" of "Kazakhstan" in "Belarus, Kazakhstan and …")
	Appos  int // what it stands in apposition to ("Moldova" of "all CIS members")

	Verb VerbGroup // of a verb group
}

// PhraseKind is the sort of phrase.
type PhraseKind uint8

// The sorts of phrase.
const (
	NP PhraseKind = iota + 1
	VG
)

// VerbGroup is what the auxiliaries around a main verb say.
type VerbGroup struct {
	Tense       Tense
	Perfect     bool
	Progressive bool
	Passive     bool // was condemned; participle of a passive too ("troops captured by …")
	Negated     int  // token of not, n't, never, no longer …; -1
	Modal       int  // token of the modal; -1
	Form        VerbForm
	Particle    int // token of "off" in "call off"; -1
}

// Tense of a verb group.
type Tense uint8

// The tenses; a bare infinitive or participle has none.
const (
	NoTense Tense = iota
	Past
	Present
	Future // will, shall, is going to, is to (in a heading: to + verb)
)

// VerbForm is how a verb group stands in its sentence.
type VerbForm uint8

// The forms.
const (
	Finite VerbForm = iota
	Infinitive
	Gerund     // -ing without an auxiliary
	Participle // -ed without an auxiliary
	Imperative
)

// Clause is one verb group with what belongs to it. Numbers are indexes of Sentence.Phrases unless they say otherwise.
type Clause struct {
	Verb     int   // a VG
	From, To int   // tokens [From, To) of the clause with all below it
	Subject  []int // conjuncts in order; empty: none was found. Of a passive: who is acted upon
	Objects  []int // conjuncts in order; of a copula: what the subject is said to be; with two objects: both
	Obliques []int // noun phrases with a preposition that belong to the verb (Phrase.Prep says which)
	Agent    []int // by-phrases of a passive; they are not in Obliques

	Parent     int // index of the clause above; -1: main
	Relation   Relation
	Marker     int  // token that opens it: that, if, when, after, who, to; -1
	Complement int  // index of the clause that says what is said, wanted, tried …; -1
	Shared     bool // its subject was taken over from the clause before or above ("… condemned X and called Y")
	Question   bool
}

// Relation is how a clause hangs on its parent.
type Relation uint8

// The relations.
const (
	Main         Relation = iota
	Coordinate            // and, but, or; or a list of verbs
	ComplementOf          // that-clause, infinitive or quotation as the object of the parent's verb
	Relative              // who, which, whose, that; its subject or object is the noun phrase before it
	Adverbial             // if, when, after, while, because, although, unless: Marker says which
	Reduced               // participle after a noun ("soldiers captured by …") or at an edge ("refusing to accept …")
	OfNoun                // infinitive or that-clause of a noun ("decision to ratify", "calls to …")
)
