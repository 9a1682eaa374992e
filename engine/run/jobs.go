package run

// Jobs are parts of an experiment that it can give away: the runs of a sweep, the steps of networks side by side,
// what is measured beside a run. Helpers do them in any order and on any machine,
// and what comes of the experiment does not depend on how many there are; without helpers Step does all
// of it. What does not come back is left to Step.
type Jobs interface {
	// Wants reports whether there is a job that nobody has been given.
	Wants() bool
	// Give gives such a job away: its number, and what it starts from beyond the dials, appended to input.
	// It is called only while Wants.
	Give(input []byte) (i int, _ []byte)
	// Recall says that nothing that was given away comes back: it may be given again.
	Recall()
	// Work does a job for another experiment with the same dials, and appends its result. That follows
	// from the dials, the number and the input alone, and this experiment stays as it is.
	Work(i int, input, dst []byte) ([]byte, error)
	// Take takes over the result of a job. Results come in any order; of those that come twice, or when
	// Step has done the job itself, the second counts for nothing. It fails, and changes nothing, on what
	// is no result of Work for this experiment.
	Take(i int, result []byte) error
}

// Losing are Jobs that want to know of those that come to nothing.
type Losing interface {
	Jobs
	// Lose says that a job that was given away comes back undone. Whoever had it has died of it, or it only waited
	// there.
	Lose(i int, ofIt bool)
}
