// Package ui holds the built screens of Orrery as files to serve, so that the
// program needs no Node and no network to run.
//
// It is not the screens' source, which is Svelte in src/, and it serves nothing
// itself: internal/server does. Rebuild dist with `make ui` and commit it.
package ui

import (
	"embed"
	"io/fs"
)

//go:embed all:dist
var dist embed.FS

// Dist is the built screens with index.html at the root.
func Dist() fs.FS {
	sub, err := fs.Sub(dist, "dist")
	if err != nil {
		return dist // "dist" is a valid path, so fs.Sub has no reason to fail
	}
	return sub
}
