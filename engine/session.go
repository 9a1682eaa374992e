package engine

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

	"driftlab/engine/param"
	"driftlab/engine/run"
	"driftlab/engine/wire"
)

// A Session is one exhibit as a visitor runs it: the experiment, its tempo, and what was
// asked of it. It is not safe for concurrent use.
type Session struct {
	// Enough, if it is set, is asked after each call of Step by the command "step", which may
	// take minutes, whether to come back: the reply says how many steps are left.
	Enough func() bool

	exhibit  Exhibit
	preset   param.Preset
	sim      Sim
	notices  []string
	touched  bool     // dials were turned after step 0, or the model poked: no command line does that
	told     *account // what was described last
	stepping bool     // a command "step" has come back before all its steps were taken

	clock    *clock
	forecast forecast
	assets   run.Assets // that the exhibit names
}

// Open starts the exhibit that an address names ("scene=track&units=64"; a leading "#" or
// "?" is passed over), with the assets that the exhibit names. What could not be understood is
// in the status' notices. The session is paused. It fails only for want of an asset.
func Open(address string, assets run.Assets) (*Session, error) {
	s, o, err := openAddress(address, assets)
	if len(o.held) > 0 {
		s.notices = append(s.notices, o.heldNote())
	}
	return s, err
}

// openAddress also tells what is to be said of the address.
func openAddress(address string, assets run.Assets) (*Session, opening, error) {
	s := &Session{clock: newClock(), assets: assets}
	o := readAddress(address, s.clock.dials)
	s.exhibit, s.preset, s.sim, s.notices = o.exhibit, o.preset, o.sim, o.notices
	return s, o, s.restart()
}

// Start is a paused session of an experiment whose dials were turned from a preset.
func Start(e Exhibit, preset param.Preset, sim Sim, assets run.Assets) (*Session, error) {
	s := &Session{clock: newClock(), assets: assets, exhibit: e, preset: preset, sim: sim}
	return s, s.restart()
}

// Sim is the session's experiment.
func (s *Session) Sim() Sim { return s.sim }

// Twin is another experiment with the same dials, at step 0.
func (s *Session) Twin() (Sim, error) {
	twin := s.exhibit.New()
	for _, d := range s.sim.Dials().All() {
		if err := twin.Dials().Set(d.Name, d.Value()); err != nil {
			return nil, err
		}
	}
	return twin, twin.Restart(s.assets)
}

// Exhibit is the name of the session's exhibit.
func (s *Session) Exhibit() string { return s.exhibit.Name }

// Link is the address of the session's experiment.
func (s *Session) Link() string { return s.address() }

// Playing reports whether ticks take steps.
func (s *Session) Playing() bool { return s.clock.playing }

// AppendFrame appends the newest picture as msgp.
func (s *Session) AppendFrame(b []byte) ([]byte, error) { return s.sim.AppendFrame(b, s.clock.playing) }

// Tick takes the steps that are due, as far as they fit into the budget, and returns how
// many it took. The clock counts from any moment. A run that can't go on (its network
// diverged) is paused.
func (s *Session) Tick(clock func() time.Duration, budget time.Duration) int64 {
	before := s.sim.Steps()
	s.clock.run(s.sim, clock, budget)
	return s.sim.Steps() - before
}

// Do carries out a command. What can't be done is said in the reply, and nothing changes.
func (s *Session) Do(c wire.Command) wire.Reply {
	r := wire.Reply{ID: c.ID}
	if err := s.do(c, &r); err != nil {
		r.Error, r.Wants = err.Error(), Wanted(err)
	}
	return r
}

// Wanted is the file of data for want of which something failed; empty if it was something else.
func Wanted(err error) string {
	var m *run.Missing
	if errors.As(err, &m) {
		return m.Name
	}
	return ""
}

func (s *Session) do(c wire.Command, r *wire.Reply) error {
	switch c.Kind {
	case "set":
		return s.set(c.Values)
	case "play":
		s.clock.play()
	case "pause":
		s.clock.pause()
		s.stepping = false
	case "step":
		return s.steps(c.N, r)
	case "reset":
		return s.restart()
	case "seed":
		return s.set(map[string]string{"seed": c.Values["seed"]})
	case "poke":
		return s.poke(c, r)
	case "draw":
		return s.draw(c.Ink, r)
	case "describe":
		r.Text = s.describe()
	case "beside":
		var err error
		r.Address, r.Text, err = s.beside(c.N)
		return err
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

// restart begins the run anew. Where that fails the run is as it was.
func (s *Session) restart() error {
	if err := s.sim.Restart(s.assets); err != nil {
		return err
	}
	s.touched, s.told, s.forecast = false, nil, forecast{}
	s.clock.restart()
	return nil
}

// set turns dials: all of them or, if one value is bad, none.
func (s *Session) set(values map[string]string) error {
	if err := sentences(badSettings(values, s.dial)); err != nil {
		return err
	}
	fresh, live := false, false
	was := map[string]string{}
	for _, name := range slices.Sorted(maps.Keys(values)) {
		d := s.dial(name)
		was[name] = d.Value()
		if err := s.setOf(name).Set(name, values[name]); err != nil {
			return err
		}
		turned := d.Value() != was[name]
		fresh = fresh || turned && d.Fresh
		live = live || turned && !d.View
	}
	if fresh {
		return s.anew(was)
	}
	s.touched = s.touched || live && s.sim.Steps() > 0
	return nil
}

// anew restarts the run under other dials, or puts them back to what they were.
func (s *Session) anew(was map[string]string) error {
	err := s.restart()
	if err != nil {
		for name, value := range was {
			_ = s.setOf(name).Set(name, value) // it was there before
		}
	}
	return err
}

func (s *Session) setOf(name string) *param.Set {
	if s.clock.dials.Lookup(name) != nil {
		return s.clock.dials
	}
	return s.sim.Dials()
}

func (s *Session) dial(name string) *param.Dial { return s.setOf(name).Lookup(name) }

// Status is what the session says of itself. While it runs, that is of the newest measures.
func (s *Session) Status() wire.Status {
	if !s.clock.playing && !s.stepping {
		Measured(s.sim)
	}
	words := s.sim.Says()
	rate := s.clock.rate()
	if s.forecast.read(s.clock.now, words.Share, s.clock.playing); words.Of > 0 {
		rate = s.forecast.rate() * float64(words.Of)
	}
	st := wire.Status{
		Exhibit: s.exhibit.Name, Playing: s.clock.playing, Step: s.sim.Steps(), Rate: rate,
		Phase: words.Phase, Caption: words.Caption, Trouble: words.Trouble, Advice: words.Advice, Share: words.Share, Of: words.Of, Left: s.forecast.left(),
		Measures: measures(s.sim.Report()), Params: map[string]string{"preset": s.preset.Name},
		Link: s.address(), Keep: s.keep(), Notices: s.notices, Canvas: canvas(s.sim),
	}
	for _, set := range []*param.Set{s.sim.Dials(), s.clock.dials} {
		for _, d := range set.All() {
			st.Params[d.Name] = d.Value()
		}
	}
	return st
}
