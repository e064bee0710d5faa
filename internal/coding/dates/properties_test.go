package dates_test

import (
	"strings"
	"testing"

	"orrery/internal/coding/dates"
	"orrery/ledger"
)

func FuzzDates(f *testing.F) {
	for _, c := range table {
		f.Add(c.text, 20410)
	}
	f.Add("on the 31 of February 2025-13-40, 99/99/2020 mid-1990s '90s the 0th century 5 May – June 2 1,000,000,000 decades ago", 0)
	r := newReader(f)
	f.Fuzz(func(t *testing.T, text string, published int) {
		text = strings.ToValidUTF8(text, "?")
		day := ledger.Day(published % 1_000_000)
		for _, s := range r.sentences(text) {
			last := 0
			for _, d := range r.dates.Find(&s, day.Date()) {
				switch {
				case d.From < last || d.To <= d.From || d.To > len(s.Tokens):
					t.Fatalf("tokens [%d,%d) after %d of %d", d.From, d.To, last, len(s.Tokens))
				case d.Span != s.TokenSpan(d.From, d.To):
					t.Fatalf("bytes %v are not those of the tokens", d.Span)
				case (d.Kind == dates.Unresolved) != d.When.IsZero():
					t.Fatalf("%q is %s with the date %q", d.Of(s.Text), d.Kind, d.When)
				case d.Kind == dates.Exact && d.When.Precision() != ledger.PrecisionDay:
					t.Fatalf("%q is exact with the date %q", d.Of(s.Text), d.When)
				case d.Lag < 0 || d.Sign == "":
					t.Fatalf("%q has lag %d and sign %q", d.Of(s.Text), d.Lag, d.Sign)
				}
				// What the ledger reads back is the same date.
				if again, err := ledger.ParseDate(d.When.String()); !d.When.IsZero() && (err != nil || again != d.When) {
					t.Fatalf("%q: %q does not read back", d.Of(s.Text), d.When)
				}
				last = d.To
			}
		}
	})
}

func BenchmarkDates(b *testing.B) {
	r := newReader(b)
	published, err := ledger.ParseDate("2025-11-19")
	if err != nil {
		b.Fatal(err)
	}
	for name, text := range map[string]string{
		"none": "The ministry of the neighbour said that guards of the border force had opened fire near the river when their post was attacked at night.",
		"two":  "The ministry said on Tuesday that guards of the border force had opened fire in June 2024 when their post was attacked by armed men.",
	} {
		s := r.sentences(text)
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				r.dates.Find(&s[0], published)
			}
		})
	}
}
