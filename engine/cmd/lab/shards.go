package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// A share is which of how many shards is done here, from 0 on.
type share struct{ shard, of int }

// file is the name of a shard's file: what the folder has of others tells them apart by it.
func (s share) file() string { return fmt.Sprintf("shard-%03d-of-%03d.sweep", s.shard, s.of) }

// lockFile is the one that a process holds while it is at a shard.
func (s share) lockFile() string { return "." + strings.TrimSuffix(s.file(), ".sweep") + ".lock" }

// mostShards is as many as the exhibit's dial has.
const mostShards = 10_000

// readShare reads "3/40".
func readShare(text string) (share, error) {
	shard, of, ok := strings.Cut(text, "/")
	i, err1 := strconv.Atoi(shard)
	n, err2 := strconv.Atoi(of)
	if !ok || err1 != nil || err2 != nil {
		return share{}, misused("shard: %q is not written as 3/40, which is the fourth of forty", text)
	}
	return share{i, n}, share{i, n}.check("shard")
}

func (s share) check(whose string) error {
	if s.of < 1 || s.of > mostShards || s.shard < 0 || s.shard >= s.of {
		return misused("%s: there is no shard %d of %d; the first of %d is 0", whose, s.shard, s.of, max(s.of, 1))
	}
	return nil
}

// shareFromCluster is the share that a Slurm array or a Kubernetes indexed job has this process do; all of it without
// either.
func shareFromCluster(env func(string) string) (share, error) {
	if env("SLURM_ARRAY_TASK_ID") != "" {
		return slurmShare(env)
	}
	if env("JOB_COMPLETION_INDEX") != "" {
		if env("JOB_COMPLETIONS") == "" {
			return share{}, misused("JOB_COMPLETION_INDEX is set and JOB_COMPLETIONS is not: put the job's completions into the container's environment, or say -shard")
		}
		n, err := numbers(env, "JOB_COMPLETION_INDEX", "JOB_COMPLETIONS")
		if err != nil {
			return share{}, err
		}
		s := share{n[0], n[1]}
		return s, s.check("JOB_COMPLETION_INDEX and JOB_COMPLETIONS")
	}
	return share{0, 1}, nil
}

// slurmShare is that of an array's task. Its numbers may begin with any, and have steps between.
func slurmShare(env func(string) string) (share, error) {
	const id, count, first, step = "SLURM_ARRAY_TASK_ID", "SLURM_ARRAY_TASK_COUNT", "SLURM_ARRAY_TASK_MIN", "SLURM_ARRAY_TASK_STEP"
	if env(count) == "" {
		return share{}, misused("%s is set and %s is not: say -shard", id, count)
	}
	n, err := numbers(func(name string) string {
		if v := env(name); v != "" || name == id || name == count {
			return v
		} else if name == step {
			return "1"
		}
		return "0"
	}, id, count, first, step)
	if err != nil {
		return share{}, err
	}
	at, every := n[0]-n[2], max(n[3], 1)
	s := share{at / every, n[1]}
	if at%every != 0 || s.check("") != nil {
		return share{}, misused("the array's task %d is none of %d beginning with %d: number tasks without gaps, or say -shard", n[0], n[1], n[2])
	}
	return s, nil
}

// numbers are the values of variables.
func numbers(env func(string) string, names ...string) (all []int, err error) {
	for _, name := range names {
		n, err := strconv.Atoi(env(name))
		if err != nil {
			return nil, misused("%s: %q is not a whole number", name, env(name))
		}
		all = append(all, n)
	}
	return all, nil
}

// others complains about shards of other numbers in the folder: a part of an array that is sent again counts anew, and
// would do the wrong runs.
func (s share) others(dir string) error {
	names, _ := filepath.Glob(filepath.Join(dir, "shard-*-of-*.sweep"))
	for _, name := range names {
		var i, of int
		if _, err := fmt.Sscanf(filepath.Base(name), "shard-%d-of-%d.sweep", &i, &of); err == nil && of != s.of {
			return fmt.Errorf("%s has shards of a sweep in %d, and this is shard %d of %d: say -shard %d/%d if it is one of those, or use another folder",
				dir, of, s.shard, s.of, s.shard, of)
		}
	}
	return nil
}

// replace writes a file beside another and puts it in its place: whatever happens, one of them is there, and whole.
func replace(name string, bytes []byte) error {
	file, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+".*")
	if err != nil {
		return err
	}
	_, err = file.Write(bytes)
	for _, do := range []func() error{func() error { return file.Chmod(0o644) }, file.Sync} {
		if err == nil {
			err = do()
		}
	}
	if cerr := file.Close(); err == nil {
		err = cerr
	}
	if err == nil {
		err = os.Rename(file.Name(), name)
	}
	if err != nil {
		_ = os.Remove(file.Name())
	}
	return err
}
