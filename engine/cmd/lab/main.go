// Lab runs the exhibits on the command line: the same engine as in the page, without one.
//
//	lab list                      what there is
//	lab list -markdown EXHIBIT    its dials as a table for the docs
//	lab run EXHIBIT [-preset P] [-DIAL V ...] -steps N [-every K] [-o FILE.csv] [-hash] [-save FILE]
//	lab run -from FILE [-DIAL V ...] -steps N ...
//
// It exits with 0, with 2 and one sentence if it was asked for something that there is
// not, with 1 if a file could not be written, and with 130 if it was interrupted.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"

	"driftlab/engine"
)

func main() {
	if len(os.Args) > 1 && os.Args[1] == "run" && !engine.Vector() {
		fmt.Fprintln(os.Stderr, "lab: no vector instructions in this build or CPU: the same numbers, several times slower")
	}
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr))
}

const usage = `lab list                      exhibits, presets and dials
lab list -markdown EXHIBIT    its dials as a Markdown table
lab run EXHIBIT [-preset P] [-DIAL V ...] -steps N [-every K] [-o FILE.csv] [-hash] [-save FILE]
lab run -from FILE [-DIAL V ...] -steps N ...

run takes N steps and writes a CSV table: the names of the columns, then a row for
step 0, for every K-th step (a hundredth of N unless said), and for the last.
Progress goes to stderr. Interrupt it, and what has been reached is written.
-hash adds a column: a fingerprint of the parameters, the same on every machine.
-save keeps the run in a file; -from takes N more steps from there, to the same bits as
an unbroken run. The page opens and saves the same files.

    lab run track -preset fig2 -steps 20000 -every 5000
    lab run track -steps 20000 -save half.driftlab
    lab run -from half.driftlab -steps 20000
    lab run valley -walkers 4000 -x0 1.5 -steps 10000 -o valley.csv
`

// A badUse is a mistake in the arguments, said in a sentence.
type badUse string

func (e badUse) Error() string { return string(e) }

func misused(format string, args ...any) error { return badUse(fmt.Sprintf(format, args...)) }

// errStopped says that the run was interrupted; it has been told already.
var errStopped = errors.New("interrupted")

// run does what args ask and returns the exit code.
func run(args []string, stdout, stderr io.Writer) int {
	err := do(args, stdout, stderr)
	var bad badUse
	switch {
	case err == nil:
		return 0
	case errors.Is(err, errStopped):
		return 130
	case errors.As(err, &bad):
		fmt.Fprintln(stderr, "lab: "+bad.Error())
		return 2
	default:
		fmt.Fprintln(stderr, "lab: "+err.Error())
		return 1
	}
}

func do(args []string, stdout, stderr io.Writer) error {
	if len(args) == 0 {
		return misused("say what to do: list or run; lab help tells more")
	}
	for _, a := range args {
		switch a {
		case "help", "-h", "-help", "--help":
			_, err := io.WriteString(stdout, usage)
			return err
		}
	}
	switch args[0] {
	case "list":
		return list(args[1:], stdout)
	case "run":
		o, err := readOrder(args[1:])
		if err != nil {
			return err
		}
		return o.carryOut(stdout, stderr)
	}
	return misused("%q is not a command: there are list, run and help", args[0])
}
