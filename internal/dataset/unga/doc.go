// Package unga reads recorded votes of the United Nations General Assembly from the files that people can download: the UN
// Digital Library's CSV in its forms of 2024 and of 2026, and the CSV and tab-separated files of Erik Voeten's data set on
// Dataverse and its descendants. Columns are found by name, so order and additions do not matter.
//
// It streams: a file of any length needs memory for its roll calls only. A non-voting mark becomes ledger.Absent
// and never an abstention; rows of a state before its admission and of non-members are counted and left out; what it cannot
// name it lists. It is not for fetching, for storing (the caller does both) nor for ideal points.
package unga
