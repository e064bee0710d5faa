// Package acled reads the events of ACLED, the Armed Conflict Location & Event Data project: the comma-separated files that its
// export tool and its interface give to those who hold a key.
//
// It hands out reports, ACLED's event and sub-event types put into PLOVER by a table of ours; types that PLOVER has no word for, or
// that mean two things in it, stay without a type and are counted. Unlike the other sets, ACLED is coded by people. The package is
// not for fetching or storing, and holds no key.
package acled
