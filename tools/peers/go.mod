module orrery/tools/peers

go 1.26.0

require (
	github.com/clipperhouse/uax29/v2 v2.7.0
	github.com/jdkato/prose/v3 v3.2.3
)

require gopkg.in/neurosnap/sentences.v1 v1.0.6 // indirect
