package main

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"fmt"
	"hash/fnv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"

	"driftlab/engine/wire"
)

// swept does shards of a small sweep and returns their folder.
func swept(t *testing.T, of int, shards ...int) string {
	t.Helper()
	dir := t.TempDir()
	for _, i := range shards {
		args := strings.Fields(fmt.Sprintf("sweep -preset trial -runs 20 -steps 40 -shard %d/%d -o", i, of))
		if code, out, errs := lab(t, append(args, dir)...); code != 0 || out != "" || !strings.HasPrefix(errs, fmt.Sprintf("shard %d of %d: ", i, of)) {
			t.Fatalf("shard %d of %d: exit %d, %q, stderr %q", i, of, code, out, errs)
		}
	}
	return dir
}

// merged is the folder's file of a kind.
func merged(t *testing.T, dir, kind string, more ...string) []byte {
	t.Helper()
	file := filepath.Join(t.TempDir(), "all."+kind)
	if code, out, errs := lab(t, append([]string{"merge", dir, "-o", file}, more...)...); code != 0 || out != "" {
		t.Fatalf("merge to %s: exit %d, %q, stderr %q", kind, code, out, errs)
	}
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// The same figures come out for 1, 2 and 7 shards, in every kind of file.
func TestShardsMergeToTheSame(t *testing.T) {
	whole := swept(t, 1, 0)
	for _, dir := range []string{swept(t, 2, 1, 0), swept(t, 7, 0, 1, 2, 3, 4, 5, 6)} {
		for _, kind := range []string{"csv", "npz", "parquet", "sweep"} {
			if !bytes.Equal(merged(t, dir, kind), merged(t, whole, kind)) {
				t.Errorf("%s: another %s", dir, kind)
			}
		}
		if !bytes.Equal(merged(t, dir, "csv", "-courses"), merged(t, whole, "csv", "-courses")) {
			t.Errorf("%s: other time courses", dir)
		}
	}
	again := merged(t, whole, "csv")
	if _, _, errs := lab(t, "sweep", "-preset", "trial", "-runs", "20", "-steps", "40", "-o", whole); !strings.Contains(errs, "20 of 20 runs done") || !bytes.Equal(merged(t, whole, "csv"), again) {
		t.Errorf("done once more it is another; stderr %q", errs)
	}
}

// What the tables have is what the merged file has, opened as a saved run.
func TestMergedFiles(t *testing.T) {
	dir := swept(t, 3, 0, 1, 2)
	file := filepath.Join(t.TempDir(), "all.sweep")
	if err := os.WriteFile(file, merged(t, dir, "sweep"), 0o644); err != nil {
		t.Fatal(err)
	}
	code, out, errs := lab(t, "run", "-from", file, "-steps", "5")
	if code != 0 || !strings.HasPrefix(strings.Split(out, "\n")[1], "20,19,10019,") {
		t.Errorf("exit %d, %q, stderr %q", code, out, errs)
	}

	lines, err := csv.NewReader(bytes.NewReader(merged(t, dir, "csv"))).ReadAll()
	if err != nil || len(lines) != 21 || lines[20][0] != "19" {
		t.Fatalf("%d lines, %v", len(lines), err)
	}
	b := merged(t, dir, "parquet")
	rows, err := parquet.Read[runRow](bytes.NewReader(b), int64(len(b)))
	if err != nil || len(rows) != 20 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	for i := range rows {
		if got := strings.Join(rows[i].fields(), ","); got != strings.Join(lines[1+i], ",") {
			t.Errorf("parquet has %s, the CSV %s", got, lines[1+i])
		}
		if n := len(rows[i].CourseStep); n < 2 || n != len(rows[i].CourseCorr) || rows[i].CourseStep[n-1] > 40 {
			t.Errorf("run %d: a time course of %d points", i, n)
		}
	}
	b = merged(t, dir, "npz")
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil || len(z.File) != len(columns) || z.File[0].Name != "run.npy" {
		t.Errorf("%v", err)
	}
}

// A merge says what is missing, and writes what there is only if asked to.
func TestMissingShards(t *testing.T) {
	dir := swept(t, 7, 0, 3, 4)
	file := filepath.Join(t.TempDir(), "all.csv")
	const want = "of 7 shards there is none, or not one run, of 1, 2, 5, 6"
	code, _, errs := lab(t, "merge", dir, "-o", file)
	if _, err := os.Stat(file); code != 1 || errs != "lab: "+want+"; -partial writes what there is\n" || err == nil {
		t.Errorf("exit %d, stderr %q", code, errs)
	}
	code, _, errs = lab(t, "merge", "-o", file, "-partial", dir)
	table, _ := os.ReadFile(file)
	if code != 0 || errs != "9 runs from 3 files are in "+file+"\n"+want+"\n" || bytes.Count(table, []byte("\n")) != 10 {
		t.Errorf("exit %d, stderr %q, %s", code, errs, table)
	}
}

// ofVersion is a saved run as a newer driftlab writes it.
func ofVersion(t *testing.T, file []byte, version int) []byte {
	t.Helper()
	var f wire.File
	if _, err := f.UnmarshalMsg(file); err != nil {
		t.Fatal(err)
	}
	h := fnv.New64a()
	fmt.Fprintf(h, "%s\x00%d;%s", f.Address, version, f.State)
	f.Kept, f.Sum = version, h.Sum64()
	b, _ := f.MarshalMsg(nil)
	return b
}

// Files that do not go together, or that are none, are named with what is wrong.
func TestBadShards(t *testing.T) {
	good := swept(t, 2, 0, 1)
	one, err := os.ReadFile(filepath.Join(good, "shard-000-of-002.sweep"))
	if err != nil {
		t.Fatal(err)
	}
	other := swept(t, 1, 0)
	whole, _ := os.ReadFile(filepath.Join(other, "shard-000-of-001.sweep"))
	foreign := filepath.Join(t.TempDir(), "valley")
	lab(t, "run", "valley", "-steps", "1", "-save", foreign)
	valley, _ := os.ReadFile(foreign)
	newer := ofVersion(t, one, 2)
	for name, c := range map[string]struct {
		file []byte
		want string
	}{
		"cut":     {one[:len(one)/2], "the saved run is cut short or damaged"},
		"damaged": {bytes.Replace(one, []byte("outputs-to"), []byte("outputs-tx"), 1), "the saved run is cut short or damaged"},
		"text":    {[]byte("run,seed\n1,2\n"), "the file is not a saved run of driftlab"},
		"empty":   {nil, "the file is not a saved run of driftlab"},
		"foreign": {valley, "that is a saved run of valley, not of sweep"},
		"newer":   {newer, "the run was saved by a newer driftlab (its sweep has version 2, this one knows 1)"},
		"twice":   {whole, "run 0 is in both"},
	} {
		dir := t.TempDir()
		for _, f := range []string{"shard-000-of-002.sweep", "shard-001-of-002.sweep"} {
			b, _ := os.ReadFile(filepath.Join(good, f))
			if err := os.WriteFile(filepath.Join(dir, f), b, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		bad := filepath.Join(dir, "from-elsewhere.driftlab")
		if err := os.WriteFile(bad, c.file, 0o644); err != nil {
			t.Fatal(err)
		}
		code, _, errs := lab(t, "merge", dir, "-o", filepath.Join(dir, "all.csv"))
		if code != 1 || !strings.Contains(errs, c.want) || !strings.Contains(errs, bad) || strings.Count(errs, "\n") != 1 {
			t.Errorf("%s: exit %d, stderr %q, want %q", name, code, errs, c.want)
		}
		if c.file == nil || name == "twice" {
			continue
		}
		if err := os.WriteFile(filepath.Join(dir, "shard-000-of-002.sweep"), c.file, 0o644); err != nil {
			t.Fatal(err)
		}
		code, _, errs = lab(t, "sweep", "-preset", "trial", "-runs", "20", "-steps", "40", "-shard", "0/2", "-o", dir)
		if kept, _ := os.ReadFile(filepath.Join(dir, "shard-000-of-002.sweep")); code != 1 || !strings.Contains(errs, c.want) || !bytes.Equal(kept, c.file) {
			t.Errorf("%s: going on: exit %d, stderr %q", name, code, errs)
		}
	}
	third := filepath.Join(good, "shard-000-of-002.sweep")
	for args, want := range map[string]string{
		"-seed 2 -shard 0/2": third + " is of another sweep: its seed is 1, not 2; use another folder",
		"-gd=false":          good + " has shards of a sweep in 2, and this is shard 0 of 1: say -shard 0/2 if it is one of those, or use another folder",
	} {
		code, _, errs := lab(t, append(strings.Fields("sweep -preset trial -runs 20 -steps 40 "+args+" -o"), good)...)
		if code != 1 || errs != "lab: "+want+"\n" {
			t.Errorf("%s: exit %d, stderr %q", args, code, errs)
		}
	}
	lab(t, "sweep", "-preset", "trial", "-runs", "20", "-steps", "50", "-shard", "1/3", "-o", filepath.Join(good, "deeper"))
	stray, _ := os.ReadFile(filepath.Join(good, "deeper", "shard-001-of-003.sweep"))
	if err := os.WriteFile(filepath.Join(good, "stray.sweep"), stray, 0o644); err != nil {
		t.Fatal(err)
	}
	if code, _, errs := lab(t, "merge", good, "-o", filepath.Join(good, "all.csv")); code != 1 || !strings.HasSuffix(errs, "is of another sweep than "+third+": its length is 50, not 40\n") {
		t.Errorf("exit %d, stderr %q", code, errs)
	}
}

// A process that is at a shard keeps others away from it.
func TestTwoAtAShard(t *testing.T) {
	dir := t.TempDir()
	release, taken, err := lock(filepath.Join(dir, share{2, 7}.lockFile()))
	if taken || err != nil {
		t.Fatal(taken, err)
	}
	args := append(strings.Fields("sweep -preset trial -shard 2/7 -o"), dir)
	want := "lab: another process is at shard 2 of 7 in " + dir + " (it holds .shard-002-of-007.lock)\n"
	if code, _, errs := lab(t, args...); code != 1 || errs != want {
		t.Errorf("exit %d, stderr %q", code, errs)
	}
	release()
	if code, _, errs := lab(t, args...); code != 0 {
		t.Errorf("exit %d, stderr %q", code, errs)
	}
}
