package main

import (
	"os"
	"os/exec"
	"regexp"
	"strings"
)

var heading = regexp.MustCompile(`(?m)^## \[?v?([0-9][^\s\]]*)`)

// version names what is being built: the repository's own description where there is
// one, else the newest version of the change log.
func version() string {
	out, err := exec.Command("git", "describe", "--tags", "--always", "--dirty").Output()
	if text := strings.TrimSpace(string(out)); err == nil && text != "" {
		return text
	}
	log, err := os.ReadFile("CHANGELOG.md")
	if m := heading.FindSubmatch(log); err == nil && m != nil {
		return string(m[1])
	}
	return "unversioned"
}
