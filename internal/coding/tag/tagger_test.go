package tag_test

import (
	"strings"
	"sync"
	"testing"
	"time"

	"orrery/internal/coding/lexicon"
	"orrery/internal/coding/segment"
	"orrery/internal/coding/syntax"
	"orrery/internal/coding/tag"
	"orrery/internal/coding/token"
)

type reader struct {
	lex   *lexicon.Lexicon
	token *token.Tokenizer
	tag   *tag.Tagger
}

func newReader(t testing.TB) reader {
	t.Helper()
	lex := lexicon.New()
	tagger, err := tag.New(lex)
	if err != nil {
		t.Fatal(err)
	}
	return reader{lex, token.New(lex), tagger}
}

func (r reader) read(text string, heading bool) []syntax.Sentence {
	s := segment.Sentences(text, nil, nil)
	for i := range s {
		s[i].Heading = heading
		r.token.Tokens(&s[i])
		r.tag.Tag(&s[i])
	}
	return s
}

func tagged(s []syntax.Sentence) string {
	var out []string
	for i := range s {
		for k := range s[i].Tokens {
			out = append(out, s[i].TokenText(k)+"/"+s[i].Tokens[k].Tag.String())
		}
	}
	return strings.Join(out, " ")
}

var table = []string{
	"The/DT envoys/NNS condemned/VBD the/DT airstrikes/NNS and/CC called/VBD on/IN Oslo/NNP to/TO impose/VB sanctions/NNS ./.",
	"Soldiers/NNS captured/VBN by/IN rebels/NNS were/VBD freed/VBN on/IN Tuesday/NNP ./.",
	"Norway/NNP ,/, which/WDT had/VBD refused/VBN to/TO sign/VB ,/, said/VBD that/IN it/PRP wo/MD n't/RB join/VB ./.",
	"The/DT court/NN has/VBZ been/VBN asked/VBN to/TO rule/VB ./.",
	"The/DT king/NN 's/POS men/NNS fled/VBD ./.",
	"It/PRP 's/VBZ late/JJ ./.",
	"The/DT states/NNS '/POS rights/NNS were/VBD limited/VBN ./.",
	"That/DT is/VBZ why/WRB the/DT fact/NN that/IN they/PRP left/VBD matters/VBZ ./.",
	"Those/DT who/WP fled/VBD were/VBD banned/VBN from/IN entering/VBG ./.",
	"Police/NNS used/VBD tear/NN gas/NN to/TO disperse/VB protesters/NNS ./.",
	"Berglund/NNP warned/VBD against/IN provoking/VBG Stockholm/NNP ./.",
	"The/DT ceasefire/NN collapsed/VBD ./.",
	"Envoys/NNS from/IN 14/CD states/NNS agreed/VBD to/TO hold/VB talks/NNS ./.",
	"The/DT US/NNP told/VBD us/PRP to/TO wait/VB ./.",
	"Protests/NNS broke/VBD out/RP after/IN the/DT vote/NN ./.",
	"The/DT UN-brokered/JJ deal/NN expired/VBD in/IN the/DT 1990s/NNS ./.",
	"Two/CD border/NN guards/NNS died/VBD ./.",
	"The/DT agreement/NN signed/VBN by/IN both/DT sides/NNS entered/VBD into/IN force/NN ./.",
	"He/PRP will/MD not/RB be/VB told/VBN what/WP to/TO do/VB ./.",
	"The/DT ban/NN ,/, imposed/VBN in/IN June/NNP ,/, remains/VBZ ./.",
}

func TestTagsOfATable(t *testing.T) {
	r := newReader(t)
	wrong, n := 0, 0
	for _, want := range table {
		var words []string
		for w := range strings.FieldsSeq(want) {
			words = append(words, w[:strings.LastIndexByte(w, '/')])
		}
		text := strings.NewReplacer(" .", ".", " ,", ",", " n't", "n't", " 's", "'s", " ' ", "' ").Replace(strings.Join(words, " "))
		got := tagged(r.read(text, false))
		w, g := strings.Fields(want), strings.Fields(got)
		if len(w) != len(g) {
			t.Errorf("got  %s\nwant %s", got, want)
			continue
		}
		for i := range w {
			n++
			if w[i] != g[i] {
				wrong++
				t.Logf("%s, want %s, in: %s", g[i], w[i], text)
			}
		}
	}
	// The perceptron is no rule book: a new training may move a word or two, no more.
	if wrong > 3 {
		t.Errorf("%d of %d tags are wrong", wrong, n)
	}
}

func TestHeadlinesInCapitals(t *testing.T) {
	r := newReader(t)
	got := tagged(r.read("Norway Threatens To Cut Gas Supplies", true))
	if want := "Norway/NNP Threatens/VBZ To/TO Cut/VB Gas/NN Supplies/NNS"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestLemmas(t *testing.T) {
	r := newReader(t)
	r.lex.Intern("blorp")       // a word that only another step knows
	r.lex.Intern("recobble")    //
	for _, c := range []string{ // word/tag/lemma
		"was/VBD/be", "were/VBD/be", "has/VBZ/have", "condemned/VBN/condemn", "stopped/VBD/stop", "hoped/VBD/hope", "banning/VBG/ban", "making/VBG/make",
		"said/VBD/say", "withdrew/VBD/withdraw", "taken/VBN/take", "lying/VBG/lie", "denies/VBZ/deny", "denied/VBD/deny", "imposes/VBZ/impose", "urges/VBZ/urge", "attacks/VBZ/attack", "attacks/NNS/attack",
		"armies/NNS/army", "crises/NNS/crisis", "men/NNS/man", "children/NNS/child", "losses/NNS/loss", "clashes/NNS/clash", "ceasefires/NNS/ceasefire",
		"freed/VBD/free", "agreed/VBD/agree", "fleeing/VBG/flee", "referred/VBD/refer", "expelled/VBD/expel", "travelling/VBG/travel", "targeting/VBG/target", "vetoed/VBD/veto",
		"bigger/JJR/big", "strongest/JJS/strong", "worse/JJR/bad", "happier/JJR/happy", "later/RBR/late", "shot/VBD/shoot", "found/VBD/find", "founded/VBD/found", "led/VBD/lead",
		"blorps/NNS/blorp", "recobbled/VBD/recobble", "recobbling/VBG/recobble", "house/NN/house", "Russians/NNPS/russian", "n't/RB/not", "wo/MD/will",
	} {
		parts := strings.Split(c, "/")
		s := syntax.Sentence{Text: parts[0], Span: syntax.Span{Start: 0, End: len(parts[0])}}
		s.Tokens = []syntax.Token{{Span: s.Span, Word: r.lex.Find(parts[0])}}
		if got := r.lex.Word(r.tag.LemmaOf(&s, 0, syntax.TagOf(parts[1]))); got != parts[2] {
			t.Errorf("%s as %s is of %q, want %q", parts[0], parts[1], got, parts[2])
		}
	}
}

func TestTaggingIsTheSameForAll(t *testing.T) {
	r := newReader(t)
	text := "The minister denied that talks had been held. Troops stormed the building and seized weapons. “We go,” said Olsen."
	want := tagged(r.read(text, false))
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 50 {
				if got := tagged(r.read(text, false)); got != want {
					t.Errorf("got %s, want %s", got, want)
					return
				}
			}
		})
	}
	wg.Wait()
}

func TestFaultsNameTheirLine(t *testing.T) {
	for name, d := range map[string]tag.Data{
		"words.txt:2":     {Words: []tag.File{{Name: "words.txt", Text: "a DT\nb XX\n"}}},
		"words.txt:1":     {Words: []tag.File{{Name: "words.txt", Text: "b\n"}}},
		"irregular.txt:2": {Irregular: tag.File{Name: "irregular.txt", Text: "N man men\nQ x y z\n"}},
		"weights.txt:1":   {Weights: []tag.File{{Name: "weights.txt", Text: "PPP\x7f\n"}}},
		"3 weights":       {Weights: []tag.File{{Name: "weights.txt", Text: "PPP\n"}}},
	} {
		if _, err := tag.Build(lexicon.New(), d); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%v, want an error with %s", err, name)
		}
	}
}

func TestNewIsQuick(t *testing.T) {
	best := time.Hour
	for range 3 {
		began := time.Now()
		newReader(t)
		best = min(best, time.Since(began))
	}
	if best > 600*time.Millisecond { // 60 ms on a quiet machine
		t.Errorf("a tagger takes %s to put together", best)
	}
}

func FuzzTag(f *testing.F) {
	for _, s := range table {
		f.Add(s)
	}
	r := newReader(f)
	f.Fuzz(func(t *testing.T, text string) {
		for _, s := range r.read(strings.ToValidUTF8(text, "?"), len(text)%2 == 0) {
			for i := range s.Tokens {
				if s.Tokens[i].Tag == syntax.NoTag {
					t.Fatalf("%q has no tag", s.TokenText(i))
				}
			}
		}
	})
}

func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		newReader(b)
	}
}

func BenchmarkTag(b *testing.B) {
	r := newReader(b)
	s := r.read("The government of Norway said on Tuesday that it would not recognise the new border crossing, although Mr. Olsen’s office had agreed to talks held in June by envoys of both sides.", false)
	b.ReportAllocs()
	n := 0
	for b.Loop() {
		r.tag.Tag(&s[0])
		n += len(s[0].Tokens)
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "tokens/s")
}
