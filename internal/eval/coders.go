package main

// coders says how far the two who labelled the natural sentences agree.
func coders(s settings) ([]row, error) {
	return nil, nil
}
