// Package dataset describes published data sets: who publishes one, under which licence, what it covers and which counts a
// complete file must reach. Each data set is a folder below with its descriptor (source.yml), a reader and small fixtures.
//
// It is not a registry: whoever wants a data set imports its package. Nothing here fetches or stores.
package dataset
