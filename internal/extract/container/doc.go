// Package container takes apart files that hold several documents: zip archives, web archives (WARC, also gzipped), feeds (RSS,
// Atom, JSON Feed) and tables of texts (JSON Lines). Each document comes out with what the container says of it; one bad part never
// stops the others.
//
// It reads streams and bounds what it unpacks. It does not read the documents (extract) nor fetch what a feed links to.
package container
