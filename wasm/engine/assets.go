//go:build js && wasm

package main

import (
	"bytes"
	"io/fs"
	"net/url"
	"syscall/js"
	"time"

	"driftlab/engine/wire"
)

// assets are files of data in memory, by their names in assets/data: an fs.FS without folders. To
// call it one costs 34 kB of the packed program (time.Time comes along with all it can do), so
// nothing does before an exhibit wants data.
type assets map[string][]byte

var _ fs.ReadFileFS = assets(nil)

// bring takes files of data that an exhibit wants, in the place of those that are here: the present session, too,
// finds them where it looks.
func (b *bridge) bring(files js.Value) any {
	clear(b.assets)
	for i := range files.Length() {
		f := files.Index(i)
		b.assets[f.Get("name").String()] = toGo(js.Global().Get("Uint8Array").New(f.Get("bytes")))
	}
	return js.Undefined()
}

// scene is the exhibit of a saved run, "" if it is none: what it wants has to be here before it is loaded.
func (b *bridge) scene(file js.Value) any {
	var f wire.File
	if _, err := f.UnmarshalMsg(toGo(file)); err != nil {
		return ""
	}
	values, err := url.ParseQuery(f.Address)
	if err != nil {
		return ""
	}
	return values.Get("scene")
}

func (a assets) ReadFile(name string) ([]byte, error) {
	content, ok := a[name]
	if !ok {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return bytes.Clone(content), nil
}

func (a assets) Open(name string) (fs.File, error) {
	content, ok := a[name]
	if !ok {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return &asset{*bytes.NewReader(content), name}, nil
}

// An asset is one of them, open.
type asset struct {
	bytes.Reader
	name string
}

func (a *asset) Stat() (fs.FileInfo, error) { return a, nil }
func (a *asset) Close() error               { return nil }

func (a *asset) Name() string       { return a.name }
func (a *asset) Mode() fs.FileMode  { return 0o444 }
func (a *asset) ModTime() time.Time { return time.Time{} }
func (a *asset) IsDir() bool        { return false }
func (a *asset) Sys() any           { return nil }
