//go:build js && wasm

// Command view draws the exhibits in an iframe of its own: it takes the newest frame from
// the engine, shows it, and sends back what the visitor's hand does.
package main

import (
	"fmt"
	"os"

	"github.com/hajimehoshi/ebiten/v2"
)

func main() {
	g := newGame(connect())
	ebiten.SetScreenClearedEveryFrame(false)
	ebiten.SetTPS(ebiten.SyncWithFPS)
	// The iframe is as large as the device's pixels, so Ebitengine need not know their ratio.
	if err := ebiten.RunGameWithOptions(g, &ebiten.RunGameOptions{InitUnfocused: true, DisableHiDPI: true}); err != nil {
		fmt.Fprintln(os.Stderr, "view:", err)
		os.Exit(1)
	}
}
