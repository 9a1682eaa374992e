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
		if r.Case != c.name || r.Unit != c.unit || r.Items < 1 || (r.Beside > 0) != (c.name == "beside") || r.Beside > r.NS || r.NS < 2e6 {
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
	items, took := clock(work{do: func() int { n++; time.Sleep(100 * time.Microsecond); return 5 }}, 3*time.Millisecond)
	if items != 5*n || took < 3*time.Millisecond || took > time.Second {
		t.Errorf("%d calls counted as %d items in %v", n, items, took)
	}
}
