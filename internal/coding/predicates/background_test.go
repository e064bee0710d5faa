package predicates

import "testing"

// TestBackground: what a sentence starts from weighs less than what it tells.
func TestBackground(t *testing.T) {
	l := newLine(t)
	for _, x := range []struct {
		text  string
		frame string // begin of the frame's id
		want  bool
	}{
		{"The two years preceding the Russian invasion of Georgia were calm.", "assault:", true},
		{"Since the Russian attack on Georgia, Chad has bought more grain.", "assault:", true},
		{"On the eve of the Turkish offensive against Syria, prices rose.", "assault:", true},
		{"Turkey attacked Syria.", "assault:", false},
		{"The Turkish attack on Syria began at noon.", "assault:", false},
		{"Chad kept a balance between condemning Libya and supporting Niger.", "support:", true},
		{"There are many Chadian officers who support Libya.", "support:", true},
		{"Chad supports Libya.", "support:", false},
	} {
		events, names := l.proposed(x.text)
		found := false
		for _, e := range events {
			if len(e.Frame) < len(x.frame) || e.Frame[:len(x.frame)] != x.frame {
				continue
			}
			found = true
			if e.Background != x.want || x.want && e.Weight > mostBackground {
				t.Errorf("%q: background %v, weight %.2f", x.text, e.Background, e.Weight)
			}
		}
		if !found {
			t.Errorf("%q: no event of %s: %v", x.text, x.frame, names)
		}
	}
}
