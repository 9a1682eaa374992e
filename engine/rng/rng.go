package rng

// A Key names a stream: a run's seed and what the numbers are for.
// Streams of one seed, and equal streams of different seeds, are independent.
type Key struct{ Seed, Stream uint32 }

// group is how many numbers are made together: four blocks of four words, block 4k+lane
// in lane, word w of all four lanes at 16k+4w.
const group = 16

// Group is what the index at which a stream is entered is a multiple of.
const Group = group

// Normals fills dst with standard normals: dst[i] is a function of the key, step and i
// alone. The values lie within 5.8 of 0 (24-bit uniforms).
func (k Key) Normals(dst []float32, step uint64) { k.NormalsFrom(dst, step, 0) }

// NormalsFrom fills dst with the normals from index at on, a multiple of Group: the same as
// what Normals puts at [at:at+len(dst)].
func (k Key) NormalsFrom(dst []float32, step uint64, at int) {
	if at%group != 0 {
		panic("rng: index is not a multiple of 16")
	}
	key, first := [4]uint32{k.Seed, k.Stream}, uint32(at/group)
	whole := len(dst) / group
	normals(dst[:whole*group], key, first, step)
	if rest := dst[whole*group:]; len(rest) > 0 {
		var spare [group]float32
		normals(spare[:], key, first+uint32(whole), step)
		copy(rest, spare[:])
	}
}

// Uniforms fills dst with numbers uniform in [0, 1), multiples of 2^-24: dst[i] is a
// function of the key, step and i alone.
func (k Key) Uniforms(dst []float32, step uint64) {
	key := [4]uint32{k.Seed, k.Stream}
	whole := len(dst) / group
	uniforms(dst[:whole*group], key, 0, step)
	if rest := dst[whole*group:]; len(rest) > 0 {
		var spare [group]float32
		uniforms(spare[:], key, uint32(whole), step)
		copy(rest, spare[:])
	}
}
