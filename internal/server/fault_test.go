package server

import "testing"

func TestASentenceDoesNotRewriteAnAddress(t *testing.T) {
	for in, want := range map[string]string{
		"no record stance:x":                   "No record stance:x.",
		"http://example.org/a is not reached":  "http://example.org/a is not reached.",
		"stance:abc does not exist":            "stance:abc does not exist.",
		"as_of \"x\" is not a time. Write it.": "as_of \"x\" is not a time. Write it.",
	} {
		if got := sentence(in); got != want {
			t.Errorf("%q became %q, want %q", in, got, want)
		}
	}
}
