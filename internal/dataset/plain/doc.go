// Package plain reads reports from any table of somebody's own: comma, semicolon or tab separated, with a header, whose columns are
// found by the names that such tables use or named in a small mapping. A preview shows what would be read before anything is.
//
// It hands out reports of the set that the mapping names. It is not for the published data sets, whose quirks their own packages
// know, not for XLSX, and it neither fetches nor stores.
package plain
