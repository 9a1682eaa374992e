package plot_test

import (
	"fmt"

	"driftlab/render/plot"
)

// A map that is as large as it can be beside two curves, or above them.
func ExampleArrange() {
	const picture, loss, drift = 0, 1, 2
	layout := plot.Layout{
		Panels: []plot.Panel{
			picture: {Square: true, Height: 40, Rank: 0}, // 40 for its title and its axis
			loss:    {Height: 180, Rank: 1},
			drift:   {Height: 180, Rank: 2},
		},
		Wide: []plot.Cut{
			{Side: plot.Left, Share: 0.6, Aspect: 1, Frame: -40, Gap: plot.Gap, Panels: []int{picture}},
			{Panels: []int{loss, drift}, Down: true, Between: plot.Gap},
		},
		Slim: []plot.Cut{
			{Side: plot.Left, Share: 0.5, Gap: 8, Panels: []int{picture}},
			{Panels: []int{loss, drift}, Down: true, Between: 8, Each: 110},
		},
	}
	for _, size := range [][2]float32{{1000, 640}, {400, 200}, {372, layout.Height(372)}} {
		_, boxes := plot.Arrange(&layout, size[0], size[1])
		fmt.Println(boxes)
	}
	// Output:
	// [{20 20 560 600} {600 20 380 290} {600 330 380 290}]
	// [{8 8 192 184} {208 8 184 184} {0 0 0 0}]
	// [{16 16 340 380} {16 414 340 180} {16 612 340 180}]
}
