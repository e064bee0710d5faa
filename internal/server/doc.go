// Package server is Orrery over HTTP: the API v1 under /api/v1, described by an
// OpenAPI 3.1 document, and the screens, served from the program itself.
//
// It is not where anything is worked out: each route turns a request into one call
// of a use case in internal/app and its view into JSON. It knows no accounts. It
// is made for one person on one machine and therefore trusts nobody else: requests
// that name a foreign host or come from another site are refused.
package server
