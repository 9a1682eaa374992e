//go:build !js

package engine

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const module = "driftlab/"

// A listed is what go list says of a package.
type listed struct {
	ImportPath string
	Standard   bool
	Imports    []string
	Deps       []string
}

// arrows says what each room may import from the house. "*" is any exhibit's package,
// "scenes/*" any exhibit's scene.
var arrows = map[string][]string{
	"assets":           {},
	"engine/num":       {},
	"engine/rng":       {"engine/num"},
	"engine/param":     {},
	"engine/wire":      {},
	"engine/say":       {},
	"engine/nn":        {"engine/num", "engine/rng", "engine/param", "engine/wire"},
	"engine/measure":   {"engine/num", "engine/rng", "engine/param", "engine/say", "engine/wire"},
	"engine/run":       {},
	"engine/run/legs":  {"engine/run", "engine/wire"},
	"engine/run/whole": {"engine/run"},
	"engine/task":      {"engine/num", "engine/rng"},
	"*":                {"engine/nn", "engine/nn/continual", "engine/nn/mlp", "engine/nn/rnn", "engine/measure", "engine/measure/spectrum", "engine/task", "engine/task/corridor", "engine/task/digits", "engine/num", "engine/rng", "engine/param", "engine/run", "engine/run/legs", "engine/run/whole", "engine/say", "engine/wire"},
	"engine":           {"*", "engine/nn", "engine/measure", "engine/num", "engine/rng", "engine/param", "engine/run", "engine/say", "engine/wire"},
	"engine/cmd/lab":   {"assets", "engine", "engine/sweep", "engine/param", "engine/run", "engine/say", "engine/wire"},
	"engine/simtest":   {"engine", "engine/measure", "engine/param", "engine/run", "engine/wire"},

	"engine/rules": {"engine/track"}, // beside what exhibits may: it has networks of track side by side
	"engine/sweep": {"engine/track"}, // and many of them, one after the other

	"engine/measure/spectrum": {"engine/num", "engine/rng"},

	"engine/nn/continual": {"engine/num"},
	"engine/nn/mlp":       {"engine/num", "engine/rng"},
	"engine/nn/rnn":       {"engine/nn", "engine/num", "engine/rng"},

	"engine/task/corridor": {"engine/task", "engine/num", "engine/rng"},
	"engine/task/digits":   {"engine/task", "engine/rng"},

	"engine/cmd/bench": {"engine", "*", "engine/nn/mlp", "engine/nn/rnn", "engine/num", "engine/rng", "engine/wire"},
	"engine/cmd/pack":  {"engine/task/digits"},

	"render/plot": {},
	"render":      {"render/plot"},

	"render/paper":  {"render"},
	"render/screen": {"render"},

	"scenes/*": {"scenes/picture", "render", "render/plot", "*", "engine/param", "engine/wire"},
	"scenes":   {"scenes/*", "render", "engine/wire"},

	"scenes/picture":   {"render", "render/plot", "engine/wire"},
	"scenes/scenetest": {"scenes", "render", "render/paper", "render/plot", "engine/wire"},

	"wasm/engine": {"engine", "engine/param", "engine/run", "engine/wire"},
	"wasm/view":   {"scenes", "render", "render/plot", "render/screen", "engine/param", "engine/wire"},
	"wasm/fold":   {},
	"wasm/page":   {"engine", "engine/param", "engine/wire", "wasm/fold"},
	"wasm/serve":  {},
	"wasm/e2e":    {},

	"wasm/e2e/bench": {"wasm/fold"},
	"wasm/fold/node": {"wasm/fold"},

	"wasm/e2e/firefox": {},
}

// guests says who may import what comes from outside; the rest of the standard library
// is free.
var guests = map[string][]string{
	"syscall/js":                     {"wasm/engine", "wasm/view"},
	"simd/archsimd":                  {"engine/num", "engine/rng"},
	"github.com/hajimehoshi/ebiten/": {"render/screen", "wasm/view"},
	"golang.org/x/image/":            {"render"},
	"gonum.org/":                     {"engine/measure"},
	"github.com/tinylib/msgp/":       {"engine/wire", "*"},
	"github.com/evanw/esbuild/":      {"wasm/page"},
	"github.com/petar/":              {"engine/cmd/pack"},
	"github.com/parquet-go/":         {"engine/cmd/lab"},
	"codeberg.org/sbinet/":           {"engine/cmd/lab"},
	"github.com/chromedp/":           {"wasm/e2e", "wasm/e2e/bench"},
}

func TestImportWalls(t *testing.T) {
	pkgs := goList(t)
	for _, complaint := range walls(pkgs) {
		t.Error(complaint)
	}
	for _, program := range []string{"engine/cmd/lab", "wasm/engine", "wasm/view", "wasm/page", "wasm/serve"} {
		if !slices.ContainsFunc(pkgs, func(p listed) bool { return p.ImportPath == module+program }) {
			t.Errorf("go list does not know %s", program)
		}
	}
}

// goList lists the packages of the browser's build, and all they stand on.
func goList(t *testing.T) []listed {
	t.Helper()
	cmd := exec.Command("go", "list", "-deps", "-json=ImportPath,Standard,Imports,Deps", "./...")
	cmd.Dir = ".."
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOEXPERIMENT=simd")
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	var pkgs []listed
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p listed
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			return pkgs
		} else if err != nil {
			t.Fatal(err)
		}
		pkgs = append(pkgs, p)
	}
}

// walls names every arrow that the house does not have.
func walls(pkgs []listed) []string {
	var bad []string
	standard := map[string]bool{}
	for _, p := range pkgs {
		standard[p.ImportPath] = p.Standard
	}
	for _, p := range pkgs {
		path, ours := strings.CutPrefix(p.ImportPath, module)
		if !ours {
			continue
		}
		room := roomOf(p.ImportPath)
		allowed, known := arrows[room]
		if !known {
			bad = append(bad, fmt.Sprintf("%s has no place in the house: tell the test whom it may import", path))
		}
		for _, imp := range p.Imports {
			if strings.HasPrefix(imp, module) {
				if !slices.Contains(allowed, roomOf(imp)) && !slices.Contains(arrows[path], strings.TrimPrefix(imp, module)) {
					bad = append(bad, path+" may not import "+imp)
				}
			} else if !welcome(imp, room, standard[imp]) {
				bad = append(bad, path+" may not import "+imp)
			}
		}
		if path == "wasm/view" && slices.ContainsFunc(p.Deps, func(d string) bool { return strings.HasPrefix(d, "gonum.org/") }) {
			bad = append(bad, "wasm/view stands on gonum, which costs megabytes there")
		}
	}
	return bad
}

// welcome reports whether the room may import imp, which is not of the house.
func welcome(imp, room string, standard bool) bool {
	for guest, rooms := range guests {
		if imp == guest || strings.HasSuffix(guest, "/") && strings.HasPrefix(imp, guest) {
			return slices.Contains(rooms, room)
		}
	}
	return standard
}

// roomOf is a package's key in arrows: all exhibits are "*", their scenes "scenes/*".
func roomOf(path string) string {
	room := strings.TrimPrefix(path, module)
	for _, name := range Names() {
		switch room {
		case "engine/" + name:
			return "*"
		case "scenes/" + name:
			return "scenes/*"
		}
	}
	return room
}

func TestWallsStand(t *testing.T) {
	for _, c := range []struct {
		path    string
		imports string
		bad     bool
	}{
		{"driftlab/engine/track", "driftlab/engine/nn math github.com/tinylib/msgp/msgp", false},
		{"driftlab/engine/track", "driftlab/engine/valley", true},
		{"driftlab/engine/track", "driftlab/engine", true},
		{"driftlab/engine/nn", "driftlab/engine/measure", true},
		{"driftlab/engine/nn", "gonum.org/v1/gonum/mat", true},
		{"driftlab/engine/measure", "gonum.org/v1/gonum/mat", false},
		{"driftlab/engine", "syscall/js", true},
		{"driftlab/engine/wire", "github.com/hajimehoshi/ebiten/v2", true},
		{"driftlab/engine/param", "github.com/tinylib/msgp/msgp", true},
		{"driftlab/render", "driftlab/engine/wire", true},
		{"driftlab/render", "github.com/hajimehoshi/ebiten/v2", true},
		{"driftlab/render/plot", "github.com/hajimehoshi/ebiten/v2", true},
		{"driftlab/scenes/track", "driftlab/engine/track driftlab/render", false},
		{"driftlab/scenes/track", "driftlab/scenes", true},
		{"driftlab/scenes/track", "driftlab/scenes/valley", true},
		{"driftlab/scenes", "driftlab/scenes/track driftlab/render", false},
		{"driftlab/scenes", "driftlab/engine/track", true},
		{"driftlab/scenes", "driftlab/engine", true},
		{"driftlab/wasm/view", "driftlab/scenes driftlab/render/screen syscall/js", false},
		{"driftlab/scenes/track", "driftlab/render/screen", true},
		{"driftlab/wasm/engine", "driftlab/render", true},
		{"driftlab/cellar", "", true},
		{"driftlab/engine/rng", "example.org/elsewhere", true},
	} {
		complaints := walls([]listed{{ImportPath: "math", Standard: true}, {ImportPath: c.path, Imports: strings.Fields(c.imports)}})
		if (len(complaints) > 0) != c.bad {
			t.Errorf("%s importing %s: %q", c.path, c.imports, complaints)
		}
	}
	if len(walls([]listed{{ImportPath: "driftlab/wasm/view", Deps: []string{"gonum.org/v1/gonum/mat"}}})) == 0 {
		t.Error("gonum gets into the view")
	}
}
