package main

import (
	"slices"
	"strings"

	"orrery/internal/coding/syntax"
)

// plain are the Brown tags that mean one Penn tag in every place.
var plain = map[string]syntax.Tag{
	"cc": syntax.CC, "cd": syntax.CD, "at": syntax.DT, "dt": syntax.DT, "dti": syntax.DT, "dts": syntax.DT, "dtx": syntax.DT, "abx": syntax.DT,
	"ex": syntax.EX, "in": syntax.IN, "cs": syntax.IN, "jj": syntax.JJ, "jjs": syntax.JJ, "od": syntax.JJ, "jjr": syntax.JJR, "jjt": syntax.JJS, "md": syntax.MD,
	"nn": syntax.NN, "pn": syntax.NN, "nns": syntax.NNS, "nrs": syntax.NNS, "np": syntax.NNP, "nps": syntax.NNPS,
	"pps": syntax.PRP, "ppss": syntax.PRP, "ppo": syntax.PRP, "ppl": syntax.PRP, "ppls": syntax.PRP, "pp$$": syntax.PRP, "pp$": syntax.PRPS,
	"rb": syntax.RB, "ql": syntax.RB, "qlp": syntax.RB, "rn": syntax.RB, "*": syntax.RB, "rbt": syntax.RBS, "rp": syntax.RP, "to": syntax.TO, "uh": syntax.UH,
	"vb": syntax.VB, "be": syntax.VB, "hv": syntax.VB, "do": syntax.VB,
	"vbd": syntax.VBD, "bed": syntax.VBD, "bedz": syntax.VBD, "hvd": syntax.VBD, "dod": syntax.VBD,
	"vbg": syntax.VBG, "beg": syntax.VBG, "hvg": syntax.VBG, "vbn": syntax.VBN, "ben": syntax.VBN, "hvn": syntax.VBN, "don": syntax.VBN,
	"ber": syntax.VBP, "bem": syntax.VBP, "vbz": syntax.VBZ, "bez": syntax.VBZ, "hvz": syntax.VBZ, "doz": syntax.VBZ,
	"wdt": syntax.WDT, "wp$": syntax.WPS, "wrb": syntax.WRB, "wql": syntax.WRB,
}

// toPenn gives the Penn tags of every word, one for each part of it: "Atlanta's/np$" is NNP POS.
func toPenn(words, tags []string) [][]syntax.Tag {
	out := make([][]syntax.Tag, len(words))
	for i, tag := range tags {
		foreign := strings.HasPrefix(tag, "fw-")
		tag = strings.TrimPrefix(tag, "fw-")
		tag = strings.TrimSuffix(tag, "-hl")
		tag = strings.TrimSuffix(tag, "-nc")
		tag, title := strings.CutSuffix(tag, "-tl")
		word := strings.ToLower(words[i])
		for _, part := range strings.Split(tag, "+") {
			poss := strings.HasSuffix(part, "$") && part != "pp$" && part != "wp$" && part != "pp$$"
			if poss {
				part = strings.TrimSuffix(part, "$")
			}
			neg := len(part) > 1 && strings.HasSuffix(part, "*")
			if neg {
				part = strings.TrimSuffix(part, "*")
			}
			p := one(word, part, i, tags)
			if word == "to" {
				p = syntax.TO // the treebank's habit: the preposition too
			}
			switch {
			case foreign && p != syntax.NNP && p != syntax.NNPS && p != syntax.NNS:
				p = syntax.NN
			case p == syntax.NoTag:
			case title:
				p = titled(p, words[i])
			}
			if p == syntax.NN && part == "nr" && words[i] != word {
				p = syntax.NNP
			}
			out[i] = append(out[i], p)
			if poss {
				out[i] = append(out[i], syntax.POS)
			}
			if neg {
				out[i] = append(out[i], syntax.RB)
			}
		}
	}
	bareVerbs(words, tags, out)
	return out
}

// one is the Penn tag of one part of a word.
func one(word, part string, i int, tags []string) syntax.Tag {
	next := ""
	if i+1 < len(tags) {
		next = tags[i+1]
	}
	switch part {
	case "ap":
		switch word {
		case "more", "less", "fewer":
			return syntax.JJR
		case "most", "least", "fewest":
			return syntax.JJS
		}
		return syntax.JJ
	case "abn":
		if strings.HasPrefix(next, "at") || strings.HasPrefix(next, "dt") || strings.HasPrefix(next, "pp$") {
			return syntax.PDT
		}
		return syntax.DT
	case "abl":
		if word != "such" {
			return syntax.RB
		}
		if strings.HasPrefix(next, "at") {
			return syntax.PDT
		}
		return syntax.JJ
	case "ql":
		if word == "more" || word == "less" {
			return syntax.RBR
		}
		if word == "most" || word == "least" {
			return syntax.RBS
		}
	case "rbr":
		return syntax.RBR
	case "wps", "wpo":
		if word == "that" || word == "which" {
			return syntax.WDT
		}
		return syntax.WP
	case "nr":
		return syntax.NN
	case "wdt":
		if (word == "what" || word == "whatever") && !strings.HasPrefix(next, "n") && !strings.HasPrefix(next, "j") && !strings.HasPrefix(next, "ap") {
			return syntax.WP
		}
	}
	return plain[part]
}

// titled is the tag of a word in a title or name: "United/vbn-tl States/nns-tl".
func titled(p syntax.Tag, word string) syntax.Tag {
	switch p {
	case syntax.NNS, syntax.NNPS:
		return syntax.NNPS
	case syntax.NN, syntax.JJ, syntax.VB, syntax.VBN, syntax.VBG, syntax.VBD, syntax.VBZ, syntax.RB, syntax.JJR, syntax.JJS:
		if strings.ToLower(word) != word {
			return syntax.NNP
		}
	}
	return p
}

// bareVerbs parts the base form (VB) from the present (VBP), which Brown does not: a base form follows to, a modal, a form of do, or
// the object of let, make, help and see; it opens a command. The rest are presents.
func bareVerbs(words, tags []string, out [][]syntax.Tag) {
	for i, tag := range tags {
		tag, _, _ = strings.Cut(tag, "-")
		tag, _, _ = strings.Cut(strings.TrimSuffix(tag, "*"), "+")
		if !slices.Contains([]string{"vb", "hv", "do"}, tag) || out[i][0] != syntax.VB {
			continue
		}
		out[i][0] = bare(words, tags, out, i)
	}
}

func bare(words, tags []string, out [][]syntax.Tag, i int) syntax.Tag {
	subject := false
	for j := i - 1; j >= 0 && i-j <= 9; j-- {
		tag, _, _ := strings.Cut(tags[j], "-")
		word := strings.ToLower(words[j])
		head, _, _ := strings.Cut(strings.TrimSuffix(tag, "*"), "+")
		last := tag[strings.LastIndexByte(tag, '+')+1:]
		switch {
		case tag == "to" || strings.HasPrefix(head, "md") || last == "md" || head == "do" || head == "dod" || head == "doz":
			if tag == "to" && subject {
				return syntax.VBP
			}
			return syntax.VB
		case strings.HasPrefix(tag, "rb") || tag == "*" || strings.HasPrefix(tag, "ql") || tag == "rp":
		case tag == "ppo" && !subject:
			if word == "you" || word == "it" {
				subject = true
				continue
			}
			return syntax.VB
		case tag == "ppss" || tag == "pps" || tag == "dts" || tag == "wps":
			if tag != "ppss" {
				return syntax.VBP
			}
			subject = true // "do they go": look for do before it
		case tag == "cc" && !subject:
			for k := j - 1; k >= 0 && j-k < 12; k-- {
				for _, p := range out[k] {
					switch p {
					case syntax.VB, syntax.VBP:
						return p
					case syntax.VBD, syntax.VBZ, syntax.Stop:
						return syntax.VBP
					case syntax.MD, syntax.TO:
						return syntax.VB
					}
				}
			}
			return syntax.VB
		case strings.HasPrefix(tag, "n") && !subject, strings.HasPrefix(tag, "jj") && !subject, tag == "cd" && !subject, strings.HasPrefix(tag, "ap") && !subject, tag == "abn" && !subject:
			subject = true
		case subject && (strings.HasPrefix(tag, "n") || strings.HasPrefix(tag, "j") || strings.HasPrefix(tag, "at") || strings.HasPrefix(tag, "pp$") || strings.HasPrefix(tag, "dt") || strings.HasPrefix(tag, "ap") || tag == "in" || tag == "cc"):
			if strings.HasPrefix(tag, "at") || strings.HasPrefix(tag, "pp$") {
				if k := j - 1; k >= 0 && causes[strings.ToLower(words[k])] {
					return syntax.VB
				}
			}
		default:
			if subject {
				if causes[word] {
					return syntax.VB
				}
				return syntax.VBP
			}
			if tag == "." || tag == ":" || tag == "``" || tag == "--" || tag == "," {
				if tag == "," || tag == "``" {
					continue
				}
				return syntax.VB
			}
			return syntax.VBP
		}
	}
	if subject {
		return syntax.VBP
	}
	return syntax.VB
}

// causes are the verbs that a base form follows behind their object.
var causes = map[string]bool{
	"let": true, "lets": true, "make": true, "makes": true, "made": true, "making": true, "help": true, "helps": true, "helped": true, "helping": true,
	"see": true, "saw": true, "seen": true, "hear": true, "heard": true, "have": true, "watch": true, "watched": true, "letting": true,
}
