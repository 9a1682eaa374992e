package main

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"driftlab/engine/simtest"
)

func TestEveryCaseIsTimed(t *testing.T) {
	saved, err := simtest.Open(t, "scene=track").Save()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range trials {
		var out bytes.Buffer
		if err := run([]string{"-case", c.name, "-for", "2ms", "-warm", "0"}, bytes.NewReader(saved), &out); err != nil {
			t.Fatal(err)
		}
		var r result
		if err := json.Unmarshal(out.Bytes(), &r); err != nil {
			t.Fatal(err)
		}
		if r.Case != c.name || r.Unit != c.unit || r.Items < c.items || r.NS < 2e6 {
			t.Errorf("%s: %+v", c.name, r)
		}
	}
}

func TestUnknownCase(t *testing.T) {
	err := run([]string{"-case", "fig3"}, nil, nil)
	if err == nil || !strings.Contains(err.Error(), "fig2-sparse") {
		t.Errorf("error %v does not name the cases", err)
	}
}

func TestClockCountsCalls(t *testing.T) {
	n := 0
	calls, took := clock(func() { n++; time.Sleep(100 * time.Microsecond) }, 3*time.Millisecond)
	if calls != n || took < 3*time.Millisecond || took > time.Second {
		t.Errorf("%d calls counted as %d in %v", n, calls, took)
	}
}
