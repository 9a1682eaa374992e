//go:build !js

package engine

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
	"testing"
)

// Scenes know of an exhibit what its params.go, frame.go and report.go export (Columns, Charts),
// and nothing of how it runs: its Sim would bring the whole engine into the view.
func TestScenesKnowNoSim(t *testing.T) {
	files, err := filepath.Glob("../scenes/*/*.go")
	if err != nil || len(files) == 0 {
		t.Fatalf("%d files of scenes, %v", len(files), err)
	}
	known := map[string]map[string]bool{}
	for _, e := range Exhibits {
		known[e.Name] = exports(t, e.Name+"/params.go", e.Name+"/frame.go", e.Name+"/report.go")
	}
	for _, file := range files {
		ast.Inspect(parse(t, file), func(n ast.Node) bool {
			sel, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			if of, ok := sel.X.(*ast.Ident); ok && of.Obj == nil && known[of.Name] != nil && !known[of.Name][sel.Sel.Name] {
				t.Errorf("%s uses %s.%s", file, of.Name, sel.Sel.Name)
			}
			return true
		})
	}
}

// exports are the exported names that the files declare.
func exports(t *testing.T, files ...string) map[string]bool {
	names := map[string]bool{}
	for _, file := range files {
		for name := range parse(t, file).Scope.Objects {
			if token.IsExported(name) {
				names[name] = true
			}
		}
	}
	return names
}

func parse(t *testing.T, file string) *ast.File {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, imp := range f.Imports {
		if imp.Name != nil && strings.Contains(imp.Path.Value, module+"engine/") {
			t.Errorf("%s imports %s by another name", file, imp.Path.Value)
		}
	}
	return f
}
