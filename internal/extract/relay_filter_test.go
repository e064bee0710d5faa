package extract

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// A rule that is passed over for want of a word would have found nothing.
func TestNoRelayRuleIsPassedOverInVain(t *testing.T) {
	pieces := []string{"\nThis article was originally publi\u017fhed in the Daily.\n", "\nSource : the Daily\n", "\nvia\t：x y\n", "\nORIGINAL TEXT: x\n", "\nReprinted with thanks from the Daily\n",
		"\nперепечатка из Daily\n", "\nThis note gives a brief abstract of it\n", "\nabridged from a long report\n", "\nThe text was TRANSLATED from Kazakh.\n", "\nПеревод с таджикского\n",
		"This article was ", "originally ", "first ", "published ", "aired ", "in ", "the Daily", "Republi\u017fhed ", "REPRINTED ", "re-published ", "cross-posted ", "from ", //nolint:misspell // a long s in the middle of it
		"Source", "sou\u017fce", "Via", " ", "\n", "\t", ":", "：", "Источник", "ИСТОЧНИК", "来源", "原文", "Оригинал статьи", "Original URL", "https://example.org/a", "Перепечатка ", "с сайта ",
		"This page contains only a short summary of it", "Summary of ", "Excerpt from ", "a long report", "Translated from ", "the Kaza\u212ah", "Traduit de l ", "Übersetzt aus dem ", "Перевод с ", ". ", "Kayna\u212a", "Краткое изложение "}
	matched := 0
	rapid.Check(t, func(t *rapid.T) {
		body := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 4, 30).Draw(t, "pieces"), "")
		lower := strings.ToLower(strings.ReplaceAll(body, longS, "s"))
		for _, rule := range relayRules {
			if rule.re.MatchString(body) {
				matched++
				if !holdsAny(lower, rule.needs) {
					t.Fatalf("%s is not tried on %q: %v", rule.kind, body, rule.re)
				}
			}
		}
	})
	if matched < 100 {
		t.Errorf("only %d matches: the pieces test nothing", matched)
	}
}
