package scenetest

import (
	"flag"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"driftlab/engine/wire"
	"driftlab/render"
	"driftlab/render/paper"
)

var update = flag.Bool("update", false, "write the pictures in testdata")

// shrink is how many pixels of a picture are one of those in testdata, either way.
const shrink = 3

// samePicture compares the scene's picture with that in testdata.
func samePicture(t *testing.T, exhibit, name string, frame []byte) {
	d := paper.Device{}
	s := openOn(t, exhibit, frame, d)
	sheet := d.New(900, 600)
	s.Update(900, 600, render.Pointer{Seconds: 0.3})
	s.draw(sheet)
	got := smaller(sheet.Pixels)
	file := filepath.Join("testdata", name+".png")
	if *update {
		write(t, file, got)
	}
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	want, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	if share := differs(got, want); share > 0.002 {
		kept := filepath.Join(t.ArtifactDir(), name+".png")
		write(t, kept, got)
		t.Errorf("%.1f %% of the picture is not as in %s: see %s (kept with -artifacts); -update takes it", 100*share, file, kept)
	}
}

func write(t *testing.T, file string, m image.Image) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	f, err := os.Create(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := png.Encode(f, m); err != nil {
		t.Error(err)
	}
	if err := f.Close(); err != nil {
		t.Error(err)
	}
}

// smaller is the picture with averages for pixels: small differences in rounding between
// machines make none there.
func smaller(m *image.RGBA) *image.RGBA {
	small := image.NewRGBA(image.Rect(0, 0, m.Rect.Dx()/shrink, m.Rect.Dy()/shrink))
	for y := range small.Rect.Dy() {
		for x := range small.Rect.Dx() {
			var sum [3]int
			for i := range shrink * shrink {
				p := m.RGBAAt(x*shrink+i%shrink, y*shrink+i/shrink)
				sum[0], sum[1], sum[2] = sum[0]+int(p.R), sum[1]+int(p.G), sum[2]+int(p.B)
			}
			const n = shrink * shrink
			small.SetRGBA(x, y, color.RGBA{R: uint8(sum[0] / n), G: uint8(sum[1] / n), B: uint8(sum[2] / n), A: 255})
		}
	}
	return small
}

// differs is the share of pixels that are not alike.
func differs(a *image.RGBA, b image.Image) float64 {
	if a.Rect != b.Bounds() {
		return 1
	}
	n := 0
	for y := range a.Rect.Dy() {
		for x := range a.Rect.Dx() {
			p, q := a.RGBAAt(x, y), color.RGBAModel.Convert(b.At(x, y)).(color.RGBA)
			if far(p.R, q.R) || far(p.G, q.G) || far(p.B, q.B) {
				n++
			}
		}
	}
	return float64(n) / float64(a.Rect.Dx()*a.Rect.Dy())
}

func far(a, b uint8) bool { return max(a, b)-min(a, b) > 3 }

func equal(a, b []wire.Command) bool { return reflect.DeepEqual(a, b) }
