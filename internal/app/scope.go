package app

import (
	"strings"
	"time"
)

// Scope is what every question is asked under.
type Scope struct {
	AsOf time.Time // ledger time; zero: now
	Lens Lens      // which sources count; zero: all
	Hub  string    // actor code; empty: the region's hub
}

// ParseScope reads the parameters of a URL or command line. asOf is RFC 3339 or
// YYYY-MM-DD, which means the end of that day in UTC; lens is read by ParseLens.
// Errors are *Error of code Malformed.
func ParseScope(asOf, lens, hub string) (Scope, error) {
	s := Scope{Hub: strings.ToUpper(strings.TrimSpace(hub))}
	var err error
	if s.AsOf, err = ParseTime("as_of", asOf, true); err != nil {
		return Scope{}, err
	}
	if s.Lens, err = ParseLens(lens); err != nil {
		return Scope{}, err
	}
	return s, nil
}

// ParseTime reads RFC 3339 or YYYY-MM-DD; a date means its first moment in UTC, or
// with end its last millisecond. Empty text is the zero time.
func ParseTime(field, text string, end bool) (time.Time, error) {
	text = strings.TrimSpace(text)
	if text == "" {
		return time.Time{}, nil
	}
	if t, err := time.Parse(time.DateOnly, text); err == nil {
		if end {
			t = t.AddDate(0, 0, 1).Add(-time.Millisecond)
		}
		return t, nil
	}
	t, err := time.Parse(time.RFC3339, strings.ReplaceAll(text, " ", "+")) // a + in a query arrives as a space
	if err != nil {
		return time.Time{}, malformed(field, field+" "+quoted(text)+" is not a time", "write 2026-01-31 or 2026-01-31T18:00:00Z")
	}
	return t.UTC(), nil
}

func (a *App) scopeView(s Scope, hidden int) ScopeView {
	v := ScopeView{Lens: s.Lens.String(), Hidden: hidden, Version: a.version}
	if !s.AsOf.IsZero() {
		v.AsOf = s.AsOf.UTC().Format(time.RFC3339Nano)
	}
	return v
}
