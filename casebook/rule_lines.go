package casebook

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// ruleValue is a value of a rule's file, and where it stands.
type ruleValue struct {
	text         string
	line, column int
}

// ruleEntry is a key of a rule's file with its value, its list, or its list of entries.
type ruleEntry struct {
	key, value ruleValue
	list       []ruleValue
	items      [][]ruleEntry
}

// ruleLines reads the part of YAML that rules are written in: "key: value" lines, lists as
// [a, b], and lists of such lines that begin with "  - " and go on with four blanks.
// Values may stand in double or single quotation marks; # begins a comment.
type ruleLines struct {
	file    string
	entries []ruleEntry
	faults  []Fault
}

func (r *ruleLines) fault(at ruleValue, problem, do string) {
	r.faults = append(r.faults, Fault{File: r.file, Line: at.line, Column: at.column, Field: "", Problem: problem, Do: do})
}

func readRuleLines(file, text string) *ruleLines {
	r := &ruleLines{file: file}
	for i, line := range strings.Split(text, "\n") {
		bare := strings.TrimLeft(line, " ")
		indent := len(line) - len(bare)
		at := ruleValue{line: i + 1, column: indent + 1}
		switch {
		case bare == "" || bare[0] == '#' || line == "---":
			continue
		case strings.ContainsAny(line, "\t\r"):
			r.fault(at, "the line holds a tab or a carriage return", "use blanks, and LF at the end of a line")
			continue
		}
		rest, item := strings.CutPrefix(bare, "- ")
		if item {
			at.column += 2
		}
		e, ok := r.entry(rest, at)
		if !ok {
			continue
		}
		last := len(r.entries) - 1
		switch {
		case indent == 0 && !item:
			r.entries = append(r.entries, e)
		case last < 0 || r.entries[last].value.text != "" || r.entries[last].list != nil:
			r.fault(at, "the line is indented but belongs to no list", "begin it at the left edge")
		case item:
			r.entries[last].items = append(r.entries[last].items, []ruleEntry{e})
		case len(r.entries[last].items) == 0:
			r.fault(at, "the list begins without a dash", "begin its first line with \"  - \"")
		default:
			n := len(r.entries[last].items) - 1
			r.entries[last].items[n] = append(r.entries[last].items[n], e)
		}
	}
	return r
}

// entry reads "key: value" or "key: [a, b]".
func (r *ruleLines) entry(text string, at ruleValue) (ruleEntry, bool) {
	key, value, ok := strings.Cut(text, ":")
	if !ok || value != "" && value[0] != ' ' {
		r.fault(at, "the line is not \"key: value\"", "write one key, a colon, a blank and its value")
		return ruleEntry{}, false
	}
	e := ruleEntry{key: ruleValue{key, at.line, at.column}}
	trimmed := strings.TrimLeft(value, " ")
	e.value = ruleValue{"", at.line, at.column + utf8.RuneCountInString(text) - utf8.RuneCountInString(trimmed)}
	inner, list := strings.CutPrefix(trimmed, "[")
	if !list {
		e.value.text, ok = r.scalar(trimmed, e.value)
		if trimmed != "" && (trimmed[0] == '"' || trimmed[0] == '\'') {
			e.value.column++
		}
		return e, ok
	}
	inner, _, _ = strings.Cut(inner, " #")
	inner = strings.TrimRight(inner, " ")
	if inner, ok = strings.CutSuffix(inner, "]"); !ok {
		r.fault(e.value, "the list has no end", "close it with ] on the same line")
		return e, false
	}
	e.list = []ruleValue{}
	column := e.value.column + 1
	for part := range strings.SplitSeq(inner, ",") {
		word := strings.TrimSpace(part)
		if word != "" {
			lead := len(part) - len(strings.TrimLeft(part, " "))
			e.list = append(e.list, ruleValue{word, at.line, column + lead})
		} else if strings.TrimSpace(inner) != "" {
			r.fault(ruleValue{"", at.line, column}, "the list has an empty place", "take one comma away")
		}
		column += utf8.RuneCountInString(part) + 1
	}
	return e, true
}

// scalar takes quotation marks and a comment off a value.
func (r *ruleLines) scalar(s string, at ruleValue) (string, bool) {
	quote := ""
	if s != "" && (s[0] == '"' || s[0] == '\'') {
		quote = s[:1]
	}
	switch quote {
	case `"`:
		prefix, err := strconv.QuotedPrefix(s)
		if err == nil && blankOrComment(s[len(prefix):]) {
			if out, err := strconv.Unquote(prefix); err == nil {
				return out, true
			}
		}
	case "'":
		body := strings.TrimRight(s[1:], " ")
		if inner, ok := strings.CutSuffix(body, "'"); ok && !strings.Contains(strings.ReplaceAll(inner, "''", ""), "'") {
			return strings.ReplaceAll(inner, "''", "'"), true
		}
	default:
		if strings.HasPrefix(s, "#") {
			return "", true
		}
		s, _, _ = strings.Cut(s, " #")
		s = strings.TrimRight(s, " ")
		if !strings.Contains(s, ": ") && (s == "" || !strings.ContainsAny(s[:1], "{}&*!|>%@`")) {
			return s, true
		}
	}
	r.fault(at, "the value cannot be read", "put it in double quotation marks, on one line")
	return "", false
}

func blankOrComment(s string) bool {
	s = strings.TrimLeft(s, " ")
	return s == "" || s[0] == '#'
}

// scalarText writes a value so that it is read back as it is.
func scalarText(s string) string {
	plain := s != "" && s == strings.TrimSpace(s) && !strings.Contains(s, ": ") && !strings.Contains(s, " #") && !strings.HasSuffix(s, ":") &&
		!strings.ContainsAny(s[:1], "{}[]&*!|>%@`#\"'-?,")
	for _, c := range s {
		plain = plain && strconv.IsPrint(c)
	}
	if plain {
		return s
	}
	return strconv.Quote(s)
}
