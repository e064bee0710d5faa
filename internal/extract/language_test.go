package extract

import "testing"

func TestLanguage(t *testing.T) {
	for want, text := range map[string]string{
		"en": "The council said that it would not vote on the motion, because the towns on the shore have not been asked and their answer is not known to the members of the league.",
		"ru": "Совет сообщил, что не будет голосовать по этому вопросу, потому что города на берегу не были опрошены и их ответ членам союза пока не известен, как и в прошлом году.",
		"uk": "Рада повідомила, що не буде голосувати з цього питання, тому що міста на березі не були опитані, а їхня відповідь членам союзу поки не відома, як і в минулому році та до того.",
		"fr": "Le conseil a dit qu'il ne voterait pas sur la motion, parce que les villes de la rive n'ont pas été consultées et que leur réponse n'est pas connue des membres de la ligue.",
		"de": "Der Rat teilte mit, dass er nicht über den Antrag abstimmen wird, weil die Städte am Ufer nicht gefragt worden sind und ihre Antwort den Mitgliedern des Bundes nicht bekannt ist.",
		"ro": "Consiliul a spus că nu va vota pentru această moțiune, pentru că orașele de pe mal nu au fost întrebate și răspunsul lor nu este cunoscut de către membrii ligii din care fac parte.",
		"tr": "Konsey, kıyıdaki kentlere sorulmadığı ve yanıtları bilinmediği için bu önerge ile ilgili bir oylama yapmayacak, ancak daha sonra birlik üyeleri ile bu konu için bir toplantı olacak ve karar verilecek.",
		"ka": "საბჭომ განაცხადა, რომ ამ საკითხზე ხმას არ მისცემს, რადგან ნაპირზე მდებარე ქალაქებს არავინ ჰკითხა.",
		"hy": "Խորհուրդը հայտարարեց, որ չի քվեարկելու այս հարցի շուրջ, քանի որ ափամերձ քաղաքներին ոչ ոք չի հարցրել։",
		"":   "Eastmere Westmere Northmere Morden Krantz Berg Lund Okoro Beacon Valley Post Lake News 12 13 14 15 16 17 Harbour Pier Ferry Quota",
	} {
		if got := languageOf(text); got != want {
			t.Errorf("got %q, want %q: %s", got, want, text)
		}
	}
	if got := languageOf("The pier is shut."); got != "" {
		t.Errorf("four words are enough for %q", got)
	}
	for tag, want := range map[string]string{"en-GB": "en", "RU": "ru", "uk_UA": "uk", "": "", "english": "", "x-klingon": "", "z1": ""} {
		if got := shortLanguage(tag); got != want {
			t.Errorf("%q: got %q, want %q", tag, got, want)
		}
	}
}
