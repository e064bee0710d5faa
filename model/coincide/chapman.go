package coincide

import "fmt"

// Chapman estimates how many events there were from two lists of n1 and n2 with m in both,
//
//	N = (n1+1)(n2+1)/(m+1) - 1,   var = (n1+1)(n2+1)(n1-m)(n2-m) / ((m+1)^2 (m+2)).
//
// It holds for independent lists. Outlets copy each other, so m is too large and N too small: read it as a lower bound and say so.
// References: Chapman 1951, Seber 1970.
func Chapman(n1, n2, m int) (atLeast, variance float64, err error) {
	if m < 0 || m > n1 || m > n2 {
		return 0, 0, fmt.Errorf("%d events in both lists of %d and %d: it must be from 0 to the shorter list", m, n1, n2)
	}
	a, b, c := float64(n1), float64(n2), float64(m)
	return (a+1)*(b+1)/(c+1) - 1, (a + 1) * (b + 1) * (a - c) * (b - c) / ((c + 1) * (c + 1) * (c + 2)), nil
}
