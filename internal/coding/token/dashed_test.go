package token_test

import (
	"slices"
	"testing"

	"orrery/internal/coding/lexicon"
	"orrery/internal/coding/segment"
	"orrery/internal/coding/token"
)

// A hyphen before a word that ends no compound is a dash; in a compound of three it is none.
func TestAHyphenMayBeADash(t *testing.T) {
	cut := token.New(lexicon.New())
	for text, want := range map[string][]string{
		"Their decisions-to sign and to leave the LMN-have angered him": {"Their", "decisions", "-", "to", "sign", "and", "to", "leave", "the", "LMN", "-", "have", "angered", "him"},
		"Face-to-face talks of have-nots and al-Assad":                  {"Face-to-face", "talks", "of", "have-nots", "and", "al-Assad"},
	} {
		s := segment.Sentences(text, nil, nil)
		cut.Tokens(&s[0])
		var got []string
		for i := range s[0].Tokens {
			got = append(got, s[0].TokenText(i))
		}
		if !slices.Equal(got, want) {
			t.Errorf("got %q", got)
		}
	}
}
