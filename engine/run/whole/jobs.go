package whole

import "errors"

// The runs are jobs for helpers, as run.Losing has them.

// Wants reports whether there is a run that can begin and that nobody has, and one besides that is done here.
func (r *Runs) Wants() bool {
	if r.kept >= r.end {
		return false
	}
	at := r.next(-1, false)
	return at >= 0 && (r.own >= 0 || r.next(at, false) >= 0)
}

// Give gives one away: not the one that is the next to be begun here.
func (r *Runs) Give(input []byte) (int, []byte) {
	at := r.next(-1, false)
	if r.own < 0 {
		at = r.next(at, false)
	}
	r.given[at] = true
	return at, r.plan.Input(at, input)
}

// Recall says that no run that was given away comes back.
func (r *Runs) Recall() { clear(r.given) }

// Lose has a run that was lost be done again, or not.
func (r *Runs) Lose(i int, ofIt bool) {
	switch {
	case i < r.kept || i >= len(r.results) || r.results[i] != nil:
	case ofIt:
		r.fail(i)
	default:
		r.given[i] = false
	}
}

// Work does a run.
func (r *Runs) Work(i int, input, dst []byte) ([]byte, error) {
	if i < 0 || i >= len(r.results) {
		return nil, errNone
	}
	if r.spare == nil {
		r.spare = r.away()
	}
	if err := r.spare.Begin(i, input); err != nil {
		return nil, err
	}
	for !r.spare.Piece() {
	}
	return r.spare.Result(dst), nil
}

var errNone = errors.New("that is no run of this experiment")

// Take takes over the result of a run. What comes twice counts for nothing.
func (r *Runs) Take(i int, result []byte) error {
	if i < 0 || i >= len(r.results) || !r.plan.Check(i, result) {
		return errNone
	}
	if i >= r.kept && r.results[i] == nil {
		r.got(i, append([]byte(nil), result...))
		r.waited = 0
	}
	return nil
}
