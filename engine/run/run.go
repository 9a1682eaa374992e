// Package run has what a running experiment tells the session that drives it: what came of a
// step, and what there is to say.
package run

// An Outcome is what came of a call of Step.
type Outcome int

// The outcomes.
const (
	Stepped Outcome = iota // a whole step was taken
	Working                // a part of a long step, or of a job; the step count stays
	Waiting                // a helper is at what comes next, and there is nothing else to do
	Over                   // nothing moves any more: the network diverged, everybody is gone
)

// Words are what a run says of itself.
type Words struct {
	Phase   string  // the current phase; may be empty
	Caption string  // one sentence: what is going on now
	Trouble string  // what went wrong ("diverged at step 312"); empty while all is well
	Advice  string  // what the visitor can do about that
	Share   float64 // how much of a long job is done, from 0 to 1; 0 where there is none
	Of      int     // how many steps that job has, where each is a job for itself; else 0
}

// Assets are the files of data that an exhibit wants, by name. An fs.FS that can read files is
// one; that interface itself would cost the engine 35 kB.
type Assets interface {
	ReadFile(name string) ([]byte, error)
}

// A Missing file of data is one that an experiment wants and that is not here: whoever has it may bring it, and
// ask again.
type Missing struct{ Name string }

func (m *Missing) Error() string { return m.Name + " is missing: this program has come without it" }
