package extract

import (
	"strings"
	"unicode"
)

// set makes a set of words.
func set(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}

// The words that a reader recognises at once. All are in the form that plainWords gives.
var (
	// questionWords label the interviewer without naming one.
	questionWords = set("question", "q", "interviewer", "correspondent", "journalist", "reporter", "host", "moderator", "presenter", "editor",
		"вопрос", "в", "корреспондент", "журналист", "ведущий", "ведущая", "питання", "запитання", "кореспондент", "журналіст",
		"frage", "journaliste", "întrebare", "soru")
	// answerWords label the interviewee without naming one.
	answerWords = set("answer", "a", "interviewee", "expert", "guest", "ответ", "о", "эксперт", "гость", "відповідь", "експерт",
		"antwort", "réponse", "r", "răspuns", "cevap")
	// aboutDocument open lines about the document. They are not speakers, and no speech runs over them.
	aboutDocument = set("original", "original article", "original source", "originally published", "source", "sources", "statement", "disclaimer", "note to readers",
		"editor's note", "editors' note", "translation", "translated by", "translator", "translated from", "author", "authors", "by", "written by", "text", "edited by",
		"date", "published", "publication date", "updated", "posted", "url", "link", "tags", "tag", "topics", "keywords", "category", "categories",
		"copyright", "contact", "contacts", "email", "e-mail", "phone", "tel", "share", "follow us", "subscribe", "comments",
		"related", "related news", "related articles", "read also", "read more", "also read", "see also", "more", "correction", "republished from",
		"источник", "источники", "оригинал", "перевод", "автор", "авторы", "дата", "обновлено", "опубликовано", "теги", "ключевые слова", "контакты", "исправление",
		"читайте также", "смотрите также", "джерело", "оригінал", "переклад", "автори", "читайте також", "quelle", "autor", "traduction", "auteur", "lire aussi", "à lire aussi", "sursa", "kaynak")
	// captions stand inside a text without ending what is being said.
	captions = set("photo", "photos", "image", "picture", "video", "caption", "credit", "photo credit", "page image credits", "illustration", "map", "graphic", "infographic",
		"фото", "видео", "иллюстрация", "карта", "відео", "foto", "bild", "resim", "getty images", "image principale")
	// neverNames look like a name before a colon and are not one.
	neverNames = set("title", "subtitle", "headline", "summary", "abstract", "lead", "introduction", "conclusion", "conclusions", "background", "context", "analysis", "opinion", "comment",
		"interview", "exclusive", "update", "breaking", "live", "watch", "listen", "note", "notes", "nb", "ps", "p.s", "n.b", "important", "example", "for example", "result", "results",
		"part", "chapter", "section", "table", "figure", "references", "bibliography", "footnotes", "fact", "facts", "myth", "pros", "cons", "first", "second", "third", "http", "https", "location", "place", "time",
		"справка", "итог", "вывод", "примечание", "интервью", "мнение", "важно", "fazit", "conclusion générale")
	// furniture are headings of what stands around a text: nothing after them is part of what somebody says.
	furniture = set("related news", "related articles", "related stories", "related content", "related posts", "related topics", "related", "read also", "also read", "read more", "see also", "more news", "more on this topic",
		"latest news", "top news", "most read", "most popular", "popular", "recommended", "recommended articles", "you may also like", "you might also like", "you may also be interested in", "trending", "share", "share this", "share this article", "tags",
		"comments", "leave a comment", "leave a reply", "subscribe", "newsletter", "sign up", "follow us", "advertisement", "about the author", "about the authors", "about us", "support us", "download the full analysis", "download the pdf", "suggestions", "frequent searches",
		"how can this study be cited", "decoration", "author(s)", "authors", "footnotes",
		"читайте также", "по теме", "материалы по теме", "похожие новости", "другие новости", "новости по теме", "последние новости", "самое читаемое", "популярное", "рекомендуем", "комментарии", "поделиться", "теги", "подписывайтесь", "реклама", "об авторе",
		"читайте також", "за темою", "інші новини", "коментарі", "поділитися", "lire aussi", "à lire aussi", "sur le même sujet", "commentaires", "partager",
		"mehr zum thema", "lesen sie auch", "auch interessant", "kommentare", "teilen", "citește și", "ilgili haberler", "yorumlar")
)

// plainWords puts a label or heading into the form of the lists: small letters, single spaces, no punctuation at the ends.
func plainWords(s string) string {
	s = strings.ToLower(strings.Join(strings.Fields(s), " "))
	s = strings.ReplaceAll(s, "’", "'")
	return strings.TrimFunc(s, func(r rune) bool {
		return r != '(' && r != ')' && (unicode.IsPunct(r) || unicode.IsSpace(r) || unicode.IsSymbol(r))
	})
}

// place says what a block is to somebody who is speaking.
type place int

const (
	speech  place = iota // may be part of what is said
	outside              // a caption, credit or heading inside: the speaker may go on after it
	theEnd               // furniture or a line about the document: the speaker is done
)

// placeOf judges one block.
func placeOf(text string, kind Kind) place {
	short := len(text) <= 160
	if short && furniture[plainWords(text)] {
		return theEnd
	}
	if before, _, ok := strings.Cut(text[:min(len(text), maxLabel)], ":"); ok && !strings.Contains(before, "\n") {
		words := plainWords(before)
		switch {
		case aboutDocument[words]:
			return theEnd
		case captions[words]:
			return outside
		}
	}
	if kind == Heading || (short && captions[plainWords(text)]) {
		return outside
	}
	return speech
}
