package extract

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// months holds the names of months and their usual short forms, in small letters, in the languages most read.
var months = func() map[string]int {
	lists := []string{
		"january february march april may june july august september october november december",
		"jan feb mar apr may jun jul aug sep oct nov dec",
		"января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
		"январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
		"січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
		"janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
		"januar februar märz april mai juni juli august september oktober november dezember",
		"ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
		"ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
	}
	m := map[string]int{"sept": 9}
	for _, list := range lists {
		for i, name := range strings.Fields(list) {
			m[name] = i + 1
		}
	}
	return m
}()

const (
	dayPart   = `(\d{1,2})(?:st|nd|rd|th|er|\.)?`
	monthPart = `(\p{L}{3,12})\.?`
	yearPart  = `((?:19|20)\d{2})`
	// afterDate may follow a date: a time of day, a zone, the word for year.
	afterDate = `(?:\s*г\.?|\s*р\.?)?(?:,?\s*(?:T|at|в|à|um|о|-|–|—)?\s*\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\.\d+)?\s*(?:[ap]\.?m\.?)?\s*(?:Z|[A-Z]{2,5}|(?:UTC|GMT)?\s*[+-]\d{1,2}:?\d{0,2})?)?`
)

var (
	isoDate    = regexp.MustCompile(`^((?:19|20)\d{2})(?:-(\d{2})(?:-(\d{2}))?)?(?:[T ]\d{2}:?\d{2}.*)?$`)
	dayFirst   = regexp.MustCompile(`(?i)^` + dayPart + `\s+(?:de\s+)?` + monthPart + `,?\s+` + yearPart + afterDate + `$`)
	monthFirst = regexp.MustCompile(`(?i)^` + monthPart + `\s+` + dayPart + `,?\s+` + yearPart + afterDate + `$`)
	monthOnly  = regexp.MustCompile(`(?i)^` + monthPart + `,?\s+` + yearPart + `(?:\s*г\.?|\s*р\.?)?$`)
	dotted     = regexp.MustCompile(`^(\d{1,2})\.(\d{1,2})\.((?:19|20)\d{2})` + afterDate + `$`)
	slashed    = regexp.MustCompile(`^(\d{1,2})/(\d{1,2})/((?:19|20)\d{2})` + afterDate + `$`)
	weekday    = regexp.MustCompile(`(?i)^(?:mon|tues?|wed(?:nes)?|thurs?|fri|satur|sat|sun)(?:day)?\.?,?\s+`)
)

// readDate reads a text that is one date and nothing else (a time of day may follow) and returns it as EDTF with the precision that
// is written; "" if it is not a date. note is set when less could be read than is written.
func readDate(s string) (edtf, note string) {
	s = strings.TrimSpace(strings.Join(strings.Fields(s), " "))
	if len(s) > 80 {
		return "", ""
	}
	s = weekday.ReplaceAllString(s, "")
	if m := isoDate.FindStringSubmatch(s); m != nil {
		return edtfOf(m[1], m[2], m[3]), ""
	}
	if m := dayFirst.FindStringSubmatch(s); m != nil {
		return edtfOf(m[3], monthNumber(m[2]), m[1]), ""
	}
	if m := monthFirst.FindStringSubmatch(s); m != nil {
		return edtfOf(m[3], monthNumber(m[1]), m[2]), ""
	}
	if m := monthOnly.FindStringSubmatch(s); m != nil {
		return edtfOf(m[2], monthNumber(m[1]), ""), ""
	}
	if m := dotted.FindStringSubmatch(s); m != nil { // with dots the day comes first everywhere
		return edtfOf(m[3], m[2], m[1]), ""
	}
	if m := slashed.FindStringSubmatch(s); m != nil {
		a, _ := strconv.Atoi(m[1])
		b, _ := strconv.Atoi(m[2])
		switch {
		case a > 12 || a == b:
			return edtfOf(m[3], m[2], m[1]), ""
		case b > 12:
			return edtfOf(m[3], m[1], m[2]), ""
		}
		return m[3], fmt.Sprintf("The date %s can be read with the day or the month first; only its year was taken.", s)
	}
	return "", ""
}

func monthNumber(name string) string {
	if n := months[strings.ToLower(strings.TrimSuffix(name, "."))]; n > 0 {
		return strconv.Itoa(n)
	}
	return "?"
}

// edtfOf joins the parts that are known and refuses days that do not exist.
func edtfOf(year, month, day string) string {
	if month == "" {
		return year
	}
	y, _ := strconv.Atoi(year)
	m, err := strconv.Atoi(month)
	if err != nil || m < 1 || m > 12 {
		return ""
	}
	if day == "" {
		return fmt.Sprintf("%04d-%02d", y, m)
	}
	d, err := strconv.Atoi(day)
	if err != nil || d < 1 || time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC).Day() != d {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", y, m, d)
}
