// Lab runs the exhibits on the command line: the same engine as in the page, without one.
//
//	lab list                      what there is
//	lab list -markdown EXHIBIT    its columns and dials as tables for the docs
//	lab version                   what sources it was built from
//	lab run EXHIBIT [-preset P] [-DIAL V ...] -steps N [-every K] [-spectrum K] [-o FILE.csv] [-hash] [-header] [-save FILE]
//	lab run -from FILE [-DIAL V ...] -steps N ...
//	lab search EXHIBIT [-trials N] [-DIAL V ...]   trials of other settings, a row each
//	lab sweep -o DIR [-shard I/N] [-DIAL V ...]    many whole runs, as a shard of them on a cluster
//	lab merge DIR -o FILE                          the shards as one table
//
// It exits with 0, with 2 and one sentence if it was asked for something that there is
// not, with 1 if a file could not be written, with 3 if the run came to trouble (it diverged,
// it died, walkers flew off), which it names, and with 130 if it was told to stop.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"

	"driftlab/engine"
)

func main() {
	if len(os.Args) > 1 && (os.Args[1] == "run" || os.Args[1] == "search" || os.Args[1] == "sweep") && !engine.Vector() {
		fmt.Fprintln(os.Stderr, "lab: no vector instructions in this build or CPU: the same numbers, several times slower")
	}
	os.Exit(obey(os.Args[1:], os.Stdout, os.Stderr))
}

const usage = `lab list                      exhibits, presets, columns and dials
lab list -markdown EXHIBIT    its columns and dials as Markdown tables
lab version                   what sources it was built from
lab run EXHIBIT [-preset P] [-DIAL V ...] -steps N [-every K] [-spectrum K] [-o FILE.csv] [-hash] [-header] [-save FILE]
lab run -from FILE [-DIAL V ...] -steps N ...
lab search EXHIBIT [-trials N] [-DIAL V ...] [-o FILE.csv] [-header] [-save FILE]
lab sweep -o DIR [-shard I/N] [-runs N] [-steps S] [-seed K] [-preset P] [-DIAL V ...] [-procs P] [-keep SECONDS]
lab merge DIR -o FILE.csv|.npz|.parquet|.sweep [-partial] [-courses]

run takes N steps and writes a CSV table: the names of the columns, then a row for
step 0, for every K-th step (a hundredth of N unless said), and for the last.
Progress goes to stderr. Interrupt it, or let the cluster end it by a hang-up, TERM, USR1,
USR2 or XCPU, and what has been reached is written and saved.
-spectrum K fills in the columns of the Hessian's spectrum in the rows of every K-th step.
-hash adds a column: a fingerprint of the parameters, the same on every machine.
-header writes what the run is (version, address, seed, dials) in lines "# name: text" first.
-save keeps the run in a file; -from takes N more steps from there, to the same bits as
an unbroken run. The page opens and saves the same files.

search is run with the preset search, to the last trial, with a row for each; then it says on
stderr which was the best, and how to run that.

sweep does the runs of one shard of a sweep, on all processors unless -procs says how many, and writes
them to a file in DIR. Run i belongs to shard i mod N; without -shard it is the one that a Slurm array
(SLURM_ARRAY_TASK_ID, SLURM_ARRAY_TASK_COUNT) or a Kubernetes indexed job (JOB_COMPLETION_INDEX,
JOB_COMPLETIONS) names, or all of them. Ended in whatever way and started again it goes on where it
was: what is done is kept at once, a run under way every minute, or every -keep seconds.
merge puts the shards in DIR together: a table with a row for each run as CSV, NPZ or Parquet, the
latter two with every run's time course, or a file that the page opens. -courses makes of a CSV a row
for each point of the time courses. It is refused while runs are missing, but with -partial.

Exit codes: 0 well; 1 a file could not be written; 2 there is no such thing; 3 trouble, which
is named: the network diverged or died, or walkers flew off (the table is whole up to there,
and the run is saved); 130 told to stop.

    lab run track -preset fig2 -steps 20000 -every 5000
    lab run track -steps 20000 -save half.driftlab
    lab run -from half.driftlab -steps 20000
    lab search sticky -trials 30 -seed 1 -o trials.csv
    lab run valley -walkers 4000 -x0 1.5 -steps 10000 -o valley.csv
    lab sweep -preset paper -runs 100 -steps 1e6 -seed 1 -shard 0/4 -o runs
    lab merge runs -o sweep.csv
`

// A badUse is a mistake in the arguments, said in a sentence.
type badUse string

func (e badUse) Error() string { return string(e) }

func misused(format string, args ...any) error { return badUse(fmt.Sprintf(format, args...)) }

// How a run may end; it has been told already.
var (
	errStopped = errors.New("told to stop")
	errTrouble = errors.New("the run came to trouble")
)

// obey does what args ask and returns the exit code.
func obey(args []string, stdout, stderr io.Writer) int {
	err := do(args, stdout, stderr)
	var bad badUse
	switch {
	case err == nil:
		return 0
	case errors.Is(err, errStopped):
		return 130
	case errors.Is(err, errTrouble):
		return 3
	case errors.As(err, &bad):
		fmt.Fprintln(stderr, "lab: "+bad.Error())
		return 2
	default:
		fmt.Fprintln(stderr, "lab: "+err.Error())
		return 1
	}
}

// version tells what was built, and with what.
func version(args []string, w io.Writer) error {
	if len(args) > 0 {
		return misused("lab version takes nothing")
	}
	kernels := "scalar"
	if engine.Vector() {
		kernels = "SIMD"
	}
	_, err := fmt.Fprintf(w, "driftlab %s (%s, %s/%s, %s)\n", engine.Version(), runtime.Version(), runtime.GOOS, runtime.GOARCH, kernels)
	return err
}

func do(args []string, stdout, stderr io.Writer) error {
	if len(args) == 0 {
		return misused("say what to do: list, run, search, sweep, merge or version; lab help tells more")
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
	case "version":
		return version(args[1:], stdout)
	case "run", "search":
		o, err := readOrder(args[0] == "search", args[1:])
		if err != nil {
			return err
		}
		return o.carryOut(stdout, stderr)
	case "sweep":
		return doSweep(args[1:], stderr)
	case "merge":
		return doMerge(args[1:], stderr)
	}
	return misused("%q is not a command: there are list, run, search, sweep, merge, version and help", args[0])
}
