//go:build js

// Package screen is Ebitengine as a device to draw on.
package screen

import (
	"image"
	"unsafe"

	"driftlab/render"

	"github.com/hajimehoshi/ebiten/v2"
)

// A Device makes Ebitengine's images.
type Device struct{}

// NewImage makes a transparent image.
func (Device) NewImage(w, h int, alone bool) render.Image {
	if alone {
		return picture{ebiten.NewImageWithOptions(image.Rect(0, 0, w, h), &ebiten.NewImageOptions{Unmanaged: true})}
	}
	return picture{ebiten.NewImage(w, h)}
}

// Of is an image of Ebitengine's to draw on.
func Of(i *ebiten.Image) render.Image { return picture{i} }

// A picture is no larger than a pointer, so that an interface holds it without allocating.
type picture struct{ image *ebiten.Image }

func (p picture) Size() (w, h int)    { return p.image.Bounds().Dx(), p.image.Bounds().Dy() }
func (p picture) Write(pixels []byte) { p.image.WritePixels(pixels) }
func (p picture) Free()               { p.image.Deallocate() }

func (p picture) Part(r image.Rectangle) render.Image {
	return picture{p.image.SubImage(r).(*ebiten.Image)}
}

func (p picture) Triangles(v []render.Vertex, indices []uint32, src render.Image, smooth bool) {
	options := &sharpTriangles
	if smooth {
		options = &smoothTriangles
	}
	p.image.DrawTriangles32(vertices(v), indices, src.(picture).image, options)
}

// The two kinds of vertices have the same fields, or this does not compile.
var _ = ebiten.Vertex(render.Vertex{})

func vertices(v []render.Vertex) []ebiten.Vertex {
	return unsafe.Slice((*ebiten.Vertex)(unsafe.Pointer(unsafe.SliceData(v))), len(v))
}

var (
	sharpTriangles  = ebiten.DrawTrianglesOptions{ColorScaleMode: ebiten.ColorScaleModePremultipliedAlpha}
	smoothTriangles = ebiten.DrawTrianglesOptions{
		ColorScaleMode: ebiten.ColorScaleModePremultipliedAlpha,
		Filter:         ebiten.FilterLinear,
		Address:        ebiten.AddressClampToZero,
		DisableMipmaps: true,
	}
)

// place is used again and again: the page has one thread.
var place ebiten.DrawImageOptions

func (p picture) Place(src render.Image, over image.Rectangle, smooth bool) {
	w, h := src.Size()
	place.GeoM.Reset()
	place.GeoM.Scale(float64(over.Dx())/float64(w), float64(over.Dy())/float64(h))
	place.GeoM.Translate(float64(over.Min.X), float64(over.Min.Y))
	place.Filter = ebiten.FilterPixelated
	if smooth {
		place.Filter = ebiten.FilterLinear
	}
	p.image.DrawImage(src.(picture).image, &place)
}
