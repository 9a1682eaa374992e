package engine

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"time"

	"driftlab/engine/param"
	"driftlab/engine/wire"
)

// A Session is one exhibit as a visitor runs it: the experiment, its tempo, and what was
// asked of it. It is not safe for concurrent use.
type Session struct {
	// Between, if it is set, is called after each step of the command "step", which may take
	// minutes: to say that the engine is alive.
	Between func()

	exhibit Exhibit
	preset  param.Preset
	sim     Sim
	notices []string
	playing bool
	touched bool     // dials were turned after step 0, or the model poked: no command line does that
	told    *account // what was described last

	tempo      string
	speed      float64 // steps per second, when the tempo is fixed
	tempoDials *param.Set
	pace       pace
	meter      meter
	now        time.Duration
}

// Open starts the exhibit that an address names ("scene=track&units=64"; a leading "#" or
// "?" is passed over). It never fails: what could not be understood is in the status'
// notices. The session is paused.
func Open(address string) *Session {
	s, o := openAddress(address)
	if len(o.held) > 0 {
		s.notices = append(s.notices, o.heldNote())
	}
	return s
}

// openAddress also tells what is to be said of the address.
func openAddress(address string) (*Session, opening) {
	s := newSession()
	o := readAddress(address, s.tempoDials)
	s.exhibit, s.preset, s.sim, s.notices = o.exhibit, o.preset, o.sim, o.notices
	return s, o
}

// Start is a paused session of an experiment whose dials were turned from a preset.
func Start(e Exhibit, preset param.Preset, sim Sim) *Session {
	s := newSession()
	s.exhibit, s.preset, s.sim = e, preset, sim
	return s
}

func newSession() *Session {
	s := &Session{tempo: TempoStory, speed: 30}
	s.tempoDials = TempoDials(&s.tempo, &s.speed)
	return s
}

// Sim is the session's experiment.
func (s *Session) Sim() Sim { return s.sim }

// TempoDials declares the dials of the tempo, which every exhibit has.
func TempoDials(tempo *string, speed *float64) *param.Set {
	var set param.Set
	set.Choice(tempo, "tempo", []string{TempoStory, TempoMax, TempoFixed}, "tempo", param.View,
		param.Help("story: the steps per second grow with the step count, so that fast learning and slow drift are both seen."))
	set.Float(speed, "speed", 1, 1e5, "steps per second", param.View, param.Log,
		param.Help("When the tempo is fixed."))
	return &set
}

// Exhibit is the name of the session's exhibit.
func (s *Session) Exhibit() string { return s.exhibit.Name }

// Playing reports whether ticks take steps.
func (s *Session) Playing() bool { return s.playing }

// AppendFrame appends the newest picture as msgp.
func (s *Session) AppendFrame(b []byte) ([]byte, error) { return s.sim.AppendFrame(b, s.playing) }

// Tick takes the steps that are due, as far as they fit into the budget, and returns how
// many it took. The clock counts from any moment. A run that can't go on (its network
// diverged) is paused.
func (s *Session) Tick(clock func() time.Duration, budget time.Duration) int64 {
	s.now = clock()
	if !s.playing {
		s.pace.stop()
		return 0
	}
	before := s.sim.Steps()
	s.take(clock, budget)
	return s.sim.Steps() - before
}

// take is Tick's work.
func (s *Session) take(clock func() time.Duration, budget time.Duration) {
	due := s.pace.due(s.now, s.tempo, s.speed, s.sim)
	end := s.now + budget
	var taken int64
	for batch := int64(1); taken < due; {
		n := min(batch, due-taken)
		start := clock()
		for range n {
			if !s.step() {
				s.playing = false
				return
			}
		}
		taken += n
		now := clock()
		if now >= end {
			break
		}
		// Read the clock about once a millisecond.
		if now-start < time.Millisecond && batch < 1024 {
			batch *= 2
		}
	}
	s.pace.took(taken)
	s.meter.read(clock(), s.sim.Steps())
}

// step takes one step and reports whether the experiment moved.
func (s *Session) step() bool {
	before := s.sim.Steps()
	s.sim.Step()
	return s.sim.Steps() > before
}

// Do carries out a command. What can't be done is said in the reply, and nothing changes.
func (s *Session) Do(c wire.Command) wire.Reply {
	r := wire.Reply{ID: c.ID}
	if err := s.do(c, &r); err != nil {
		r.Error = err.Error()
	}
	return r
}

func (s *Session) do(c wire.Command, r *wire.Reply) error {
	switch c.Kind {
	case "set":
		return s.set(c.Values)
	case "play":
		s.playing = true
		s.pace.stop()
	case "pause":
		s.playing = false
	case "step":
		return s.steps(c.N)
	case "reset":
		s.restart()
	case "seed":
		return s.set(map[string]string{"seed": c.Values["seed"]})
	case "poke":
		return s.poke(c, r)
	case "describe":
		r.Text = s.describe()
	case "csv":
		r.Text = s.csv(s.Facts(c.Version, c.Address))
	case "about":
		r.About = s.About()
		r.About.Facts = s.Facts(c.Version, c.Address)
	case "curves":
		r.Curves = s.sim.Curves()
	case "check":
		return Check(c.Address)
	case "status":
	default:
		return fmt.Errorf("%q is not a command", cut(c.Kind))
	}
	return nil
}

func (s *Session) restart() {
	s.sim.Restart()
	s.touched, s.told = false, nil
	s.pace.stop()
	s.meter = meter{at: s.now}
}

// set turns dials: all of them or, if one value is bad, none.
func (s *Session) set(values map[string]string) error {
	if err := sentences(badSettings(values, s.dial)); err != nil {
		return err
	}
	fresh, live := false, false
	for _, name := range slices.Sorted(maps.Keys(values)) {
		d := s.dial(name)
		before := d.Value()
		if err := s.setOf(name).Set(name, values[name]); err != nil {
			return err
		}
		turned := d.Value() != before
		fresh = fresh || turned && d.Fresh
		live = live || turned && !d.View
	}
	s.touched = s.touched || live && s.sim.Steps() > 0
	if fresh {
		s.restart()
	}
	return nil
}

func (s *Session) setOf(name string) *param.Set {
	if s.tempoDials.Lookup(name) != nil {
		return s.tempoDials
	}
	return s.sim.Dials()
}

func (s *Session) dial(name string) *param.Dial { return s.setOf(name).Lookup(name) }

// Status is what the session says of itself.
func (s *Session) Status() wire.Status {
	st := wire.Status{
		Exhibit: s.exhibit.Name, Playing: s.playing, Step: s.sim.Steps(), Phase: s.sim.Phase(), Caption: s.sim.Caption(),
		Measures: map[string]float64{}, Params: map[string]string{"preset": s.preset.Name},
		Link: s.address(), Notices: s.notices,
	}
	if s.playing {
		st.Rate = s.meter.rate
	}
	st.Trouble, st.Advice = s.sim.Trouble()
	row := s.sim.AppendRow(nil)
	for i, name := range s.sim.Columns() {
		if v := row[i]; !math.IsNaN(v) && !math.IsInf(v, 0) {
			st.Measures[name] = v
		}
	}
	for _, set := range []*param.Set{s.sim.Dials(), s.tempoDials} {
		for _, d := range set.All() {
			st.Params[d.Name] = d.Value()
		}
	}
	return st
}
