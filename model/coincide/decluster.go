package coincide

// Decluster keeps the first of a burst: a day is dropped when it lies less than gap days after the last one that was kept.
// Days must ascend; gap is 1 or more (1 drops repeats of a day only). What is kept is appended to dst. A long campaign so
// counts once every gap days, and its days cannot vouch for each other. The default of the method is 7.
func Decluster(dst, days []Day, gap int) []Day {
	from := len(dst)
	for _, d := range days {
		if len(dst) == from || d-dst[len(dst)-1] >= Day(gap) {
			dst = append(dst, d)
		}
	}
	return dst
}
