package sticky

import (
	"os"
	"testing"

	"driftlab/engine/run"
)

// files are the data.
var files = os.DirFS("../../assets/data").(run.Assets)

// toy is a run of the preset toy with some dials turned.
func toy(t *testing.T, pairs ...string) *Sim {
	t.Helper()
	s := New()
	p, err := s.Dials().Preset("toy")
	if err != nil {
		t.Fatal(err)
	}
	s.Dials().Apply(p)
	for _, v := range settingsOf(pairs...) {
		if err := s.Dials().Set(v.Name, v.Value); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Restart(files); err != nil {
		t.Fatal(err)
	}
	return s
}

// of is what a run has side by side.
func of(s *Sim) *sides { return s.experiment.(*sides) }

// finish goes to the end.
func finish(s *Sim) {
	for s.Step() != run.Over {
	}
}
