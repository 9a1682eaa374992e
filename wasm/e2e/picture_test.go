package e2e

import (
	"encoding/base64"
	"fmt"
	"time"

	"driftlab/engine"
)

// exhibits are the names of all exhibits.
func exhibits() (names []string) {
	for _, e := range engine.Exhibits {
		names = append(names, e.Name)
	}
	return names
}

// file is what driftlab.export(kind) gives.
func (p *tab) file(kind string) string {
	p.t.Helper()
	const read = `driftlab.export(%s).then((blob) => new Promise((resolve) => {
		const reader = new FileReader();
		reader.onload = () => resolve(reader.result.split(",")[1]);
		reader.readAsDataURL(blob);
	}))`
	content, err := base64.StdEncoding.DecodeString(p.text(fmt.Sprintf(read, quote(kind))))
	if err != nil {
		p.t.Fatal(err)
	}
	return string(content)
}

// workers waits until exactly so many workers run.
func (p *tab) workers(n int) {
	p.t.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		if len(p.watch.workerIDs()) == n {
			return
		}
	}
	p.t.Fatalf("%d workers run, not %d", len(p.watch.workerIDs()), n)
}

// repaints waits until the picture is another.
func (p *tab) repaints(before string) {
	p.t.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		if p.drawn() != before {
			return
		}
	}
	p.t.Fatal("the picture stays the same")
}
