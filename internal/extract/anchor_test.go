package extract

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestAnchor(t *testing.T) {
	body := strings.Repeat("é", 40) + "Ω" + strings.Repeat("ж", 40)
	start := strings.Index(body, "Ω")
	q, err := Anchor(body, start, start+len("Ω"))
	if err != nil || q.Exact != "Ω" || q.Prefix != strings.Repeat("é", 32) || q.Suffix != strings.Repeat("ж", 32) {
		t.Fatalf("%+v %v", q, err)
	}
	for _, span := range [][2]int{{-1, 2}, {0, len(body) + 1}, {4, 4}, {4, 2}, {1, 4}, {0, 3}} {
		if _, err := Anchor(body, span[0], span[1]); err == nil {
			t.Errorf("the span %v was accepted", span)
		}
	}
}

func TestFindIsNeverFuzzy(t *testing.T) {
	body := "They abstained. Staying away is not the same. They abstained. Nobody asked."
	if s, e, ok := Find(body, "They abstained.", "same. ", " Nobody"); !ok || s != 46 || body[s:e] != "They abstained." {
		t.Errorf("found %d %d %v", s, e, ok)
	}
	for name, c := range map[string][3]string{
		"two places":         {"They abstained.", "", ""},
		"another case":       {"they abstained.", "", ""},
		"another prefix":     {"They abstained.", "sane. ", ""},
		"nothing":            {"", "They", ""},
		"half a character":   {"\xc3", "", ""},
		"not in the text":    {"They refused.", "", ""},
		"suffix that is not": {"Nobody asked.", "", "!"},
	} {
		if s, e, ok := Find(body, c[0], c[1], c[2]); ok {
			t.Errorf("%s: found %q", name, body[s:e])
		}
	}
	if _, _, ok := Find("aaa", "aa", "", ""); ok {
		t.Error("overlapping places are two places")
	}
}

func FuzzAnchor(f *testing.F) {
	f.Add("They abstained. They abstained.", 5, 14)
	f.Add("Паром важнее флага", 0, 10)
	f.Add("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", 35, 40)
	f.Fuzz(func(t *testing.T, body string, start, end int) {
		q, err := Anchor(body, start, end)
		if err != nil {
			return
		}
		if body[start:end] != q.Exact || !strings.HasSuffix(body[:start], q.Prefix) || !strings.HasPrefix(body[end:], q.Suffix) ||
			utf8.RuneCountInString(q.Prefix) > ContextRunes || utf8.RuneCountInString(q.Suffix) > ContextRunes {
			t.Fatalf("%q %d–%d: %+v", body, start, end, q)
		}
		if !utf8.ValidString(body) {
			return
		}
		s, e, ok := Find(body, q.Exact, q.Prefix, q.Suffix)
		whole := q.Prefix + q.Exact + q.Suffix
		places := 0
		for i := range body {
			if strings.HasPrefix(body[i:], whole) {
				places++
			}
		}
		if ok != (places == 1) || ok && (s != start || e != end) {
			t.Fatalf("%q %d–%d: found %d–%d %v among %d places", body, start, end, s, e, ok, places)
		}
	})
}
