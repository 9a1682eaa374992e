package e2e

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"testing"

	"github.com/chromedp/chromedp"
)

// Where the system forces its colours, sliders and the open tab can be seen.
func TestForcedColours(t *testing.T) {
	for _, scheme := range []string{"dark", "light"} {
		t.Run(scheme, func(t *testing.T) {
			t.Parallel()
			site := serve(t, late(`/view\.`))
			p := newTab(t)
			p.media("forced-colors", "active", "prefers-color-scheme", scheme)
			p.visitEarly(site + "#v=1&scene=valley&paused=1")
			p.is(`matchMedia("(forced-colors: active)").matches`)
			p.run(`driftlab.set({noise: 0.5})`)
			// The filled part, the rest of the track, the thumb: three colours at least with the ground.
			if n := colours(p.shot(dial("noise") + " input[type=range]")); n < 3 {
				t.Errorf("the slider has %d colours", n)
			}
			tab := func(open bool) string {
				return fmt.Sprintf(`((s) => s.borderLeftColor + s.borderLeftWidth)(getComputedStyle(document.querySelector(".tabs a%s")))`,
					map[bool]string{true: "[aria-current]", false: ":not([aria-current])"}[open])
			}
			if on, off := p.text(tab(true)), p.text(tab(false)); on == off {
				t.Errorf("open and closed tabs have the border %s", on)
			}
			if n := colours(p.shot(".deck button.primary")); n < 2 {
				t.Errorf("the word on the chief button has the button's colour")
			}
			p.write("valley-noise", "7")
			p.wait(`getComputedStyle(document.getElementById("valley-noise")).borderBottomStyle === "dashed"`)
		})
	}
}

// shot is a picture of an element.
func (p *tab) shot(selector string) image.Image {
	p.t.Helper()
	picture, err := png.Decode(bytes.NewReader(p.get(chromedp.Screenshot(chromedp.CSS(selector)))))
	if err != nil {
		p.t.Fatal(err)
	}
	return picture
}

// colours is how many colours cover a hundredth of the picture each.
func colours(picture image.Image) int {
	count := map[[3]uint32]int{}
	box := picture.Bounds()
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			r, g, b, _ := picture.At(x, y).RGBA()
			count[[3]uint32{r, g, b}]++
		}
	}
	n := 0
	for _, c := range count {
		if c*100 >= box.Dx()*box.Dy() {
			n++
		}
	}
	return n
}
