package e2e

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

func TestZZShots(t *testing.T) {
	site := serve(t)
	p := newTab(t)
	shots := os.Getenv("SHOTS") // "name|w|h|theme|address|steps;..."
	for _, line := range strings.Split(shots, ";") {
		f := strings.Split(line, "|")
		var w, h, n int
		fmt.Sscan(f[1], &w)
		fmt.Sscan(f[2], &h)
		fmt.Sscan(f[5], &n)
		p.do(chromedp.EmulateViewport(int64(w), int64(h)))
		p.visit(site + "?theme=" + f[3] + "&paused=1&x=" + f[0] + "#v=1&" + f[4])
		p.ready()
		if n > 0 {
			p.run(fmt.Sprintf("driftlab.step(%d)", n))
		}
		if len(f) > 6 {
			p.run(f[6])
		}
		p.run(`new Promise((d) => setTimeout(d, 1500))`)
		var png []byte
		p.do(chromedp.CaptureScreenshot(&png))
		os.WriteFile("/tmp/w/shot-"+f[0]+".png", png, 0o644)
		t.Log(f[0], p.text(`driftlab.state().caption`))
	}
}
