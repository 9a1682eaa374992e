package main

import (
	"crypto/sha256"
	"encoding/base64"
	"strings"
)

// onlinePolicy is the content security policy of index.html: everything from where the
// page came from, nothing inline but the script of the view's document, which stands in the
// page as text (see dist) and is named by its hash. The worker's text becomes a Blob.
// Images are pictures made here and the icon.
func onlinePolicy(view []byte) string {
	return "default-src 'none'; script-src 'self' " + sourceHash(view) + " 'wasm-unsafe-eval'; worker-src blob:; " +
		"connect-src 'self'; img-src data: blob:; style-src 'self'; " +
		"base-uri 'none'; form-action 'none'"
}

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
