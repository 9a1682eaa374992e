package e2e

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// A fault answers instead of the site. It reports whether it did.
type fault func(w http.ResponseWriter, r *http.Request) bool

// serve serves the site as any static host does, but for the faults, and returns its
// address, which ends in a slash. Every test has a host of its own, and starts it before
// its tabs, so that it ends after them.
func serve(t *testing.T, faults ...fault) string {
	files := http.FileServer(http.Dir(*siteDir))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "no-cache")
		for _, f := range faults {
			if f(w, r) {
				return
			}
		}
		files.ServeHTTP(w, r)
	}))
	t.Cleanup(func() {
		server.CloseClientConnections()
		server.Close()
	})
	return server.URL + "/"
}

// missing says that there are no files whose paths match.
func missing(pattern string) fault {
	return func(w http.ResponseWriter, r *http.Request) bool {
		hit := matches(pattern, r)
		if hit {
			http.NotFound(w, r)
		}
		return hit
	}
}

// cutShort sends the first bytes of the files whose paths match, as if that were all.
func cutShort(pattern string, bytes int) fault {
	return func(w http.ResponseWriter, r *http.Request) bool {
		if !matches(pattern, r) {
			return false
		}
		content, err := os.ReadFile(filepath.Join(*siteDir, filepath.Base(r.URL.Path)))
		if err != nil {
			http.NotFound(w, r)
			return true
		}
		_, _ = w.Write(content[:min(bytes, len(content))])
		return true
	}
}

// late never gets round to answering for files whose paths match.
func late(pattern string) fault {
	return func(_ http.ResponseWriter, r *http.Request) bool {
		hit := matches(pattern, r)
		if hit {
			<-r.Context().Done()
		}
		return hit
	}
}

// untilMended is a fault, and what ends it.
func untilMended(f fault) (fault, func()) {
	mended := make(chan struct{})
	return func(w http.ResponseWriter, r *http.Request) bool {
		select {
		case <-mended:
			return false
		default:
			return f(w, r)
		}
	}, func() { close(mended) }
}

// hosting answers paths that match with a page of its own.
func hosting(pattern, html string) fault {
	return func(w http.ResponseWriter, r *http.Request) bool {
		if !matches(pattern, r) {
			return false
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = w.Write([]byte(html))
		return true
	}
}

// replacing answers with other content.
func replacing(pattern string, content []byte) fault {
	return func(w http.ResponseWriter, r *http.Request) bool {
		hit := matches(pattern, r)
		if hit {
			if strings.HasSuffix(r.URL.Path, ".wasm") {
				w.Header().Set("Content-Type", "application/wasm")
			}
			_, _ = w.Write(content)
		}
		return hit
	}
}

func matches(pattern string, r *http.Request) bool {
	return regexp.MustCompile(pattern).MatchString(r.URL.Path)
}
