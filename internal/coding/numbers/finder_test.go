package numbers_test

import (
	"fmt"
	"strings"
	"testing"

	"orrery/internal/coding/lexicon"
	"orrery/internal/coding/numbers"
	"orrery/internal/coding/segment"
	"orrery/internal/coding/tag"
	"orrery/internal/coding/token"
)

func show(text string, found []numbers.Found) string {
	var parts []string
	for _, f := range found {
		s := fmt.Sprintf("%s %g %s %s", f.Bound, f.Value, f.Unit, f.Casualty)
		parts = append(parts, strings.Join(strings.Fields(s), " "))
	}
	return strings.Join(parts, "; ")
}

var table = []struct{ text, want string }{
	{"The crash killed 38 people.", "38 people dead"},
	{"At least 38 people were killed in the crash.", "at least 38 people dead"},
	{"At least 38 were killed and 12 injured.", "at least 38 dead; 12 injured"},
	{"A mine went off, killing more than thirty-eight soldiers.", "at least 38 soldiers dead"},
	{"Two border guards died.", "2 guards dead"},
	{"Police detained 14 Norwegian smugglers.", "14 smugglers arrested"},
	{"Some 2,000 villagers were displaced.", "about 2000 villagers displaced"},
	{"Dozens of passengers were hurt.", "about 24 passengers injured"},
	{"Hundreds of thousands of people fled.", "about 200000 people displaced"},
	{"Tens of thousands of workers are on strike.", "about 20000 workers"},
	{"Up to 500 troops will arrive.", "at most 500 troops"},
	{"No more than 500 troops will arrive.", "at most 500 troops"},
	{"No fewer than 500 troops arrived.", "at least 500 troops"},
	{"Prices rose by 15 percent.", "15 percent"},
	{"Prices rose by 2.5%.", "2.5 percent"},
	{"Prices rose by almost 7 per cent.", "about 7 percent"},
	{"The loan is worth $2.5 billion.", "2.5e+09 USD"},
	{"The loan is worth over €300 million.", "at least 3e+08 EUR"},
	{"The fine was 40,000 rubles.", "40000 RUB"},
	{"The fine was ten thousand dollars.", "10000 USD"},
	{"The blast left 38 people dead and 12 others wounded.", "38 people dead; 12 others injured"},
	{"The death toll of 41 is not final.", "41 dead"},
	{"There were 17 deaths.", "17 deaths dead"},
	{"The shells killed 9 people, including 3 children.", "9 people dead; 3 children dead"},
	{"About a dozen tanks crossed the river.", "about 12 tanks"},
	{"Half a dozen ships left.", "6 ships"},
	{"A hundred men came.", "100 men"},
	{"Several hundred men came.", "about 300 men"},
	{"Two hundred and five houses burned.", "205 houses"},
	{"The force has 1,500 soldiers and 38 tanks.", "1500 soldiers; 38 tanks"},
	{"Three of the 41 passengers survived.", "3 passengers"},
	{"One soldier was wounded.", "1 soldiers injured"},
	{"The bridge was opened in 2020.", ""},
	{"The bridge was opened on 5 May 2020.", ""},
	{"The bridge was opened on May 5.", ""},
	{"It is the 5th bridge.", ""},
	{"No one knows.", ""},
	{"He waited for three days, four times.", ""},
	{"There were two deaths and the hospitalization of three others.", "2 deaths dead; 3 others injured"},
	{"The mass detentions of 50 citizens went on.", "50 citizens arrested"},
	{"See account 7590650563910468122.", ""},
}

func TestNumbersOfSentences(t *testing.T) {
	lex := lexicon.New()
	tagger, err := tag.New(lex)
	if err != nil {
		t.Fatal(err)
	}
	tokens, finder := token.New(lex), numbers.New(lex)
	for _, c := range table {
		var got []numbers.Found
		for _, s := range segment.Sentences(c.text, nil, nil) {
			tokens.Tokens(&s)
			tagger.Tag(&s)
			got = append(got, finder.Find(&s)...)
		}
		if g := show(c.text, got); g != c.want {
			t.Errorf("%s\n got  %s\n want %s", c.text, g, c.want)
		}
	}
}

func BenchmarkNumbers(b *testing.B) {
	lex := lexicon.New()
	tagger, err := tag.New(lex)
	if err != nil {
		b.Fatal(err)
	}
	tokens, finder := token.New(lex), numbers.New(lex)
	s := segment.Sentences("The ministry said that at least 38 soldiers of the border force were killed near the river when their post was attacked at night.", nil, nil)
	tokens.Tokens(&s[0])
	tagger.Tag(&s[0])
	b.ReportAllocs()
	for b.Loop() {
		finder.Find(&s[0])
	}
}
