// Package polecat reads POLECAT, the machine-coded events that follow ICEWS: the publisher's tab-separated files, whose events are
// PLOVER's already, including the files whose header names columns that its rows do not have.
//
// It hands out reports. It is not for fetching or storing, and it does not decide whether anything happened.
package polecat
