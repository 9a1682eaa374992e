package sweep

import (
	"errors"

	"driftlab/engine/measure"
	"driftlab/engine/num"
	"driftlab/engine/track"
	"driftlab/engine/wire"
)

// A Job does one run at a time. It implements whole.Runner.
type Job struct {
	p      *Params
	number int
	net    *track.Swept // nil before the first
	got    Result
	looks  []int64 // the steps of the time course
	stride int     // training steps of a piece
}

// looksOf are the steps at which a run is looked at: eight in a decade, the first and the last.
func looksOf(length int) []int64 {
	const eighth = 0.28782313662425574 // ln 10 / 8
	looks := []int64{0}
	for k := 0; ; k++ {
		step := int64(num.Exp(float64(eighth*float64(k))) + 0.5)
		if step >= int64(length) {
			return append(looks, int64(length))
		}
		if step > looks[len(looks)-1] {
			looks = append(looks, step)
		}
	}
}

// aPiece is how many multiply-adds a piece takes: some milliseconds in a browser.
const aPiece = 10e6

var errPart = errors.New("that is no part of this run")

// Begin begins run i, or goes on with it: the input is a Part of it, or nothing.
func (j *Job) Begin(i int, input []byte) error {
	if len(input) == 0 {
		j.begin(i)
		j.look()
		return nil
	}
	if run, err := j.enter(input); err != nil || run != i {
		return errPart
	}
	return nil
}

func (j *Job) begin(i int) {
	d := j.p.draw(i)
	t := j.p.track(&d)
	j.number, j.net, j.got = i, track.NewSwept(&t), Result{}
	j.looks = looksOf(j.p.Length)
	j.stride = max(1, int(aPiece/j.net.Cost()))
}

// enter goes on with a Part, and returns which run it is of.
func (j *Job) enter(part []byte) (int, error) {
	var at Part
	if wire.Whole(at.UnmarshalMsg(part)) != nil || at.Run < 0 || at.Run >= j.p.Runs {
		return 0, errPart
	}
	j.begin(at.Run)
	if !at.Got.fits(j.looks, false) || !j.net.Resume(&at.Net, at.Rows, at.Spread, at.Next) ||
		j.net.Steps() < j.looks[len(at.Got.Loss)-1] || j.net.Steps() >= j.due(len(at.Got.Loss)) {
		return 0, errPart
	}
	j.got = at.Got
	return at.Run, nil
}

// due is the step of look k.
func (j *Job) due(k int) int64 {
	if k == len(j.looks) {
		return measure.MostSteps
	}
	return j.looks[k]
}

// Piece does a piece of the run, of some milliseconds, and reports whether it is at its end.
func (j *Job) Piece() bool { return j.Advance(j.stride) }

// Advance takes some training steps, and reports whether the run is at its end.
func (j *Job) Advance(steps int) bool {
	for range steps {
		if len(j.got.Loss) == len(j.looks) {
			return true
		}
		if !j.net.Step() {
			return true
		}
		if j.net.Steps() == j.looks[len(j.got.Loss)] {
			j.look()
		}
	}
	return len(j.got.Loss) == len(j.looks)
}

// look adds to the time course.
func (j *Job) look() {
	m, c := j.net.Measures(), &j.got.Course
	c.Loss, c.Fraction, c.Units = append(c.Loss, float32(m.Loss)), append(c.Fraction, float32(m.Fraction)), append(c.Units, float32(m.Units))
	c.SI, c.Corr = append(c.SI, float32(m.SI)), append(c.Corr, float32(m.Corr))
}

// Steps counts the training steps of the run so far.
func (j *Job) Steps() int64 { return j.net.Steps() }

// Result appends what has come of the run.
func (j *Job) Result(dst []byte) []byte {
	r := j.got
	r.Step, r.Outcome = j.net.Steps(), Finished
	switch {
	case j.net.Broken():
		r.Outcome = Diverged
	case j.net.Dead():
		r.Outcome = Died
	}
	v := j.net.Verdict()
	r.Directed, r.Null, r.Tau, r.Half = v.Directed, v.Null, v.Tau, v.Half
	dst, _ = r.MarshalMsg(dst) // never fails
	return dst
}

// Part appends how far the run is, which Begin can go on from.
func (j *Job) Part(dst []byte) []byte {
	at := Part{Run: j.number, Got: j.got}
	at.Rows, at.Spread, at.Next = j.net.Learned(&at.Net)
	dst, _ = at.MarshalMsg(dst) // never fails
	return dst
}
