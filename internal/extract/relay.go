package extract

import (
	"regexp"
	"slices"
	"strings"
)

// relayRules say how a document tells where it comes from. The first group, where there is one, is the sentence that counts. needs are
// words, in lower case, of which every match holds one: most texts hold none, and the expression is not run on them. A word that ends
// in a colon stands before a colon of either width, with or without white space between.
var relayRules = []struct {
	kind  RelayKind
	needs []string
	re    *regexp.Regexp
}{
	{Original, []string{"original", "оригинал", "оригінал", "原文"},
		regexp.MustCompile(`(?im)^[ \t*_>]*((?:original(?: article| text| source| link)?|original url|оригинал(?: статьи| материала)?|оригінал|原文)\s*[:：]\s*\S.*)$`)},
	{Original, []string{"originally ", "first published", "first appeared", "first posted", "first aired"},
		regexp.MustCompile(`(?i)(?:^|[.!?)\n]\s*)((?:this (?:article|text|piece|interview|commentary|report) (?:was|is|has been) )?(?:originally|first) (?:published|appeared|posted|aired) (?:by|in|on|at) [^\n]{2,200})`)},
	{RepublishedFrom, []string{"republished", "re-published", "reprinted", "reposted", "cross-posted", "syndicated", "reproduced"},
		regexp.MustCompile(`(?i)(?:^|[.!?)\n]\s*)((?:(?:this|the) [a-z]+ (?:was|is|has been) )?(?:republished|re-published|reprinted|reposted|cross-posted|syndicated|reproduced)\b[^.!?\n]{0,60}?\bfrom [^\n]{2,200})`)},
	{RepublishedFrom, []string{"source:", "via:", "источник:", "джерело:", "quelle:", "sursa:", "kaynak:", "来源:"},
		regexp.MustCompile(`(?im)^[ \t*_>]*((?:source|via|источник|джерело|quelle|sursa|kaynak|来源)\s*[:：]\s*\S.*)$`)},
	{RepublishedFrom, []string{"перепечат", "републикация"},
		regexp.MustCompile(`(?i)(?:^|[.!?)\n]\s*)((?:перепечатано|перепечатка|републикация)\s+(?:из|с|с сайта)\s+[^\n]{2,200})`)},
	{SummaryOf, []string{"summary", "abstract", "excerpt", "abridged version", "shortened version"},
		regexp.MustCompile(`(?i)(?:^|[.!?)\n]\s*)((?:this (?:page|text|article|note|document) (?:contains|is|gives|presents) (?:only )?(?:a|an|the) (?:short |brief |executive )?(?:summary|abstract|excerpt|abridged version|shortened version)\b[^\n]*))`)},
	{SummaryOf, []string{"summary of", "abridged from", "excerpt from", "shortened from", "краткое изложение"},
		regexp.MustCompile(`(?im)^[ \t*_>]*((?:summary of|abridged from|excerpt from|shortened from|краткое изложение)\b? [^\n]{2,200})$`)},
	{TranslatedFrom, []string{"translated from", "translation from"},
		regexp.MustCompile(`(?i)(?:^|[.!?)(\n]\s*)((?:(?:this|the) [a-z]+ (?:was|is|has been) )?translat(?:ed|ion) from (?:the )?[^\n]{2,200})`)},
	{TranslatedFrom, []string{"перевод", "переведено", "переклад", "übersetzt", "traduit"},
		regexp.MustCompile(`(?im)^[ \t*_>(]*((?:перевод|переведено|переклад|перекладено|übersetzt|traduit)\s+(?:с|со|з|aus dem|du|de l)\s*\S[^\n]{2,200})$`)},
}

// maxRelay bounds the lines taken for each rule. A text with more is a list of sources, not a chain.
const maxRelay = 20

// longRelay is the longest relay line, in bytes: behind it the sentence is cut, for the line is a paragraph.
const longRelay = 300

// findRelay lists the lines in which the document tells where it comes from. A line inside what somebody says in an interview is
// that person's words and is passed over.
func findRelay(body string, turns []Turn) []Relay {
	var found []Relay
	lower := strings.ToLower(strings.ReplaceAll(body, longS, "s"))
	for _, rule := range relayRules {
		if !holdsAny(lower, rule.needs) {
			continue
		}
		for _, m := range rule.re.FindAllStringSubmatchIndex(body, maxRelay) {
			start, end := trimSpan(body, m[2], m[3])
			if stop := sentenceEnd(body[start:end]); rule.kind != Original && stop > 0 {
				end = start + stop
			}
			_, inTurn := turnAt(turns, start, end)
			overlaps := slices.ContainsFunc(found, func(r Relay) bool { return start < r.End && end > r.Start })
			if inTurn || overlaps || end-start > longRelay || blank(body[start:end]) {
				continue
			}
			found = append(found, Relay{Kind: rule.kind, Text: body[start:end], Start: start, End: end})
		}
	}
	slices.SortFunc(found, func(a, b Relay) int { return a.Start - b.Start })
	return found
}

var sentenceStop = regexp.MustCompile(`[\p{Ll}\p{N})”"»][.!?](?:\s+\p{Lu}|$)`)

// sentenceEnd is the offset behind the first full stop, or 0. Addresses and initials have points that do not end a sentence.
func sentenceEnd(s string) int {
	m := sentenceStop.FindStringIndex(s)
	if m == nil {
		return 0
	}
	return m[0] + strings.IndexAny(s[m[0]:], ".!?") + 1
}

// longS is the one letter that the expressions take for an s and that lower case leaves as it is.
const longS = "\u017f"

// holdsAny reports whether a text in lower case holds one of the words that a rule needs.
func holdsAny(lower string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool {
		word, colon := strings.CutSuffix(w, ":")
		if !colon {
			return strings.Contains(lower, w)
		}
		for rest := lower; ; {
			at := strings.Index(rest, word)
			if at < 0 {
				return false
			}
			rest = rest[at+len(word):]
			if next := strings.TrimLeft(rest, " \t\n\v\f\r"); strings.HasPrefix(next, ":") || strings.HasPrefix(next, "：") {
				return true
			}
		}
	})
}
