package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"driftlab/assets"
	"driftlab/engine"
	"driftlab/engine/param"
	"driftlab/engine/sweep"
)

// A merger puts shards together.
type merger struct {
	dir, out         string
	partial, courses bool

	first   *sweep.Sim // the first of the shards,
	name    string     // and its file
	session *engine.Session
	all     *sweep.Sim
	from    []string // the file of each run; empty where it is missing
	files   int
}

// writers are by the ends of names.
var writers = map[string]func(*merger) ([]byte, error){
	".csv": (*merger).csv, ".npz": (*merger).npz, ".parquet": (*merger).parquet, ".sweep": (*merger).file,
}

// doMerge puts the shards of a folder together.
func doMerge(args []string, stderr io.Writer) error {
	m, err := readMerge(args)
	if err != nil {
		return err
	}
	if err := m.read(); err != nil {
		return err
	}
	if done, _ := m.all.Done(); done == 0 {
		return fmt.Errorf("no run of the shards in %s is done yet", m.dir)
	}
	missing := m.missing()
	if missing != "" && !m.partial {
		return fmt.Errorf("%s; -partial writes what there is", missing)
	}
	b, err := writers[strings.ToLower(filepath.Ext(m.out))](m)
	if err == nil {
		err = replace(m.out, b)
	}
	if err != nil {
		return fmt.Errorf("%s could not be written: %w", m.out, err)
	}
	done, _ := m.all.Done()
	fmt.Fprintf(stderr, "%d runs from %d files are in %s\n", done, m.files, m.out)
	if missing != "" {
		fmt.Fprintf(stderr, "%s\n", missing)
	}
	return nil
}

// readMerge reads the arguments: the folder stands before the flags, or after them.
func readMerge(args []string) (*merger, error) {
	m := &merger{}
	if len(args) > 0 && !strings.HasPrefix(args[0], "-") {
		m.dir, args = args[0], args[1:]
	}
	f := &flags{set: flag.NewFlagSet("merge", flag.ContinueOnError)}
	f.set.SetOutput(io.Discard)
	f.set.Usage = func() {}
	f.set.StringVar(&m.out, "o", "", "")
	f.set.BoolVar(&m.partial, "partial", false, "")
	f.set.BoolVar(&m.courses, "courses", false, "")
	err := f.set.Parse(args)
	switch {
	case err != nil:
		return nil, inOurWords(err, "merge has no such flag")
	case m.dir == "" && f.set.NArg() == 1:
		m.dir = f.set.Arg(0)
	case f.set.NArg() > 0:
		return nil, misused("%q: merge takes one folder", f.set.Arg(0))
	}
	switch {
	case m.dir == "":
		return nil, misused("name the folder of the shards, as in lab merge runs -o sweep.csv")
	case writers[strings.ToLower(filepath.Ext(m.out))] == nil:
		return nil, misused("say where the table is to go: -o with a name that ends in .csv, .npz, .parquet or .sweep")
	case m.courses && !strings.EqualFold(filepath.Ext(m.out), ".csv"):
		return nil, misused("-courses goes with a CSV: the other files have the time courses anyway")
	}
	return m, nil
}

// read reads all shards.
func (m *merger) read() error {
	entries, err := os.ReadDir(m.dir)
	if err != nil {
		return badUse(err.Error())
	}
	for _, entry := range entries {
		name := filepath.Join(m.dir, entry.Name())
		ext := filepath.Ext(name)
		if strings.HasPrefix(entry.Name(), ".") || ext != ".sweep" && ext != ".driftlab" || same(name, m.out) {
			continue
		}
		if err := m.add(name); err != nil {
			return err
		}
	}
	if m.files == 0 {
		return misused("there is no shard in %s: their names end in .sweep, or in .driftlab from the page", m.dir)
	}
	return nil
}

// same reports whether two names are of one file.
func same(a, b string) bool {
	x, err1 := os.Stat(a)
	y, err2 := os.Stat(b)
	return err1 == nil && err2 == nil && os.SameFile(x, y)
}

// add takes a shard in.
func (m *merger) add(name string) error {
	b, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	_, sim, err := openSweep(name, b)
	if err != nil {
		return err
	}
	if m.files++; m.first == nil {
		if err := m.begin(name, sim); err != nil {
			return err
		}
	}
	if what := differ(m.whole(sim), m.all); what != "" {
		return fmt.Errorf("%s is of another sweep than %s: %s", name, m.name, what)
	}
	return sim.Each(func(k *sweep.Kept) error {
		if was := m.from[k.Run]; was != "" {
			return fmt.Errorf("run %d is in both %s and %s", k.Run, was, name)
		}
		m.from[k.Run] = name
		return m.all.Put(k)
	})
}

// whole is the sweep that a shard is of, with none of its runs.
func (m *merger) whole(of *sweep.Sim) *sweep.Sim {
	s := sweep.New()
	for _, d := range of.Dials().All() {
		if d.Name != "shard" && d.Name != "shards" {
			_ = s.Dials().Set(d.Name, d.Value()) // it was there before
		}
	}
	return s
}

// begin begins the sweep that the shards are of.
func (m *merger) begin(name string, sim *sweep.Sim) (err error) {
	m.first, m.name = sim, name
	e, _ := engine.Lookup("sweep")
	if m.session, err = engine.Start(e, param.Preset{Name: e.New().Dials().Presets[0].Name}, m.whole(sim), assets.Data); err != nil {
		return err
	}
	m.all = m.session.Sim().(*sweep.Sim)
	m.from = make([]string, len(m.all.Todo()))
	return nil
}

// missing says which runs there are not, by shards as the first of the files has them; empty if there are all.
func (m *merger) missing() string {
	if len(m.all.Todo()) == 0 {
		return ""
	}
	of, _ := strconv.Atoi(m.first.Dials().Lookup("shards").Value())
	have, want := make([]int, of), make([]int, of)
	for i, from := range m.from {
		if want[i%of]++; from != "" {
			have[i%of]++
		}
	}
	var gone, less []string
	for k := range have {
		switch {
		case have[k] == 0 && want[k] > 0:
			gone = append(gone, strconv.Itoa(k))
		case have[k] < want[k]:
			less = append(less, fmt.Sprintf("shard %d has %d of its %d runs", k, have[k], want[k]))
		}
	}
	var said []string
	if len(gone) > 0 {
		said = append(said, fmt.Sprintf("of %d shards there is none, or not one run, of %s", of, strings.Join(gone, ", ")))
	}
	if len(less) > 10 {
		less = append(less[:10], "and so on")
	}
	return strings.Join(append(said, less...), "; ")
}

// file is the whole as a saved run.
func (m *merger) file() ([]byte, error) { return m.session.Save() }

// rows are all runs that there are.
func (m *merger) rows() (all []*runRow) {
	_ = m.all.Each(func(k *sweep.Kept) error { // which never fails
		d := m.all.Draw(k.Run)
		all = append(all, row(k, &d, m.all.Looks()))
		return nil
	})
	return all
}
