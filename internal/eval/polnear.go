package main

import (
	"archive/tar"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"orrery/internal/coding"
	"orrery/internal/coding/syntax"
	"orrery/internal/extract"
)

// attribution measures who says what on the development part of PolNeAR: a found attribution answers a labelled one when their
// contents overlap. Overlap is the share of bytes: source and content F1 are of bytes over all attributions. A labelled content that
// is one run between quotation marks is exact when some found content has the same words without the marks.
func attribution(ctx context.Context, coder *coding.Coder, s settings) ([]row, error) {
	texts, labels, err := readPolnear(filepath.Join(s.shared, "data", "polnear_train_dev.tar.gz"), "dev/")
	if err != nil {
		return nil, err
	}
	var source, content, quoted []counts
	for _, name := range slices.Sorted(maps.Keys(texts)) {
		text := texts[name]
		doc, err := documentOf([]byte(text), extract.Hint{MediaType: "text/plain", FileName: name})
		if err != nil {
			continue // an empty article
		}
		if doc.Text != text {
			return nil, fmt.Errorf("%s: the text was changed by reading it, so offsets do not count", name)
		}
		result, err := coder.Code(ctx, doc, coding.Options{})
		if err != nil {
			return nil, err
		}
		var goldSource, goldContent, gotSource, gotContent []syntax.Span
		exact := counts{}
		var found []syntax.Span
		for _, sentence := range result.Reading.Sentences {
			for _, said := range sentence.Said {
				gotSource, gotContent = append(gotSource, said.Source), append(gotContent, said.Content)
				found = append(found, said.Content)
			}
		}
		for _, a := range labels[name] {
			goldSource, goldContent = append(goldSource, a.source...), append(goldContent, a.content...)
			for _, c := range a.content {
				if inner, ok := between(text, c); ok {
					exact.wanted++
					exact.found++
					if slices.Contains(found, inner) {
						exact.hit++
					}
				}
			}
		}
		source, content = append(source, overlap(goldSource, gotSource)), append(content, overlap(goldContent, gotContent))
		quoted = append(quoted, exact)
	}
	rows := append(prf("source, bytes", source, s, 0, 0), prf("content, bytes", content, s, 0, 0)...)
	exact := prf("quoted span exact", quoted, s, 0, .95)[0]
	exact.what, exact.note = "quoted span exact, of those between marks", "84 articles"
	return append(rows, exact), nil
}

// said1 is one labelled attribution.
type said1 struct{ source, content []syntax.Span }

// between is the span without its quotation marks, if the whole span stands between two.
func between(text string, s syntax.Span) (syntax.Span, bool) {
	words := s.Of(text)
	for _, marks := range [][2]string{{"“", "”"}, {`"`, `"`}} {
		inner, ok := strings.CutPrefix(words, marks[0])
		if !ok || !strings.HasSuffix(inner, marks[1]) {
			continue
		}
		inner = strings.TrimSuffix(inner, marks[1])
		if strings.ContainsAny(inner, "“”\"") || inner == "" {
			return s, false
		}
		return syntax.Span{Start: s.Start + len(marks[0]), End: s.End - len(marks[1])}, true
	}
	return s, false
}

// overlap counts bytes.
func overlap(gold, got []syntax.Span) counts {
	marked := map[int]byte{}
	for _, g := range gold {
		for i := g.Start; i < g.End; i++ {
			marked[i] |= 1
		}
	}
	for _, g := range got {
		for i := g.Start; i < g.End; i++ {
			marked[i] |= 2
		}
	}
	c := counts{}
	for _, m := range marked {
		if m&1 != 0 {
			c.wanted++
		}
		if m&2 != 0 {
			c.found++
		}
		if m == 3 {
			c.hit++
		}
	}
	return c
}

// readPolnear reads the texts and their brat annotations under a folder of the archive. Offsets of brat count characters.
func readPolnear(path, folder string) (map[string]string, map[string][]said1, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, nil, err
	}
	texts, notes := map[string]string{}, map[string]string{}
	for archive := tar.NewReader(z); ; {
		h, err := archive.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, nil, err
		}
		name := strings.TrimSuffix(filepath.Base(h.Name), filepath.Ext(h.Name))
		if !strings.HasPrefix(h.Name, folder) || h.Typeflag != tar.TypeReg {
			continue
		}
		b, err := io.ReadAll(archive)
		if err != nil {
			return nil, nil, err
		}
		if strings.HasSuffix(h.Name, ".txt") {
			texts[name] = string(b)
		} else {
			notes[annotated.ReplaceAllString(name, "")] = string(b)
		}
	}
	labels := map[string][]said1{}
	for name, text := range texts {
		if labels[name], err = bratAttributions(notes[name], byteOffsets(text)); err != nil {
			return nil, nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	return texts, labels, nil
}

// annotated is what the name of an annotation has beyond that of its text.
var annotated = regexp.MustCompile(`_[0-9a-f]{4}$`)

// byteOffsets gives the byte of every character, and the end.
func byteOffsets(text string) []int {
	var at []int
	for i := range text {
		at = append(at, i)
	}
	return append(at, len(text))
}

// bratAttributions reads T lines (spans by character) and E lines (which of them make an attribution).
func bratAttributions(ann string, at []int) ([]said1, error) {
	spans := map[string][]syntax.Span{}
	var out []said1
	for line := range strings.SplitSeq(ann, "\n") {
		id, rest, ok := strings.Cut(line, "\t")
		if !ok {
			continue
		}
		switch id[0] {
		case 'T':
			head, _, _ := strings.Cut(rest, "\t")
			_, places, _ := strings.Cut(head, " ")
			for part := range strings.SplitSeq(places, ";") {
				a, b, _ := strings.Cut(part, " ")
				from, err1 := strconv.Atoi(a)
				to, err2 := strconv.Atoi(b)
				if err := errors.Join(err1, err2); err != nil || from > to || to >= len(at) {
					return nil, fmt.Errorf("the span %q cannot be read", part)
				}
				spans[id] = append(spans[id], syntax.Span{Start: at[from], End: at[to]})
			}
		case 'E':
			var s said1
			for arg := range strings.FieldsSeq(rest) {
				role, ref, _ := strings.Cut(arg, ":")
				switch strings.TrimRight(role, "0123456789") {
				case "Source":
					s.source = append(s.source, spans[ref]...)
				case "Content":
					s.content = append(s.content, spans[ref]...)
				}
			}
			out = append(out, s)
		}
	}
	return out, nil
}
