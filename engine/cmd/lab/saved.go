package main

import (
	"os"
	"strings"

	"driftlab/assets"
	"driftlab/engine"
)

// saved opens the run that the first of args, -from FILE or -from=FILE, names, and returns the
// other arguments.
func saved(args []string) (*engine.Session, []string, error) {
	_, file, given := strings.Cut(args[0], "=")
	rest := args[1:]
	if !given {
		if len(rest) == 0 {
			return nil, nil, misused("-from: its value is missing")
		}
		file, rest = rest[0], rest[1:]
	}
	bytes, err := os.ReadFile(file)
	if err != nil {
		return nil, nil, badUse(err.Error())
	}
	session, err := engine.Load(bytes, assets.Data)
	if err != nil {
		return nil, nil, misused("%s: %v", file, err)
	}
	return session, rest, nil
}
