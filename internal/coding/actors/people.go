package actors

import (
	"cmp"
	"slices"
	"strings"

	"orrery/internal/coding/knowledge"
	"orrery/internal/coding/lexicon"
	"orrery/ledger"
)

// person is one known person with every office that is known of.
type person struct {
	slug, name string
	terms      []term // by first day
	given      lexicon.ID
	female     bool
}

// at is the office held on a day, and whether one is held; with none held the last one before the day, if there was one. A zero day
// (an undated text) takes the last office there is and counts it as held.
func (p *person) at(d ledger.Day, dated bool) (t term, held, ever bool) {
	for _, x := range p.terms {
		switch {
		case !dated:
			t, held, ever = x, true, true
		case x.on(d):
			if !held || x.from >= t.from {
				t, held, ever = x, true, true
			}
		case x.to < d && !held:
			if !ever || x.to >= t.to {
				t, ever = x, true
			}
		}
	}
	return t, held, ever
}

// surname is the part of a name that a text uses alone.
func surname(name, actor string) []string {
	w := strings.Fields(name)
	if len(w) < 2 {
		return w
	}
	switch actor {
	case "CHN", "KOR", "PRK", "TWN", "HKG", "VNM", "KHM":
		if actor == "VNM" || !strings.Contains(w[0], "-") && len(w) <= 3 {
			return w[:1]
		}
	}
	for i := 1; i < len(w); i++ {
		switch strings.ToLower(w[i]) {
		case "von", "van", "de", "der", "le", "di", "da", "al", "bin", "ter":
			return w[i:]
		}
	}
	return w[len(w)-1:]
}

// people adds the persons of the region and of the data, and their names.
func (l *loader) addPeople(k *knowledge.Region) {
	index := map[string]int{}
	add := func(slug, name, actor, office string, aliases []string, from, to ledger.Date) {
		i, ok := index[slug]
		if !ok {
			i = len(l.people)
			index[slug] = i
			l.people = append(l.people, person{slug: slug, name: name})
		}
		p := &l.people[i]
		p.terms = append(p.terms, stretch(actor, office, from, to))
		for _, n := range append([]string{name}, aliases...) {
			l.personName(i, n, actor)
		}
		w := strings.Fields(name)
		p.given = l.forms.number(w[0])
		p.female = l.women[strings.ToLower(w[0])]
	}
	if k != nil {
		for _, p := range k.People {
			add(p.Slug, p.Name(), p.Actor, p.Office, p.Aliases, p.From, p.To)
		}
	}
	known := len(l.people)
	taken := map[string]bool{}
	for _, p := range l.people {
		taken[p.slug] = true
	}
	l.each("people.txt", 7, func(r row) error {
		if taken[r.cells[0]] {
			return nil // the region knows better
		}
		from, err := date(r.cells[5])
		if err != nil {
			return r.fault("%v", err)
		}
		to, err := date(r.cells[6])
		if err != nil {
			return r.fault("%v", err)
		}
		if !l.codes[r.cells[3]] && !slices.Contains([]string{"UN", "EU", "NATO"}, r.cells[3]) {
			return r.fault("%q is no code of states.txt", r.cells[3])
		}
		add(r.cells[0], r.cells[1], r.cells[3], r.cells[4], r.names(2), from, to)
		return nil
	})
	l.each("aliases.txt", 2, func(r row) error {
		if i, ok := index[r.cells[0]]; ok {
			for _, n := range r.names(1) {
				l.personName(i, n, l.people[i].terms[0].actor)
			}
		}
		return nil
	})
	for i := known; i < len(l.people); i++ {
		l.people[i].slug = "" // the ledger knows no such person
	}
	for i := range l.people {
		slices.SortStableFunc(l.people[i].terms, func(a, b term) int { return cmp.Compare(a.from, b.from) })
	}
}

func date(cell string) (ledger.Date, error) {
	if cell == "" {
		return ledger.Date{}, nil
	}
	return ledger.ParseDate(cell)
}

// personName adds a full name and its surname. Names in other letters are left out: texts are English.
func (l *loader) personName(i int, name, actor string) {
	w := strings.Fields(name)
	if len(w) == 0 || bare([]rune(w[0])[0]) == "" && w[0][0] >= 0x80 {
		return
	}
	var full []lexicon.ID
	for _, word := range w {
		if len(word) == 2 && word[1] == '.' {
			continue // initials are skipped in texts as well
		}
		full = append(full, l.forms.number(word))
	}
	l.personAt(&l.full, full, i)
	last := surname(name, actor)
	var ids []lexicon.ID
	for _, word := range last {
		ids = append(ids, l.forms.number(word))
	}
	l.personAt(&l.sur, ids, i)
}

func (l *loader) personAt(by *map[int32][]int32, words []lexicon.ID, i int) {
	if len(words) == 0 {
		return
	}
	at := l.persons.add(words)
	if !slices.Contains((*by)[at], int32(i)) {
		(*by)[at] = append((*by)[at], int32(i))
	}
}
