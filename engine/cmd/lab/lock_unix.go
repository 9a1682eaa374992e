//go:build linux || darwin || freebsd || netbsd || openbsd || dragonfly

package main

import (
	"errors"
	"os"
	"syscall"
)

// lock takes a file that one process at a time can have, and that is free again when it ends, however it ends. taken says
// that another has it.
func lock(name string) (release func(), taken bool, err error) {
	file, err := os.OpenFile(name, os.O_CREATE|os.O_RDWR, 0o644)
	if err != nil {
		return nil, false, err
	}
	err = syscall.Flock(int(file.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	switch {
	case errors.Is(err, syscall.EWOULDBLOCK):
		_ = file.Close()
		return nil, true, nil
	case errors.Is(err, syscall.ENOTSUP), errors.Is(err, syscall.ENOSYS), errors.Is(err, syscall.ENOLCK):
		// The file system has no locks: then nobody watches.
	case err != nil:
		_ = file.Close()
		return nil, false, err
	}
	return func() { _ = file.Close() }, false, nil
}
