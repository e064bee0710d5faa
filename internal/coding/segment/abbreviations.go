package segment

import "strings"

// short says how an abbreviation stands before a capital.
type short uint8

const (
	never          short = iota + 1 // a title or the like: the next word belongs to it
	beforeNumber                    // No. 5, Art. III; else the point ends the sentence
	beforeMonthDay                  // Jan. 5
	endsToo                         // may end a sentence: the next word tells
)

// The tables are words of English, so they are values of the program and never change.
var (
	abbreviations = table(map[short]string{
		never: "mr mrs ms mx dr prof gen col lt sgt capt maj cpl pvt sen rep gov rev hon adm brig cmdr cdr pres amb messrs mmes fr sr-lt supt insp " +
			"vs viz cf e.g i.e ca approx esp st ste mt ft min asst assoc dept atty sec-gen dep vice-adm ph al-hajj ayat mme mlle",
		beforeNumber:   "no nos art arts sec fig figs vol vols pp p ch para paras res tel ext app ed eds",
		beforeMonthDay: "jan feb mar apr jun jul aug sep sept oct nov dec",
		endsToo:        "inc corp ltd co jr sr bros etc al est ave blvd rd bldg univ mon tue tues wed thu thur thurs fri sat sun govt intl mil tons km kg hrs mins secs u.s u.k u.n",
	})
	// alwaysShort are those that no sentence ends with even in small letters.
	alwaysShort = set("vs viz cf ca approx esp")
	// starters are words that begin sentences and hardly ever follow an abbreviation within one.
	starters = set("The A An He She It We They I You This That These Those There Here In On At But And Or So Yet If When While After Before Since As For From With Without By To Of " +
		"His Her Its Our Their My Your What Who Why How Where Which Then Thus However Moreover Meanwhile Although Though Because Despite During Under Until Not No Yes Now Some Many Most " +
		"All Each Every Both Such Once Also According Earlier Later Last Next Even Still Only Today Yesterday Another Other Others One Two Several Instead Nevertheless Nonetheless Therefore " +
		"Perhaps Asked Speaking Following Given Let Can Could Will Would Should May Might Is Are Was Were Do Does Did Has Have Had")
	clockNext = set("Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April June July August September October November December " +
		"Moscow GMT UTC EST EDT CET Eastern Local ET BST Kyiv Tashkent Astana Dushanbe")
	asking = set("asked asks said says replied exclaimed wondered shouted told added wrote demanded answered tweeted warned continued quipped retorted")
)

func table(kinds map[short]string) map[string]short {
	t := map[string]short{}
	for kind, words := range kinds {
		for _, w := range strings.Fields(words) {
			t[w] = kind
		}
	}
	return t
}

func set(words string) map[string]bool {
	t := map[string]bool{}
	for _, w := range strings.Fields(words) {
		t[w] = true
	}
	return t
}
