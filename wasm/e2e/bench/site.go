package main

import (
	"embed"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
)

//go:embed *.js
var scripts embed.FS

// engineWorker is the path of the page's worker.
var engineWorker = regexp.MustCompile(`^/worker\.[^/]*js$`)

// serve serves the built site with a probe in its worker, and under /bench/ what the
// timings need.
func serve(site string) (*httptest.Server, error) {
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return nil, err
	}
	runtime := filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec.js")
	probe, err := scripts.ReadFile("probe_worker.js")
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		if !engineWorker.MatchString(r.URL.Path) {
			http.FileServer(http.Dir(site)).ServeHTTP(w, r)
			return
		}
		script, err := os.ReadFile(filepath.Join(site, filepath.Base(r.URL.Path)))
		if err != nil {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", "text/javascript")
		_, _ = w.Write(append(probe, script...))
	})
	mux.Handle("/bench/", http.StripPrefix("/bench/", http.FileServerFS(scripts)))
	mux.HandleFunc("/bench/{$}", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = w.Write([]byte(`<!doctype html><script src="page.js"></script>`))
	})
	mux.HandleFunc("/bench/wasm_exec.js", func(w http.ResponseWriter, r *http.Request) { http.ServeFile(w, r, runtime) })
	for _, name := range []string{wasm("simd"), wasm("scalar"), sparseFile} {
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
