package track

import (
	"bytes"
	"math"
	"slices"
	"testing"

	"driftlab/engine/measure/spectrum"
)

// The spectra are computed beside the run: whenever their pieces come, the run has the same bits,
// and the spectra are those of the parameters at their steps.
func TestSpectraBesideTheRun(t *testing.T) {
	alone, beside := small(t, "tiny"), small(t, "tiny")
	was := map[int64]spectrum.Spectrum{}
	for step := range int64(400) {
		if step == alone.spectra.taken[len(alone.spectra.taken)-1].step {
			was[step] = spectrum.Of(alone.pictured(alone.net.Theta), alone.probes())
		}
		alone.Step()
		beside.Step()
		if step%7 == 0 {
			beside.Aside()
		}
	}
	for beside.Aside() {
	}
	if !bytes.Equal(alone.AppendParameters(nil), beside.AppendParameters(nil)) {
		t.Error("the run has other bits beside its spectra")
	}
	if len(was) < 10 || len(was) > len(beside.spectra.taken) {
		t.Fatalf("%d spectra, %d taken", len(was), len(beside.spectra.taken))
	}
	for _, r := range beside.spectra.taken {
		if want, ok := was[r.step]; ok && (r.theta != nil || r.got != want) {
			t.Errorf("at step %d the spectrum is %+v, not %+v", r.step, r.got, want)
		}
	}
	// And in the rows of their steps, nowhere else.
	for rows := beside.report.Rows; len(rows) > 0; rows = rows[beside.report.Width:] {
		want, ok := was[int64(rows[colStep])]
		if ok != (rows[colMax] == want.Max) || ok == math.IsNaN(rows[colSum]) {
			t.Errorf("the row of step %v has a largest eigenvalue of %v", rows[colStep], rows[colMax])
		}
	}
}

// A saved run keeps the spectra, and begins those anew that were not computed; one from before there
// were any has empty columns.
func TestSpectraAreSaved(t *testing.T) {
	s := small(t, "tiny")
	for range 100 {
		s.Step()
	}
	for range 9 {
		s.Aside()
	}
	b, err := s.AppendState(nil)
	if err != nil {
		t.Fatal(err)
	}
	again := small(t, "tiny")
	if err := again.RestoreState(b); err != nil {
		t.Fatal(err)
	}
	for s.Aside() {
	}
	for again.Aside() {
	}
	for i, r := range s.spectra.taken {
		if got := again.spectra.taken[i]; got.step != r.step || got.got != r.got {
			t.Errorf("at step %d it was %+v and is %+v", r.step, r.got, got.got)
		}
	}

	var old State
	if _, err := old.UnmarshalMsg(b); err != nil {
		t.Fatal(err)
	}
	old.Width, old.Spectra = 0, nil
	rows := old.Rows
	old.Rows = nil
	for ; len(rows) > 0; rows = rows[s.report.Width:] {
		old.Rows = append(old.Rows, rows[:colZeroRows]...)
	}
	if b, err = old.MarshalMsg(nil); err != nil {
		t.Fatal(err)
	}
	former := small(t, "tiny")
	if err := former.RestoreState(b); err != nil {
		t.Fatal(err)
	}
	if former.report.Len() != s.report.Len() || !math.IsNaN(former.report.Last()[colMax]) {
		t.Errorf("of %d rows %d are left, the last %v", s.report.Len(), former.report.Len(), former.report.Last())
	}
}

// However long the run, and also when it was saved on the way, every spectrum has its row.
func TestRowsWithASpectrumStay(t *testing.T) {
	s := small(t, "tiny")
	upTo := func(s *Sim, step int64) {
		for s.steps < step {
			marks := s.intervals.Marks
			s.steps = min(int64(math.Ceil(s.report.Next)), s.nextDue, marks[len(marks)-1].Step+s.intervals.Every)
			s.take() // as if it had learned till then
		}
	}
	upTo(s, 100_000)
	b, err := s.AppendState(nil)
	if err != nil {
		t.Fatal(err)
	}
	again := small(t, "tiny")
	if err := again.RestoreState(b); err != nil {
		t.Fatal(err)
	}
	for _, s := range []*Sim{s, again} {
		full := s.report.Spread
		upTo(s, 20_000_000)
		for s.Aside() {
		}
		if s.report.Spread <= full || len(s.spectra.taken) < 40 {
			t.Fatalf("%d spectra, and a spread of %v", len(s.spectra.taken), s.report.Spread)
		}
		has := map[float64]float64{}
		for rows := s.report.Rows; len(rows) > 0; rows = rows[s.report.Width:] {
			has[rows[colStep]] = rows[colMax]
		}
		for _, r := range s.spectra.taken {
			if got, ok := has[float64(r.step)]; !ok || got != r.got.Max {
				t.Errorf("the row of step %d has a largest eigenvalue of %v, not %v", r.step, got, r.got.Max)
			}
		}
	}
	if !slices.Equal(s.report.Column(nil, colStep), again.report.Column(nil, colStep)) {
		t.Error("the saved run has other rows")
	}
}

// What is asked for between the spectra that are due is told, and is no part of the run.
func TestASpectrumThatWasAskedFor(t *testing.T) {
	s := small(t, "tiny")
	advance(s, 99)
	before, err := s.AppendState(nil)
	if err != nil {
		t.Fatal(err)
	}
	s.Spectrum()
	if got, want := row(s)[colMax], spectrum.Of(s.pictured(s.net.Theta), s.probes()).Max; got != want {
		t.Errorf("the largest eigenvalue is %v, not %v", got, want)
	}
	after, err := s.AppendState(nil)
	if err != nil || !bytes.Equal(before, after) {
		t.Errorf("the run has another state: %v", err)
	}
	advance(s, 1)
	if got := row(s)[colMax]; !math.IsNaN(got) {
		t.Errorf("a step later the largest eigenvalue is %v", got)
	}
}

// The slope of every activation is what differences say.
func TestSlopesAgainstDifferences(t *testing.T) {
	for _, phi := range []string{"tanh", "softplus", "leaky"} {
		s := small(t, "tiny", "activation", phi)
		const unit, by = 3, 1e-2
		at := func(shift float32) ([]float32, [][]float32) {
			theta := append([]float32(nil), s.net.Theta...)
			theta[unit*(s.data.batch.D+1+s.data.batch.O)+s.data.batch.D] += shift // its bias
			p := s.pictured(theta)
			return append([]float32(nil), p.Hidden[unit]...), p.Slope
		}
		_, slope := at(0)
		up, _ := at(by)
		down, _ := at(-by)
		for i := range s.data.batch.T {
			if want := (up[i] - down[i]) / (2 * by); math.Abs(float64(slope[unit][i]-want)) > 2e-3 {
				t.Errorf("%s: sample %d has slope %v, differences say %v", phi, i, slope[unit][i], want)
			}
		}
	}
}

// Helpers come to the same spectra, in whatever order they bring them, and what they lose is computed here.
func TestSpectraByHelpers(t *testing.T) {
	alone, helped := small(t, "tiny"), small(t, "tiny")
	jobs, helper := helped.AsideJobs(), small(t, "tiny").AsideJobs()
	type result struct {
		job   int
		bytes []byte
	}
	var out []result
	for step := range 300 {
		alone.Step()
		helped.Step()
		if step%5 > 0 || !jobs.Wants() {
			continue
		}
		i, input := jobs.Give(nil)
		if step%3 == 0 {
			continue // lost
		}
		b, err := helper.Work(i, input, nil)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, result{i, b})
	}
	for i := range out {
		r := out[len(out)-1-i]
		if err := jobs.Take(r.job+1, r.bytes); err == nil {
			t.Errorf("the spectrum of reading %d was taken for that of the next", r.job)
		}
		if err := jobs.Take(r.job, r.bytes); err != nil {
			t.Fatal(err)
		}
	}
	if len(out) < 5 || len(out) == len(helped.spectra.taken) {
		t.Fatalf("helpers brought %d of %d", len(out), len(helped.spectra.taken))
	}
	for helped.Aside() {
	}
	for alone.Aside() {
	}
	for i, want := range alone.spectra.taken {
		if got := helped.spectra.taken[i]; got.theta != nil || got.got != want.got {
			t.Errorf("at step %d helpers come to %+v, not %+v", want.step, got.got, want.got)
		}
	}
	if _, err := helper.Work(0, nil, nil); err == nil {
		t.Error("there is a spectrum of nothing")
	}
}
