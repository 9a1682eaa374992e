package render

import "image"

// A Device makes images. In the browser that is Ebitengine (render/screen), in tests a
// piece of paper (render/paper).
type Device interface {
	// NewImage makes a transparent image of w x h pixels. One that stands alone shares no
	// memory of the graphics card with others: it is for what is written to in parts.
	NewImage(w, h int, alone bool) Image
}

// An Image is pixels to draw on and to draw with.
type Image interface {
	// Size is the image's width and height.
	Size() (w, h int)
	// Part is the image within a rectangle. It keeps the coordinates of the whole.
	Part(r image.Rectangle) Image
	// Write replaces the pixels: premultiplied RGBA, row after row.
	Write(pixels []byte)
	// Triangles draws a triangle for each three indices: texels of src times the vertices'
	// colours. Smooth is between texels, and transparent beyond src.
	Triangles(v []Vertex, indices []uint32, src Image, smooth bool)
	// Place draws all of src over a rectangle.
	Place(src Image, over image.Rectangle, smooth bool)
	// Free gives the image's memory back. Nothing else may be done with it.
	Free()
}

// A Vertex is a corner of a triangle: where it is drawn, which texel it shows, and the
// colour that the texel is multiplied by, premultiplied. The rest is as Ebitengine has it,
// so that nothing need be copied.
type Vertex struct {
	DstX, DstY                         float32
	SrcX, SrcY                         float32
	ColorR, ColorG, ColorB, ColorA     float32
	Custom0, Custom1, Custom2, Custom3 float32
}
