// Package postsoviet is the embedded first casebook, the post-Soviet space: its
// tables and their description as files. It is data and holds no code that knows
// the region; package casebook reads it.
package postsoviet

import "embed"

// Files is the folder of the casebook, as casebook.Read wants it.
//
//go:embed datapackage.json README.md *.csv rules/*.yml
var Files embed.FS
