//go:build unix

package main

import (
	"os"
	"os/signal"
	"syscall"
)

// schedulersSignals are what clusters end a run with, each after its own habit: a lost
// terminal, a notice before the end of the time allowed, a limit that is reached, or a
// reader of the table that has gone.
var schedulersSignals = []os.Signal{
	syscall.SIGTERM, syscall.SIGHUP, syscall.SIGUSR1, syscall.SIGUSR2, syscall.SIGALRM,
	syscall.SIGXCPU, syscall.SIGXFSZ, syscall.SIGPIPE,
}

func ignored(sig os.Signal) bool { return signal.Ignored(sig) }
