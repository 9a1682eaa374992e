package e2e

import (
	"regexp"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// onePage matches a page of a PDF file.
var onePage = regexp.MustCompile(`/Type\s*/Page\b[^s]`)

// printed is the page as a PDF file.
func (p *tab) printed(landscape bool) []byte {
	p.t.Helper()
	return p.get(chromedp.PrintToPDF(chromedp.PDFPrintBackground(), func(p *page.PrintToPDFParams) { p.Landscape = &landscape }))
}

// medium has the page rendered for paper ("print"), or as it would be ("").
func medium(name string) action {
	return call(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: name})
}

// sheet evaluates to what is known of the picture on paper: how many colours it has in a
// thousand of its pixels, and how light its corner is.
const sheet = `((c) => {
	const all = c.getContext("2d").getImageData(0, 0, c.width, c.height).data;
	const colours = new Set();
	for (let i = 0; i < all.length; i += 4 * 997) colours.add(all[i] + " " + all[i + 1] + " " + all[i + 2]);
	return {colours: colours.size, corner: (all[0] + all[1] + all[2]) / 765, shape: c.width / c.height};
})(document.querySelector(".paper"))`

// On paper there is one page: the whole picture in light colours, with its caption and its
// settings, whatever the screen looks like. A small frame has no room for settings.
func TestPaper(t *testing.T) {
	for address, settings := range map[string]string{
		"#v=1&theme=dark&scene=valley&walkers=3&noise=0.03&paused=1":             "noise=0.03",
		"#v=1&theme=projector&scene=track&preset=tiny&edition=2&seed=5&paused=1": "seed=5",
		"#v=1&theme=dark&scene=valley&walkers=3&tempo=max&play=1&seed=6":         "tempo=max",
		"?embed=1#v=1&theme=dark&scene=valley&walkers=4&paused=1":                "walkers=4",
	} {
		t.Run(settings, func(t *testing.T) {
			t.Parallel()
			p := open(t, address)
			theme := p.text(`document.documentElement.dataset.theme`)
			p.run(`dispatchEvent(new Event("beforeprint"))`)
			p.is(`((s) => s.colours > 30 && s.corner > 0.9 && Math.abs(s.shape - 1.6) < 0.01)(` + sheet + `)`)
			p.do(medium("print"))
			p.is(lightness + ` > 0.9`)
			for _, shown := range []string{".paper", "#caption", "#step"} {
				p.is(`document.querySelector(` + quote(shown) + `).checkVisibility()`)
			}
			p.is(`document.querySelector("#settings").checkVisibility() !== document.documentElement.classList.contains("embedded")`)
			p.is(`![...document.querySelectorAll("button, input, select, iframe, .tabs, #said")].some((e) => e.checkVisibility())`)
			p.is(`document.getElementById("settings").textContent.includes(` + quote(settings) + `)`)
			p.do(medium(""))
			p.run(`dispatchEvent(new Event("afterprint"))`)
			p.is(`!document.querySelector(".paper") && document.documentElement.dataset.theme === ` + quote(theme))

			for _, landscape := range []bool{false, true} {
				file := p.printed(landscape)
				if n := len(onePage.FindAll(file, -1)); n != 1 {
					t.Errorf("landscape %v: %d pages", landscape, n)
				}
				if len(file) < 60_000 {
					t.Errorf("landscape %v: %d bytes hold no picture", landscape, len(file))
				}
			}
			p.is(`!document.querySelector(".paper") && document.documentElement.dataset.theme === ` + quote(theme))
		})
	}
}

// A run that is drawn as curves is printed as curves, light ones.
func TestPaperOfCurves(t *testing.T) {
	t.Parallel()
	site := serve(t)
	p := newTab(t)
	p.before(`HTMLCanvasElement.prototype.getContext = ((get) => function (kind, ...rest) {
		return kind === "webgl2" ? null : get.call(this, kind, ...rest);
	})(HTMLCanvasElement.prototype.getContext)`)
	p.visit(site + "#v=1&theme=dark&scene=track&preset=tiny&edition=2&paused=1")
	p.ready()
	fill := `document.querySelector(".curves rect").getAttribute("fill")`
	dark := p.text(fill)
	p.run(`dispatchEvent(new Event("beforeprint"))`)
	p.is(fill + ` !== ` + quote(dark))
	p.run(`dispatchEvent(new Event("afterprint"))`)
	p.is(fill + ` === ` + quote(dark))
	if n := len(onePage.FindAll(p.printed(false), -1)); n != 1 {
		t.Errorf("%d pages", n)
	}
}

// A page that has a frame with the exhibit prints the picture in it, light where the frame
// may look into its own picture.
func TestPaperOfAHost(t *testing.T) {
	t.Parallel()
	p := room(t, `<iframe id="inner" width="640" height="400" src="driftlab.html?embed=1#scene=valley&theme=dark&walkers=20&paused=1"></iframe>`)
	p.wait(`inner.contentWindow.driftlab`)
	p.run(`inner.contentWindow.driftlab.ready`)
	if file := p.printed(false); len(onePage.FindAll(file, -1)) != 1 || len(file) < 60_000 {
		t.Errorf("%d pages in %d bytes", len(onePage.FindAll(file, -1)), len(file))
	}
	p.is(`!inner.contentDocument.querySelector(".paper")`)
}
