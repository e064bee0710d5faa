package pdf

import (
	"bytes"
	"errors"
	"io"
	"regexp"
	"strconv"

	lib "github.com/ledongthuc/pdf"
)

// The library follows every reference of a file, as often as it likes and into whatever circle, and believes every length. What stands
// here keeps a file that was made to hang or fill the machine from doing so.
const (
	largestNumber = 1 << 25    // of what a file of 20 MiB counts
	mostInStream  = 1_000_000  // objects of one object stream
	readsToOpen   = 100_000    // of the file, for its tables
	readsOfPages  = 20_000_000 // of the file, for its pages
	deepestTree   = 64         // of the page tree, and of what a page inherits
	largestPage   = 16 << 20   // unpacked, in bytes
	largestFont   = 4 << 20    // of a font's table of characters, unpacked
	largestOfAll  = 256 << 20  // of all pages, unpacked
	deepestState  = 1000       // graphics states that wait
	mostOnPage    = maxGlyphs  // bytes within strings
)

var errEffort = errors.New("reading it takes more steps than any real file")

// counted gives the bytes of a file, and breaks off when they are asked for too often. It panics, because the library has no other way
// out of its loops; Read recovers.
type counted struct {
	file *bytes.Reader
	left int
}

// ReadAt gives bytes of the file, or panics.
func (c *counted) ReadAt(p []byte, off int64) (int, error) {
	if c.left--; c.left < 0 {
		panic(errEffort)
	}
	return c.file.ReadAt(p, off)
}

var (
	counts  = regexp.MustCompile(`/([^\s/\[\]<>()]{1,40})\s*\[?((?:\s*\+?\d+)*\s*\+?0*[1-9]\d{6,})`)
	numbers = regexp.MustCompile(`\d+`)
	tables  = regexp.MustCompile(`(?s)\bxref\s.*?trailer`)
)

// boasts reports whether a file counts more than it can hold: the library would make room for it.
func boasts(raw []byte) bool {
	for _, m := range counts.FindAllSubmatch(raw, -1) {
		name, escaped := string(m[1]), bytes.ContainsRune(m[1], '#')
		for _, n := range numbers.FindAll(m[2], -1) {
			v, err := strconv.ParseInt(string(n), 10, 64)
			if name != "P" && (err != nil || v > largestNumber) || (name == "N" || escaped) && v > mostInStream { // P is a set of bits
				return true
			}
		}
	}
	for _, table := range tables.FindAll(raw, -1) {
		for _, n := range numbers.FindAll(table, -1) {
			if v, err := strconv.ParseInt(string(n), 10, 64); err != nil || v > largestNumber && v != 4294967295 {
				return true
			}
		}
	}
	return false
}

// pagesOf are the pages of a file, in order. The library's own way to a page goes over all before it, and round in circles.
func pagesOf(r *lib.Reader) ([]lib.Page, error) {
	var out []lib.Page
	nodes := 0
	var walk func(v lib.Value, depth int) error
	walk = func(v lib.Value, depth int) error {
		if nodes++; depth > deepestTree || nodes > 4*maxPages {
			return ErrTooLarge
		}
		switch v.Key("Type").Name() {
		case "Page":
			if out = append(out, lib.Page{V: v}); len(out) > maxPages {
				return ErrTooLarge
			}
		case "Pages":
			kids := v.Key("Kids")
			for i := range kids.Len() {
				if err := walk(kids.Index(i), depth+1); err != nil {
					return err
				}
			}
		}
		return nil
	}
	return out, walk(r.Trailer().Key("Root").Key("Pages"), 0)
}

// weigh is how many bytes a page's contents unpack to, and an error where the page is more than one may be.
func weigh(p lib.Page) (int, error) {
	depth := 0
	for v := p.V; !v.IsNull(); v = v.Key("Parent") {
		if depth++; depth > deepestTree {
			return 0, ErrBroken // a circle
		}
	}
	for _, name := range p.Fonts() {
		if table := p.Font(name).V.Key("ToUnicode"); table.Kind() == lib.Stream {
			if n, err := io.Copy(io.Discard, io.LimitReader(table.Reader(), largestFont+1)); err == nil && n > largestFont {
				return 0, ErrTooLarge
			}
		}
	}
	load := &load{}
	contents := p.V.Key("Contents")
	streams := []lib.Value{contents}
	if contents.Kind() == lib.Array {
		streams = streams[:0]
		for i := range contents.Len() {
			streams = append(streams, contents.Index(i))
		}
	}
	for _, s := range streams {
		if s.Kind() != lib.Stream {
			continue
		}
		if _, err := io.Copy(load, io.LimitReader(s.Reader(), largestPage+1)); errors.Is(err, ErrTooLarge) {
			return 0, err // what else is wrong with it is found when it is read
		}
	}
	return load.bytes, nil
}

// load counts what a page asks for: bytes, letters, and graphics states that are put aside.
type load struct {
	bytes, letters, states, parens int
	escaped, hex                   bool
	last                           byte
}

func (l *load) Write(p []byte) (int, error) {
	l.bytes += len(p)
	for _, c := range p {
		switch {
		case l.escaped:
			l.escaped = false
		case l.parens > 0 && c == '\\':
			l.escaped = true
		case !l.hex && c == '(':
			l.parens++
		case l.parens > 0 && c == ')':
			l.parens--
		case l.parens > 0 || l.hex && c != '>':
			l.letters++
		case c == '<':
			l.hex = true
		case c == '>':
			l.hex = false
		case c == 'q' && blankByte(l.last):
			l.states++
		case c == 'Q' && blankByte(l.last):
			l.states = max(0, l.states-1)
		}
		l.last = c
	}
	if l.bytes > largestPage || l.letters > 2*mostOnPage || l.states > deepestState {
		return 0, ErrTooLarge
	}
	return len(p), nil
}

func blankByte(c byte) bool { return c <= ' ' || c == ']' || c == ')' || c == '>' }
