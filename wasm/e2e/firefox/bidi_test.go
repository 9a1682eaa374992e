package firefox

import (
	"context"
	"encoding/json"
	"io"
	"net"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/gobwas/ws"
	"github.com/gobwas/ws/wsutil"
)

// patience is how long anything may take on a busy machine.
const patience = 2 * time.Minute

// A page is a tab of a Firefox of its own, driven by WebDriver BiDi.
type page struct {
	t       *testing.T
	conn    net.Conn
	context string
	last    int
	log     []string // what the console said
}

// open starts a Firefox with a fresh profile and opens an address in it.
func open(t *testing.T, address string) *page {
	t.Helper()
	program, err := exec.LookPath("firefox-esr")
	if err != nil {
		program = "firefox"
	}
	cmd := exec.Command(program, "--headless", "--no-remote", "--profile", t.TempDir(), "--remote-debugging-port", "0", "about:blank")
	said, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatalf("%v; install it (Debian: apt install firefox-esr)", err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	})
	p := &page{t: t}
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	t.Cleanup(cancel)
	if p.conn, _, _, err = ws.Dial(ctx, listening(t, said)+"/session"); err != nil {
		t.Fatal(err)
	}
	if err := p.conn.SetDeadline(time.Now().Add(patience)); err != nil {
		t.Fatal(err)
	}
	p.start(address)
	return p
}

// listening reads, among what Firefox says, where it listens.
func listening(t *testing.T, said io.Reader) string {
	t.Helper()
	const before = "WebDriver BiDi listening on "
	var all strings.Builder
	for b := make([]byte, 512); ; {
		n, err := said.Read(b)
		all.Write(b[:n])
		if _, address, found := strings.Cut(all.String(), before); found && strings.Contains(address, "\n") {
			go func() { _, _ = io.Copy(io.Discard, said) }() // else it would wait for a reader
			return strings.TrimSpace(address[:strings.IndexByte(address, '\n')])
		}
		if err != nil {
			t.Fatalf("Firefox does not listen: %v\n%s", err, &all)
		}
	}
}

func (p *page) start(address string) {
	p.t.Helper()
	p.ask("session.new", map[string]any{"capabilities": map[string]any{}}, nil)
	p.ask("session.subscribe", map[string]any{"events": []string{"log.entryAdded"}}, nil)
	var tree struct {
		Contexts []struct{ Context string }
	}
	p.ask("browsingContext.getTree", map[string]any{}, &tree)
	p.context = tree.Contexts[0].Context
	p.ask("browsingContext.navigate", map[string]any{"context": p.context, "url": address, "wait": "complete"}, nil)
}

// ask sends a command and decodes its result.
func (p *page) ask(method string, params, result any) {
	p.t.Helper()
	p.last++
	text, err := json.Marshal(map[string]any{"id": p.last, "method": method, "params": params})
	if err != nil {
		p.t.Fatal(err)
	}
	if err := wsutil.WriteClientText(p.conn, text); err != nil {
		p.t.Fatal(err)
	}
	for {
		text, err := wsutil.ReadServerText(p.conn)
		if err != nil {
			p.t.Fatalf("%s: %v", method, err)
		}
		var m struct {
			ID             int
			Method         string
			Error, Message string
			Result         json.RawMessage
			Params         struct{ Level, Text string }
		}
		if err := json.Unmarshal(text, &m); err != nil {
			p.t.Fatal(err)
		}
		if m.Method == "log.entryAdded" && m.Params.Level != "debug" && m.Params.Level != "info" {
			p.log = append(p.log, m.Params.Level+": "+m.Params.Text)
		}
		if m.ID != p.last {
			continue
		}
		if m.Error != "" {
			p.t.Fatalf("%s: %s: %s", method, m.Error, m.Message)
		}
		if result != nil && json.Unmarshal(m.Result, result) != nil {
			p.t.Fatalf("%s: %s", method, m.Result)
		}
		return
	}
}

// text is what an expression comes to, once it is settled, as text.
func (p *page) text(js string) string {
	p.t.Helper()
	var r struct {
		Result           struct{ Value string }
		ExceptionDetails struct{ Text string }
	}
	p.ask("script.evaluate", map[string]any{
		"expression": "(async () => String(await (" + js + ")))()", "awaitPromise": true, "target": map[string]any{"context": p.context},
	}, &r)
	if r.ExceptionDetails.Text != "" {
		p.t.Fatalf("%s: %s", js, r.ExceptionDetails.Text)
	}
	return r.Result.Value
}

// wait waits until an expression holds.
func (p *page) wait(js string) {
	p.t.Helper()
	for end := time.Now().Add(patience / 2); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		if p.text("!!("+js+")") == "true" {
			return
		}
	}
	p.t.Fatalf("waited in vain for %s; %s", js, p.text("JSON.stringify(window.driftlab?.state() ?? document.body.innerText)"))
}

func (p *page) is(js, want string) {
	p.t.Helper()
	if got := p.text(js); got != want {
		p.t.Errorf("%s is %q, want %q", js, got, want)
	}
}
