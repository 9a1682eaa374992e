package main

import (
	"errors"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// scripts is the page's own text: one classic script for each program that needs one.
type scripts struct {
	shell, worker, view, style []byte
}

func bundleAll() (scripts, error) {
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return scripts{}, err
	}
	// The glue has to fit the compiler, so it comes from the toolchain in use.
	glue := filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec.js")
	var s scripts
	for _, job := range []struct {
		to     *[]byte
		from   string
		inject []string
	}{
		{&s.shell, "wasm/shell/main.js", nil},
		{&s.worker, "wasm/engine/worker.js", []string{glue}},
		{&s.view, "wasm/view/view.js", []string{glue}},
		{&s.style, "assets/style.css", nil},
	} {
		if *job.to, err = bundle(job.from, job.inject); err != nil {
			return s, err
		}
	}
	return s, nil
}

// bundle makes one small file of a module and all it imports, after the injected ones.
func bundle(from string, inject []string) ([]byte, error) {
	result := api.Build(api.BuildOptions{
		EntryPoints:       []string{from},
		Inject:            inject,
		Bundle:            true,
		Format:            api.FormatIIFE,
		Target:            api.ES2020,
		MinifyWhitespace:  true,
		MinifySyntax:      true,
		MinifyIdentifiers: true,
		LogLevel:          api.LogLevelWarning,
		External:          []string{"node:*"},
	})
	if len(result.Errors) > 0 {
		return nil, errors.New("bundling " + from + " failed")
	}
	return result.OutputFiles[0].Contents, nil
}
