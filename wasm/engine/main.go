//go:build js && wasm

// Command engine is the engine as a program for a web worker: worker.js calls it and
// does the scheduling. See wasm/PROTOCOL.md for the messages.
package main

import "syscall/js"

func main() {
	js.Global().Set("engine", newBridge().object())
	select {}
}
