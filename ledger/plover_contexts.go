package ledger

// ContextInfo is one of the 37 contexts of PLOVER 2.0, which say what an event is
// about; an event can have several. The gloss is our own.
type ContextInfo struct {
	Context string `json:"context"`
	Gloss   string `json:"gloss"`
}

// Contexts lists the 37 contexts in the manual's order.
func Contexts() []ContextInfo { return append([]ContextInfo(nil), contexts[:]...) }

// ValidContext reports whether c is one of the 37.
func ValidContext(c string) bool { return ContextGloss(c) != "" }

// ContextGloss says what c covers, "" when c is not one of the 37.
func ContextGloss(c string) string {
	for i := range contexts {
		if contexts[i].Context == c {
			return contexts[i].Gloss
		}
	}
	return ""
}

// contexts is never written to.
var contexts = [37]ContextInfo{
	{"military", "Armed forces of a state and what they do."},
	{"intelligence", "Spying, secret services and surveillance by states."},
	{"executive", "Heads of state and government, ministries and their orders."},
	{"legislative", "Parliaments, bills and parliamentary votes."},
	{"election", "Elections, referendums, campaigns and their results."},
	{"political_institutions", "Constitutions, parties and the rules of government."},
	{"pro_democracy", "Moves towards freer or fairer government."},
	{"pro_autocracy", "Moves towards less accountable government."},
	{"economic", "Trade, money, work and business beyond the news of one company."},
	{"legal", "Courts, laws and judicial proceedings."},
	{"reparations", "Making good past wrongs."},
	{"human_rights", "Human rights where the right is not named."},
	{"rights_freedoms", "One named right or freedom, such as speech, assembly or movement."},
	{"repression", "A state suppressing its people or opponents."},
	{"human_security", "Access to water, food, housing, energy or land."},
	{"gender", "The position and treatment of women and men."},
	{"lgbt", "The position and treatment of sexual and gender minorities."},
	{"religion_ethnicity", "Faiths, ethnic groups and languages."},
	{"inequality", "Unequal wealth, access or treatment."},
	{"diplomatic", "Relations between states and their envoys."},
	{"territory", "Borders, sovereignty and control of land or sea."},
	{"peacekeeping", "Missions that keep or watch a peace."},
	{"health", "Disease, medicine and public health."},
	{"asylum", "Refugees and those who seek protection."},
	{"migration", "People who move or are moved between places."},
	{"disasters", "Natural and industrial disasters and relief."},
	{"natural_resource", "Oil, gas, minerals, water, forests and fish as resources."},
	{"environment", "Climate, pollution and the protection of nature."},
	{"technology", "Research, computing, communications and space."},
	{"terrorism", "Violence meant to frighten a public, and the fight against it."},
	{"cbrn", "Chemical, biological, radiological and nuclear weapons and materials."},
	{"cyber", "Attacks on and defence of computers and networks."},
	{"misinformation", "False or misleading information and its spread."},
	{"crime", "Crime that no narrower context covers."},
	{"corruption", "Bribes, embezzlement and abuse of office."},
	{"illegal_drugs", "Making, moving and selling drugs against the law."},
	{"trafficking", "Trade in people, arms, wildlife or goods against the law."},
}
