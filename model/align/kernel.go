package align

import "math"

// reach is how many standard deviations of a step are kept: what lies beyond is less than 2e-8 of the mass.
const reach = 6

// halfKernel is the centre and one side of a symmetric discrete kernel whose variance is s squared points. From one point
// up it samples the normal density, whose error is below 1e-8 there. Below, where samples would lose variance,
// it is exp(-s) I_n(s), the discrete kernel that keeps variance exactly and composes: two half steps are one step.
func halfKernel(s float64) []float64 {
	if s <= 0 {
		return []float64{1}
	}
	if s < 1 {
		return besselKernel(s)
	}
	sd := math.Sqrt(s)
	half := make([]float64, int(math.Ceil(reach*sd))+1)
	sum := 0.0
	for j := range half {
		half[j] = math.Exp(-float64(j) * float64(j) / (2 * s))
		sum += 2 * half[j]
	}
	sum -= half[0]
	for j := range half {
		half[j] /= sum
	}
	return half
}

// besselKernel is exp(-s) I_n(s) by its power series, for s below one.
func besselKernel(s float64) []float64 {
	var half []float64
	first := math.Exp(-s) // (s/2)^n / n! times exp(-s)
	for n := 0; n == 0 || first > 1e-10; n++ {
		term, sum := first, 0.0
		for m := 1; term > 1e-18; m++ {
			sum += term
			term *= s * s / 4 / (float64(m) * float64(m+n))
		}
		half = append(half, sum)
		first *= s / 2 / float64(n+1)
	}
	return half
}

// convolve sets dst to the product of src with the symmetric kernel, as if src were zero outside. pad is scratch of
// at least len(src)+2*len(half).
func convolve(dst, src, half, pad []float64) {
	k, w := len(src), len(half)-1
	x := pad[:k+2*w]
	clear(x[:w])
	copy(x[w:w+k], src)
	clear(x[w+k:])
	dst = dst[:k]
	h := half[0]
	j := 1
	if w%2 == 1 { // the rest goes by pairs
		a, b, g := x[w-1:][:k], x[w+1:][:k], half[1]
		for i, v := range src {
			dst[i] = h*v + g*(a[i]+b[i])
		}
		j = 2
	} else {
		for i, v := range src {
			dst[i] = h * v
		}
	}
	for ; j+1 <= w; j += 2 { // two at a time: half the writes
		a, b := x[w-j:][:k], x[w+j:][:k]
		c, d := x[w-j-1:][:k], x[w+j+1:][:k]
		h, g := half[j], half[j+1]
		for i := range dst {
			dst[i] += h*(a[i]+b[i]) + g*(c[i]+d[i])
		}
	}
}

// inverseColumns is one over the mass that each point keeps inside the grid under the kernel: dividing by it makes
// every column sum to one, so a walk reflects nothing and loses nothing.
func inverseColumns(k int, half []float64) []float64 {
	ones, sums := make([]float64, k), make([]float64, k)
	for i := range ones {
		ones[i] = 1
	}
	halve(ones)
	convolve(sums, ones, half, make([]float64, k+2*len(half)))
	for i, s := range sums {
		sums[i] = 1 / s
	}
	return sums
}
