// Package simtest tests what every exhibit owes the house: the same bits again, runs that can be
// saved, dials that can be turned to their ends, files and frames of strangers that do no harm,
// words. Every exhibit of the list is run through it.
package simtest

import (
	"bytes"
	"os"
	"slices"
	"strings"
	"testing"

	"driftlab/engine"
	"driftlab/engine/measure"
	"driftlab/engine/param"
	"driftlab/engine/run"
	"driftlab/engine/wire"
)

// mostCalls is how many calls of Step a test of a large experiment waits for.
const mostCalls = 300

// few is how many steps of the trial preset most of the tests take.
const few = 120

// Run tests an exhibit. Its preset Trial has to be small: some thousand steps of it are taken.
func Run(t *testing.T, e engine.Exhibit) {
	t.Run("allocations", func(t *testing.T) { allocations(t, e) }) // alone, for it counts
	for name, test := range map[string]func(*testing.T, engine.Exhibit){
		"words":     words,
		"presets":   presets,
		"dials":     dials,
		"steps":     steps,
		"same":      same,
		"save":      save,
		"strangers": strangers,
		"jobs":      jobs,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			test(t, e)
		})
	}
}

// data are the files of the exhibits.
func data() run.Assets { return os.DirFS(assets() + "data").(run.Assets) }

// Open is the session of an address, all of which has to be understood.
func Open(t testing.TB, address string) *engine.Session {
	t.Helper()
	s, err := engine.Open(address, data())
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// trial is the exhibit's trial with some dials turned: "&noise=0".
func trial(t testing.TB, e engine.Exhibit, dials string) *engine.Session {
	t.Helper()
	return start(t, e, param.Preset{Name: e.Trial}, dials)
}

// start is a session of a preset with some dials turned.
func start(t testing.TB, e engine.Exhibit, p param.Preset, dials string) *engine.Session {
	t.Helper()
	s := Of(t, e, p.Name, dials)
	if n := s.Status().Notices; len(n) > 0 {
		t.Fatalf("preset %s%s: %q", p.Name, dials, n)
	}
	return s
}

// Of is a session of an exhibit, which need not be in the list.
func Of(t testing.TB, e engine.Exhibit, preset, dials string) *engine.Session {
	t.Helper()
	sim := e.New()
	p, err := sim.Dials().Preset(preset)
	if err != nil {
		t.Fatal(err)
	}
	sim.Dials().Apply(p)
	for pair := range strings.SplitSeq(strings.TrimPrefix(dials, "&"), "&") {
		if name, value, ok := strings.Cut(pair, "="); ok {
			if err := sim.Dials().Set(name, value); err != nil {
				t.Fatal(err)
			}
		}
	}
	s, err := engine.Start(e, p, sim, data())
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// take takes n steps, or as many as there are.
func take(t testing.TB, s *engine.Session, n int) {
	t.Helper()
	if r := s.Do(wire.Command{Kind: "step", N: n}); r.Error != "" {
		t.Fatal(r.Error)
	}
}

func frame(t testing.TB, s *engine.Session) []byte {
	t.Helper()
	b, err := s.AppendFrame(nil)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func presets(t *testing.T, e engine.Exhibit) {
	for _, p := range e.New().Dials().Presets {
		s := start(t, e, p, "")
		calls := 0
		s.Enough = func() bool { calls++; return calls > mostCalls }
		take(t, s, 2) // or a part of a long one
		if at := s.Status(); at.Step != 2 && calls < mostCalls || at.Caption == "" || at.Trouble != "" || p.Title == "" {
			t.Errorf("%s (%q) after two steps: %+v", p.Name, p.Title, at)
		}
		frame(t, s)
	}
}

// dials turns every dial to its ends, one at a time, and lets the run go on from there.
func dials(t *testing.T, e engine.Exhibit) {
	for _, d := range e.New().Dials().All() {
		for _, v := range ends(d) {
			s := trial(t, e, "")
			take(t, s, 3)
			was := s.Status().Params[d.Name]
			if r := s.Do(wire.Command{Kind: "set", Values: map[string]string{d.Name: v}}); both(e, d, r.Error) {
				v = was // it does not go with another dial, which is named
			} else if r.Error != "" {
				t.Errorf("%s: %s", d.Name, r.Error)
			}
			calls := 0
			s.Enough = func() bool { calls++; return calls > mostCalls }
			take(t, s, 3) // or a part of long ones
			frame(t, s)
			if at := s.Status(); at.Params[d.Name] != v || at.Caption == "" || d.Fresh && v != was && at.Step > 3 {
				t.Errorf("%s turned to %s: %+v", d.Name, v, at)
			}
		}
	}
}

// both reports whether a sentence names a dial and another.
func both(e engine.Exhibit, d *param.Dial, said string) bool {
	return strings.Contains(said, d.Name) && slices.ContainsFunc(e.New().Dials().All(), func(o *param.Dial) bool {
		return o.Name != d.Name && strings.Contains(said, o.Name)
	})
}

// ends are a dial's values farthest apart.
func ends(d *param.Dial) []string {
	switch d.Kind {
	case param.Choice:
		return d.Choices
	case param.Bool:
		return []string{"true", "false"}
	}
	lo, hi, _ := strings.Cut(strings.Trim(d.Range(), "[]"), ", ")
	return []string{lo, hi}
}

// steps: the count grows with whole steps, and with nothing else.
func steps(t *testing.T, e engine.Exhibit) {
	sim := trial(t, e, "").Sim()
	for range 10 * few {
		before := sim.Steps()
		if l, ok := sim.(engine.Leaper); ok {
			l.Within(1)
		}
		outcome := sim.Step()
		grown := sim.Steps() - before
		if grown != 0 && (grown != 1 || outcome != run.Stepped) || outcome == run.Stepped && grown != 1 {
			t.Fatalf("outcome %d at step %d: %d steps more", outcome, before, grown)
		}
		if outcome == run.Over {
			break
		}
	}
	var rows [][]float64
	for _, row := range engine.Measured(sim).Newest() {
		rows = append(rows, slices.Clone(row))
	}
	report := sim.Report()
	for i, again := range report.Newest() {
		if row := rows[i]; len(row) != len(report.Columns) || row[stepColumn(report)] != float64(sim.Steps()) || !equal(row, again) {
			t.Errorf("the newest row is %v and then %v, at step %d", row, again, sim.Steps())
		}
	}
}

// stepColumn is the column of the step: the first, but for the network where there are several.
func stepColumn(r *measure.Report) int {
	if r.Columns[0].Letters {
		return 1
	}
	return 0
}

// equal reports whether two rows are the same, gaps included.
func equal(a, b []float64) bool {
	return slices.EqualFunc(a, b, func(x, y float64) bool { return x == y || x != x && y != y })
}

// same: the same seed gives the same bits, in another session and after a restart; another
// seed gives others.
func same(t *testing.T, e engine.Exhibit) {
	a, b, other := trial(t, e, ""), trial(t, e, ""), trial(t, e, "&seed=77")
	for _, s := range []*engine.Session{a, b, other} {
		take(t, s, few)
	}
	hash := engine.Hash(a.Sim())
	if engine.Hash(b.Sim()) != hash || engine.Hash(other.Sim()) == hash {
		t.Errorf("hashes %s, %s, and with another seed %s", hash, engine.Hash(b.Sim()), engine.Hash(other.Sim()))
	}
	picture := frame(t, b) // asking for a picture changes nothing
	a.Do(wire.Command{Kind: "reset"})
	take(t, a, few)
	if engine.Hash(a.Sim()) != hash || engine.Hash(b.Sim()) != hash || !bytes.Equal(picture, frame(t, b)) {
		t.Error("a restart gives other bits, or a picture does")
	}
}

// save: a run goes on from its file to the same bits as if it had never been kept.
func save(t *testing.T, e engine.Exhibit) {
	for _, n := range []int{0, 1, few, 7 * few} {
		unbroken := trial(t, e, "")
		if n > 0 {
			take(t, unbroken, n)
		}
		frame(t, unbroken)
		state, err := unbroken.Sim().AppendState(nil)
		if err != nil {
			t.Fatal(err)
		}
		resumed := trial(t, e, "")
		if err := resumed.Sim().RestoreState(state); err != nil {
			t.Fatalf("after %d steps: %v", n, err)
		}
		for _, more := range []int{0, 1, few} {
			if more > 0 {
				take(t, unbroken, more)
				take(t, resumed, more)
			}
			if engine.Hash(unbroken.Sim()) != engine.Hash(resumed.Sim()) || !bytes.Equal(frame(t, unbroken), frame(t, resumed)) {
				t.Errorf("kept after %d steps, %d later it is another run", n, more)
			}
			if a, b := unbroken.Status(), resumed.Status(); a.Caption != b.Caption || a.Phase != b.Phase || a.Trouble != b.Trouble {
				t.Errorf("kept after %d steps, %d later it says %+v, not %+v", n, more, b, a)
			}
		}
	}
}

// fewObjects are what a picture may allocate, for its words and orders.
const fewObjects = 12

// allocations: a step, and a picture into memory that is there, make nothing new to speak of.
// Records of a run, which are made at steps far apart, are not of every step.
func allocations(t *testing.T, e engine.Exhibit) {
	s := trial(t, e, "")
	take(t, s, 2500)
	sim := s.Sim()
	if n := testing.AllocsPerRun(300, func() { sim.Step() }); n > 0 {
		t.Errorf("%v allocations a step", n)
	}
	buffer := make([]byte, 0, 2*len(frame(t, s)))
	if n := testing.AllocsPerRun(50, func() { s.AppendFrame(buffer) }); n > fewObjects {
		t.Errorf("%v allocations a picture", n)
	}
}
