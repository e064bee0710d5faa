package app

import (
	"math"

	"orrery/ledger"
	"orrery/model/align"
)

// rings name the stretches of the scale, from the hub outwards. Zero is the place of a
// typical state of the world and one is a standard deviation of the world's states. A
// third to either side of zero is called between, since states there are nearer to the
// typical state than to the next mark; beyond one is further than five of six states.
func rings(hub string) []Ring {
	return []Ring{
		{"with", "stands with " + hub, align.DefaultGrid().Hi, 1}, {"leaning-with", "leans towards " + hub, 1, .33},
		{"between", "stands between", .33, -.33}, {"leaning-against", "leans away from " + hub, -.33, -1},
		{"against", "stands against " + hub, -1, align.DefaultGrid().Lo},
	}
}

// ringOf is the stretch that a value lies in: on a boundary, the one nearer to the hub, as
// the screens have it.
func ringOf(a float64, hub string) Ring {
	all := rings(hub)
	for _, ring := range all {
		if a >= ring.To {
			return ring
		}
	}
	return all[len(all)-1]
}

// round3 is how numbers leave the program: the grid has steps of .02, so a third digit
// is kept for charts and none means anything beyond it.
func round3(x float64) float64 { return math.Round(x*1000)/1000 + 0 } // + 0 turns -0 into 0

func round3s(xs []float64) []float64 {
	out := make([]float64, len(xs))
	for i, x := range xs {
		out[i] = round3(x)
	}
	return out
}

// bearing is the direction in which the great circle from one place to another begins,
// in degrees clockwise from north, 0 to below 360.
func bearing(from, to ledger.Hub) float64 {
	const degree = math.Pi / 180
	lat1, lat2, d := from.Lat*degree, to.Lat*degree, (to.Lon-from.Lon)*degree
	y := math.Sin(d) * math.Cos(lat2)
	x := math.Cos(lat1)*math.Sin(lat2) - math.Sin(lat1)*math.Cos(lat2)*math.Cos(d)
	return round3(math.Mod(math.Atan2(y, x)/degree+360, 360))
}

// seat is where an actor's capital lies.
func (r *reading) seat(code string) (ledger.Hub, bool) {
	for _, list := range [][]ledger.Hub{r.region.Hubs, r.region.Seats} {
		for _, h := range list {
			if h.Actor == code {
				return h, true
			}
		}
	}
	return ledger.Hub{}, false
}
