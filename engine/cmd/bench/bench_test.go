package main

import (
	"bytes"
	"encoding/json"
	"math"
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
	swept, err := staggered(3, 60)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range trials {
		var out bytes.Buffer
		from := saved
		if strings.HasPrefix(c.name, "sweep") {
			from = swept
		}
		if err := run([]string{"-case", c.name, "-for", "2ms", "-warm", "0"}, bytes.NewReader(from), &out); err != nil {
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

// Each of the staggered runs is somewhere else, with leaps and without.
func TestStaggeredRuns(t *testing.T) {
	file, err := staggered(3, 60)
	if err != nil {
		t.Fatal(err)
	}
	for _, leaps := range []bool{true, false} {
		nets, err := networks(file, leaps)
		if err != nil || len(nets) != 3 {
			t.Fatalf("%d networks, %v", len(nets), err)
		}
		for k, want := range []int64{10, 30, 50} {
			if got := nets[k].Steps(); got != want {
				t.Errorf("run %d is at step %d, want %d", k, got, want)
			}
		}
	}
	for name, bad := range map[string][]byte{"none": nil, "a half": file[:len(file)/2]} {
		if _, err := networks(bad, true); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func TestWholeRuns(t *testing.T) {
	var out bytes.Buffer
	if err := run([]string{"-whole", "3", "-length", "1200", "-procs", "2"}, nil, &out); err != nil {
		t.Fatal(err)
	}
	var r result
	if err := json.Unmarshal(out.Bytes(), &r); err != nil {
		t.Fatal(err)
	}
	if len(r.Spans) != 2 || r.Spans[0].Steps != 3000 || r.Spans[1].Steps != 600 || r.Items != 3600 || !(r.NS > 0 && r.Spans[1].NS > 0 && r.Error > 0) {
		t.Errorf("%+v", r)
	}
}

func TestUncertainty(t *testing.T) {
	runs := [][]span{{{Steps: 5, NS: 10}, {Steps: 5, NS: 10}}, {{Steps: 10, NS: 30}}, {{Steps: 10, NS: 40}}}
	var r result
	for _, run := range runs {
		r.add(run)
	}
	// The mean of 20, 30 and 40 is 30, with a standard error of 10/√3.
	if got, want := uncertainty(runs, r.Spans), 1/math.Sqrt(27); math.Abs(got-want) > 1e-12 {
		t.Errorf("uncertainty %v, want %v", got, want)
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
