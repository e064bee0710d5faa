// Package icews reads the machine-coded events of ICEWS, 1995 to 2023: the publisher's tab-separated files, and the comma-separated
// extracts in research use that hold the day, the parties and the name of the relation only.
//
// It hands out reports with CAMEO translated into PLOVER and countries into ISO alpha-3, both by tables. It is not for fetching or
// storing, and it does not decide whether anything happened: several reports are often one event, and the coder errs.
package icews
