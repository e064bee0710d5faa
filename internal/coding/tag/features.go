package tag

import "orrery/internal/coding/syntax"

const maxFeatures = 32

// edge stands for what is before the first and behind the last token.
const edge = 0x51ed270b

// mix is the hash of a feature: its number and two values.
func mix(feature, a, b uint32) uint32 {
	x := a*0x9e3779b1 ^ (b+0x7f4a7c15)*0x85ebca77 ^ feature*0xc2b2ae3d
	x ^= x >> 15
	x *= 0x2c1b3c6d
	x ^= x >> 13
	return x
}

// cell is where the weight of a tag under a feature stands. All tags of a feature stand in one line of 64 cells, so that a
// feature costs one visit to memory.
func cell(h uint32, shift uint, tag syntax.Tag) int {
	return int(h>>shift<<6 | (h^uint32(tag))&63)
}

// features fills feats with the hashes of what speaks for a tag of token i.
func (r *run) features(i int) {
	p1, p2 := uint32(0), uint32(0)
	w1, w2, n1, n2, c1, c2 := uint32(edge), uint32(edge), uint32(edge), uint32(edge), uint32(edge), uint32(edge)
	if i > 0 {
		p1, w1 = uint32(r.tags[i-1]), r.words[i-1]
	}
	if i > 1 {
		p2, w2 = uint32(r.tags[i-2]), r.words[i-2]
	}
	f1 := uint32(0)
	if i+1 < len(r.sets) {
		f1 = uint32(r.first[i+1])
		n1, c1 = r.words[i+1], class(r.sets[i+1], r.first[i+1])
	}
	if i+2 < len(r.sets) {
		n2, c2 = r.words[i+2], class(r.sets[i+2], r.first[i+2])
	}
	w, c := r.words[i], class(r.sets[i], r.first[i])
	sh := r.s.Tokens[i].Shape
	look := uint32(sh & (syntax.Capital | syntax.AllCaps | syntax.Opening | syntax.Hyphened))
	state := uint32(r.helper)<<8 | uint32(r.before)<<4
	if r.seen {
		state |= 1
	}
	if r.ahead[i] {
		state |= 2
	}
	f := r.feats[:0]
	f = append(f,
		mix(1, w, 0),
		mix(2, w, w1),
		mix(3, w, n1),
		mix(4, w1, c),
		mix(5, n1, c),
		mix(6, p1, w),
		mix(7, p1, c),
		mix(8, p1<<8|p2, c),
		mix(9, c1, w),
		mix(10, c1, p1*64+p2),
		mix(11, c1*31+c2, c),
		mix(12, c1*31+p1, c),
		mix(13, r.tails[i], p1),
		mix(14, look, c),
		mix(15, uint32(r.helper), w),
		mix(16, state, c),
		mix(17, uint32(r.verb)<<8|p1<<16|uint32(r.before), c),
		mix(18, state&3|p1<<4, c*31+c1),
		mix(19, w2, c),
		mix(20, n2, c),
		mix(21, w1, n1),
		mix(22, p1, 0),
		mix(23, p1, p2+64),
		mix(24, p1, f1),
		mix(25, uint32(r.helper), p1),
		mix(26, uint32(r.first[i]), p1),
		mix(27, uint32(r.first[i]), f1),
		mix(28, uint32(r.verb)<<8|p1, uint32(r.first[i])<<8|f1),
		mix(29, uint32(r.verb)<<8|p1|state<<16, uint32(r.first[i])<<8|f1),
	)
	r.n = len(f)
}

// class is the tags that a word may have, with the likeliest.
func class(s tagSet, first syntax.Tag) uint32 {
	return uint32(s)*0x9e3779b1 ^ uint32(s>>32)*0x85ebca77 ^ uint32(first)<<5
}
