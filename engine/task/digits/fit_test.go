package digits

import (
	"errors"
	"testing"
)

// bounds is the extent of the ink, and its centre of mass in pixels.
func (img *Image) bounds() (rows, columns int, down, along float64) {
	mass := 0.0
	for i, v := range img {
		mass += float64(v)
		down += float64(v) * (float64(i/Side) + 0.5)
		along += float64(v) * (float64(i%Side) + 0.5)
	}
	_, _, rows, columns = img.above(0).extent()
	return rows, columns, down / mass, along / mass
}

// Wherever a drawing is and whatever its size, its longer side becomes that of the box and its centre of
// mass the image's; its shape stays, and so does its ink for its size.
func TestFit(t *testing.T) {
	for name, c := range map[string]struct {
		img           *Image
		rows, columns int
	}{
		"tall":             {new(Image).line(0, 2, 28, 3), 20, 3},
		"wide":             {new(Image).line(24, 4, 2, 20), 2, 20},
		"in a corner":      {new(Image).line(0, 0, 14, 2), 21, 4}, // it grows, and its borders are soft
		"small":            {new(Image).line(19, 19, 9, 2), 14, 4},
		"with lines apart": {new(Image).line(1, 1, 24, 2).line(1, 23, 24, 2), 20, 20},
	} {
		got, err := Fit(c.img)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		rows, columns, down, along := got.bounds()
		if abs(rows-c.rows) > 1 || abs(columns-c.columns) > 1 {
			t.Errorf("%s: %d x %d pixels, want %d x %d", name, rows, columns, c.rows, c.columns)
		}
		if max(down, along) > Side/2+0.5 || min(down, along) < Side/2-0.5 {
			t.Errorf("%s: the centre of mass is at %v, %v", name, down, along)
		}
	}
	half := new(Image).line(0, 0, 26, 2) // scaled by 20/26
	got, err := Fit(half)
	if err != nil {
		t.Fatal(err)
	}
	was, is := 0, 0
	for i := range half {
		was, is = was+int(half[i]), is+int(got[i])
	}
	if want := float64(was) * (20. / 26) * (20. / 26); float64(is) < 0.98*want || float64(is) > 1.02*want {
		t.Errorf("%d of ink has become %d, want %.0f", was, is, want)
	}
}

// What is as MNIST's images are stays as it is.
func TestFitLeavesWhatFits(t *testing.T) {
	img := new(Image).line(4, 10, 20, 2).line(4, 16, 20, 2).line(13, 12, 2, 4)
	img[13*Side+13] = 100
	img[14*Side+14] = 100
	got, err := Fit(img)
	if err != nil {
		t.Fatal(err)
	}
	if *got != *img {
		t.Errorf("%v has become %v", img, got)
	}
}

func TestFitRefuses(t *testing.T) {
	faint := new(Image)
	for i := range faint {
		faint[i] = 9
	}
	hardly := new(Image)
	for r := range Side {
		hardly[r*Side+5*(r%2)] = 1 // averaged, it is none
	}
	for name, c := range map[string]struct {
		img  *Image
		want error
	}{
		"nothing":        {new(Image), ErrBlank},
		"hardly":         {hardly, ErrBlank},
		"one pixel":      {new(Image).line(0, 27, 1, 1), ErrDot},
		"a dot of a pen": {new(Image).line(12, 12, 4, 4), ErrDot},
		"all of it":      {new(Image).line(0, 0, Side, Side), ErrFull},
		"faintly":        {faint, ErrFull},
	} {
		if img, err := Fit(c.img); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, %v", name, img, err)
		}
	}
}
