//go:build !goexperiment.simd

package num

func mix(y Tiled, w Rows, x Tiled, tiles int) { mixScalar(y, w, x, tiles) }

func cross(c []float32, a, b Tiled, tiles int) { crossScalar(c, a, b, tiles) }

func blend(dst []float32, a float32, x []float32, b float32, y []float32) {
	blendScalar(dst, a, x, b, y)
}

func scaleBy(dst []float32, a float32, x []float32) { scaleByScalar(dst, a, x) }

func reluRow(dst, x []float32) { reluRowScalar(dst, x) }

func reluBack(d, h []float32) { reluBackScalar(d, h) }
