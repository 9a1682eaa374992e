package e2e

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// What the address asks in vain is listed in one notice, and the rest applied.
func TestAddressInVain(t *testing.T) {
	t.Parallel()
	p := openEarly(t, "#v=1&scene=bogus&preset=nope&walker=3&noise=7&init=poor&rate=0.05&paused=1")
	p.is(`[...document.querySelectorAll(".notice")].filter((n) => n.checkVisibility()).length === 1`)
	p.says("#notice", "In the address: ")
	p.says("#notice", "more")
	for _, text := range []string{`"bogus"`, `"nope"`, `did you mean "walkers"?`, "noise: 7 is outside [0, 1]", `init: "poor" is not one of rich, lazy`} {
		p.is(`document.querySelector("#notice p").title.includes(` + quote(text) + `)`)
	}
	p.is(`driftlab.state().scene === "track" && ` + param("rate") + ` === "0.05"`)
	p.click("Dismiss")
	p.wait(`!document.querySelector("#notice").checkVisibility()`)
	p.run(`driftlab.play()`)
	p.wait(`driftlab.state().step > 5 && !document.querySelector("#notice").checkVisibility()`)
}

// Words of others in the address, before or behind the hash, are passed over in silence.
func TestForeignWords(t *testing.T) {
	t.Parallel()
	p := openEarly(t, "?utm_source=mail&utm_term=50%&fbclid=Iw%zz&mc_cid=1&page=2#v=1&scene=track&preset=tiny&edition=2&units=64&gclid=x&paused=1&/3")
	p.agree("track", map[string]string{"preset": "tiny", "units": "64"})
	p.quiet()
	p.is(`location.search === ""`)
}

// However much is wrong, notices leave the picture more than half its height, at any size.
func TestNoticesLeaveThePicture(t *testing.T) {
	t.Parallel()
	const vain = "v=7&scene=bogus&preset=nope&noise=7&init=poor&task=maze&rate=fast&units=-1&samples=many&rays=1000&lx=x&ly=y&paused=1"
	site := serve(t, late(`/view\.`))
	p := newTab(t)
	// What is seen of the picture: embedded, notices lie over it.
	const seen = `(() => {
		const [n, b] = [".notices", "#picture"].map((s) => document.querySelector(s).getBoundingClientRect());
		return b.height - Math.max(0, Math.min(n.bottom, b.bottom) - Math.max(n.top, b.top));
	})()`
	for _, embed := range []string{"", "&embed=1"} {
		for _, size := range [][2]int64{{1280, 720}, {1024, 768}, {1000, 420}, {1000, 300}, {390, 844}, {320, 240}} {
			p.do(chromedp.EmulateViewport(size[0], size[1]))
			p.visit("about:blank")
			p.visitEarly(site + "#" + vain + embed)
			p.says("#notice", "In the address: ")
			p.is(`(() => {
				const p = document.querySelector("#notice p");
				return p.clientHeight <= 3.2 * parseFloat(getComputedStyle(p).lineHeight);
			})()`)
			with := p.number(seen)
			p.run(`document.querySelector("#notice").hidden = true`)
			without := p.number(seen)
			p.run(`document.querySelector("#notice").hidden = false`)
			p.run(fmt.Sprintf(`(() => {
				const box = document.querySelector("#problem");
				box.hidden = false;
				box.textContent = %q;
			})()`, strings.Repeat("It is all wrong, from start to end. ", 60)))
			worst := p.number(seen)
			if with < without/2 || worst < without/2 || without < 50 {
				t.Errorf("%v%s: the picture is %v high, with a notice %v, with long ones %v", size, embed, without, with, worst)
			}
		}
	}
}
