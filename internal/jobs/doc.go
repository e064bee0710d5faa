// Package jobs is the board of long work that the program does beside answering: it runs each piece of work once however
// many ask for it, says how far it is, keeps its error until somebody asks, and stops it when nobody wants it any more.
//
// It lives in memory and is not a queue that survives a restart: what runs here computes something again from the
// ledger, and gives the same result each time. Nor does it keep results; whoever starts work says where they go.
package jobs
