package extract

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

var metaCharset = regexp.MustCompile(`(?i)<meta[^>]{0,200}charset\s*=\s*["']?\s*([a-z0-9_:.-]{2,40})`)

// decode turns bytes into UTF-8. The byte order mark decides, then valid UTF-8 with letters beyond ASCII (which nothing else
// produces by chance), then what the server or the page says, then the look of the bytes.
//
// Bytes that are not valid in their encoding become U+FFFD and are counted in a note. Refusing would keep people from reading
// pages with one broken byte, and nothing is lost: the caller keeps the bytes.
func decode(raw []byte, media, declared string) (text string, notes []string, err error) {
	enc, name, body, notes := chooseEncoding(raw, media, declared)
	if enc == nil {
		text = string(body)
	} else {
		out, err := enc.NewDecoder().Bytes(body)
		if err != nil {
			return "", nil, &Unreadable{Reason: "its bytes cannot be decoded as " + name, Do: "Save it as UTF-8 and read it again."}
		}
		text = string(out)
	}
	if len(text) > MaxText {
		return "", nil, &Unreadable{Reason: "its text is larger than 10 MiB", Do: "Cut it into parts."}
	}
	before := strings.Count(text, "\uFFFD")
	if !utf8.ValidString(text) {
		first, count := invalidBytes(text)
		text = replaceInvalid(text)
		notes = append(notes, fmt.Sprintf("%d bytes are not valid %s, the first at byte %d; each is shown as \uFFFD. The stored bytes are unchanged.", count, name, first))
	} else if before > 0 && enc != nil {
		notes = append(notes, fmt.Sprintf("%d characters could not be decoded as %s and are shown as \uFFFD. The stored bytes are unchanged.", before, name))
	}
	if err := refuseBinary(text); err != nil {
		return "", nil, err
	}
	text = strings.TrimPrefix(text, "\uFEFF")
	text = strings.ReplaceAll(text, "\r\n", "\n")
	return strings.ReplaceAll(text, "\r", "\n"), notes, nil
}

// chooseEncoding returns nil for UTF-8, and the bytes without their byte order mark.
func chooseEncoding(raw []byte, media, declared string) (enc encoding.Encoding, name string, body []byte, notes []string) {
	switch {
	case bytes.HasPrefix(raw, []byte("\xef\xbb\xbf")):
		return nil, "UTF-8", raw[3:], nil
	case bytes.HasPrefix(raw, []byte("\xff\xfe")):
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "UTF-16", raw[2:], nil
	case bytes.HasPrefix(raw, []byte("\xfe\xff")):
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), "UTF-16", raw[2:], nil
	}
	if declared == "" && media == "text/html" {
		if m := metaCharset.FindSubmatch(raw[:min(len(raw), 4096)]); m != nil {
			declared = string(m[1])
		}
	}
	stated, statedName := charset.Lookup(strings.Trim(strings.TrimSpace(declared), `"'`))
	if statedName == "replacement" { // what browsers do with encodings that hide scripts; of no use to a reader
		stated = nil
	}
	isASCII, isUTF8 := true, utf8.Valid(raw)
	for _, b := range raw {
		if b >= 0x80 {
			isASCII = false
			break
		}
	}
	switch {
	case isUTF8 && !isASCII:
		if stated != nil && statedName != "utf-8" {
			notes = append(notes, fmt.Sprintf("The document is called %s but is valid UTF-8; it was read as UTF-8.", statedName))
		}
		return nil, "UTF-8", raw, notes
	case stated != nil && statedName != "utf-8":
		return stated, statedName, raw, nil
	case isASCII || (statedName == "utf-8" && mostlyUTF8(raw)):
		return nil, "UTF-8", raw, nil
	}
	if declared != "" && stated == nil {
		notes = append(notes, fmt.Sprintf("The encoding %q is not known.", declared))
	}
	enc, name = guessEncoding(raw)
	return enc, name, raw, append(notes, "The text was read as "+name+", judging by its bytes, because nothing reliable says how it is encoded. Check names and letters.")
}

// mostlyUTF8 tells a UTF-8 text with a few broken bytes from a text in an 8-bit encoding that is wrongly called UTF-8.
func mostlyUTF8(raw []byte) bool {
	_, bad := invalidBytes(string(raw))
	good := 0
	for _, b := range raw {
		if b >= 0x80 {
			good++
		}
	}
	return bad*5 < good
}

// guessEncoding chooses between the two old Cyrillic encodings and the Western one. In Cyrillic text nearly all letters are high
// bytes and stand together; in Western text they are scattered. Small letters are 0xE0–0xFF in windows-1251 and 0xC0–0xDF in KOI8-R.
func guessEncoding(raw []byte) (encoding.Encoding, string) {
	high, together, low, up := 0, 0, 0, 0
	for i, b := range raw {
		if b < 0xc0 {
			continue
		}
		high++
		if (i > 0 && raw[i-1] >= 0xc0) || (i+1 < len(raw) && raw[i+1] >= 0xc0) {
			together++
		}
		if b >= 0xe0 {
			up++
		} else {
			low++
		}
	}
	switch {
	case together*2 < high || high == 0:
		return charmap.Windows1252, "windows-1252"
	case up >= low:
		return charmap.Windows1251, "windows-1251"
	}
	return charmap.KOI8R, "KOI8-R"
}

func invalidBytes(s string) (first, count int) {
	first = -1
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n == 1 {
			if first < 0 {
				first = i
			}
			count++
		}
		i += n
	}
	return first, count
}

// replaceInvalid puts one U+FFFD for each bad byte; strings.ToValidUTF8 would put one for a whole run and hide how much is broken.
func replaceInvalid(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s { // ranging yields U+FFFD for each bad byte
		b.WriteRune(r)
	}
	return b.String()
}

// refuseBinary keeps files that are not text out of the ledger.
func refuseBinary(text string) error {
	controls := 0
	for i := 0; i < len(text); i++ {
		switch b := text[i]; {
		case b == 0:
			return &Unreadable{Reason: fmt.Sprintf("it holds a NUL byte (at %d of its text), so it is not a text file", i), Do: formatsRead}
		case b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1b:
			controls++
		}
	}
	if controls > 16 && controls*50 > len(text) {
		return &Unreadable{Reason: "more than one byte in fifty is a control character, so it is not a text file", Do: formatsRead}
	}
	return nil
}
