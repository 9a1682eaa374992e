package num

// WalkUpdate moves points down the gradient of (xy)^2, (2xy^2, 2x^2y), and adds noise:
//
//	for i { k := 2*rate*(x[i]*y[i]); x[i], y[i] = (x[i] - k*y[i]) + noise*nx[i], (y[i] - k*x[i]) + noise*ny[i] }
//
// It reports whether all coordinates are within ±edge (one that is no number is not).
func WalkUpdate(x, y, nx, ny []float32, rate, noise, edge float32) bool {
	check(len(x), len(y), len(nx), len(ny))
	return walkUpdate(x, y, nx, ny, rate, noise, edge)
}

// WalkLabel moves points down the gradient of (xy - xi)^2, 2(xy - xi)(y, x), with
// xi = noise*n[i]:
//
//	for i { k := 2*rate*(x[i]*y[i] - noise*n[i]); x[i], y[i] = x[i] - k*y[i], y[i] - k*x[i] }
//
// It reports what WalkUpdate reports.
func WalkLabel(x, y, n []float32, rate, noise, edge float32) bool {
	check(len(x), len(y), len(n))
	return walkLabel(x, y, n, rate, noise, edge)
}

// Meet sets left[i] to all ones where |along[i]| <= |across[i]|, and leaves it elsewhere.
func Meet(left []uint32, along, across []float32) {
	check(len(along), len(left), len(across))
	meet(left, along, across)
}

func walkUpdateScalar(x, y, nx, ny []float32, rate, noise, edge float32) bool {
	within := true
	for i, px := range x {
		py := y[i]
		k := float32(2*rate) * float32(px*py)
		x[i] = px - float32(k*py) + float32(noise*nx[i])
		y[i] = py - float32(k*px) + float32(noise*ny[i])
		within = within && size(x[i]) < edge && size(y[i]) < edge
	}
	return within
}

func walkLabelScalar(x, y, n []float32, rate, noise, edge float32) bool {
	within := true
	for i, px := range x {
		py := y[i]
		k := float32(2*rate) * (float32(px*py) - float32(noise*n[i]))
		x[i] = px - float32(k*py)
		y[i] = py - float32(k*px)
		within = within && size(x[i]) < edge && size(y[i]) < edge
	}
	return within
}

func meetScalar(left []uint32, along, across []float32) {
	for i, v := range along {
		if size(v) <= size(across[i]) {
			left[i] = 1<<32 - 1
		}
	}
}

// size is |v|.
func size(v float32) float32 {
	if v < 0 {
		return -v
	}
	return v
}
