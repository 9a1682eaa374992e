package main

import (
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"
)

func TestSite(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"index.html", "engine.0123456789.wasm", "engine.0123456789.wasm.gz", "view.html"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("x"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	handler := site(dir)
	for _, c := range []struct {
		path, kind, cache string
		code              int
	}{
		{"/", "text/html; charset=utf-8", "no-cache", 200},
		{"/view.html", "text/html; charset=utf-8", "no-cache", 200},
		{"/engine.0123456789.wasm", "application/wasm", "public, max-age=31536000, immutable", 200},
		{"/engine.0123456789.wasm.gz", "application/gzip", "public, max-age=31536000, immutable", 200},
		{"/absent", "text/plain; charset=utf-8", "", 404},
	} {
		w := httptest.NewRecorder()
		handler.ServeHTTP(w, httptest.NewRequest("GET", c.path, nil))
		if w.Code != c.code || w.Header().Get("Content-Type") != c.kind || w.Header().Get("Cache-Control") != c.cache {
			t.Errorf("%s: %d %v", c.path, w.Code, w.Header())
		}
		if w.Header().Get("Content-Encoding") != "" {
			t.Errorf("%s: the page unpacks by itself", c.path)
		}
	}
}

func TestServeNeedsASite(t *testing.T) {
	if err := serve(t.TempDir(), "0"); err == nil {
		t.Error("served an empty folder")
	}
}
