package actors

import (
	"strings"

	"orrery/internal/coding/lexicon"
	"orrery/internal/coding/syntax"
	"orrery/internal/coding/token"
)

// loader fills a Reader from the data files.
type loader struct {
	*Reader
	lex   *lexicon.Lexicon
	cut   *token.Tokenizer
	err   error
	codes map[string]bool // codes of states
}

// words numbers the words of a name, cut as the words of a text are.
func (l *loader) words(name string) []lexicon.ID {
	s := syntax.Sentence{Span: syntax.Span{End: len(name)}, Text: name}
	l.cut.Tokens(&s)
	ids := make([]lexicon.ID, len(s.Tokens))
	for i := range s.Tokens {
		ids[i] = l.lex.Intern(s.TokenText(i))
	}
	return ids
}

// name adds a proper name. The first meaning of a name stays; a demonym that is adjective and plural at once is both, and a set of
// states that is also an organisation is both.
func (l *loader) name(name string, e entry) {
	name = strings.TrimPrefix(name, "the ")
	words := l.words(name)
	if len(words) == 0 {
		return
	}
	first := name[0]
	switch {
	case 'a' <= first && first <= 'z':
		e.marks |= mLower
	case len(words) == 1 && len(name) <= 7 && strings.ToUpper(name) == name && !strings.ContainsAny(name, "0123456789"):
		e.marks |= mCaps
	}
	at := l.names.add(words)
	was := l.names.name[at]
	switch {
	case was == nil:
		l.names.name[at] = &e
	case was.kind == kDemonym && e.kind == kDemonym && was.code == e.code:
		was.marks |= e.marks & (mAdjective | mPeople)
	case was.kind == kState && e.kind == kDemonym && was.code == e.code:
		was.marks |= mAdjective // US
	case e.roster > 0 && was.roster == 0:
		was.roster = e.roster
	}
	if plain := plain(name); plain != name {
		l.name(plain, e)
	}
}

// plain is a name without the marks of its letters.
func plain(name string) string {
	var b strings.Builder
	for _, r := range name {
		if r < 0x80 {
			b.WriteRune(r)
			continue
		}
		s := bare(r)
		if s == "" {
			return name
		}
		if strings.ToLower(string(r)) != string(r) {
			s = strings.ToUpper(s[:1]) + s[1:]
		}
		b.WriteString(s)
	}
	return b.String()
}

// each calls add for every row of a file, until one fails.
func (l *loader) each(file string, cells int, add func(row) error) {
	if l.err != nil {
		return
	}
	all, err := rows(file, cells)
	for i := 0; err == nil && i < len(all); i++ {
		err = add(all[i])
	}
	l.err = err
}

func (l *loader) load() error {
	l.each("states.txt", 5, l.state("", Country))
	l.each("disputed.txt", 5, l.state("PRE", Area))
	l.each("subnational.txt", 5, l.state("CVL", NoSite))
	l.each("orgs.txt", 3, func(r row) error {
		for _, n := range r.names(2) {
			l.name(n, entry{kind: kOrg, code: r.cells[0], sector: r.cells[1]})
		}
		return nil
	})
	l.each("bodies.txt", 3, func(r row) error {
		if !l.codes[r.cells[0]] {
			return r.fault("%q is no code of states.txt: write one", r.cells[0])
		}
		for _, n := range r.names(2) {
			l.name(n, entry{kind: kBody, code: r.cells[0], sector: r.cells[1]})
		}
		return nil
	})
	l.each("rosters.txt", 3, l.roster)
	l.each("regions.txt", 1, func(r row) error {
		for _, n := range r.names(0) {
			l.name(n, entry{kind: kRegion, site: Area})
		}
		return nil
	})
	l.each("places.txt", 3, func(r row) error {
		site, ok := map[string]Site{"city": City, "region": Area}[r.cells[1]]
		if !ok || !l.codes[r.cells[0]] {
			return r.fault("%q and %q: write a code of states.txt, then city or region", r.cells[0], r.cells[1])
		}
		for _, n := range r.names(2) {
			l.name(n, entry{kind: kPlace, code: r.cells[0], site: site})
		}
		return nil
	})
	l.each("notactors.txt", 1, l.notActors)
	l.each("roles.txt", 3, l.role)
	l.each("descriptions.txt", 2, l.description)
	return l.err
}

// state takes a row of states.txt or disputed.txt.
func (l *loader) state(sector string, site Site) func(row) error {
	return func(r row) error {
		code := r.cells[0]
		if len(code) != 3 && code != "EU" {
			return r.fault("%q is no code: write three capital letters", code)
		}
		l.codes[code] = code != "EU"
		for _, n := range r.names(1) {
			l.name(n, entry{kind: kState, code: code, sector: sector, site: site})
		}
		for _, n := range r.names(2) {
			l.name(n, entry{kind: kDemonym, code: code, sector: sector, marks: mAdjective})
		}
		for _, n := range r.names(3) {
			l.name(n, entry{kind: kDemonym, code: code, sector: sector, marks: mPeople})
		}
		for _, n := range r.names(4) {
			l.name(n, entry{kind: kSeat, code: code, sector: sector, site: Capital})
		}
		return nil
	}
}

// notActors takes a row of notactors.txt.
func (l *loader) notActors(r row) error {
	text, e := r.cells[0], entry{kind: kNot}
	if rest, ok := strings.CutPrefix(text, "JRN "); ok {
		code, names, ok := strings.Cut(rest, ":")
		if !ok || code != "-" && !l.codes[code] {
			return r.fault("write JRN, a code of states.txt or -, and a colon")
		}
		text, e = names, entry{kind: kMedia, code: strings.Trim(code, "-"), sector: "JRN"}
	}
	for _, n := range list(text) {
		l.name(strings.TrimPrefix(n, "The "), e)
	}
	return nil
}
