package num

// Cells are rectified cells that inhibit each other on their way to rest. All slices are equally
// long, a multiple of Lanes.
type Cells struct {
	U, Y       []float32 // potential and activity
	Drive      []float32 // what comes from outside
	Inhibition []float32 // what comes from all cells, each cell's own share included
	Self       []float32 // that share, for each unit of the cell's activity
	Gain       []float32 // 0 for a cell that there is not
}

// Relax takes one step of length dt:
//
//	for i { d := dt*((drive[i]-u[i]) - (inhibition[i]-self[i]*y[i])); u[i] += d; y[i] = max(u[i]-threshold, 0)*gain[i] }
//
// It returns the sums of the squares of d and of u: number i is added to lane i%4, then the
// lanes (0+2) + (1+3).
func Relax(c *Cells, dt, threshold float32) (moved, size float32) {
	check(len(c.U), len(c.Y), len(c.Drive), len(c.Inhibition), len(c.Self), len(c.Gain))
	return relax(c, dt, threshold)
}

// Hebb lets weights decay and adds what fired together, and noise:
//
//	for i { w[i] = (keep*w[i] + gain*y[i]) + noise*normal[i] }
func Hebb(w, y, normal []float32, keep, gain, noise float32) {
	check(len(w), len(y), len(normal))
	hebb(w, y, normal, keep, gain, noise)
}

// KeepPositive replaces what is below 0 by 0.
func KeepPositive(w []float32) {
	check(len(w))
	keepPositive(w)
}

func relaxScalar(c *Cells, dt, threshold float32) (moved, size float32) {
	var m, s [Lanes]float32
	u, y := c.U, c.Y[:len(c.U)]
	for i := range u {
		d := float32(dt * ((c.Drive[i] - u[i]) - (c.Inhibition[i] - float32(c.Self[i]*y[i]))))
		u[i] += d
		y[i] = 0
		if over := u[i] - threshold; over > 0 {
			y[i] = float32(over * c.Gain[i])
		}
		m[i%Lanes] += float32(d * d)
		s[i%Lanes] += float32(u[i] * u[i])
	}
	return (m[0] + m[2]) + (m[1] + m[3]), (s[0] + s[2]) + (s[1] + s[3])
}

func hebbScalar(w, y, normal []float32, keep, gain, noise float32) {
	y, normal = y[:len(w)], normal[:len(w)]
	for i := range w {
		w[i] = float32(keep*w[i]) + float32(gain*y[i]) + float32(noise*normal[i])
	}
}

func keepPositiveScalar(w []float32) {
	for i, v := range w {
		if v < 0 {
			w[i] = 0
		}
	}
}
