// Package places finds where things happen: the cities, regions and states that a sentence names as places, for the location of an
// event.
//
// It is no gazetteer of its own and gives no coordinates: which names are places, and whose, is data of actors.
package places
