package main

import (
	"flag"
	"io"
	"os"
	"runtime"
	"strconv"
	"time"

	"driftlab/assets"
	"driftlab/engine"
	"driftlab/engine/param"
	"driftlab/engine/sweep"
)

// readSweep reads the flags.
func readSweep(args []string) (*sweeping, error) {
	e, _ := engine.Lookup("sweep")
	sim := e.New()
	dials := sim.Dials()
	s := &sweeping{procs: runtime.GOMAXPROCS(0), every: time.Minute}
	s.open = func(t task) (job, error) { return s.sim.Job(t.run, t.part) }
	f := &flags{set: flag.NewFlagSet("sweep", flag.ContinueOnError)}
	f.set.SetOutput(io.Discard)
	f.set.Usage = func() {}
	preset, shard, procs := dials.Presets[0].Name, "", int64(0)
	f.set.StringVar(&preset, "preset", preset, "")
	f.set.StringVar(&s.dir, "o", "", "")
	f.set.StringVar(&shard, "shard", "", "")
	f.set.Func("procs", "", f.whole(&procs, "procs", 1))
	f.set.Func("keep", "", f.seconds(&s.every, "keep"))
	f.sweepDials(dials)
	if err := f.read(args, "sweep has no such dial; lab list names them"); err != nil {
		return nil, err
	}
	if s.dir == "" {
		return nil, misused("say where the shard's file is to go, such as -o runs")
	}
	if procs > 0 {
		s.procs = int(min(procs, 4096))
	}
	var err error
	if s.share, err = whichShare(shard); err != nil {
		return nil, err
	}
	p, err := dials.Preset(preset)
	if err != nil {
		return nil, badUse(err.Error())
	}
	dials.Apply(p)
	for _, d := range append(f.turned(), s.share.settings()...) {
		if d.Name == "steps" {
			d.Name = "length"
		}
		if err := dials.Set(d.Name, d.Value); err != nil {
			return nil, badUse(err.Error())
		}
	}
	if s.session, err = engine.Start(e, p, sim, assets.Data); err != nil {
		return nil, badUse(err.Error())
	}
	s.sim = s.session.Sim().(*sweep.Sim)
	return s, nil
}

// sweepDials makes a flag of each dial, but of those that -shard turns. The steps of a run have two names.
func (f *flags) sweepDials(dials *param.Set) {
	for _, d := range dials.All() {
		if d.Name == "shard" || d.Name == "shards" {
			continue
		}
		v := &dialFlag{f: f, dial: d, allows: func(*param.Dial) error { return nil }}
		f.set.Var(v, d.Name, d.Label)
		if d.Name == "length" {
			f.set.Var(v, "steps", d.Label)
		}
	}
}

// whichShare is the one that -shard names, or that the cluster does.
func whichShare(named string) (share, error) {
	if named != "" {
		return readShare(named)
	}
	return shareFromCluster(os.Getenv)
}

// settings are the share as dials.
func (s share) settings() []param.Setting {
	return []param.Setting{{Name: "shards", Value: strconv.Itoa(s.of)}, {Name: "shard", Value: strconv.Itoa(s.shard)}}
}
