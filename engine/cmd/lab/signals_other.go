//go:build !unix

package main

import (
	"os"
	"syscall"
)

var schedulersSignals = []os.Signal{syscall.SIGTERM}

// ignored: nothing here starts a program with signals set aside, and under node asking crashes.
func ignored(os.Signal) bool { return false }
