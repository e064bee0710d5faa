package ledger

// eventTypes is never written to. Two readings of the manual are ours:
//   - SANCTION is material conflict (4). Its section and the summary table say so;
//     the quad table and the README list it as verbal.
//   - ACCUSE is printed with 3, evidently -3: all of its modes are negative.
var eventTypes = [16]EventTypeInfo{
	{EventAgree, VerbalCooperation, 2.5, false,
		"A party offers, promises or agrees to cooperate, including meetings, support or aid that are still to come."},
	{EventConsult, VerbalCooperation, 2.5, false,
		"Parties meet, talk, visit or call each other."},
	{EventSupport, VerbalCooperation, 5, false,
		"A party gives political backing without goods: it praises, endorses, recognises, or signs and ratifies an agreement."},
	{EventConcede, VerbalCooperation, 4.5, false,
		"A party gives ground in words: it eases a restriction, declares a ceasefire or withdrawal, pardons, apologises or drops a demand."},
	{EventCooperate, MaterialCooperation, 9.5, true,
		"Parties exchange something material: trade, joint exercises, intelligence, extradition or judicial help."},
	{EventAid, MaterialCooperation, 10, true,
		"One party gives material help to another: money, arms, training, relief, asylum or rescue."},
	{EventRetreat, MaterialCooperation, 6.5, false,
		"A party gives something up in deed: it withdraws, frees captives, disarms, ceases fire, lets observers in, or an official resigns."},
	{EventRequest, VerbalConflict, 0, false,
		"A party asks for, demands, orders or appeals for something."},
	{EventAccuse, VerbalConflict, -3, false,
		"A party criticises, condemns, investigates, accuses or charges another."},
	{EventReject, VerbalConflict, -2, false,
		"A party refuses, vetoes, defies or calls off what another wants, or refuses it entry."},
	{EventThreaten, VerbalConflict, -3.5, false,
		"A party warns another of serious consequences."},
	{EventProtest, MaterialConflict, -5, false,
		"Civilians take collective action in person to oppose or demand something."},
	{EventSanction, MaterialConflict, -6, true,
		"A party reduces its relations with another: it convicts, expels, stops aid or trade, or cuts ties."},
	{EventMobilize, MaterialConflict, -5.5, false,
		"A party readies or shows armed force without using it."},
	{EventCoerce, MaterialConflict, -7, false,
		"A party represses another short of violence: it arrests, searches, bans, censors, withholds or hacks."},
	{EventAssault, MaterialConflict, -9, false,
		"A party deliberately harms people or destroys property by force."},
}
