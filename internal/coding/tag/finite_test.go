package tag_test

import "testing"

// Sentences whose verb looks like a noun.
func TestASentenceHasAVerb(t *testing.T) {
	r := newReader(t)
	for _, c := range []struct{ text, want string }{
		{"Norland attacks positions near the border.", "Norland/NNP attacks/VBZ positions/NNS near/IN the/DT border/NN ./."},
		{"The council backs the plan.", "The/DT council/NN backs/VBZ the/DT plan/NN ./."},
		{"Ministers back a plan of the union.", "Ministers/NNS back/VBP a/DT plan/NN of/IN the/DT union/NN ./."},
	} {
		if got := tagged(r.read(c.text, false)); got != c.want {
			t.Errorf("got  %s\nwant %s", got, c.want)
		}
	}
	if got := tagged(r.read("Talks on the border posts", true)); got != "Talks/NNS on/IN the/DT border/NN posts/NNS" {
		t.Errorf("a heading without a verb became %s", got)
	}
}
