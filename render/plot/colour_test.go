package plot

import (
	"bytes"
	"math"
	"testing"
)

// Anchors of matplotlib's tables.
func TestColourMapsMeetTheirTables(t *testing.T) {
	for _, c := range []struct {
		name string
		m    *ColourMap
		at   int
		want RGBA
	}{
		{"viridis", Viridis, 0, Hex(0x440154)},
		{"viridis", Viridis, 64, Hex(0x3b528b)},
		{"viridis", Viridis, 128, Hex(0x21918c)},
		{"viridis", Viridis, 191, Hex(0x5ec962)},
		{"viridis", Viridis, 255, Hex(0xfde725)},
		{"cividis", Cividis, 0, Hex(0x00224e)},
		{"cividis", Cividis, 128, Hex(0x7d7c78)},
		{"cividis", Cividis, 255, Hex(0xfee838)},
	} {
		got := c.m[c.at]
		if far(got.R, c.want.R) || far(got.G, c.want.G) || far(got.B, c.want.B) {
			t.Errorf("%s at %d is %v, want about %v", c.name, c.at, got, c.want)
		}
	}
}

func far(a, b uint8) bool { return math.Abs(float64(a)-float64(b)) > 14 }

// luminance as WCAG defines it.
func luminance(c RGBA) float64 {
	lin := func(v uint8) float64 {
		if x := float64(v) / 255; x > 0.04045 {
			return math.Pow((x+0.055)/1.055, 2.4)
		} else {
			return x / 12.92
		}
	}
	return 0.2126*lin(c.R) + 0.7152*lin(c.G) + 0.0722*lin(c.B)
}

func TestColourMapsGrowBrighter(t *testing.T) {
	for _, m := range []*ColourMap{Viridis, Cividis, Grey} {
		for i := 8; i < 256; i += 8 {
			if luminance(m[i]) <= luminance(m[i-8]) {
				t.Errorf("map is no brighter at %d than at %d", i, i-8)
			}
		}
	}
}

func contrast(a, b RGBA) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func TestThemesAreLegible(t *testing.T) {
	for name, least := range map[string]float64{"dark": 4.5, "light": 4.5, "projector": 6} {
		th := Themed(name)
		inks := map[string]RGBA{
			"text": th.Text, "muted": th.Muted, "orange": th.Orange, "sky": th.Sky, "green": th.Green,
			"yellow": th.Yellow, "vermilion": th.Vermilion, "pink": th.Pink,
		}
		for ink, c := range inks {
			for _, ground := range []RGBA{th.Page, th.Panel} {
				if k := contrast(c, ground); k < least {
					t.Errorf("%s: %s on %v has contrast %.1f, want %.1f", name, ink, ground, k, least)
				}
			}
		}
		for i, ground := range th.Phases {
			if k := contrast(th.Text, ground); k < least {
				t.Errorf("%s: text on phase %d has contrast %.1f, want %.1f", name, i+1, k, least)
			}
		}
	}
	if Themed("nonsense") != Themed("dark") {
		t.Error("an unknown theme is not the dark one")
	}
}

func TestZoomKeepsPagesAtTheirSize(t *testing.T) {
	th := Themed("light")
	for _, c := range []struct{ w, h, want float32 }{{390, 1700, 1}, {1180, 830, 1}, {3840, 2160, 2.7}, {320, 240, 1}} {
		if got := th.ZoomFor(c.w, c.h); math.Abs(float64(got-c.want)) > 0.01 {
			t.Errorf("zoom of %vx%v is %v, want %v", c.w, c.h, got, c.want)
		}
	}
}

// With a projector the smallest letters are 2.6 % of the picture's height; a column is seen in
// parts, and keeps its size.
func TestLettersForAProjector(t *testing.T) {
	th := Themed("projector")
	for _, c := range []struct{ w, h float32 }{{1024, 540}, {1280, 520}, {1600, 680}, {1920, 860}, {3840, 1900}, {640, 300}} {
		if got := th.ZoomFor(c.w, c.h) * Letters / c.h; got < 0.026*0.9999 {
			t.Errorf("letters of %vx%v are %.2f %% of the height", c.w, c.h, 100*got)
		}
	}
	if got := th.ZoomFor(390, 1700); got != th.Zoom {
		t.Errorf("a column is drawn at the zoom %v", got)
	}
}

func TestByte(t *testing.T) {
	nan := float32(math.NaN())
	for _, c := range []struct {
		v    float32
		want byte
	}{{-2, 0}, {-1, 0}, {0, 128}, {1, 255}, {5, 255}, {nan, 0}} {
		if got := Byte(c.v, -1, 1); got != c.want {
			t.Errorf("Byte(%v) = %d, want %d", c.v, got, c.want)
		}
	}
}

func TestShadesKeepZeroForGaps(t *testing.T) {
	nan := float32(math.NaN())
	if got, want := AppendShades(nil, []float32{nan, -1, 0, 0.5, 1, 2}, 0, 1), []byte{0, 1, 1, 128, 255, 255}; !bytes.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestInksAreTheThemes(t *testing.T) {
	for _, name := range []string{"dark", "light", "projector"} {
		theme := Themed(name)
		if theme.Of(Orange) != theme.Orange || theme.Of(Pink) != theme.Pink {
			t.Errorf("%s: inks are mixed up", name)
		}
		if theme.Phase(0) != theme.Panel || theme.Phase(4) != theme.Panel || theme.Phase(3) != theme.Phases[2] {
			t.Errorf("%s: phases are mixed up", name)
		}
	}
}
