package e2e

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/draw"
	"image/png"
	"strings"
	"testing"
)

// words are the texts of a PNG file by their keywords.
func pngWords(t *testing.T, file string) map[string]string {
	t.Helper()
	words := map[string]string{}
	for at := 8; at+12 <= len(file); {
		n := int(binary.BigEndian.Uint32([]byte(file[at:])))
		if file[at+4:at+8] == "iTXt" {
			name, text, ok := strings.Cut(file[at+8:at+8+n], "\x00\x00\x00\x00\x00")
			if !ok {
				t.Errorf("the text %q", file[at+8:at+8+n])
			}
			words[name] = text
		}
		at += 12 + n
	}
	return words
}

// drawn is the picture's pixels without its legend.
func (p *tab) drawn() string {
	p.t.Helper()
	return pixelsOf(p.image(), int(2*p.number(`document.querySelector("#picture").clientHeight`)))
}

// image is the exported picture.
func (p *tab) image() *image.RGBA {
	p.t.Helper()
	decoded, err := png.Decode(strings.NewReader(p.file("png")))
	if err != nil {
		p.t.Fatal(err)
	}
	rgba := image.NewRGBA(decoded.Bounds())
	draw.Draw(rgba, rgba.Rect, decoded, image.Point{}, draw.Src)
	return rgba
}

// pixelsOf are the first rows of a picture.
func pixelsOf(m *image.RGBA, rows int) string {
	return string(m.Pix[:min(rows, m.Rect.Dy())*m.Stride])
}

// A saved picture says in words what it shows, within and under it, and of the step it shows.
func TestPictureSaysWhatItIs(t *testing.T) {
	for name, c := range map[string]struct{ before, address string }{
		"view":   {"", "#v=1&scene=valley&walkers=30&seed=7&noise=0.05"},
		"curves": {noWebGL, "#v=1&scene=valley&walkers=30&seed=7&noise=0.05"},
		"stored": {noWebGL + `; delete window.CompressionStream`, "#v=1&scene=track&preset=tiny&edition=2&seed=9"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			site := serve(t)
			p := newTab(t)
			p.before(c.before)
			p.visit(site + c.address)
			p.ready()
			p.wait(`driftlab.state().step > 30`)
			file := p.file("png")
			words := pngWords(t, file)
			p.wait(`driftlab.state().playing`) // it goes on
			p.run(`driftlab.pause()`)
			for keyword, want := range map[string]string{
				"Title":    "driftlab " + p.text(`driftlab.state().scene`) + " · preset ",
				"Software": p.text(`driftlab.about().then((a) => a.version)`), "Source": p.text(`driftlab.link()`),
				"driftlab seed": p.text(`driftlab.state().params.seed`), "driftlab command": "bin/lab run ", "driftlab hash": "", "Description": "",
			} {
				if got, ok := words[keyword]; !ok || !strings.HasPrefix(got, want) || got == "" {
					t.Errorf("%s: %q, want %q; all: %q", keyword, got, want, words)
				}
			}
			if words["Warning"] != "" {
				t.Error(words["Warning"])
			}
			// The command gives the run that the picture is of.
			p.run(`driftlab.reset()`)
			p.run(`driftlab.step(` + words["driftlab step"] + `)`)
			p.is(`driftlab.about().then((a) => a.hash === ` + quote(words["driftlab hash"]) + `)`)

			m := p.image()
			rows := int(2 * p.number(`document.querySelector("#picture").clientHeight`))
			if m.Rect.Dy() < rows+40 || m.Rect.Dx() != int(2*p.number(`document.querySelector("#picture").clientWidth`)) {
				t.Fatalf("the picture is %v, without a legend %d high", m.Rect, rows)
			}
			for y := range m.Rect.Dy() {
				if edge := m.Pix[y*m.Stride : y*m.Stride+4]; !bytes.Equal(edge, m.Pix[:4]) {
					t.Fatalf("the ground is %v at the top and %v in row %d", m.Pix[:4], edge, y)
				}
			}
			legend := m.Pix[rows*m.Stride:]
			if n := len(legend) / 4; 4*bytes.Count(legend, legend[:4]) > 4*n-200 {
				t.Error("the legend is empty")
			}
		})
	}
}

// noWebGL makes a page in which the run is drawn as curves.
const noWebGL = `HTMLCanvasElement.prototype.getContext = ((get) => function (kind, ...rest) {
	return kind === "webgl2" ? null : get.call(this, kind, ...rest);
})(HTMLCanvasElement.prototype.getContext)`

// noisy makes a page read other pixels than were painted, by up to so much.
func noisy(much string) string {
	return `(() => {
		const spoil = (data) => { for (let i = 0; i < data.length; i += 997) data[i] ^= ` + much + `; };
		const read = WebGL2RenderingContext.prototype.readPixels;
		WebGL2RenderingContext.prototype.readPixels = function (...args) { read.apply(this, args); if (args[6]?.length) spoil(args[6]); };
		const get = CanvasRenderingContext2D.prototype.getImageData;
		CanvasRenderingContext2D.prototype.getImageData = function (...args) { const d = get.apply(this, args); spoil(d.data); return d; };
	})()`
}

// A picture that the browser falsified is not saved without a word.
func TestFalsifiedPicture(t *testing.T) {
	for name, before := range map[string]string{"view": "", "curves": noWebGL + ";"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			site := serve(t)
			p := newTab(t)
			p.before(before + noisy("100"))
			p.visit(site + "#v=1&scene=valley&walkers=5&paused=1")
			p.ready()
			p.is(`driftlab.export("png").then(() => false, (e) => e.message.startsWith("This browser changes pictures"))`)
			p.click("Save picture")
			p.says("[role=alert]", "Allow this page to read canvas data, or take a screenshot.")

			q := newTab(t)
			q.before(before + noisy("1"))
			q.visit(site + "#v=1&scene=valley&walkers=5&paused=1")
			q.ready()
			if words := pngWords(t, q.file("png")); !strings.Contains(words["Warning"], "differ by up to 1 of 255") {
				t.Errorf("%q", words)
			}
			q.says("[role=alert]", "differ by up to 1 of 255")
		})
	}
}
