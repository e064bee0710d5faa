package realis

import (
	"testing"

	"pgregory.net/rapid"

	"orrery/internal/coding/chunk"
	"orrery/internal/coding/dates"
	"orrery/internal/coding/lexicon"
	"orrery/internal/coding/segment"
	"orrery/internal/coding/syntax"
	"orrery/internal/coding/tag"
	"orrery/internal/coding/token"
	"orrery/ledger"
)

// pipeline is the steps before and with this one.
type pipeline struct {
	tokens *token.Tokenizer
	tagger *tag.Tagger
	c      *chunk.Chunker
	r      *Reader
}

func newPipeline(t testing.TB) pipeline {
	t.Helper()
	lex := lexicon.New()
	tagger, err := tag.New(lex)
	if err != nil {
		t.Fatal(err)
	}
	c, r := chunk.New(lex), New(lex)
	return pipeline{token.New(lex), tagger, c, r}
}

func (p pipeline) read(t testing.TB, text string) *syntax.Sentence {
	t.Helper()
	sentences := segment.Sentences(text, nil, nil)
	if len(sentences) != 1 {
		t.Fatalf("%q is %d sentences", text, len(sentences))
	}
	s := &sentences[0]
	p.tokens.Tokens(s)
	p.tagger.Tag(s)
	p.c.Chunk(s)
	return s
}

// TestClauses gives the realis of the clause whose main verb is the named word.
func TestClauses(t *testing.T) {
	p := newPipeline(t)
	for _, x := range []struct {
		text, verb string
		want       Realis
	}{
		{"Peru attacked the port.", "attacked", 0},
		{"Neither Norland nor Iran signed the pact.", "signed", Negated},
		{"Never has Norland attacked Iran.", "attacked", Negated},
		{"Norland stopped short of attacking Iran.", "attacking", Negated},
		{"Norland has refused to sign, citing the war.", "citing", 0},
		{"Norland has yet to ratify the treaty.", "ratify", Negated},
		{"The army is too weak to attack Peru.", "attack", Negated | Future},
		{"Norland was unable to stop the attack.", "stop", Negated | Future},
		{"Norland was unwilling to sign the deal.", "sign", Negated | Future},
		{"Norland left the talks without signing the deal.", "signing", Negated},
		{"Norland will sign provided that Iran withdraws its troops.", "withdraws", Conditional},
		{"Norland will sign provided that Iran withdraws its troops.", "sign", Conditional | Future},
		{"Norland will stay as long as Iran attacks its ships.", "attacks", Conditional},
		{"Norland closed the border so that rebels could not enter.", "enter", Negated | Modal | Future},
		{"Norland closed the border in order to stop smugglers.", "stop", Future},
		{"The union demanded that Norland release the prisoners.", "release", Future},
		{"They insisted that the guard be withdrawn.", "withdrawn", Future},
		{"They insisted that the guards were withdrawn.", "withdrawn", Reported},
		{"Should Iran attack, Norland will respond.", "attack", Conditional | Modal},
		{"Should Iran attack, Norland will respond.", "respond", Conditional | Future},
		{"Norland continues to support the rebels.", "support", 0},
		{"Norland is set to join the alliance.", "join", Future},
		{"Norland is due to sign the treaty.", "sign", Future},
		{"Norland plans to send troops.", "send", Future},
		{"Peru has not attacked the port.", "attacked", Negated},
		{"Peru never attacked the port.", "attacked", Negated},
		{"No country condemned the attack.", "condemned", Negated},
		{"It no longer recognises the government.", "recognises", Negated | Stopped},
		{"Without telling its allies, Peru attacked the port.", "telling", Negated},
		{"Without telling its allies, Peru attacked the port.", "attacked", 0},
		{"Turkey not only condemned the attack but also recalled its envoy.", "condemned", 0},
		{"Peru may attack the port.", "attack", Modal},
		{"Peru may thus slow down the withdrawal.", "slow", Modal},
		{"Peru will attack the port.", "attack", Future},
		{"Peru is going to attack the port.", "attack", Future},
		{"The ministry said it would supply weapons.", "supply", Future | Reported},
		{"The ministry said it supplied weapons.", "supplied", Reported},
		{"If the rebels leave the town, the army will return.", "leave", Conditional},
		{"If the rebels leave the town, the army will return.", "return", Conditional | Future},
		{"Unless the rebels leave the town, the army will return.", "leave", Conditional},
		{"Had Iran attacked, Iraq would have responded.", "attacked", Conditional | Counterfactual},
		{"Had Iran attacked, Iraq would have responded.", "responded", Conditional | Counterfactual | Modal},
		{"Has Serbia joined the sanctions?", "joined", Question},
		{"Officials asked whether Chile had closed its border.", "closed", Question},
		{"The rebels reportedly killed ten soldiers.", "killed", Doubted},
		{"Poland is said to have arrested a spy.", "arrested", Reported | Doubted},
		{"According to the ministry, rebels killed ten soldiers.", "killed", Reported},
		{"The army stopped shelling the city.", "shelling", Stopped},
		{"The army began to withdraw from the city.", "withdraw", Begun},
		{"Peru plans to send advisers.", "send", Future},
		{"Peru refused to send advisers.", "send", Future},
		{"Peru managed to send advisers.", "send", 0},
		{"Peru did not manage to send advisers.", "send", Negated},
		{"Peru welcomed the decision to send advisers.", "send", Future},
		{"Peru sent troops to protect the port.", "protect", Future},
		{"Peru forced Chile to open the port.", "open", 0},
		{"The country usually sells gas to its neighbours.", "sells", Habitual},
		{"The states hold drills every year.", "hold", Habitual},
		{"The alliance was founded decades ago.", "founded", Historical},
		{"The minister does not believe that sanctions will work.", "work", Future | Reported},
		{"Peru might send advisers and close the port.", "close", Modal},
	} {
		t.Run(x.text+" "+x.verb, func(t *testing.T) {
			s := p.read(t, x.text)
			for i, got := range p.r.Of(s, nil, ledger.Date{}) {
				if s.TokenText(s.Phrases[s.Clauses[i].Verb].Head) == x.verb {
					if got != x.want {
						t.Errorf("%s is %s, want %s\n%s", x.verb, got, x.want, chunk.String(s))
					}
					return
				}
			}
			t.Errorf("no clause of %q\n%s", x.verb, chunk.String(s))
		})
	}
}

// TestPhrases gives the realis of the noun phrase whose head is the named word.
func TestPhrases(t *testing.T) {
	p := newPipeline(t)
	for _, x := range []struct {
		text, noun string
		want       Realis
	}{
		{"Peru condemned the attack.", "attack", 0},
		{"There is no threat of attack.", "attack", Negated | Modal},
		{"The threat of an attack worries Peru.", "attack", Modal},
		{"Peru fears a possible attack.", "attack", Modal},
		{"The planned visit was welcomed.", "visit", Future},
		{"The alleged shelling damaged a school.", "shelling", Doubted},
		{"Peru regretted the lack of support.", "support", Negated},
		{"Peru marked the anniversary of the invasion.", "invasion", Historical},
		{"The end of the war was near.", "war", Stopped},
		{"The army suspended the offensive.", "offensive", Stopped},
		{"The army began an offensive.", "offensive", Begun},
		{"The army may begin an offensive.", "offensive", Begun | Modal},
		{"In the event of an attack, Peru will respond.", "attack", Conditional | Future},
		{"Peru held talks with Chile.", "talks", 0},
	} {
		t.Run(x.text, func(t *testing.T) {
			s := p.read(t, x.text)
			for i := range s.Phrases {
				if s.Phrases[i].Kind == syntax.NP && s.TokenText(s.Phrases[i].Head) == x.noun {
					if got := p.r.OfPhrase(s, i); got != x.want {
						t.Errorf("%s is %s, want %s\n%s", x.noun, got, x.want, chunk.String(s))
					}
					return
				}
			}
			t.Errorf("no phrase of %q\n%s", x.noun, chunk.String(s))
		})
	}
}

// TestOldDatesMakeHistory: five years before the text, and not since then.
func TestOldDatesMakeHistory(t *testing.T) {
	p := newPipeline(t)
	published := ledger.MustDate("2024-03-01")
	s := p.read(t, "In 2008 Peru attacked the port.")
	for _, x := range []struct {
		when string
		sign dates.Sign
		want Realis
	}{{"2008", dates.At, Historical}, {"2008", dates.Since, 0}, {"2023", dates.At, 0}, {"2019-03-03", dates.At, 0}, {"2019-02-01", dates.At, Historical}} {
		found := []dates.Found{{From: 1, To: 2, When: ledger.MustDate(x.when), Sign: x.sign}}
		if got := p.r.Of(s, found, published)[0]; got != x.want {
			t.Errorf("%s %s: %s, want %s", x.sign, x.when, got, x.want)
		}
		if got := p.r.Of(s, found, ledger.Date{})[0]; got != 0 {
			t.Errorf("%s without a day of publication: %s", x.when, got)
		}
	}
}

// TestAnyReadingIsJudged: whatever words in whatever order, every clause and phrase gets an answer.
func TestAnyReadingIsJudged(t *testing.T) {
	p := newPipeline(t)
	words := []string{"Peru", "the", "if", "had", "attacked", "will", "not", "no", "longer", "said", "that", "to", "stop", "attack", "of", "threat", "begin", ",", "and", "who", "every", "year", "reportedly", "\"", "(", ")", "may", "have", "been", "by", "without"}
	rapid.Check(t, func(r *rapid.T) {
		s := syntax.Sentence{Text: "Go "}
		for range rapid.IntRange(0, 40).Draw(r, "length") {
			s.Text += rapid.SampledFrom(words).Draw(r, "word") + " "
		}
		s.End = len(s.Text)
		p.tokens.Tokens(&s)
		p.tagger.Tag(&s)
		p.c.Chunk(&s)
		if got := p.r.Of(&s, nil, ledger.Date{}); len(got) != len(s.Clauses) {
			r.Fatalf("%d answers for %d clauses", len(got), len(s.Clauses))
		}
		for i := range s.Phrases {
			if s.Phrases[i].Kind == syntax.NP {
				_ = p.r.OfPhrase(&s, i)
			}
		}
	})
}

func BenchmarkOf(b *testing.B) {
	p := newPipeline(b)
	s := p.read(b, "The foreign minister of Peru said on Monday that his country would not support the sanctions on Cuba which Chile proposed.")
	b.ReportAllocs()
	for b.Loop() {
		p.r.Of(s, nil, ledger.Date{})
	}
}
