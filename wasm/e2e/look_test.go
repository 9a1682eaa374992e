package e2e

import (
	"fmt"
	"image/color"
	"image/png"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
)

// Who asks for less motion finds a still page that plays when asked.
func TestReducedMotion(t *testing.T) {
	t.Parallel()
	site := serve(t, late(`/view\.`))
	p := newTab(t)
	p.media("prefers-reduced-motion", "reduce")
	p.visitEarly(site + "#v=1&scene=track&preset=tiny&edition=2")
	p.says("#step", "step 0")
	p.is(`driftlab.state().step === 0 && !driftlab.state().playing`)
	p.says("#speed", "paused")
	p.click("Play")
	p.wait(`driftlab.state().step > 5`)
}

// The page and the picture wear the theme that the visitor or the system asks for.
func TestThemes(t *testing.T) {
	t.Parallel()
	site := serve(t)
	p := newTab(t)
	p.media("prefers-color-scheme", "light")
	p.visit(site + "#v=1&scene=valley&walkers=3&paused=1")
	p.ready()
	p.wait(lightness + ` > 0.8`)
	p.corner(0.8, 1)
	p.media("prefers-color-scheme", "dark")
	p.wait(lightness + ` < 0.2`)
	p.corner(0, 0.2)

	p.run(`location.hash += "&theme=projector"`)
	p.wait(lightness + ` > 0.8 && document.documentElement.dataset.theme === "projector"`)
	p.corner(0.8, 1)
	p.wait(`driftlab.state().playing === false && location.hash.includes("theme=projector")`)
}

// lightness is that of the page's background.
const lightness = `(getComputedStyle(document.documentElement).backgroundColor.match(/[\d.]+/g).slice(0, 3).reduce((a, b) => a + Number(b), 0) / 765)`

// The picture has a pixel for each of the screen's, also when it moves to another one.
func TestCrisp(t *testing.T) {
	t.Parallel()
	p := open(t, "#v=1&scene=valley&walkers=3&paused=1")
	for _, ratio := range []float64{2, 1.5, 1} {
		// The emulation tells the page of another ratio only when the size is another, too.
		p.do(screen(int64(1000+10*ratio), 420, ratio, false))
		p.wait(fmt.Sprintf(`devicePixelRatio === %v`, ratio))
		p.wait(`(() => {
			const [box, frame] = [document.querySelector("#picture"), document.querySelector("iframe")];
			const [canvas, shown] = [frame.contentDocument.querySelector("canvas"), frame.getBoundingClientRect()];
			const near = (a, b) => Math.abs(a - b) < 1;
			return near(canvas.width, box.clientWidth * devicePixelRatio) && near(shown.width, box.clientWidth) &&
				near(canvas.height, box.clientHeight * devicePixelRatio) && near(shown.height, box.clientHeight);
		})()`)
	}
}

// On a narrow screen nothing sticks out sideways, and everything is within reach.
func TestNarrow(t *testing.T) {
	t.Parallel()
	site := serve(t)
	p := newTab(t)
	p.do(screen(390, 844, 2, true))
	p.visit(site + "#v=1&paused=1&scene=" + exhibits()[0])
	p.ready()
	for _, scene := range exhibits() {
		at := fmt.Sprintf(`document.querySelector("[data-tab=%s]")`, scene)
		p.openMenu()
		p.run(at + `.scrollIntoView({behavior: "instant"})`)
		p.is(`((r) => r.left >= 0 && r.right <= innerWidth && r.height >= 24)(` + at + `.getBoundingClientRect())`)
		p.run(at + `.click()`)
		p.wait(`driftlab.state().scene === ` + quote(scene))
		p.run(`driftlab.pause()`)
		p.run(`document.querySelectorAll("details").forEach((d) => d.open = true)`)
		p.is(`document.scrollingElement.scrollWidth <= innerWidth`)
		p.is(`innerWidth === 390`)
	}
	for _, out := range []string{"button", "input", "select", "a", "iframe"} {
		p.is(fmt.Sprintf(`![...document.querySelectorAll(%q)].some((e) => e.checkVisibility() && e.getBoundingClientRect().right > innerWidth + 1)`, out))
	}
}

// screen is one of that size in CSS pixels, with so many of its own to each; a mobile one
// is a telephone's.
func screen(width, height int64, ratio float64, mobile bool) action {
	return call(emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{
		Width: width, Height: height, DeviceScaleFactor: ratio, Mobile: mobile,
	})
}

// media emulates preferences of the visitor's system: name, value, name, value.
func (p *tab) media(preferences ...string) {
	p.t.Helper()
	var features []*emulation.MediaFeature
	for i := 0; i < len(preferences); i += 2 {
		features = append(features, &emulation.MediaFeature{Name: preferences[i], Value: preferences[i+1]})
	}
	p.do(call(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: features}))
}

// corner waits until the picture's first pixel is of a lightness in this range.
func (p *tab) corner(least, most float64) {
	p.t.Helper()
	var got float64
	for end := time.Now().Add(patience); time.Now().Before(end); {
		picture, err := png.Decode(strings.NewReader(p.file("png")))
		if err != nil {
			p.t.Fatal(err)
		}
		got = float64(color.GrayModel.Convert(picture.At(0, 0)).(color.Gray).Y) / 255
		if got >= least && got <= most {
			return
		}
	}
	p.t.Fatalf("the picture's background has the lightness %v, not in [%v, %v]", got, least, most)
}
