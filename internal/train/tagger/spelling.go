package main

import "strings"

// withS is the third person or the plural.
func withS(w string) string {
	switch {
	case strings.HasSuffix(w, "s"), strings.HasSuffix(w, "x"), strings.HasSuffix(w, "z"), strings.HasSuffix(w, "ch"), strings.HasSuffix(w, "sh"), strings.HasSuffix(w, "o"):
		return w + "es"
	case strings.HasSuffix(w, "y") && len(w) > 1 && !strings.ContainsRune("aeiou", rune(w[len(w)-2])):
		return w[:len(w)-1] + "ies"
	}
	return w + "s"
}

func withEd(w string) string {
	switch {
	case strings.HasSuffix(w, "e"):
		return w + "d"
	case strings.HasSuffix(w, "y") && len(w) > 1 && !strings.ContainsRune("aeiou", rune(w[len(w)-2])):
		return w[:len(w)-1] + "ied"
	}
	return doubled(w) + "ed"
}

func withIng(w string) string {
	switch {
	case strings.HasSuffix(w, "ie"):
		return w[:len(w)-2] + "ying"
	case strings.HasSuffix(w, "e") && !strings.HasSuffix(w, "ee") && !strings.HasSuffix(w, "oe"):
		return w[:len(w)-1] + "ing"
	}
	return doubled(w) + "ing"
}

// doubled doubles the last letter of a verb of one syllable such as ban or stop.
func doubled(w string) string {
	n := len(w)
	const vowels = "aeiou"
	is := func(i int) bool { return strings.IndexByte(vowels, w[i]) >= 0 }
	if n < 3 || is(n-1) || !is(n-2) || is(n-3) || strings.IndexByte("wxy", w[n-1]) >= 0 {
		return w
	}
	for i := 0; i < n-2; i++ {
		if is(i) {
			return w
		}
	}
	return w + w[n-1:]
}
