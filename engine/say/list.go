package say

import "strings"

// List is things one after the other: "A, B and C".
func List(things []string) string {
	n := len(things) - 1
	if n < 1 {
		return strings.Join(things, "")
	}
	return strings.Join(things[:n], ", ") + " and " + things[n]
}
