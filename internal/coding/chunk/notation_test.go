package chunk

import (
	"strings"
	"testing"

	"orrery/internal/coding/lexicon"
	"orrery/internal/coding/syntax"
)

// tagged makes a sentence of "word/TAG" or "word/TAG/lemma" parts: the reader is tested apart from the tagger.
func tagged(t testing.TB, lex *lexicon.Lexicon, notation string) *syntax.Sentence {
	t.Helper()
	s := &syntax.Sentence{}
	for _, part := range strings.Fields(notation) {
		f := strings.Split(part, "/")
		if len(f) < 2 {
			t.Fatalf("%q is not word/TAG", part)
		}
		tag := syntax.TagOf(f[1])
		if tag == syntax.NoTag {
			t.Fatalf("%q has no tag of the treebank", part)
		}
		lemma := f[0]
		if len(f) > 2 {
			lemma = f[2]
		}
		if s.Text != "" {
			s.Text += " "
		}
		start := len(s.Text)
		s.Text += f[0]
		s.Tokens = append(s.Tokens, syntax.Token{Span: syntax.Span{Start: start, End: len(s.Text)}, Word: lex.Find(f[0]), Lemma: lex.Find(lemma), Tag: tag})
	}
	s.End = len(s.Text)
	return s
}

// TestHandTagged reads sentences whose tags are given: one line of the reading must be there for each.
func TestHandTagged(t *testing.T) {
	lex := lexicon.New()
	c := New(lex)
	for _, x := range []struct{ words, want string }{
		{"Norway/NNP imposed/VBD/impose new/JJ duties/NNS on/IN Peru/NNP ./.", "0 main imposed/past subj=Norway obj=duties obl=on_Peru"},
		{"Norway/NNP 's/POS ban/NN on/IN imports/NNS angered/VBD farmers/NNS ./.", "[NP1 ban poss=0] on [NP2 imports of=1]"},
		{"The/DT port/NN has/VBZ been/VBN attacked/VBN by/IN rebels/NNS ./.", "0 main attacked/present/perfect/passive subj=port by=rebels"},
		{"She/PRP called/VBD/call the/DT talks/NNS useful/JJ and/CC left/VBD/leave ./.", "1 and<0 left/past subj=She shared"},
		{"He/PRP said/VBD/say Peru/NNP would/MD leave/VB ./.", "1 complement<0 leave/modal subj=Peru"},
		{"They/PRP urged/VBD/urge Peru/NNP to/TO leave/VB ./.", "1 complement<0 (to) leave/infinitive subj=Peru shared"},
		{"They/PRP agreed/VBD/agree to/TO leave/VB ./.", "1 complement<0 (to) leave/infinitive subj=They shared"},
		{"They/PRP did/VBD n't/RB leave/VB ./.", "0 main leave/past/negated subj=They"},
		{"They/PRP carried/VBD/carry out/RP raids/NNS ./.", "0 main carried_out/past subj=They obj=raids"},
		{"France/NNP gave/VBD/give Armenia/NNP weapons/NNS ./.", "obj=Armenia,weapons"},
		{"There/EX is/VBZ no/DT threat/NN of/IN war/NN ./.", "0 main is/present subj=threat"},
		{"After/IN the/DT talks/NNS failed/VBD ,/, Peru/NNP left/VBD ./.", "0 adverbial<1 (After) failed/past subj=talks"},
		{"After/IN the/DT talks/NNS ,/, Peru/NNP left/VBD ./.", "0 main left/past subj=Peru obl=After_talks"},
		{"Envoys/NNS from/IN Peru/NNP ,/, Chile/NNP ,/, and/CC Cuba/NNP met/VBD ./.", "from [NP1 Peru of=0] , [NP2 Chile of=0 and=1] , and [NP3 Cuba of=0 and=2]"},
		{"Peru/NNP ,/, a/DT member/NN ,/, abstained/VBD ./.", "[NP1 a member is=0]"},
		{"the/DT bloc/NN (/-LRB- Peru/NNP ,/, Chile/NNP and/CC Cuba/NNP )/-LRB- met/VBD ./.", "( [NP1 Peru is=0] , [NP2 Chile and=1 is=0]"},
		{"Men/NNS who/WP fled/VBD returned/VBD ./.", "0 relative<1 (who) fled/past subj=Men"},
		{"Men/NNS attacked/VBD by/IN police/NNS fled/VBD ./.", "0 reduced<1 attacked/participle/passive subj=Men by=police"},
	} {
		t.Run(x.words, func(t *testing.T) {
			s := tagged(t, lex, x.words)
			c.Chunk(s)
			if got := String(s); !strings.Contains(got, x.want) {
				t.Errorf("reading of %s\n%swant %s", s.Text, got, x.want)
			}
		})
	}
}
