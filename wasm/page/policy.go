package main

import (
	"crypto/sha256"
	"encoding/base64"
	"strings"
)

// onlinePolicy is the content security policy of index.html: everything from where the
// page came from, nothing inline. Images are pictures made here and the icon.
const onlinePolicy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; " +
	"frame-src 'self'; connect-src 'self'; img-src data: blob:; style-src 'self'; " +
	"base-uri 'none'; form-action 'none'"

// viewPolicy is that of view.html, which gets its program and frames as messages.
const viewPolicy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; base-uri 'none'; form-action 'none'"

// offlinePolicy is that of the single file: inline scripts and style by their hashes,
// the worker as a blob, and no network at all. The view's document inherits it.
func offlinePolicy(style []byte, scripts ...[]byte) string {
	var hashes []string
	for _, s := range scripts {
		hashes = append(hashes, sourceHash(s))
	}
	return "default-src 'none'; script-src " + strings.Join(hashes, " ") + " 'wasm-unsafe-eval'; " +
		"worker-src blob:; img-src data: blob:; style-src " + sourceHash(style) + "; " +
		"base-uri 'none'; form-action 'none'"
}

// sourceHash is the hash of an inline element's text as a policy names it.
func sourceHash(text []byte) string {
	sum := sha256.Sum256(text)
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}
