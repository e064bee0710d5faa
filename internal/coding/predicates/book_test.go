package predicates

import (
	"strings"
	"testing"

	"orrery/internal/coding/lexicon"
	"orrery/ledger"
)

// Every type and every mode of PLOVER has a frame.
func TestFramesCoverPLOVER(t *testing.T) {
	b, err := New(lexicon.New())
	if err != nil {
		t.Fatal(err)
	}
	has := map[ledger.TypeMode]bool{}
	for i := range b.frames {
		m := b.frames[i].meaning
		has[m], has[ledger.TypeMode{Type: m.Type}] = true, true
	}
	for _, e := range ledger.EventTypes() {
		if !has[ledger.TypeMode{Type: e.Type}] {
			t.Errorf("no frame means %s", e.Type)
		}
	}
	for _, m := range ledger.Modes() {
		if !has[m.TypeMode] {
			t.Errorf("no frame means %s/%s", m.Type, m.Mode)
		}
	}
	verbs, nouns := 0, 0
	for _, list := range b.verbs {
		if len(list) > 0 {
			verbs++
		}
	}
	for _, list := range b.nouns {
		for _, x := range list {
			if !x.gerund {
				nouns++
				break
			}
		}
	}
	t.Logf("%d frames, %d verbs, %d nouns, %d examples", len(b.frames), verbs, nouns, len(b.examples))
	if verbs < 450 || nouns < 200 {
		t.Errorf("only %d verbs and %d nouns", verbs, nouns)
	}
}

func TestFaultsInFramesNameTheLine(t *testing.T) {
	for _, c := range []struct{ text, fault string }{
		{"verbs sign", "before the first group"},
		{"== a\n", "has no example"},
		{"== a\nverbs x\n: FIGHT\n", "a.frames:3: \"FIGHT\" is no type"},
		{"== a\nverbs x\n: AGREE/visit\n", "no type and mode"},
		{"== a\nverbs x\n: AGREE obj=@nothing\n", "no class @nothing"},
		{"== a\nverbs x\n: AGREE need=three\n", "need=three"},
		{"== a\nverbs x\n: AGREE w=2\n", "weight 2"},
		{"== a\nverbs x\n: AGREE ctx=fun\n", "no context"},
		{"== a\nverbs x\n: AGREE quickly\n", "neither an option nor a test"},
		{"== a\n: AGREE\n", "without verbs or nouns"},
		{"== a\nverbs x\n: AGREE\n+ A sentence.\n", "without \"=> "},
		{"== a\nverbs x\n: AGREE\n+ A. => none\n== a\n", "name of another"},
	} {
		b := &Book{}
		p := &parser{lex: lexicon.New(), classes: classNames{}, book: b}
		if _, err := p.parseFile("a.frames", c.text); err == nil || !strings.Contains(err.Error(), c.fault) || !strings.HasPrefix(err.Error(), "a.frames:") {
			t.Errorf("%q: %v, want %q", c.text, err, c.fault)
		}
	}
}

func TestGerunds(t *testing.T) {
	for verb, want := range map[string]string{"down": "downing", "sign": "signing", "seize": "seizing", "stab": "stabbing", "flee": "fleeing", "die": "dying", "go": ""} {
		got := strings.Join(gerunds(verb), " ")
		if want == "" && got != "" || want != "" && !strings.Contains(" "+got+" ", " "+want+" ") {
			t.Errorf("-ing of %s: %s", verb, got)
		}
	}
}
