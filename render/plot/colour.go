package plot

import "math"

// RGBA is a colour with straight (not premultiplied) alpha.
type RGBA struct{ R, G, B, A uint8 }

// Hex is the opaque colour 0xrrggbb.
func Hex(rgb uint32) RGBA {
	return RGBA{uint8(rgb >> 16), uint8(rgb >> 8), uint8(rgb), 255}
}

// Alpha is the colour c with its opacity multiplied by a in [0, 1].
func Alpha(c RGBA, a float32) RGBA {
	c.A = uint8(float32(c.A)*min(max(a, 0), 1) + 0.5)
	return c
}

// Mix is the colour a share f in [0, 1] of the way from a to b.
func Mix(a, b RGBA, f float32) RGBA {
	m := func(p, q uint8) uint8 { return uint8(float32(p) + f*(float32(q)-float32(p)) + 0.5) }
	return RGBA{m(a.R, b.R), m(a.G, b.G), m(a.B, b.B), m(a.A, b.A)}
}

// A ColourMap gives a colour to each byte: 0 the lowest value, 255 the highest.
type ColourMap [256]RGBA

// Viridis is matplotlib's perceptual map from dark violet to yellow (polynomial fit by
// M. Zucker, within 2 of 255 of the table).
var Viridis = polynomial([7][3]float64{
	{0.2777273272234177, 0.005407344544966578, 0.3340998053353061},
	{0.1050930431085774, 1.404613529898575, 1.384590162594685},
	{-0.3308618287255563, 0.214847559468213, 0.09509516302823659},
	{-4.634230498983486, -5.799100973351585, -19.33244095627987},
	{6.228269936347081, 14.17993336680509, 56.69055260068105},
	{4.776384997670288, -13.74514537774601, -65.35303263337234},
	{-5.435455855934631, 4.645852612178535, 26.3124352495832},
})

// Cividis is the map from blue to yellow that people with and without colour vision
// deficiency see alike (Nuñez, Anderton, Renslow 2018; polynomial fit as in d3).
var Cividis = polynomial([7][3]float64{
	{-4.54 / 255, 32.49 / 255, 81.24 / 255},
	{-35.34 / 255, 170.73 / 255, 442.36 / 255},
	{2381.73 / 255, 52.82 / 255, -2482.43 / 255},
	{-6402.7 / 255, -131.46 / 255, 6167.24 / 255},
	{7024.72 / 255, 176.58 / 255, -6614.94 / 255},
	{-2710.57 / 255, -67.37 / 255, 2475.67 / 255},
})

// Grey runs from near black to near white, for the texture of walls and views.
var Grey = polynomial([7][3]float64{{0.10, 0.10, 0.10}, {0.85, 0.85, 0.85}})

// polynomial samples sum_k c[k] t^k for each channel at t = 0, 1/255 ... 1.
func polynomial(c [7][3]float64) *ColourMap {
	var m ColourMap
	for i := range m {
		t, rgb := float64(i)/255, [3]uint8{}
		for ch := range rgb {
			v := 0.0
			for k := len(c) - 1; k >= 0; k-- {
				v = v*t + c[k][ch]
			}
			rgb[ch] = uint8(math.Round(255 * min(max(v, 0), 1)))
		}
		m[i] = RGBA{rgb[0], rgb[1], rgb[2], 255}
	}
	return &m
}

// Byte is the index into a colour map of v in [lo, hi].
func Byte(v, lo, hi float32) byte {
	f := (v - lo) / (hi - lo)
	if !(f > 0) {
		return 0
	}
	return byte(min(f, 1)*255 + 0.5)
}

// AppendShades appends the indices into a colour map of values in [lo, hi], from 1 on: 0 is
// for those that are no numbers.
func AppendShades(dst []byte, v []float32, lo, hi float32) []byte {
	for _, x := range v {
		shade := byte(0)
		if x == x {
			shade = max(Byte(x, lo, hi), 1)
		}
		dst = append(dst, shade)
	}
	return dst
}
