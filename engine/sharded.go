package engine

// A Sharded experiment is made of many jobs: a sweep, a grid, a search, networks side by side.
// Helpers do them in any order and on any machine, and what comes of it does not depend on how
// many there are; without helpers Step does the next job itself.
type Sharded interface {
	// Jobs is how many there are, as the dials are.
	Jobs() int
	// Wants reports whether job i is still to be done: neither done, nor taken over, nor what
	// Step is at.
	Wants(i int) bool
	// Work does job i, which follows from the dials and i alone, and appends its result.
	Work(i int, dst []byte) ([]byte, error)
	// Take takes over the result of job i; results come in any order, and a second one of the
	// same job counts for nothing. It fails, and changes nothing, on what Work has not made.
	Take(i int, result []byte) error
}
