package e2e

import (
	"bytes"
	"compress/gzip"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync/atomic"
	"testing"
)

// The site runs under any path.
func TestSubPath(t *testing.T) {
	t.Parallel()
	const deep = "/some/deep/path/"
	site := serve(t, func(w http.ResponseWriter, r *http.Request) bool {
		rest, ok := strings.CutPrefix(r.URL.Path, deep)
		if !ok {
			http.NotFound(w, r)
			return true
		}
		r.URL.Path = "/" + rest
		return false
	})
	p := newTab(t)
	p.visit(site + deep[1:] + "#v=1&scene=valley&walkers=3")
	p.ready()
	p.wait(`driftlab.state().step > 5`)
	p.wait(`location.pathname === ` + quote(deep))
	p.picture()
}

// The packed programs stand beside the programs and hold the same.
func TestPacked(t *testing.T) {
	programs, err := filepath.Glob(filepath.Join(*siteDir, "*.wasm"))
	if err != nil || len(programs) < 3 {
		t.Fatalf("the programs are %v (%v)", programs, err)
	}
	for _, name := range programs {
		packed, err := os.Open(name + ".gz")
		if err != nil {
			t.Error(err)
			continue
		}
		defer packed.Close()
		z, err := gzip.NewReader(packed)
		if err != nil {
			t.Fatal(err)
		}
		unpacked, err := io.ReadAll(z)
		if err != nil {
			t.Fatal(err)
		}
		if plain, err := os.ReadFile(name); err != nil || !bytes.Equal(plain, unpacked) {
			t.Errorf("%s.gz holds something else (%v)", name, err)
		}
	}
}

// external finds addresses of other hosts where a browser would follow them by itself.
var external = regexp.MustCompile(`(?i)(src|href|action|poster|data)\s*=\s*["']?(https?:)?//|url\(\s*["']?(https?:)?//|@import|importScripts\(\s*["']http|fetch\(\s*["']http`)

// The site names no other host, and its policy would not let it ask one.
func TestNoOtherHost(t *testing.T) {
	t.Parallel()
	for _, pattern := range []string{"*.html", "*.js", "*.css"} {
		files, err := filepath.Glob(filepath.Join(*siteDir, pattern))
		if err != nil || len(files) == 0 {
			t.Fatalf("%s: %v", pattern, err)
		}
		for _, name := range files {
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			if found := external.Find(text); found != nil {
				t.Errorf("%s names another host: %s", name, found)
			}
			if strings.HasSuffix(name, ".html") && !bytes.Contains(text, []byte(`http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;`)) &&
				!bytes.Contains(text, []byte(`http-equiv="Content-Security-Policy" content="default-src 'none'`)) {
				t.Errorf("%s has no strict policy", name)
			}
		}
	}

	var asked atomic.Int32
	other := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { asked.Add(1) }))
	t.Cleanup(other.Close)
	p := openEarly(t, "#v=1&scene=track&preset=tiny&edition=2&paused=1")
	p.expect(`Content Security Policy|` + regexp.QuoteMeta(other.URL))
	p.is(`fetch(` + quote(other.URL) + `).then(() => false, () => true)`)
	p.is(`new Promise((resolve) => {
		const script = document.createElement("script");
		script.onload = () => resolve(false);
		script.onerror = () => resolve(true);
		script.src = ` + quote(other.URL) + `;
		document.head.append(script);
	})`)
	p.run(`(() => {
		const script = document.createElement("script");
		script.textContent = "window.slippedIn = true";
		document.head.append(script);
	})()`)
	p.is(`!window.slippedIn`)
	if n := asked.Load(); n > 0 {
		t.Errorf("another host was asked %d times", n)
	}
}
