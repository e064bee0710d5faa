package syntax

// tagNames are the names of the Penn treebank, by Tag.
var tagNames = [...]string{
	"-", "CC", "CD", "DT", "EX", "IN", "JJ", "JJR", "JJS", "MD", "NN", "NNS", "NNP", "NNPS", "PDT", "POS", "PRP", "PRP$", "RB", "RBR", "RBS", "RP", "TO", "UH",
	"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WP$", "WRB", ",", ".", ":", "``", "''", "-LRB-", "SYM",
}

// Tags is how many tags there are, NoTag counted.
const Tags = int(Symbol) + 1

// String is the name of the tag in the Penn treebank; "-" for NoTag.
func (t Tag) String() string {
	if int(t) >= len(tagNames) {
		return "?"
	}
	return tagNames[t]
}

// TagOf is the tag of that name, NoTag if there is none.
func TagOf(name string) Tag {
	for i, n := range tagNames {
		if n == name {
			return Tag(i)
		}
	}
	return NoTag
}
