package main

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"driftlab/engine"
)

// Data that exhibits name come into the site once, by their hash and packed; what is small
// comes into the offline file too.
func TestAssets(t *testing.T) {
	dir := t.TempDir()
	large := make([]byte, insideMost+1000)
	chance := rand.NewChaCha8([32]byte{1})
	_, _ = chance.Read(large) // never fails
	for name, content := range map[string][]byte{"digits.bin": bytes.Repeat([]byte("digits"), 100), "pictures.bin": large, "notes.txt": []byte("of nobody")} {
		if err := os.WriteFile(filepath.Join(dir, name), content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	s := &site{dir: t.TempDir()}
	exhibits := []engine.Exhibit{{Name: "a", Assets: []string{"digits.bin", "pictures.bin"}}, {Name: "b", Assets: []string{"digits.bin"}}, {Name: "c"}}
	all, err := addAssets(s, dir, exhibits)
	if err != nil {
		t.Fatal(err)
	}
	d := all["digits.bin"]
	if len(all) != 2 || len(s.files) != 4 || d.Size != 600 || d.Packed >= d.Size ||
		!regexp.MustCompile(`^digits\.[0-9a-f]{10}\.bin$`).MatchString(d.File) {
		t.Errorf("%d assets, %d files, digits: %+v", len(all), len(s.files), d)
	}
	blocks := string(inside(somePrograms(), all))
	for id, want := range map[string]bool{"engine-program": true, "digits.bin-data": true, "pictures.bin-data": false} {
		if strings.Contains(blocks, `id="`+id+`"`) != want {
			t.Errorf("inside the offline file: %s is %v", id, !want)
		}
	}
	if _, err := addAssets(s, dir, []engine.Exhibit{{Name: "d", Assets: []string{"gone.bin"}}}); err == nil || !strings.Contains(err.Error(), "d wants data") {
		t.Errorf("a file that is not there: %v", err)
	}
}
