package actors

import (
	"slices"

	"orrery/internal/coding/syntax"
)

// unknown adds the proper names that nobody knows: runs of capitalised words outside of hits. A run takes in a place or a known
// surname that it touches: "Kyiv Polytechnic", "Ivan Lukashenko" are names of their own.
func (r *Reader) unknown(w *work, s *syntax.Sentence) {
	out := w.hits
	n := len(out)
	next := 0
	for i := 0; i < len(s.Tokens); {
		for next < n && out[next].to <= i {
			next++
		}
		if next < n && out[next].from <= i {
			i = out[next].to
			continue
		}
		if !r.proper(s, i) {
			i++
			continue
		}
		j := i + 1
		for j < len(s.Tokens) && (next >= n || j < out[next].from) {
			if r.proper(s, j) {
				j++
				continue
			}
			if r.w.connect[s.Tokens[j].Word] && j+1 < len(s.Tokens) && (next >= n || j+1 < out[next].from) && r.proper(s, j+1) {
				j += 2
				continue
			}
			break
		}
		out = append(out, hit{from: i, to: j, kind: kUnknown})
		i = j
	}
	if len(out) > n {
		slices.SortFunc(out, func(a, b hit) int { return a.from - b.from })
	}
	w.hits = r.joined(s, out)
}

// proper reports whether token i can be part of an unknown proper name.
func (r *Reader) proper(s *syntax.Sentence, i int) bool {
	t := &s.Tokens[i]
	if t.Shape&syntax.Capital == 0 || t.Shape&syntax.Mark != 0 || r.w.notName[t.Word] {
		return false
	}
	if t.Tag.Proper() {
		return true
	}
	if t.Shape&syntax.Opening != 0 || s.Heading {
		return false
	}
	return t.Tag.Noun() || t.Tag.Adjective() || t.Tag == syntax.NoTag
}

// joined merges an unknown name with the hits that it touches, where they are one name together.
func (r *Reader) joined(s *syntax.Sentence, hits []hit) []hit {
	out := hits[:0]
	for _, h := range hits {
		if len(out) == 0 || out[len(out)-1].to != h.from {
			out = append(out, h)
			continue
		}
		last := &out[len(out)-1]
		switch {
		case h.kind == kUnknown && (last.kind == kPlace || last.kind == kSeat || last.kind == kRegion),
			h.kind == kUnknown && last.kind == kPerson && !last.whole && !r.suffix(s, h),
			h.kind == kUnknown && last.kind == kNot && r.capitals(s, *last):
			last.to, last.kind, last.e, last.people = h.to, kUnknown, nil, nil
		case last.kind == kUnknown && h.kind == kPerson && !h.whole && !r.initials(s, *last):
			last.to = h.to
		case last.kind == kUnknown && h.kind == kPerson && !h.whole:
			h.from = last.from
			*last = h
		case last.kind == kUnknown && h.kind == kPlace && s.Tokens[h.from].Tag.Proper():
			last.to = h.to
		default:
			out = append(out, h)
		}
	}
	return out
}

// initials reports whether an unknown name is nothing but initials before a surname.
func (r *Reader) initials(s *syntax.Sentence, h hit) bool {
	for i := h.from; i < h.to; i++ {
		if !initial(s.TokenText(i)) {
			return false
		}
	}
	return true
}

func (r *Reader) suffix(s *syntax.Sentence, h hit) bool {
	switch s.TokenText(h.from) {
	case "Jr", "Jr.", "Sr.", "II", "III", "IV":
		return true
	}
	return false
}

func (r *Reader) capitals(s *syntax.Sentence, h hit) bool {
	return s.Tokens[h.from].Shape&syntax.Capital != 0
}
