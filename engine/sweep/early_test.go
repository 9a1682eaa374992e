package sweep

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"driftlab/engine/run"
)

var files = os.DirFS("../../assets/data").(run.Assets)

// begun is a sweep of the preset trial that has the one done beforehand.
func begun(t *testing.T) *Sim {
	t.Helper()
	s := started(t, "trial", "")
	if err := s.Restart(files); err != nil {
		t.Fatal(err)
	}
	return s
}

// sent reads the frame that a sweep sends.
func sent(t *testing.T, s *Sim) *Frame {
	t.Helper()
	b, err := s.AppendFrame(nil, false)
	if err != nil {
		t.Fatal(err)
	}
	f := new(Frame)
	if _, err := f.UnmarshalMsg(b); err != nil {
		t.Fatal(err)
	}
	if err := f.Check(); err != nil {
		t.Fatal(err)
	}
	return f
}

// The runs that were done beforehand are those of the dials in their command: all of them begin as this program begins
// them, and some end so.
func TestDoneBeforehand(t *testing.T) {
	e := begun(t).before
	if e.sim.known != e.sim.Of() || e.sim.known < 100 || !strings.HasPrefix(e.command, "lab sweep -preset ") {
		t.Fatalf("%d of %d runs by %q", e.sim.known, e.sim.Of(), e.command)
	}
	const steps = 200
	for i, r := range e.sim.done {
		j, err := e.sim.Job(i, nil)
		if err != nil {
			t.Fatal(err)
		}
		if i == 3 {
			for !j.Piece() {
			}
			want, _ := r.MarshalMsg(nil)
			if !bytes.Equal(j.Result(nil), want) {
				t.Errorf("run %d comes to another end", i)
			}
			continue
		}
		j.Advance(steps)
		got, want := j.got.measures(), r.measures()
		for c := range got {
			for k, v := range got[c] {
				if v != want[c][k] && (v == v || want[c][k] == want[c][k]) {
					t.Fatalf("run %d: %s is %v at step %d, not %v", i, Courses[c], v, j.looks[k], want[c][k])
				}
			}
		}
	}
}

// The picture has the runs that were done beforehand, and says so, until there are enough of its own; neither state nor
// hash has them.
func TestOwnRunsTakeTheirPlace(t *testing.T) {
	s, bare := begun(t), started(t, "trial", "")
	if f := sent(t, s); f.Precomputed != s.before.command || f.Runs != s.before.sim.known || f.Done != 0 || f.Of != 40 || f.Length != 30 {
		t.Errorf("at first: %d runs by %q, %d of %d done", f.Runs, f.Precomputed, f.Done, f.Of)
	}
	if said := s.Says().Caption; !strings.Contains(said, s.before.command) {
		t.Errorf("at first it says %q", said)
	}
	s.p.Course = "loss"
	if f := sent(t, s); f.Course != 2 {
		t.Error("their time courses cannot be chosen")
	}
	_, dials, said, err := s.Beside(-3)
	if err != nil || !strings.Contains(said, "beforehand") || dials[0].Value != s.before.sim.p.settings(2)[0].Value {
		t.Errorf("run 2 of them opens as %v, %q, %v", dials, said, err)
	}
	for s.known < enough {
		if f := sent(t, s); f.Precomputed == "" || f.Done != s.known {
			t.Fatalf("after %d runs: %q", s.known, f.Precomputed)
		}
		s.Step()
		bare.Step()
	}
	f, of := sent(t, s), sent(t, bare)
	if f.Precomputed != "" || f.Runs != enough || f.Number[0] != of.Number[0] || f.Active[3] != of.Active[3] {
		t.Errorf("after %d runs: %d in the picture, %q", s.known, f.Runs, f.Precomputed)
	}
	if strings.Contains(s.Says().Caption, "beforehand") {
		t.Error("it still speaks of those done beforehand")
	}
	a, _ := s.AppendState(nil)
	b, _ := bare.AppendState(nil)
	if !bytes.Equal(a, b) {
		t.Error("the state is another with them")
	}
}

// A file that is none, or is cut short, is refused in words.
func TestBadFileBeforehand(t *testing.T) {
	whole, err := files.ReadFile(Assets[0])
	if err != nil {
		t.Fatal(err)
	}
	for _, bad := range [][]byte{nil, []byte("no sweep"), whole[:len(whole)/2], append(bytes.Clone(whole), 0)} {
		if err := New().Restart(one(bad)); err == nil || !strings.Contains(err.Error(), Assets[0]) {
			t.Errorf("%d bytes: %v", len(bad), err)
		}
	}
}

// one is a file of data.
type one []byte

func (o one) ReadFile(string) ([]byte, error) { return o, nil }
