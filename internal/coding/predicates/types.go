package predicates

import (
	"orrery/internal/coding/lexicon"
	"orrery/ledger"
)

// Types are the types that frames of a verb's or noun's lemma give, as bits in the order of ledger.EventTypes, whatever their slots
// ask for. It is what a word alone suggests.
func (b *Book) Types(lemma lexicon.ID) uint32 {
	if lemma == lexicon.Unknown || int(lemma) >= len(b.types) {
		return 0
	}
	return b.types[lemma]
}

// gatherTypes fills what Types reads.
func (b *Book) gatherTypes() {
	infos := ledger.EventTypes()
	for _, t := range []table{b.verbs, b.nouns} {
		for lemma, triggers := range t {
			for _, x := range triggers {
				for k, info := range infos {
					if b.frames[x.frame].meaning.Type == info.Type && !b.frames[x.frame].none {
						for lemma >= len(b.types) {
							b.types = append(b.types, make([]uint32, 256)...)
						}
						b.types[lemma] |= 1 << k
					}
				}
			}
		}
	}
}
