package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

func TestBadUseOfSweeps(t *testing.T) {
	dir := t.TempDir()
	for args, want := range map[string]string{
		"sweep":                                "say where the shard's file is to go, such as -o runs",
		"sweep -o D -shard 3":                  `shard: "3" is not written as 3/40, which is the fourth of forty`,
		"sweep -o D -shard 4/4":                "shard: there is no shard 4 of 4; the first of 4 is 0",
		"sweep -o D -shard -1/4":               "shard: there is no shard -1 of 4; the first of 4 is 0",
		"sweep -o D -shards 4":                 "-shards: sweep has no such dial; lab list names them",
		"sweep -o D -runs 3 -shard 3/4":        "shard: of 3 runs shard 3 has none",
		"sweep -o D -steps 1e9":                "length: 1e9 is outside [1, 10000000]",
		"sweep -o D -noise-from 0.9":           "noise-from and noise-to: a range cannot go from 0.9 to 0.3",
		"sweep -o D -gd=false -adam=0 -sed=no": "gd, adam, sed are all off: one learning rule at least has to be on",
		"sweep -o D -procs 0":                  `procs: "0" is not a whole number from 1 to 1e+15`,
		"sweep -o D -keep soon":                `keep: "soon" is not a number`,
		"sweep -o D -keep 0":                   `keep: "0" is not a number of seconds from 0.001 to 1e+06`,
		"sweep -o D -course loss":              "-course concerns the picture in the page only",
		"sweep -o D more":                      `"more" is not a flag: dials are turned as in -seed 7`,
		"sweep -o D -preset big":               `preset: there is no preset "big"`,
		"merge":                                "name the folder of the shards, as in lab merge runs -o sweep.csv",
		"merge D":                              "say where the table is to go: -o with a name that ends in .csv, .npz, .parquet or .sweep",
		"merge D -o all.xlsx":                  "say where the table is to go: -o with a name that ends in .csv, .npz, .parquet or .sweep",
		"merge D E -o all.csv":                 `"E": merge takes one folder`,
		"merge D -o all.npz -courses":          "-courses goes with a CSV: the other files have the time courses anyway",
		"merge D -o all.csv -to x":             "-to: merge has no such flag",
		"merge D -o all.csv":                   "there is no shard in D: their names end in .sweep, or in .driftlab from the page",
	} {
		code, out, errs := lab(t, strings.Fields(regexp.MustCompile(`\bD\b`).ReplaceAllLiteralString(args, dir))...)
		if code != 2 || out != "" || errs != "lab: "+strings.ReplaceAll(want, " D:", " "+dir+":")+"\n" {
			t.Errorf("%s: exit %d, stdout %q, stderr %q, want %q", args, code, out, errs, want)
		}
	}
}

// The shard is told by the variables of Slurm's arrays and Kubernetes' indexed jobs.
func TestClustersSayTheShard(t *testing.T) {
	for vars, want := range map[string]string{
		"": "{0 1}",
		"SLURM_ARRAY_TASK_ID=3 SLURM_ARRAY_TASK_COUNT=40":                                                 "{3 40}",
		"SLURM_ARRAY_TASK_ID=40 SLURM_ARRAY_TASK_COUNT=40 SLURM_ARRAY_TASK_MIN=1 SLURM_ARRAY_TASK_MAX=40": "{39 40}",
		"SLURM_ARRAY_TASK_ID=6 SLURM_ARRAY_TASK_COUNT=5 SLURM_ARRAY_TASK_MIN=0 SLURM_ARRAY_TASK_STEP=2":   "{3 5}",
		"JOB_COMPLETION_INDEX=0 JOB_COMPLETIONS=3":                                                        "{0 3}",
		"SLURM_ARRAY_TASK_ID=3": "SLURM_ARRAY_TASK_ID is set and SLURM_ARRAY_TASK_COUNT is not: say -shard",
		"SLURM_ARRAY_TASK_ID=7 SLURM_ARRAY_TASK_COUNT=3 SLURM_ARRAY_TASK_MIN=1":                         "the array's task 7 is none of 3 beginning with 1: number tasks without gaps, or say -shard",
		"SLURM_ARRAY_TASK_ID=3 SLURM_ARRAY_TASK_COUNT=5 SLURM_ARRAY_TASK_MIN=0 SLURM_ARRAY_TASK_STEP=2": "the array's task 3 is none of 5 beginning with 0: number tasks without gaps, or say -shard",
		"SLURM_ARRAY_TASK_ID=x SLURM_ARRAY_TASK_COUNT=5":                                                `SLURM_ARRAY_TASK_ID: "x" is not a whole number`,
		"JOB_COMPLETION_INDEX=3":                   "JOB_COMPLETION_INDEX is set and JOB_COMPLETIONS is not: put the job's completions into the container's environment, or say -shard",
		"JOB_COMPLETION_INDEX=3 JOB_COMPLETIONS=3": "JOB_COMPLETION_INDEX and JOB_COMPLETIONS: there is no shard 3 of 3; the first of 3 is 0",
		"JOB_COMPLETION_INDEX=1 JOB_COMPLETIONS=2 SLURM_ARRAY_TASK_ID=4 SLURM_ARRAY_TASK_COUNT=9 SLURM_JOB_ID=77": "{4 9}",
	} {
		env := map[string]string{}
		for pair := range strings.FieldsSeq(vars) {
			name, value, _ := strings.Cut(pair, "=")
			env[name] = value
		}
		s, err := shareFromCluster(func(name string) string { return env[name] })
		got := fmt.Sprint(s)
		if err != nil {
			got = err.Error()
		}
		if got != want {
			t.Errorf("%s: %s, want %s", vars, got, want)
		}
	}
	t.Setenv("SLURM_ARRAY_TASK_ID", "5")
	t.Setenv("SLURM_ARRAY_TASK_COUNT", "6")
	t.Setenv("SLURM_ARRAY_TASK_MIN", "1")
	dir := t.TempDir()
	for args, file := range map[string]string{"": "shard-004-of-006.sweep", "-shard 2/6": "shard-002-of-006.sweep"} {
		code, _, errs := lab(t, append(strings.Fields("sweep -preset trial -runs 12 "+args+" -o"), dir)...)
		if _, err := os.Stat(filepath.Join(dir, file)); code != 0 || err != nil {
			t.Errorf("%s: exit %d, stderr %q, %v", args, code, errs, err)
		}
	}
}
