package digits

import (
	"bytes"
	"encoding/binary"
	"testing"
)

func someGallery() *Gallery {
	g := &Gallery{Side: 3}
	g.Train.Add(7, []byte{0, 0, 9, 8, 0, 7, 0, 0, 0})
	g.Train.Add(0, []byte{0, 0, 0, 0, 0, 0, 0, 0, 255})
	for range 40 { // more zeros than a byte counts
		g.Test.Add(3, make([]byte, 9))
	}
	return g
}

func TestPackAndReadImages(t *testing.T) {
	want := someGallery()
	got, err := ReadImages(want.Pack(), 100, 100)
	if err != nil {
		t.Fatal(err)
	}
	if got.Side != 3 || !bytes.Equal(got.Train.Labels, want.Train.Labels) || !bytes.Equal(got.Train.Ink, want.Train.Ink) || !bytes.Equal(got.Test.Ink, want.Test.Ink) {
		t.Errorf("read %+v", got)
	}
	few, err := ReadImages(want.Pack(), 1, 2)
	if err != nil || few.Train.Len() != 1 || few.Test.Len() != 2 || !bytes.Equal(few.Of(&few.Train, 0), want.Of(&want.Train, 0)) {
		t.Errorf("the first digits are %+v: %v", few, err)
	}
}

// Whatever is missing or changed in a file, it is refused.
func TestReadImagesRefuses(t *testing.T) {
	b := someGallery().Pack()
	for n := range b {
		if _, err := ReadImages(b[:n], 9, 9); err == nil {
			t.Errorf("%d of %d bytes were read", n, len(b))
		}
		bad := bytes.Clone(b)
		bad[n] ^= 4
		if _, err := ReadImages(bad, 9, 9); err == nil {
			t.Errorf("byte %d may be another", n)
		}
	}
	if _, err := ReadImages(someData().Pack(), 9, 9); err == nil {
		t.Error("strokes were read as images")
	}
	one := func(side, label byte, ink ...byte) []byte {
		b := append([]byte(imageMagic), side, 1, 0, 0, 0, label)
		b = append(binary.LittleEndian.AppendUint32(b, uint32(len(ink))), ink...)
		return append(b, 0, 0, 0, 0, 0, 0, 0, 0)
	}
	for name, body := range map[string][]byte{
		"side":   one(29, 1, 1),
		"none":   one(0, 1),
		"label":  one(1, 10, 1),
		"zeros":  one(1, 1, 0, 0),
		"cut":    one(1, 1, 0),
		"little": one(2, 1, 1, 1, 1),
		"much":   one(1, 1, 0, 2),
		"more":   append(one(1, 1, 1), 7),
	} {
		if _, err := ReadImages(binary.LittleEndian.AppendUint64(body, sum(body)), 9, 9); err == nil {
			t.Errorf("%s: read", name)
		}
	}
	if _, err := ReadImages(func() []byte { b := one(1, 1, 1); return binary.LittleEndian.AppendUint64(b, sum(b)) }(), 9, 9); err != nil {
		t.Error(err)
	}
}

func FuzzReadImages(f *testing.F) {
	b := someGallery().Pack()
	f.Add(b[:len(b)-8])
	f.Fuzz(func(t *testing.T, body []byte) {
		g, err := ReadImages(binary.LittleEndian.AppendUint64(body, sum(body)), 1000, 1000)
		if err == nil && (len(g.Train.Ink) != g.Train.Len()*g.Side*g.Side || len(g.Test.Ink) != g.Test.Len()*g.Side*g.Side) {
			t.Errorf("%d digits have ink of %d pixels", g.Train.Len(), len(g.Train.Ink))
		}
	})
}

// A small pixel is the mean of four, and halves are rounded up.
func TestHalved(t *testing.T) {
	var img Image
	img[0], img[1], img[Side], img[Side+1] = 10, 20, 30, 42
	img[Side*Side-1] = 255
	if ink := img.Halved(); len(ink) != 14*14 || ink[0] != 26 || ink[1] != 0 || ink[14*14-1] != 64 {
		t.Errorf("%v", ink)
	}
}
