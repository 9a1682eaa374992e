package main

import (
	"embed"
	"net/http"
	"net/http/httptest"
	"os/exec"
	"path/filepath"
	"strings"
)

//go:embed *.js
var scripts embed.FS

// serve serves the built site, and under /bench/ what the timings need.
func serve(site string) (*httptest.Server, error) {
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return nil, err
	}
	runtime := filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec.js")
	mux := http.NewServeMux()
	mux.Handle("/", http.FileServer(http.Dir(site)))
	mux.Handle("/bench/", http.StripPrefix("/bench/", http.FileServerFS(scripts)))
	mux.HandleFunc("/bench/{$}", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = w.Write([]byte(`<!doctype html><script src="page.js"></script>`))
	})
	mux.HandleFunc("/bench/wasm_exec.js", func(w http.ResponseWriter, r *http.Request) { http.ServeFile(w, r, runtime) })
	for _, name := range []string{wasm("simd"), wasm("scalar"), sparseFile, sweepFile} {
		mux.HandleFunc("/bench/"+name, func(w http.ResponseWriter, r *http.Request) { http.ServeFile(w, r, filepath.Join(binDir, name)) })
	}
	return httptest.NewServer(isolated(mux)), nil
}

// isolated sends the headers that make a browser's clock fine.
func isolated(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cross-Origin-Opener-Policy", "same-origin")
		w.Header().Set("Cross-Origin-Embedder-Policy", "require-corp")
		h.ServeHTTP(w, r)
	})
}
