package engine

import (
	"math"
	"net/url"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"driftlab/engine/run"
	"driftlab/engine/wire"
)

// data are the files of the exhibits.
var data = os.DirFS("../assets/data").(run.Assets)

// opened is the session of an address.
func opened(address string) *Session {
	s, err := Open(address, data)
	if err != nil {
		panic(err)
	}
	return s
}

// ticker is a clock that a test moves by hand.
type ticker struct{ now time.Duration }

func (c *ticker) clock() time.Duration { return c.now }

func do(t *testing.T, s *Session, c wire.Command) wire.Reply {
	t.Helper()
	r := s.Do(c)
	if r.ID != c.ID {
		t.Errorf("reply has ID %d, the command %d", r.ID, c.ID)
	}
	return r
}

func TestAnAddressOpensTheSameRun(t *testing.T) {
	for _, address := range []string{"", "scene=track&units=64", "#v=1&scene=track&preset=tiny&edition=2&seed=9&noise=0.1&tempo=max", "?scene=valley&preset=crowd&tempo=fixed&speed=250"} {
		s := opened(address)
		if st := s.Status(); len(st.Notices) > 0 {
			t.Errorf("%q: %q", address, st.Notices)
		}
		link := s.Status().Link
		again := opened(link)
		if got := again.Status(); got.Link != link || len(got.Notices) > 0 {
			t.Errorf("%q opens as %q %q", link, got.Link, got.Notices)
		}
		for k, v := range s.Status().Params {
			if again.Status().Params[k] != v {
				t.Errorf("%q: %s is %q, was %q", link, k, again.Status().Params[k], v)
			}
		}
	}
}

func TestAnAddressHoldsOnlyWhatDiffers(t *testing.T) {
	s := opened("scene=track&preset=tiny&noise=0.06&units=64")
	if got, want := s.Status().Link, "v=1&scene=track&preset=tiny&edition=2&seed=1&units=64"; got != want {
		t.Errorf("link %q, want %q", got, want)
	}
}

func TestABadAddressIsListedAndTheRestApplied(t *testing.T) {
	s := opened("v=7&scene=trak&preset=nope&noise=7&units=64&smoothe=red&rate=fast&embed=1&theme=dark&task=maze")
	st := s.Status()
	for _, want := range []string{`version 7`, `"trak"`, `"nope"`, "noise: 7 is outside [0, 1]", `"smoothe"`, `rate: "fast" is not a number`, `task: "maze" is not one of track, abstract, smoothed, random`} {
		if !strings.Contains(strings.Join(st.Notices, "\n"), want) {
			t.Errorf("no notice says %q: %q", want, st.Notices)
		}
	}
	if len(st.Notices) != 7 || st.Params["units"] != "64" || st.Exhibit != "track" {
		t.Errorf("%d notices, units %s, exhibit %s", len(st.Notices), st.Params["units"], st.Exhibit)
	}
}

func FuzzOpen(f *testing.F) {
	f.Add("scene=valley&x0=1e9")
	f.Add("%zz&;=&scene=track&units=10&samples=2&rays=3")
	f.Fuzz(func(t *testing.T, address string) {
		if v, _ := url.ParseQuery(strings.TrimLeft(address, "#?")); len(v.Get("units")+v.Get("samples")+v.Get("lx")+v.Get("ly")+v.Get("rays")+v.Get("walkers")) > 8 {
			return // large networks are slow, not wrong
		}
		s := opened(address)
		if link := s.Status().Link; opened(link).Status().Link != link {
			t.Errorf("%q opens as another run", link)
		}
	})
}

func TestABadDialChangesNothing(t *testing.T) {
	s := opened("preset=tiny&scene=track")
	before := s.Status().Link
	r := do(t, s, wire.Command{Kind: "set", ID: 3, Values: map[string]string{"noise": "7", "rate": "0.05"}})
	if r.Error != "noise: 7 is outside [0, 1]" {
		t.Errorf("error %q", r.Error)
	}
	if after := s.Status().Link; after != before {
		t.Errorf("address went from %q to %q", before, after)
	}
	for _, c := range []wire.Command{{Kind: "fly"}, {Kind: "set", Values: map[string]string{"wings": "2"}}, {Kind: "step", N: 1 << 40}, {Kind: "seed"}} {
		if r := do(t, s, c); r.Error == "" {
			t.Errorf("%+v was carried out", c)
		}
	}
}

func TestALiveDialKeepsTheRunAndAFreshOneRestartsIt(t *testing.T) {
	s := opened("scene=track&preset=tiny")
	do(t, s, wire.Command{Kind: "step", N: 10})
	do(t, s, wire.Command{Kind: "set", Values: map[string]string{"rate": "0.05"}})
	if st := s.Status(); st.Step != 10 || st.Params["rate"] != "0.05" {
		t.Errorf("step %d, rate %s", st.Step, st.Params["rate"])
	}
	do(t, s, wire.Command{Kind: "set", Values: map[string]string{"units": "64"}})
	if st := s.Status(); st.Step != 0 || st.Params["units"] != "64" {
		t.Errorf("step %d, units %s", st.Step, st.Params["units"])
	}
}

func TestTempoGivesTheStepsItPromises(t *testing.T) {
	for address, want := range map[string]float64{
		"scene=valley&walkers=1&tempo=fixed&speed=100":           1000,
		"scene=valley&walkers=1&tempo=story":                     4000 * (math.Exp(10/12.) - 1),
		"scene=valley&walkers=1&noise=0&tempo=story":             20 * (math.Exp(10/12.) - 1),
		"scene=valley&walkers=1&preset=label&tempo=story":        4000 * (math.Exp(10/12.) - 1),
		"scene=track&preset=tiny&units=10&samples=2&tempo=story": 20 * (math.Exp(10/7.5) - 1),
	} {
		s := opened(address)
		c := new(ticker)
		do(t, s, wire.Command{Kind: "play"})
		s.Tick(c.clock, time.Hour)
		for range 600 {
			c.now += time.Second / 60
			s.Tick(c.clock, time.Hour)
		}
		if got := float64(s.Status().Step); math.Abs(got-want) > 0.02*want+1 {
			t.Errorf("%s: %v steps in ten seconds, want %v", address, got, want)
		}
	}
}

func TestTheBudgetIsKept(t *testing.T) {
	s := opened("scene=valley&walkers=1&tempo=max")
	do(t, s, wire.Command{Kind: "play"})
	var now time.Duration
	taken := s.Tick(func() time.Duration { now += 10 * time.Microsecond; return now }, 12*time.Millisecond)
	if now > 14*time.Millisecond || taken == 0 || s.Status().Step != taken {
		t.Errorf("the tick took %v for %d steps and says %d", now, s.Status().Step, taken)
	}
	do(t, s, wire.Command{Kind: "pause"})
	before := s.Status().Step
	taken = s.Tick(func() time.Duration { now += time.Second; return now }, time.Second)
	if s.Status().Step != before || taken != 0 {
		t.Error("a paused session stepped")
	}
}

func TestASleepDoesNotHavetoBeCaughtUp(t *testing.T) {
	s := opened("scene=valley&walkers=1&tempo=fixed&speed=100")
	c := new(ticker)
	do(t, s, wire.Command{Kind: "play"})
	s.Tick(c.clock, time.Hour)
	c.now += time.Hour
	s.Tick(c.clock, time.Hour)
	if got := s.Status().Step; got > 26 {
		t.Errorf("%d steps after an hour's sleep", got)
	}
}

func TestADivergedRunPauses(t *testing.T) {
	s := opened("scene=track&rate=10&noise=1&tempo=max")
	c := new(ticker)
	do(t, s, wire.Command{Kind: "play"})
	for range 50 {
		c.now += time.Second
		start := time.Now()
		s.Tick(func() time.Duration { return c.now + time.Since(start) }, 20*time.Millisecond)
	}
	st := s.Status()
	if st.Trouble == "" || st.Advice == "" || !strings.Contains(st.Caption, st.Trouble) {
		t.Errorf("trouble %q, advice %q, caption %q", st.Trouble, st.Advice, st.Caption)
	}
}

func TestCSVHasTheColumnsOfTheCommandLine(t *testing.T) {
	for scene, want := range map[string]string{
		"track":   "step,loss,active_fraction,active_units,place_units,mean_si,corr_start,phase,zero_rows,rank,sum_lambda,sum_log_lambda,lambda_max",
		"hebbian": "step,loss,active_cells,pv_corr,similarity_corr,phase",
		"valley":  "step,alive,alive_theory,mean_x2,mean_log_lambda,mean_lambda",
	} {
		s := opened("scene=" + scene)
		do(t, s, wire.Command{Kind: "step", N: 5})
		lines := strings.Split(strings.TrimSpace(do(t, s, wire.Command{Kind: "csv"}).Text), "\n")
		lines = slices.DeleteFunc(lines, func(line string) bool { return strings.HasPrefix(line, "#") })
		if lines[0] != want || len(lines) != 7 || !strings.HasPrefix(lines[6], "5,") {
			t.Errorf("%s: %q", scene, lines)
		}
	}
}

func TestRead(t *testing.T) {
	c, err := ParseCommand([]byte(`{"kind":"set","id":4,"values":{"rate":"0.1"}}`))
	if err != nil || c.Kind != "set" || c.ID != 4 || c.Values["rate"] != "0.1" {
		t.Errorf("%+v, %v", c, err)
	}
	for _, bad := range []string{"", "{", `{"kind":3}`, `[]`} {
		if _, err := ParseCommand([]byte(bad)); err == nil {
			t.Errorf("%q is a command", bad)
		}
	}
}
