package extract

import "strings"

// frontMatter reads the block of "key: value" lines between two lines of --- at the top of a Markdown file, and returns the offset
// behind it (0 if there is none). It reads single-line values only; a file that needs real YAML keeps its unknown parts empty.
func frontMatter(body string) (m metadata, after int) {
	if !strings.HasPrefix(body, "---\n") {
		return m, 0
	}
	lines := splitLines(body, 4)
	for i, ln := range lines {
		s := body[ln.start:ln.end]
		if strings.TrimRight(s, " \t") == "---" {
			for _, field := range lines[:i] {
				key, value, _ := strings.Cut(body[field.start:field.end], ":")
				m.setField(strings.ToLower(strings.TrimSpace(key)), strings.Trim(strings.TrimSpace(value), `"'`))
			}
			return m, min(ln.end+1, len(body))
		}
		if s != "" && !strings.Contains(s, ":") && !strings.HasPrefix(s, " ") && !strings.HasPrefix(s, "-") && !strings.HasPrefix(s, "#") {
			return metadata{}, 0 // prose: the first line was a rule
		}
	}
	return metadata{}, 0
}

func (m *metadata) setField(key, value string) {
	if strings.HasPrefix(value, "[") || strings.HasPrefix(value, "{") || value == "|" || value == ">" {
		return
	}
	switch key {
	case "title":
		m.title = value
	case "author":
		m.author = value
	case "date", "published", "pubdate":
		m.published, _ = readDate(value)
	case "source", "publisher", "outlet", "site", "sitename":
		m.outlet = value
	case "lang", "language":
		m.language = shortLanguage(value)
	}
}

// over lets what a front matter or a page's metadata states win over what was read from the text.
func (m metadata) over(text metadata) metadata {
	pick := func(a, b string) string {
		if a != "" {
			return a
		}
		return b
	}
	text.title = pick(m.title, text.title)
	text.author = pick(m.author, text.author)
	text.published = pick(m.published, text.published)
	text.outlet = pick(m.outlet, text.outlet)
	text.language = pick(m.language, text.language)
	text.notes = append(m.notes, text.notes...)
	return text
}
