package app

import (
	"slices"
	"testing"

	"orrery/model/coincide"
)

func TestObservedStretchesAreToldWithTheirGaps(t *testing.T) {
	watch := func(dyad string, first, last coincide.Day) coincide.Watch {
		return coincide.Watch{Dyad: dyad, Span: coincide.Span{First: first, Last: last}}
	}
	// 1970-01-11 to 20 and 21 to 30 touch; 1970-02-10 stands alone.
	list := []coincide.Watch{watch("RUS/KGZ", 20, 29), watch("RUS/KAZ", 10, 19), watch("RUS/KGZ", 10, 19), watch("RUS/KGZ", 40, 40)}
	want := []RuleObserved{{"RUS/KAZ", "1970-01-11", "1970-01-20"}, {"RUS/KGZ", "1970-01-11", "1970-01-30"}, {"RUS/KGZ", "1970-02-10", "1970-02-10"}}
	if got := observedOf(list); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if got := observedOf(nil); got == nil || len(got) != 0 {
		t.Errorf("nobody looked: %v, want an empty list, which is not the same as not kept", got)
	}
	if got, want := observedWords(list), "on days from 1970-01-11 to 1970-01-30 and from 1970-02-10 to 1970-02-10"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
