// Package gdelt reads the events of GDELT 2.0: the export files of every fifteen minutes, 61 columns separated by tabs without a
// header, plain or zipped as they are published.
//
// It hands out reports with CAMEO translated into PLOVER and CAMEO's country codes into ISO alpha-3, both by tables. It is not for
// fetching or storing, not for GDELT's mentions and knowledge graph, and not for GDELT 1.0. The countries of places are FIPS 10-4
// codes there, which are not ISO's and are not read: a place's state is taken from its name.
package gdelt
