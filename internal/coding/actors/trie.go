package actors

import "orrery/internal/coding/lexicon"

// trie finds the longest name that begins at a token. A node may hold a proper name and a common noun: "Congress", "congress".
type trie struct {
	root []int32          // by word: the node of names that begin with it, 0: none
	next map[uint64]int32 // node<<32 | word
	name []*entry         // by node
	noun []*entry
}

func newTrie() *trie {
	return &trie{next: map[uint64]int32{}, name: make([]*entry, 1), noun: make([]*entry, 1)}
}

func (t *trie) node() int32 {
	t.name, t.noun = append(t.name, nil), append(t.noun, nil)
	return int32(len(t.name) - 1)
}

// add is the node of the words, made if it is new.
func (t *trie) add(words []lexicon.ID) int32 {
	w := words[0]
	for int(w) >= len(t.root) {
		t.root = append(t.root, 0)
	}
	if t.root[w] == 0 {
		t.root[w] = t.node()
	}
	at := t.root[w]
	for _, w := range words[1:] {
		key := uint64(at)<<32 | uint64(w)
		to, ok := t.next[key]
		if !ok {
			to = t.node()
			t.next[key] = to
		}
		at = to
	}
	return at
}

func (t *trie) first(w lexicon.ID) int32 {
	if w == lexicon.Unknown || int(w) >= len(t.root) {
		return 0
	}
	return t.root[w]
}

func (t *trie) step(at int32, w lexicon.ID) int32 {
	if w == lexicon.Unknown {
		return 0
	}
	return t.next[uint64(at)<<32|uint64(w)]
}
