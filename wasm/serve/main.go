// Command serve shows the built site on this machine.
package main

import (
	"flag"
	"fmt"
	"mime"
	"net"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"time"
)

func main() {
	dir := flag.String("dir", "dist", "the built site")
	port := flag.String("port", "8080", "the port on 127.0.0.1; 0 picks a free one")
	flag.Parse()
	if err := serve(*dir, *port); err != nil {
		fmt.Fprintln(os.Stderr, "serve:", err)
		os.Exit(1)
	}
}

func serve(dir, port string) error {
	if _, err := os.Stat(filepath.Join(dir, "index.html")); err != nil {
		return fmt.Errorf("no site in %s yet; make it with `make dist`", dir)
	}
	listener, err := net.Listen("tcp", net.JoinHostPort("127.0.0.1", port))
	if err != nil {
		return fmt.Errorf("%w; choose another port, as in `make run PORT=8081`", err)
	}
	fmt.Printf("driftlab is at http://%s/ (stop with Ctrl+C)\n", listener.Addr())
	server := http.Server{Handler: site(dir), ReadHeaderTimeout: 10 * time.Second}
	return server.Serve(listener)
}

// hashed matches names that carry the hash of their content: these files never change.
var hashed = regexp.MustCompile(`\.[0-9a-f]{10}\.`)

// site serves the files of dir as a plain static host would, and tells browsers to ask
// again for whatever has no hash in its name.
func site(dir string) http.Handler {
	for ext, kind := range map[string]string{".wasm": "application/wasm", ".js": "text/javascript", ".gz": "application/gzip"} {
		if err := mime.AddExtensionType(ext, kind); err != nil {
			panic(err) // the table above is wrong
		}
	}
	files := http.FileServer(http.Dir(dir))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		age := "no-cache"
		if hashed.MatchString(path.Base(r.URL.Path)) {
			age = "public, max-age=31536000, immutable"
		}
		w.Header().Set("Cache-Control", age)
		files.ServeHTTP(w, r)
	})
}
