package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"driftlab/engine"
	"driftlab/wasm/fold"
)

// A parcel is a file that the shell fetches, a program or data, as it is told of it.
type parcel struct {
	File   string `json:"file"`   // beside index.html; the packed form has .gz after it
	Size   int    `json:"size"`   // bytes
	Packed int    `json:"packed"` // bytes of the .gz

	packed []byte
}

// parcels by the names that the shell knows: engine, plain, view, or the names of data.
type parcels map[string]*parcel

// A budget is how large something may get, in bytes: what it takes with two exhibits, and what
// each further one may add.
type budget struct{ base, each int }

func (b budget) bytes(exhibits int) int { return b.base + b.each*max(exhibits-2, 0) }

// recipes say how each program is built, and how large its .gz may get. Only the engine has use
// for SIMD. The older encoding/json (nojsonv2), which msgp links, makes the programs a
// fifth smaller.
var recipes = []struct {
	key, name, from string
	experiment      string // GOEXPERIMENT
	most            budget
}{
	{"engine", "engine.wasm", "./wasm/engine", "simd,nojsonv2", budget{1_300_000, 65_000}},
	{"plain", "engine-plain.wasm", "./wasm/engine", "nojsonv2", budget{1_300_000, 65_000}}, // for browsers without SIMD
	{"view", "view.wasm", "./wasm/view", "nojsonv2", budget{3_600_000, 35_000}},
}

// buildPrograms compiles every program and adds it to the site, with its .gz beside.
func buildPrograms(s *site) (parcels, error) {
	all := parcels{}
	for _, r := range recipes {
		path := filepath.Join("bin", r.name)
		cmd := compile(path, r.from, r.experiment)
		if err := cmd.Run(); err != nil {
			return nil, fmt.Errorf("building %s: %w", r.name, err)
		}
		if err := fold.File(path); err != nil {
			return nil, fmt.Errorf("folding %s: %w", r.name, err)
		}
		code, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		if code, err = fold.Lean(code); err != nil {
			return nil, fmt.Errorf("%s: %w", r.name, err)
		}
		if all[r.key], err = addParcel(s, r.name, code); err != nil {
			return nil, err
		}
		if err := within(r.name+".gz", all[r.key].Packed, r.most); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// cold packages are compiled without inlining: no loop of ours runs in them that is not one of calls to
// kernels, or is gone through at every step, and the engine becomes 7 % smaller.
var cold = []string{
	"encoding/json", "fmt", "reflect", "strconv", "net/url", "time", "syscall", "syscall/js",
	"internal/fmtsort", "internal/reflectlite", "encoding/base64", "strings", "sync", "unique", "runtime",
	"github.com/tinylib/msgp/msgp", "driftlab/engine", "driftlab/engine/param", "driftlab/engine/say", "driftlab/engine/wire",
	"driftlab/engine/run/legs", "driftlab/engine/measure", "driftlab/engine/nn/continual", "driftlab/engine/task/digits",
	"driftlab/engine/nn/rnn", "driftlab/engine/track", "driftlab/engine/valley", "driftlab/engine/hebbian", "driftlab/engine/rules",
	"driftlab/engine/stability", "driftlab/engine/minima", "driftlab/engine/sticky", "driftlab/engine/sweep", "driftlab/engine/run/whole",
	"driftlab/scenes/sweep", // which draws its marks only when there is another run
}

// compile builds a program whose bytes follow from the sources and the toolchain alone: not
// from the folders that they or the caches lie in, the state of the repository, or flags that
// the machine's owner has set. A stamp of the commit and the link's own name, the build ID,
// depend on those, and nothing here reads them.
func compile(to, from, experiment string) *exec.Cmd {
	args := []string{"build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w -buildid=", "-o", to}
	for _, pkg := range cold {
		args = append(args, "-gcflags="+pkg+"=-l")
	}
	cmd := exec.Command("go", append(args, from)...)
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOEXPERIMENT="+experiment, "GOFLAGS=", "GOWASM=", "GOWORK=off")
	cmd.Stderr = os.Stderr
	return cmd
}

// within is an error if something has become larger than its budget.
func within(name string, size int, of budget) error {
	if most := of.bytes(len(engine.Exhibits)); size > most {
		return fmt.Errorf("%s has %d bytes; its budget is %d", name, size, most)
	}
	return nil
}

// addParcel adds a file named by its hash, with its .gz beside.
func addParcel(s *site, name string, content []byte) (*parcel, error) {
	name, err := s.hashed(name, content)
	if err != nil {
		return nil, err
	}
	packed, err := pack(filepath.Join(s.dir, name+".gz"), content)
	if err != nil {
		return nil, err
	}
	p := &parcel{File: name, Size: len(content), Packed: len(packed), packed: packed}
	return p, s.add(name+".gz", packed)
}

// pack returns code gzipped as small as it gets. An old file of that name has the same
// content, as the hash in its name says, and saves the seconds that packing takes.
func pack(old string, code []byte) ([]byte, error) {
	if packed, err := os.ReadFile(old); err == nil && intact(packed, code) {
		return packed, nil
	}
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := z.Write(code); err != nil {
		return nil, err
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// intact reports whether packed unpacks to code.
func intact(packed, code []byte) bool {
	z, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return false
	}
	var b bytes.Buffer
	_, err = b.ReadFrom(z)
	return err == nil && bytes.Equal(b.Bytes(), code)
}
