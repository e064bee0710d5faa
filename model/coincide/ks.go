package coincide

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/mat"
)

// ksExponential is Kolmogorov and Smirnov's largest distance of gaps from the standard exponential distribution.
func ksExponential(gaps []float64) float64 {
	x := slices.Sorted(slices.Values(gaps))
	d, n := 0.0, float64(len(x))
	for i, g := range x {
		f := -math.Expm1(-g)
		d = math.Max(d, math.Max(float64(i+1)/n-f, f-float64(i)/n))
	}
	return d
}

// ksTail is P(D_n >= d) for a fully known distribution, exact up to 1,000 points by the matrix power of Marsaglia, Tsang and Wang 2003,
// and by Kolmogorov's limit with Stephens' correction above.
func ksTail(d float64, n int) float64 {
	if d <= 0 {
		return 1
	}
	if d >= 1 {
		return 0
	}
	if root := math.Sqrt(float64(n)); n > 1000 {
		z, p := (root+.12+.11/root)*d, 0.0
		for k := 1; k <= 100; k++ {
			p += 2 * math.Pow(-1, float64(k-1)) * math.Exp(-2*float64(k*k)*z*z)
		}
		return math.Min(math.Max(p, 0), 1)
	}
	k := int(float64(n)*d) + 1
	m := 2*k - 1
	h := float64(k) - float64(n)*d
	a := mat.NewDense(m, m, nil)
	for i := range m {
		for j := range m {
			if i-j+1 >= 0 {
				a.Set(i, j, 1)
			}
		}
	}
	for i := range m {
		a.Set(i, 0, a.At(i, 0)-math.Pow(h, float64(i+1)))
		a.Set(m-1, i, a.At(m-1, i)-math.Pow(h, float64(m-i)))
	}
	if 2*h-1 > 0 {
		a.Set(m-1, 0, a.At(m-1, 0)+math.Pow(2*h-1, float64(m)))
	}
	for i := range m {
		for j := range m {
			if i-j+1 > 0 {
				a.Set(i, j, a.At(i, j)/math.Gamma(float64(i-j+2)))
			}
		}
	}
	power, exponent := matrixPower(a, n)
	p, log := power.At(k-1, k-1), float64(exponent)*math.Ln10
	for i := 1; i <= n; i++ {
		p *= float64(i) / float64(n)
		if p < 1e-140 {
			p *= 1e140
			log -= 140 * math.Ln10
		}
	}
	return math.Min(math.Max(1-p*math.Exp(log), 0), 1)
}

// matrixPower is a^n with a decimal exponent taken out.
func matrixPower(a *mat.Dense, n int) (result *mat.Dense, exponent int) {
	m, _ := a.Dims()
	if n == 1 {
		return mat.DenseCopyOf(a), 0
	}
	half, e := matrixPower(a, n/2)
	result = mat.NewDense(m, m, nil)
	result.Mul(half, half)
	exponent = 2 * e
	if n%2 == 1 {
		odd := mat.NewDense(m, m, nil)
		odd.Mul(a, result)
		result = odd
	}
	if result.At(m/2, m/2) > 1e140 {
		result.Scale(1e-140, result)
		exponent += 140
	}
	return result, exponent
}
