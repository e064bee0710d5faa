package extract

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// introduction is what the paragraphs before an interview say about it. Unknown parts are "".
type introduction struct {
	outlet string // who interviews
	person string // who is interviewed, two or three words
}

const (
	// metVerb is how a lead in English says that two parties talked.
	metVerb = `(?:interviewed|interviews|speaks (?:with|to)|spoke (?:with|to)|talks (?:with|to)|talked (?:with|to)|sat down with|asked|interview with|conversation with|questions to)`
	// capWord is a word of a name.
	capWord = `\p{Lu}[\p{L}\p{M}’'ʼ-]*\.?`
)

var (
	quotedOutlet = regexp.MustCompile(`([^.!?\n]{0,200})(?i:newspaper|magazine|weekly|daily|portal|website|site|agency|channel|radio|station|outlet|journal|publication|podcast|broadcaster|программа|газет\p{L}*|издани\p{L}*|журнал\p{L}*|портал\p{L}*|агентств\p{L}*|телеканал\p{L}*|радио|сайт\p{L}*) ["“„«]([^"”»“\n]{2,60})["”“»]([^.!?\n]*)`)
	talked       = regexp.MustCompile(`(?i)\b` + metVerb + `\b|интервью|побеседова|поговори|беседу|беседова|рассказа|інтерв|розпов`)
	outletMet    = regexp.MustCompile(`(?:^|[.!?…»”"]\s+|\n)((?:The )?` + capWord + `(?: ` + capWord + `){0,4}) (?:has |have )?` + metVerb + ` `)
	metPerson    = regexp.MustCompile(`\b` + metVerb + ` ((?:[^.!?:\n]|\b\p{L}{1,3}\.){2,200})`)
	capRun       = regexp.MustCompile(capWord + `(?: (?:(?:de|da|di|del|der|von|van|bin|ibn|al|el) )?` + capWord + `)*`)
)

// offices may stand before a name with a capital and are not part of it.
var offices = set("president", "prime", "minister", "foreign", "deputy", "vice", "former", "professor", "prof", "dr", "doctor", "mr", "mrs", "ms", "director", "ambassador", "general",
	"colonel", "senator", "expert", "analyst", "political", "scientist", "economist", "historian", "journalist", "chairman", "chair", "head", "academic", "researcher", "sociologist", "lawyer", "member", "secretary", "the", "a")

// readIntroduction looks for the interviewer and the interviewee in the text before the first question.
func readIntroduction(lead string) introduction {
	var in introduction
	for _, m := range quotedOutlet.FindAllStringSubmatch(lead, -1) {
		if talked.MatchString(m[1]) || talked.MatchString(m[3]) { // a paper that is only quoted is not the outlet
			in.outlet = strings.TrimSpace(m[2])
			break
		}
	}
	if in.outlet == "" {
		if m := outletMet.FindStringSubmatch(lead); m != nil {
			in.outlet = m[1]
		}
	}
	for _, m := range metPerson.FindAllStringSubmatch(lead, -1) {
		if in.person = firstFullName(m[1]); in.person != "" {
			break
		}
	}
	return in
}

// firstFullName returns the first run of two or three capitalised words that is left when offices are taken off, or "". A longer
// run may be an institute's name joined to a person's, and is not guessed at.
func firstFullName(s string) string {
	for _, run := range capRun.FindAllString(s, 4) {
		words := strings.Fields(run)
		for len(words) > 0 && offices[strings.ToLower(strings.Trim(words[0], "."))] {
			words = words[1:]
		}
		switch n := len(words); {
		case n == 2 || n == 3:
			name := strings.Join(words, " ")
			if !strings.HasSuffix(words[n-1], ".") || len([]rune(words[n-1])) > 2 { // keep the point of a last initial only
				name = strings.TrimSuffix(name, ".")
			}
			return name
		case n > 3:
			return ""
		}
	}
	return ""
}

// sameOutlet compares two names of a publisher without quotes, article and case.
func sameOutlet(a, b string) bool {
	clean := func(s string) string { return strings.TrimPrefix(plainWords(s), "the ") }
	return clean(a) != "" && clean(a) == clean(b)
}

// lastWord is the family name of a name as most languages of the region write it.
func lastWord(name string) string {
	f := strings.Fields(name)
	if len(f) == 0 {
		return ""
	}
	return strings.ToLower(strings.Trim(f[len(f)-1], ".,"))
}

// fullNameIn looks in the text before the interview for the one full name that ends in the given family name.
func fullNameIn(lead, family string) string {
	var found []string
	for _, run := range capRun.FindAllString(lead, -1) {
		words := strings.Fields(strings.TrimRight(run, "."))
		for i, w := range words {
			if i == 0 || !strings.EqualFold(w, family) {
				continue
			}
			first := words[i-1]
			if offices[strings.ToLower(first)] || !unicode.IsUpper([]rune(first)[0]) {
				continue
			}
			if name := first + " " + w; !slices.Contains(found, name) {
				found = append(found, name)
			}
		}
	}
	if len(found) == 1 {
		return found[0]
	}
	return ""
}
