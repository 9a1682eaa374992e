// Command page makes dist/, the static site: it builds the programs, bundles the
// JavaScript, fills the page in from the exhibits' dials, names everything by the hash
// of its content, and writes driftlab.html, the whole site in one offline file.
//
// Run it from the module's root. All paths in the site are relative, so that it works
// on any host and under any sub-path.
package main

import (
	"flag"
	"fmt"
	"os"

	"driftlab/engine"
)

func main() {
	out := flag.String("o", "dist", "the folder to make")
	flag.Parse()
	if err := build(*out); err != nil {
		fmt.Fprintln(os.Stderr, "page:", err)
		os.Exit(1)
	}
}

func build(dir string) error {
	s := &site{dir: dir}
	programs, err := buildPrograms(s)
	if err != nil {
		return err
	}
	scripts, err := bundleAll()
	if err != nil {
		return err
	}
	assets, err := addAssets(s, "assets/data", engine.Exhibits)
	if err != nil {
		return err
	}
	p, err := newPage(programs, assets, scripts)
	if err != nil {
		return err
	}
	if err := writeOnline(s, p, scripts); err != nil {
		return err
	}
	if err := writeOffline(s, p, scripts); err != nil {
		return err
	}
	if err := s.prune(); err != nil {
		return err
	}
	s.table(os.Stdout)
	return nil
}
