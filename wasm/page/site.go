package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// A site is the folder that is being made.
type site struct {
	dir   string
	files []file
}

// A file is one that this run has written, or found already there.
type file struct {
	name string
	size int
}

// add writes a file, unless it is there already with the same content.
func (s *site) add(name string, content []byte) error {
	path := filepath.Join(s.dir, name)
	s.files = append(s.files, file{name, len(content)})
	if old, err := os.ReadFile(path); err == nil && bytes.Equal(old, content) {
		return nil
	}
	if err := os.MkdirAll(s.dir, 0o755); err != nil {
		return err
	}
	return os.WriteFile(path, content, 0o644)
}

// hashed adds a file named by the hash of its content and returns the name:
// "style.css" becomes "style.0123456789.css".
func (s *site) hashed(name string, content []byte) (string, error) {
	sum := sha256.Sum256(content)
	ext := filepath.Ext(name)
	name = strings.TrimSuffix(name, ext) + "." + hex.EncodeToString(sum[:5]) + ext
	return name, s.add(name, content)
}

// prune removes what earlier runs left behind.
func (s *site) prune() error {
	entries, err := os.ReadDir(s.dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if slices.ContainsFunc(s.files, func(f file) bool { return f.name == e.Name() }) {
			continue
		}
		if err := os.RemoveAll(filepath.Join(s.dir, e.Name())); err != nil {
			return err
		}
	}
	return nil
}

// table prints the sizes, in kB of 1000 bytes.
func (s *site) table(w io.Writer) {
	slices.SortFunc(s.files, func(a, b file) int { return strings.Compare(a.name, b.name) })
	for _, f := range s.files {
		fmt.Fprintf(w, "%9.1f kB  %s\n", float64(f.size)/1000, filepath.Join(s.dir, f.name))
	}
}
