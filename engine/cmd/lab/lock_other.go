//go:build !(linux || darwin || freebsd || netbsd || openbsd || dragonfly)

package main

import (
	"errors"
	"io/fs"
	"os"
)

// lock takes a file that one process at a time can have. Where a process is killed it stays, and has to be removed by
// hand.
func lock(name string) (release func(), taken bool, err error) {
	file, err := os.OpenFile(name, os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return nil, true, nil
	}
	if err != nil {
		return nil, false, err
	}
	_ = file.Close()
	return func() { _ = os.Remove(name) }, false, nil
}
