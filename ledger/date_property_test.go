package ledger

import (
	"errors"
	"fmt"
	"testing"

	"pgregory.net/rapid"
)

// anyDate draws every form of date, crowded into a few years so that spans meet.
func anyDate() *rapid.Generator[Date] {
	return rapid.Custom(func(t *rapid.T) Date {
		return MustDate(anyDateText.Draw(t, "text"))
	})
}

var anyDateText = rapid.Custom(func(t *rapid.T) string {
	part := func(label string) string {
		year := rapid.SampledFrom([]string{"1984", "1985", "1986", "0000", "-0044", "Y12345", "Y-12345"}).Draw(t, label)
		text := year
		if year[0] != 'Y' {
			month := rapid.SampledFrom([]string{"01", "02", "12"}).Draw(t, label+" month")
			day := rapid.SampledFrom([]string{"01", "02", "28"}).Draw(t, label+" day")
			n := len(year)
			text = rapid.SampledFrom([]string{
				year, year + "-" + month, year + "-" + month + "-" + day, year + "-24", year + "-21",
				year + "-XX", year + "-XX-XX", year + "-" + month + "-XX", year[:n-1] + "X", year[:n-2] + "XX",
			}).Draw(t, label+" form")
		}
		return text + rapid.SampledFrom([]string{"", "", "~", "?", "%"}).Draw(t, label+" mark")
	}
	switch rapid.IntRange(0, 6).Draw(t, "kind") {
	case 0:
		return ""
	case 1, 2:
		return fmt.Sprintf("1985-01-%02dT%02d:%02d:00%s",
			rapid.IntRange(1, 3).Draw(t, "day"), rapid.SampledFrom([]int{0, 1, 12, 23}).Draw(t, "hour"), rapid.IntRange(0, 1).Draw(t, "minute"),
			rapid.SampledFrom([]string{"", "Z", "+05", "+05:30", "-12:00", "+14:00", "+00:00"}).Draw(t, "zone"))
	case 3:
		a, b := part("from"), part("to")
		if _, err := ParseDate(a + "/" + b); err != nil {
			a, b = b, a
		}
		return a + "/" + b
	case 4:
		return fmt.Sprintf(rapid.SampledFrom([]string{"%s/", "%s/..", "/%s", "../%s"}).Draw(t, "ends"), part("end"))
	}
	return part("date")
})

func TestDateRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := anyDate().Draw(t, "d")
		if back, err := ParseDate(d.String()); err != nil || back != d {
			t.Fatalf("%q reads back as %#v, %v", d, back, err)
		}
	})
}

func TestSpanIsOrderedAndLooseHoldsIt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := anyDate().Draw(t, "d")
		first, last := d.Span()
		looseFirst, looseLast := d.Loose()
		if first > last || looseFirst > first || looseLast < last {
			t.Fatalf("%s spans %s to %s, loosely %s to %s", d, first, last, looseFirst, looseLast)
		}
		if !d.Approximate() && (looseFirst != first || looseLast != last) {
			t.Fatalf("%s is not approximate and is widened", d)
		}
		if got := d.Within(first, last); got != Certainly && !d.IsZero() {
			t.Fatalf("%s is %s within its own span", d, got)
		}
	})
}

func TestCompareIsATotalOrderThatAgreesWithBefore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b, c := anyDate().Draw(t, "a"), anyDate().Draw(t, "b"), anyDate().Draw(t, "c")
		if a.Compare(b) != -b.Compare(a) {
			t.Fatal("the order changes with the side")
		}
		if (a.Compare(b) == 0) != (a == b) {
			t.Fatal("equal in order, or equal, and not both")
		}
		if a.Compare(b) <= 0 && b.Compare(c) <= 0 && a.Compare(c) > 0 {
			t.Fatal("the order runs in a circle")
		}
		if a.Before(b) == Certainly && (a.Compare(b) >= 0 || b.Before(a) != Never) {
			t.Fatalf("certainly before, compare %d, the other way %s", a.Compare(b), b.Before(a))
		}
		if a.Before(b) == Certainly && b.Before(c) == Certainly && a.Before(c) != Certainly {
			t.Fatal("certainty is lost on the way")
		}
		if (a.Before(b) == Possibly) != (b.Before(a) == Possibly) {
			t.Fatal("possibly before in one direction only")
		}
	})
}

func FuzzParseDate(f *testing.F) {
	for _, text := range []string{"", "1985", "1985-04-12", "2025-12-31T09:30:00+05:30", "201X", "20XX?", "1985-XX-XX", "2001-24~",
		"1984~/2004-06%", "../1985", "1985/", "Y-170002", "-000X", "31.12.2025", "2025年", "\xff/", "-0000", "9999-24"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, err := ParseDate(text)
		if err != nil {
			fault, ok := errors.AsType[*DateError](err)
			if !ok || fault.Column < 1 || fault.Column > len(text)+1 || fault.Problem == "" || fault.Do == "" || !d.IsZero() {
				t.Fatalf("%q gives %v with error %#v", text, d, err)
			}
			return
		}
		if back, err := ParseDate(d.String()); err != nil || back != d {
			t.Fatalf("%q is written %q and reads back as %#v, %v", text, d, back, err)
		}
		if first, last := d.Span(); first > last {
			t.Fatalf("%q spans %s to %s", text, first, last)
		}
		if d.Compare(d) != 0 || d.Before(d) == Certainly {
			t.Fatalf("%q comes before itself", text)
		}
	})
}
