package main

import (
	"context"
	"os"
	"os/signal"
	"slices"
)

// untilTold is a context that ends when the run is told to stop. What the program was
// started to ignore stays ignored, as the hang-up under nohup.
func untilTold() (context.Context, context.CancelFunc) {
	told := slices.DeleteFunc(slices.Clone(stops), ignored)
	if len(told) == 0 {
		return context.WithCancel(context.Background()) // NotifyContext would take all signals
	}
	return signal.NotifyContext(context.Background(), told...)
}

// stops are the signals that end a run, with what it has reached written and kept.
var stops = append([]os.Signal{os.Interrupt}, schedulersSignals...)
