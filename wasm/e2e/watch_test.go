package e2e

import (
	"context"
	"encoding/json"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
)

// A watch notes what a tab should not do, and which workers it has.
type watch struct {
	mu       sync.Mutex
	host     string
	bad      []string
	expected []*regexp.Regexp
	workers  map[target.SessionID]target.ID
	requests []string
}

func newWatch() *watch { return &watch{workers: map[target.SessionID]target.ID{}} }

// noise is what Chromium says by itself about drawing in software.
var noise = regexp.MustCompile(`GL Driver Message`)

// hear takes an event of the tab or of one of its workers.
func (w *watch) hear(ctx context.Context, event any) {
	switch e := event.(type) {
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.ConsoleAPICalledTypeError || e.Type == runtime.ConsoleAPICalledTypeWarning || e.Type == runtime.ConsoleAPICalledTypeAssert {
			w.note("console", words(e.Args))
		}
	case *runtime.EventExceptionThrown:
		w.note("exception", (&chromedp.ExceptionError{ExceptionDetails: e.ExceptionDetails}).Error())
	case *log.EventEntryAdded:
		if e.Entry.Level == log.EntryLevelError || e.Entry.Level == log.EntryLevelWarning {
			w.note("log", e.Entry.Text+" "+e.Entry.URL)
		}
	case *network.EventRequestWillBeSent:
		w.request(e.Request.URL)
	case *target.EventAttachedToTarget:
		if e.TargetInfo.Type == "worker" {
			w.mu.Lock()
			w.workers[e.SessionID] = e.TargetInfo.TargetID
			w.mu.Unlock()
			go w.follow(ctx, e.TargetInfo.TargetID)
		}
	case *target.EventDetachedFromTarget:
		w.mu.Lock()
		delete(w.workers, e.SessionID)
		w.mu.Unlock()
	}
}

// follow listens to a worker for as long as it lives. One that has ended before it could
// be listened to is not missed.
func (w *watch) follow(ctx context.Context, id target.ID) {
	hear := func(event any) { w.hear(ctx, event) }
	worker, cancel := chromedp.NewContext(ctx, chromedp.WithTargetID(id), chromedp.WithListener(hear))
	defer cancel()
	if chromedp.Do(worker) == nil {
		<-worker.Done()
	}
}

func (w *watch) note(kind, text string) {
	if !noise.MatchString(text) {
		w.mu.Lock()
		defer w.mu.Unlock()
		w.bad = append(w.bad, kind+": "+text)
	}
}

func (w *watch) request(address string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.requests = append(w.requests, address)
	u, err := url.Parse(address)
	local := err == nil && (u.Host == w.host || slices.Contains([]string{"data", "blob", "about"}, u.Scheme))
	if !local {
		w.bad = append(w.bad, "request to another host: "+address)
	}
}

// complaints are what has been noted and was not expected.
func (w *watch) complaints() []string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return slices.DeleteFunc(slices.Clone(w.bad), func(text string) bool {
		return slices.ContainsFunc(w.expected, func(r *regexp.Regexp) bool { return r.MatchString(text) })
	})
}

// asked are the addresses that have been requested.
func (w *watch) asked() []string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return slices.Clone(w.requests)
}

// workerIDs are the workers that run now.
func (w *watch) workerIDs() []target.ID {
	w.mu.Lock()
	defer w.mu.Unlock()
	var ids []target.ID
	for _, id := range w.workers {
		ids = append(ids, id)
	}
	return ids
}

// words are the arguments of a console call as text.
func words(args []*runtime.RemoteObject) string {
	var parts []string
	for _, a := range args {
		var text string
		switch {
		case a.Description != "":
			parts = append(parts, a.Description)
		case json.Unmarshal(a.Value, &text) == nil:
			parts = append(parts, text)
		default:
			parts = append(parts, string(a.Value))
		}
	}
	return strings.Join(parts, " ")
}
