package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"
)

func TestMedian(t *testing.T) {
	for want, x := range map[float64][]float64{3: {3}, 2.5: {4, 1, 2, 3}, 5: {9, 1, 5}} {
		if got := median(x); got != want {
			t.Errorf("median of %v is %v, want %v", x, got, want)
		}
	}
}

func TestRaceTakesTurns(t *testing.T) {
	var turns []string
	fake := func(path string, ns float64) player {
		return player{"native", path, func(args ...string) ([]byte, error) {
			turns = append(turns, path)
			ns++
			return fmt.Appendf(nil, `{"path":%q,"unit":"step","items":10,"ns":%v,"beside_ns":%v}`, path, 10*ns, ns), nil
		}}
	}
	lines, err := race([]player{fake("simd", 0), fake("scalar", 100)}, "fig2", 3, time.Millisecond)
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(turns, " "); got != strings.TrimSpace(strings.Repeat("simd scalar ", 4)) {
		t.Errorf("turns: %s", got)
	}
	// The first round does not count: 2, 3, 4 ns are left.
	if l := lines[0]; l.NS != 3 || l.Min != 2 || l.Max != 4 || l.PerS != 1e9/3. || l.Beside != 0.1 {
		t.Errorf("line: %+v", l)
	}
	wrong := player{"native", "simd", fake("scalar", 0).play}
	if _, err := race([]player{wrong}, "fig2", 1, time.Millisecond); err == nil {
		t.Error("a scalar timing passes for a vector one")
	}
}

func TestLinesAreWhatTheIssueAsksFor(t *testing.T) {
	l := newLine("fig2", player{where: "native", path: "simd"}, "step", []float64{500_000})
	out, err := json.Marshal(l)
	if err != nil {
		t.Fatal(err)
	}
	const want = `{"case":"fig2","where":"native","path":"simd","unit":"step","steps_per_s":2000,"ns_per_step":500000,"min_ns":500000,"max_ns":500000}`
	if string(out) != want {
		t.Errorf("line\n%s\nwant\n%s", out, want)
	}
}

func TestSummaryOfFrames(t *testing.T) {
	f := summary([]sight{
		{Built: 2, Transfer: 1, Draw: 6, Picture: 10, All: 100},
		{Built: 4, Transfer: 1, Draw: 8, Picture: 14, All: 180},
		{Built: 3, Transfer: 2, Draw: 7, Picture: 18, All: 260, Bytes: 99},
	}, []float64{5, 4, 6}, 1)
	if want := (Frame{Frames: 3, Bytes: 99, Build: 3, Transfer: 1, Decode: 1, Draw: 4, Clock: 7, Share: 0.05}); *f != want {
		t.Errorf("summary %+v, want %+v", *f, want)
	}
}

func TestAnimationFramesAreThoseThatAreMarked(t *testing.T) {
	const name = "FireAnimationFrame"
	got := animationFrames([]event{
		{Name: name, Thread: 1, Start: 100, Long: 50, CPU: 9000},
		{Name: name, Thread: 1, Start: 200, Long: 50, CPU: 3000},
		{Name: name, Thread: 2, Start: 200, Long: 90, CPU: 4000},
		{Name: "drawn", Thread: 1, Start: 240},
		{Name: "drawn", Thread: 1, Start: 260},
		{Name: "else", Thread: 1, Start: 120},
	}, "drawn")
	if len(got) != 1 || got[0] != 3 {
		t.Errorf("%v ms, want 3", got)
	}
}

func TestCrew(t *testing.T) {
	c := newCrew(1200, []float64{20, 10, 30}, []float64{10, 6, 12})
	if want := (Crew{One: 60, Two: 120, Ratio: 2}); *c != want {
		t.Errorf("crew %+v, want %+v", *c, want)
	}
}

// A case starts from a saved run of its kind.
func TestStarts(t *testing.T) {
	for name, want := range map[string]string{"fig2-sparse": sparseFile, "decode": sparseFile, "sweep": sweepFile, "sweep-stepwise": sweepFile} {
		if got := startOf(name); got != want {
			t.Errorf("%s starts from %s, not from %s", name, got, want)
		}
	}
}

func TestTable(t *testing.T) {
	lines := []line{
		newLine("fig2", player{where: "chromium", path: "simd"}, "step", []float64{610_000}),
		newLine("fig2", player{where: "chromium", path: "scalar"}, "step", []float64{3_050_000}),
		newLine("fig2", player{where: "chromium", path: "js"}, "step", []float64{2_440_000}),
		newLine("fig2", player{where: "native", path: "simd"}, "step", []float64{305_000}),
		newLine("gd", player{where: "chromium", path: "simd"}, "step", []float64{305_000}),
		newLine("adam", player{where: "chromium", path: "simd"}, "step", []float64{915_000}),
		newLine("label", player{where: "chromium", path: "simd"}, "step", []float64{366_000}),
		newLine("sed", player{where: "chromium", path: "simd"}, "step", []float64{244_000}),
		{Case: "beside", Where: "chromium", Path: "simd", Beside: 0.0456},
		newLine("fig2-sparse", player{where: "chromium", path: "simd"}, "step", []float64{305_000}),
		{Case: "frame", Where: "chromium", Path: "simd", Frame: &Frame{Build: 1, Share: 0.05, Transfer: 0.25, Decode: 0.5, Draw: 3, React: 42, ReactMost: 77}},
		{Case: "memory", Where: "chromium", Path: "simd", Memory: []Memory{{Steps: 10_000, Engine: 12, View: 34}, {Steps: 1_000_000, Engine: 13, View: 35}}},
		{Case: "figure", Where: "chromium", Path: "simd", Memory: []Memory{{Steps: 10_000, Seconds: 9}, {Steps: 1_000_000, Seconds: 400}}},
		newLine("sweep", player{where: "chromium", path: "simd"}, "step", []float64{25_000}),
		newLine("sweep", player{where: "native", path: "simd"}, "step", []float64{20_000}),
		newLine("sweep-stepwise", player{where: "chromium", path: "simd"}, "step", []float64{50_000}),
		{Case: "workers", Where: "native", Path: "simd", Crew: &Crew{50_000, 99_000, 1.98}},
		{Case: "workers", Where: "chromium", Path: "simd", Crew: &Crew{40_000, 70_000, 1.75}, Unseen: &Crew{40_000, 77_000, 1.925}},
		{Case: "sweep-long", Where: "native", Path: "simd", Unit: "step", NS: 10_000, PerS: 100_000, Sweep: &Sweep{
			Runs: 12, Length: 10_000_000, Cores: 2, Error: 0.1, Spans: []Span{{Until: 1_000, Steps: 12_000, NS: 4e8}, {Until: 100_000, Steps: 1.2e6, NS: 3e10}, {Until: 1_000_000, Steps: 1e7, NS: 1.25e11}, {Until: 10_000_000, Steps: 1e8, NS: 1e12, Leaping: 2, Stepwise: 5}},
		}},
	}
	var in, out bytes.Buffer
	for _, l := range lines {
		l.Machine = "a machine"
		if err := json.NewEncoder(&in).Encode(l); err != nil {
			t.Fatal(err)
		}
	}
	if err := tabulate(&in, &out); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"| `fig2` | 5.0 | 4.0 | 2.0 | 1,640 steps/s | 3,280 steps/s |", "2.0 times as fast",
		"(`gd`) takes 0.30 ms; with update noise (`fig2`) it takes 2.0 times as long, with label noise (`label`) 1.2, by Adam (`adam`) 3.0, by stochastic error descent (`sed`) 0.8.",
		"(`beside`) take 4.6 % of the time",
		"built in 1.0 ms (5 % of the worker's time)", "answered in 42 ms meanwhile, in 77 at most",
		"Engine and view hold 12 and 34 MB after 10,000, 13 and 35 MB after 1,000,000 steps of `tiny`.", "on a machine.",
		"| `sweep` | – | – | 1.2 | 40,000 steps/s | 50,000 steps/s |",
		"(`sweep`) go in Chromium 2.0 times as fast with leaps as without (`sweep-stepwise`).",
		"(`workers`: 100 runs of 5,000 steps) comes natively to 50,000 steps/s with one worker and 99,000 with two, 1.98 times as many; in the page to 40,000",
		"70,000 with two, 1.75 times as many, and without the picture to 40,000 steps/s with one worker and 77,000 with two, 1.93 times as many.",
		"Its first 12 runs (`sweep-long`: 10,000,000 steps each, on 2 cores) come natively, by the second and core, to 30,000 steps until step 1,000, 40,000 steps until step 100,000, 80,000 steps until step 1,000,000, 100,000 steps until step 10,000,000, and 100,000 on average. At step 10,000,000 a step without leaps takes 2.5 times as long.",
		"All 616 of 10,000,000 steps would so take 2 cores 8.56 hours natively (± 10 % from run to run), and in the page 10.7, by the ratio of natively to Chromium in `sweep`.",
		"at 8,844 steps/s of `tiny`, would take 193 hours on one core and 96.7 on 2.",
		"1,000,000 steps of `fig2`, takes the page 400 s with its picture drawn (2,500 steps/s on average)",
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q is missing in\n%s", want, out.String())
		}
	}
	if err := tabulate(&in, &out); err == nil {
		t.Error("a table of nothing")
	}
}

func TestUnknownCase(t *testing.T) {
	if err := run([]string{"-case", "fig3"}, nil, nil); err == nil || !strings.Contains(err.Error(), "fig2-sparse") {
		t.Errorf("error %v does not name the cases", err)
	}
}
