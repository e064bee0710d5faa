package reports

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// maxLeftovers is how many different names a list of leftovers tells apart.
const maxLeftovers = 100_000

// Leftovers counts what no table could map, by what the file calls it. The zero value is empty.
type Leftovers struct {
	Rows     int // times that something was left over
	Untold   int // of these, times beyond the different names that are told apart
	byName   map[string]*Leftover
	distinct int
}

// Leftover is one name that no table has.
type Leftover struct {
	Name       string
	Rows, Line int // how often it stands there, and where first
}

// Add counts one.
func (l *Leftovers) Add(name string, line int) {
	l.Rows++
	if left := l.byName[name]; left != nil {
		left.Rows++
		return
	}
	if l.distinct >= maxLeftovers {
		l.Untold++
		return
	}
	if l.byName == nil {
		l.byName = map[string]*Leftover{}
	}
	name = strings.Clone(name)
	l.byName[name] = &Leftover{Name: name, Rows: 1, Line: line}
	l.distinct++
}

// join adds those of a further table.
func (l *Leftovers) join(o *Leftovers) {
	l.Rows += o.Untold
	l.Untold += o.Untold
	for _, one := range o.Most(-1) {
		l.Add(one.Name, one.Line)
		left := l.byName[one.Name]
		if l.Rows += one.Rows - 1; left == nil {
			l.Untold += one.Rows - 1
			continue
		}
		left.Rows += one.Rows - 1
	}
}

// Kinds is how many different names there are, as far as they are told apart.
func (l *Leftovers) Kinds() int { return l.distinct }

// Most lists the n most frequent, all when n is negative: by rows downwards, then by where they stand first.
func (l *Leftovers) Most(n int) []Leftover {
	list := slices.SortedFunc(maps.Values(l.byName), func(a, b *Leftover) int {
		return cmp.Or(cmp.Compare(b.Rows, a.Rows), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Name, b.Name))
	})
	if n >= 0 && n < len(list) {
		list = list[:n]
	}
	out := make([]Leftover, len(list))
	for i, left := range list {
		out[i] = *left
	}
	return out
}
