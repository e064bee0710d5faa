package app

import "testing"

func TestPlainAddress(t *testing.T) {
	for in, want := range map[string]string{
		"https://www.example.org/a/1/":  "example.org/a/1",
		"example.org/a/1":               "example.org/a/1",
		"http://Example.org/a/1#part":   "example.org/a/1",
		"example.org/a/1.":              "example.org/a/1",
		"https://example.org/A/1?id=22": "example.org/A/1?id=22",
		"":                              "",
	} {
		if got := plainAddress(in); got != want {
			t.Errorf("%q is plainly %q, want %q", in, got, want)
		}
	}
}
