package engine

import (
	"slices"
	"strings"

	"driftlab/engine/param"
	"driftlab/engine/wire"
)

// pageKeys are the keys of an address that belong to all exhibits or to the page.
var pageKeys = append([]string{"v", "scene", "preset", "edition"}, wire.PageKeys...)

// relative is the word of an address that a key was probably meant to be: the key itself if
// it is a dial of any exhibit, else a word of which it is a slip. It is empty for the keys
// of others (utm_source, fbclid, page), of which nobody knows them all.
//
// A slip is the word in other letters' case, which comes before any other; or without its last
// letters (four at least are there), or begins as the word does and is one change away (a letter more, less, other, or
// two swapped); two if both are long, with twelve letters together. Words of one or two letters have
// no slips but for case: they are a change away from anything.
func relative(key string, dials *param.Set) string {
	if slices.Contains(strangers, key) {
		return ""
	}
	words := vocabulary(dials)
	if slices.Contains(words, key) {
		return key
	}
	lower := strings.ToLower(key)
	if slices.Contains(words, lower) {
		return lower
	}
	for _, word := range words {
		if isSlip(lower, word) {
			return word
		}
	}
	return ""
}

// strangers are keys of others that are as near to words of ours as slips are.
var strangers = []string{"share", "sid"}

// vocabulary is every word that addresses know, those of these dials first.
func vocabulary(dials *param.Set) []string {
	words := slices.Clone(pageKeys)
	if dials != nil {
		words = append(names(dials), words...)
	}
	words = append(words, names(newClock().dials)...)
	for _, e := range Exhibits {
		words = append(words, names(e.New().Dials())...)
	}
	return words
}

func names(dials *param.Set) []string {
	var out []string
	for _, d := range dials.All() {
		out = append(out, d.Name)
	}
	return out
}

// isSlip reports whether a key in lower case is the word with a slip.
func isSlip(key, word string) bool {
	switch {
	case len(word) < 3 || key == "" || len(key) > 40 || key[0] != word[0]:
		return false
	case len(key) >= 4 && strings.HasPrefix(word, key):
		return true
	case len(word) < 5 || len(word)+len(key) < 12:
		return changes(key, word) <= 1
	default:
		return changes(key, word) <= 2
	}
}

// changes is the number of letters added, left out, replaced, or swapped with the next that
// make one text of the other.
func changes(a, b string) int {
	before, last := make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row := make([]int, len(b)+1)
		row[0] = i
		for j := 1; j <= len(b); j++ {
			differ := 1
			if a[i-1] == b[j-1] {
				differ = 0
			}
			row[j] = min(row[j-1]+1, last[j]+1, last[j-1]+differ)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last = last, row
	}
	return last[len(b)]
}
