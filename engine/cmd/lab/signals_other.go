//go:build !unix

package main

import (
	"os"
	"syscall"
)

var schedulersSignals = []os.Signal{syscall.SIGTERM}
