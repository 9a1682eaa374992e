package plot

import "strings"

// AppendWrapped appends the lines of a text broken between words so that no line is wider
// than w, by the given measure. A single longer word has a line of its own.
func AppendWrapped(dst []string, text string, w float32, measure func(string) float32) []string {
	line := ""
	for word := range strings.FieldsSeq(text) {
		longer := word
		if line != "" {
			longer = line + " " + word
		}
		if line != "" && measure(longer) > w {
			dst = append(dst, line)
			longer = word
		}
		line = longer
	}
	if line != "" {
		dst = append(dst, line)
	}
	return dst
}
