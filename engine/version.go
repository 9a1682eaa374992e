package engine

import "runtime/debug"

// version is what the linker was told the sources are: see the Makefile.
var version string

// Version names the sources of this program: their release where they are one, else the
// commit. The page's builder and the command line are told the same.
func Version() string {
	if version != "" {
		return version
	}
	if info, ok := debug.ReadBuildInfo(); ok {
		return stamped(info)
	}
	return unversioned
}

const unversioned = "unversioned"

// stamped is the commit that go build has found by itself.
func stamped(info *debug.BuildInfo) string {
	const digits = 10 // as in the Makefile
	commit, changed := "", ""
	for _, s := range info.Settings {
		switch {
		case s.Key == "vcs.revision" && len(s.Value) >= digits:
			commit = s.Value[:digits]
		case s.Key == "vcs.modified" && s.Value == "true":
			changed = "-dirty"
		}
	}
	if commit == "" {
		return unversioned
	}
	return commit + changed
}
