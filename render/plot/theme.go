package plot

// A Theme is the colours of a picture by what they are for, and how large it is drawn.
type Theme struct {
	Page  RGBA // behind everything
	Panel RGBA // behind a plot
	Edge  RGBA // frames and grid lines
	Text  RGBA
	Muted RGBA // ticks, subtitles

	// Categories after Okabe and Ito, darkened where they would fade on a light page.
	Orange, Sky, Green, Yellow, Vermilion, Pink RGBA

	Phases [3]RGBA // backgrounds of the three phases
	Zoom   float32 // of everything: letters, lines and gaps
	Type   float32 // the least height of letters, as a share of the picture's
	Stroke float32 // of the lines' widths alone
}

// themes are the looks by name.
var themes = map[string]*Theme{
	"dark": {
		Page: Hex(0x0f1417), Panel: Hex(0x141b20), Edge: Hex(0x2c3740), Text: Hex(0xeef2f4), Muted: Hex(0x9fabb3),
		Orange: Hex(0xe69f00), Sky: Hex(0x56b4e9), Green: Hex(0x1fc196), Yellow: Hex(0xf0e442),
		Vermilion: Hex(0xf0722a), Pink: Hex(0xdd92bb),
		Phases: [3]RGBA{Hex(0x33291a), Hex(0x12302c), Hex(0x1b2a3d)},
		Zoom:   1, Stroke: 1,
	},
	"light": {
		Page: Hex(0xfbfbf9), Panel: Hex(0xffffff), Edge: Hex(0xd3d9de), Text: Hex(0x1b2127), Muted: Hex(0x55616b),
		Orange: Hex(0xa86400), Sky: Hex(0x0072b2), Green: Hex(0x00795a), Yellow: Hex(0x7d6b00),
		Vermilion: Hex(0xc24e00), Pink: Hex(0xa3457c),
		Phases: [3]RGBA{Hex(0xfbf0d9), Hex(0xdff2ec), Hex(0xe1ebf7)},
		Zoom:   1, Stroke: 1,
	},
	"projector": {
		Page: Hex(0xffffff), Panel: Hex(0xffffff), Edge: Hex(0x8a949c), Text: Hex(0x000000), Muted: Hex(0x24292e),
		Orange: Hex(0x8f5200), Sky: Hex(0x00518a), Green: Hex(0x005c40), Yellow: Hex(0x5e5000),
		Vermilion: Hex(0xa33c00), Pink: Hex(0x86285f),
		Phases: [3]RGBA{Hex(0xffe9b8), Hex(0xc5eadf), Hex(0xcbdff5)},
		Zoom:   1.25, Type: 0.026, Stroke: 1.4,
	},
}

// Themed is the theme of that name, or the dark one.
func Themed(name string) *Theme {
	if t := themes[name]; t != nil {
		return t
	}
	return themes["dark"]
}

// An Ink is the colour of a category, whatever the theme.
type Ink uint8

// The inks.
const (
	Orange Ink = iota
	Sky
	Green
	Yellow
	Vermilion
	Pink
)

// Of is the ink's colour in the theme.
func (t *Theme) Of(ink Ink) RGBA {
	return [...]RGBA{t.Orange, t.Sky, t.Green, t.Yellow, t.Vermilion, t.Pink}[ink]
}

// Phase is the background of a phase, from 1 on; that of a plot where there is none.
func (t *Theme) Phase(n int) RGBA {
	if n < 1 || n > len(t.Phases) {
		return t.Panel
	}
	return t.Phases[n-1]
}

// Letters is the size of the smallest letters in canvas units.
const Letters = 12

// ZoomFor is how many CSS pixels one canvas unit takes in a frame of the given size in CSS
// pixels: 1 in a page, more where the frame is so large that it is looked at from afar, and
// where letters are to be a share of its height. A frame taller than wide is a column, which
// nobody sees as a whole.
func (t *Theme) ZoomFor(w, h float32) float32 {
	zoom := t.Zoom * min(max(min(w/1360, h/800), 1), 4)
	return max(zoom, t.Type*min(h, w*0.75)/Letters)
}
