// Package pairs finds places where a text sets a step by one state beside an answer of a hub: "after A did X, B did Y", "X provoked
// threats from B", "B punished A for X". Such a place is a draft of an episode: a trigger, a response, and who says that they belong together.
//
// It makes no events: both parts must be drafts of events already, else there is a Silence that names the part that was not understood. It claims no cause
// itself: the link is asserted where the text's words say cause, suspected where they say only order in time, always by the voice.
package pairs
