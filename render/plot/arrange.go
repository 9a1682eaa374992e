package plot

// Gap is the room between panels and around them; Margin is the room around them in a
// column, ColumnGap that between them.
const (
	Gap       = 20
	Margin    = 16
	ColumnGap = 18
)

// Broad is the least width at which panels stand side by side on one screen.
const Broad = 680

// A Form is the way a picture's panels are laid out.
type Form int

// The forms.
const (
	Slim  Form = iota // a small frame: the most telling panels only
	Stack             // a column
	Wide              // everything on one screen
)

// FormOf chooses the form for a canvas.
func FormOf(w, h float32) Form {
	switch {
	case w >= Broad && h >= 500:
		return Wide
	case w < Broad && h > 1.15*w:
		return Stack
	}
	return Slim
}
