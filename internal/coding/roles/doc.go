// Package roles chooses which mentions of a sentence fill the slots of an event's frame: subject, object, preposition, possessor,
// modifier.
//
// It does not know what a frame means; predicates asks it.
package roles
