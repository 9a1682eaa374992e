package valley

// mostDrops is how many dropped walkers there are at once; the next replaces the oldest.
const mostDrops = 16

// drops are the walkers that the visitor dropped. They count in no statistics.
type drops struct {
	all          walkers // mostDrops of them
	fromX, fromY [mostDrops]float32
	n            int // in use
	next         int // the place of the next one
}

func (d *drops) clear() { *d = drops{all: newWalkers(mostDrops)} }

// add drops a walker at (x, y) and returns its place.
func (d *drops) add(x, y float32) int {
	k := d.next
	d.all.put(k, x, y)
	d.fromX[k], d.fromY[k] = x, y
	d.n = max(d.n, k+1)
	d.next = (k + 1) % mostDrops
	return k
}

// walkers are those in use; they share d's memory.
func (d *drops) walkers() walkers {
	return d.all.first(d.n)
}
