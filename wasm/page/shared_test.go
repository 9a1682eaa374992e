package main

import (
	"os"
	"regexp"
	"slices"
	"testing"

	"driftlab/engine/simtest"
	"driftlab/engine/wire"
	"driftlab/render/plot"
)

// The words that shell and programs agree on are the same on both sides.
func TestSharedWords(t *testing.T) {
	text, err := os.ReadFile("wasm/shell/words.js")
	if err != nil {
		t.Fatal(err)
	}
	word := regexp.MustCompile(`"([a-z]+)"`)
	for name, want := range map[string][]string{"KINDS": wire.Kinds, "PAGE_KEYS": wire.PageKeys, "THEMES": wire.Themes, "TEMPOS": tempos()} {
		list := regexp.MustCompile(`(?s)const ` + name + ` = [^\[]*\[(.*?)\]`).FindSubmatch(text)
		var got []string
		if list != nil {
			for _, m := range word.FindAllSubmatch(list[1], -1) {
				got = append(got, string(m[1]))
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s are %q in the shell and %q in Go", name, got, want)
		}
	}
	for _, kind := range wire.Kinds {
		if kind == "open" {
			continue // makes a session; all others are for one
		}
		if r := simtest.Open(t, "scene=valley&walkers=2").Do(wire.Command{Kind: kind}); r.Error == `"`+kind+`" is not a command` {
			t.Error(r.Error)
		}
	}
	for _, theme := range wire.Themes[1:] {
		if plot.Themed(theme) == plot.Themed("dark") {
			t.Errorf("the picture has no theme %s", theme)
		}
	}
}
