package tag_test

import "testing"

// Sentences whose verb looks like a noun.
func TestASentenceHasAVerb(t *testing.T) {
	r := newReader(t)
	for _, c := range []struct{ text, want string }{
		{"Norland attacks positions near the border.", "Norland/NNP attacks/VBZ positions/NNS near/IN the/DT border/NN ./."},
		{"The council backs the plan.", "The/DT council/NN backs/VBZ the/DT plan/NN ./."},
		{"Canada froze the assets of two banks.", "Canada/NNP froze/VBD the/DT assets/NNS of/IN two/CD banks/NNS ./."},
		{"Air strikes near the city killed ten men.", "Air/NN strikes/NNS near/IN the/DT city/NN killed/VBD ten/CD men/NNS ./."},
		{"Air defences neutralised three drones.", "Air/NN defences/NNS neutralised/VBD three/CD drones/NNS ./."},
		{"Should Iran attack, Peru will respond.", "Should/MD Iran/NNP attack/VB ,/, Peru/NNP will/MD respond/VB ./."},
		{"What the minister said angered Peru.", "What/WP the/DT minister/NN said/VBD angered/VBD Peru/NNP ./."},
		{"It said that Norland attacks positions near the border.", "It/PRP said/VBD that/IN Norland/NNP attacks/VBZ positions/NNS near/IN the/DT border/NN ./."},
		{"Soldiers captured by rebels signed a statement.", "Soldiers/NNS captured/VBN by/IN rebels/NNS signed/VBD a/DT statement/NN ./."},
		{"Norland claims the strikes killed ten.", "Norland/NNP claims/VBZ the/DT strikes/NNS killed/VBD ten/CD ./."},
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

// A heading in small letters is read as any sentence: its capitals are names.
func TestHeadingsInSmallLetters(t *testing.T) {
	r := newReader(t)
	for _, c := range []struct{ text, want string }{
		{"Norland to meet Sorvia", "Norland/NNP to/TO meet/VB Sorvia/NNP"},
		{"Rebel groups loot aid", "Rebel/NN groups/NNS loot/VBP aid/NN"},
		{"Troops attack village", "Troops/NNS attack/VBP village/NN"},
		{"Norland, Sorvia agree to hold talks", "Norland/NNP ,/, Sorvia/NNP agree/VBP to/TO hold/VB talks/NNS"},
	} {
		if got := tagged(r.read(c.text, true)); got != c.want {
			t.Errorf("got  %s\nwant %s", got, c.want)
		}
	}
}
