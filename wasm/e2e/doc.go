// Package e2e tests the built site, dist/, as visitors meet it: in headless Chromium, one
// browser for all tests and a fresh profile for each tab. It holds tests only.
//
// Tests wait for states and steps, never for a time. A tab fails its test by any error or
// warning on the console, any uncaught exception, and any request to another host, unless
// the test expects that very message.
package e2e
