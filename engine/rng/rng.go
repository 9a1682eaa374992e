package rng

// A Key names a stream: a run's seed and what the numbers are for.
// Streams of one seed, and equal streams of different seeds, are independent.
type Key struct{ Seed, Stream uint32 }

// group is how many numbers are made together: four blocks of four words, block 4k+lane
// in lane, word w of all four lanes at 16k+4w.
const group = 16

// Normals fills dst with standard normals: dst[i] is a function of the key, step and i
// alone. The values lie within 5.8 of 0 (24-bit uniforms).
func (k Key) Normals(dst []float32, step uint64) {
	k.NormalsFrom(dst, step, 0)
}

// NormalsFrom fills dst with the normals from index at on, a multiple of 16: the same as
// what Normals puts at [at:at+len(dst)].
func (k Key) NormalsFrom(dst []float32, step uint64, at int) {
	k.fill(dst, step, at, normals)
}

// Uniforms fills dst with numbers uniform in [0, 1), multiples of 2^-24: dst[i] is a
// function of the key, step and i alone.
func (k Key) Uniforms(dst []float32, step uint64) {
	k.fill(dst, step, 0, uniforms)
}

// fill runs a kernel over the whole groups of dst, then over a spare group for the rest.
func (k Key) fill(dst []float32, step uint64, at int, kernel func([]float32, [4]uint32, uint32, uint64)) {
	if at%group != 0 {
		panic("rng: index is not a multiple of 16")
	}
	key := [4]uint32{k.Seed, k.Stream}
	first := uint32(at / group)
	whole := len(dst) / group * group
	kernel(dst[:whole], key, first, step)
	if whole < len(dst) {
		var spare [group]float32
		kernel(spare[:], key, first+uint32(whole/group), step)
		copy(dst[whole:], spare[:])
	}
}
