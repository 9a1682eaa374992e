package param

import (
	"slices"
	"strings"
	"testing"
)

// knobs has one variable of every kind.
type knobs struct {
	rate  float64
	tilt  float64
	units int
	task  string
	hold  bool
}

func (k *knobs) dials() *Set {
	*k = knobs{rate: 0.1, units: 100, task: "track"}
	var s Set
	s.Float(&k.rate, "rate", 1e-4, 10, "learning rate", Symbol("η"), Log)
	s.Float(&k.tilt, "tilt", -1, 1, "tilt")
	s.Int(&k.units, "units", 10, 1000, "hidden units", Fresh, Unit("units"))
	s.Choice(&k.task, "task", []string{"track", "random"}, "task", Help("What is learned."))
	s.Bool(&k.hold, "hold", "hold the order", View)
	s.Presets = []Preset{{Name: "plain"}, {Name: "small", Values: []Setting{{"units", "20"}, {"rate", "0.10"}}}}
	return &s
}

func TestDeclaration(t *testing.T) {
	var k knobs
	s := k.dials()
	var names []string
	for _, d := range s.All() {
		names = append(names, d.Name+"="+d.Default+" "+d.Range())
	}
	want := []string{"rate=0.1 [0.0001, 10]", "tilt=0 [-1, 1]", "units=100 [10, 1000]", "task=track track|random", "hold=false true|false"}
	if !slices.Equal(names, want) {
		t.Errorf("%q, want %q", names, want)
	}
	rate, units := s.Lookup("rate"), s.Lookup("units")
	if rate.Symbol != "η" || !rate.Log || rate.Fresh || !units.Fresh || units.Unit != "units" ||
		s.Lookup("task").Help == "" || !s.Lookup("hold").View {
		t.Error("an option was lost")
	}
	if s.Lookup("rats") != nil {
		t.Error("a dial that was not declared is there")
	}
}

func TestSetTurnsTheVariable(t *testing.T) {
	var k knobs
	s := k.dials()
	for _, c := range []struct{ name, text, value string }{
		{"rate", " 1e-3 ", "0.001"},
		{"rate", "10", "10"},
		{"tilt", "-0.50", "-0.5"},
		{"tilt", "-0", "0"},
		{"units", "2e2", "200"},
		{"units", "10.0", "10"},
		{"task", "random", "random"},
		{"hold", "On", "true"},
		{"hold", "0", "false"},
		{"hold", "yes", "true"},
	} {
		if err := s.Set(c.name, c.text); err != nil {
			t.Error(err)
		}
		if got := s.Lookup(c.name).Value(); got != c.value {
			t.Errorf("%s: %q became %q, want %q", c.name, c.text, got, c.value)
		}
	}
	if (k != knobs{rate: 10, units: 10, task: "random", hold: true}) {
		t.Errorf("%+v", k)
	}
	if s.Reset(); (k != knobs{rate: 0.1, units: 100, task: "track"}) || s.Lookup("rate").Changed() {
		t.Errorf("after reset: %+v", k)
	}
}

func TestBadValuesLeaveTheDialAsItWas(t *testing.T) {
	var k knobs
	s := k.dials()
	long := strings.Repeat("ä", 100)
	for _, c := range []struct{ name, text, want string }{
		{"rate", "70", "rate: 70 is outside [0.0001, 10]"},
		{"rate", "0", "rate: 0 is outside [0.0001, 10]"},
		{"rate", "-1e999", "rate: -1e999 is outside [0.0001, 10]"},
		{"rate", "Inf", "rate: Inf is outside [0.0001, 10]"},
		{"rate", strings.Repeat("9", 50), "rate: " + strings.Repeat("9", 40) + "… is outside [0.0001, 10]"},
		{"rate", "NaN", `rate: "NaN" is not a number`},
		{"rate", "", `rate: "" is not a number`},
		{"rate", "fast", `rate: "fast" is not a number`},
		{"units", "12.5", "units: 12.5 is not a whole number"},
		{"units", "9", "units: 9 is outside [10, 1000]"},
		{"task", "Track", `task: "Track" is not one of track, random`},
		{"task", long, `task: "` + strings.Repeat("ä", 40) + `…" is not one of track, random`},
		{"hold", "maybe", `hold: "maybe" is not true or false`},
		{"rats", "1", `"rats": there is no such dial`},
	} {
		err := s.Set(c.name, c.text)
		if err == nil || err.Error() != c.want {
			t.Errorf("%s %q: %v, want %s", c.name, c.text, err, c.want)
		}
	}
	if (k != knobs{rate: 0.1, units: 100, task: "track"}) {
		t.Errorf("%+v", k)
	}
}

func TestPresets(t *testing.T) {
	var k knobs
	s := k.dials()
	k.rate, k.hold = 5, true
	small, err := s.Preset("small")
	if err != nil {
		t.Fatal(err)
	}
	if s.Apply(small); (k != knobs{rate: 0.1, units: 20, task: "track"}) {
		t.Errorf("%+v", k)
	}
	if c := s.ChangedFrom(small); len(c) > 0 {
		t.Errorf("changed from itself: %v", c)
	}
	if err := s.Set("hold", "true"); err != nil {
		t.Fatal(err)
	}
	if c := s.ChangedFrom(small); !slices.Equal(c, []Setting{{"hold", "true"}}) {
		t.Errorf("changed: %v", c)
	}
	if c := s.ChangedFrom(s.Presets[0]); !slices.Equal(c, []Setting{{"units", "20"}, {"hold", "true"}}) {
		t.Errorf("changed: %v", c)
	}
	if _, err := s.Preset("big"); err == nil || err.Error() != `preset: there is no preset "big"` {
		t.Error(err)
	}
}

func TestMistakesInDeclarationsPanic(t *testing.T) {
	x := 5.0
	for name, declare := range map[string]func(*Set){
		"twice":            func(s *Set) { s.Float(&x, "x", 0, 9, "x"); s.Float(&x, "x", 0, 9, "x") },
		"default outside":  func(s *Set) { s.Float(&x, "x", 0, 1, "x") },
		"preset outside":   func(s *Set) { s.Float(&x, "x", 0, 9, "x"); s.Apply(Preset{Values: []Setting{{"x", "10"}}}) },
		"preset of others": func(s *Set) { s.Apply(Preset{Values: []Setting{{"y", "1"}}}) },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s: no panic", name)
				}
			}()
			declare(new(Set))
		}()
	}
}

// A logarithmic control begins at a positive value, wherever the range begins.
func TestLogarithmicControls(t *testing.T) {
	declare := func(lo, hi float64, o Option) *Dial {
		var s Set
		v := hi
		s.Float(&v, "v", lo, hi, "value", o)
		return s.Lookup("v")
	}
	if d := declare(0.5, 2, Log); !d.Log || d.Least != 0.5 {
		t.Errorf("Log begins at %v", d.Least)
	}
	d := declare(0, 2, LogFrom(0.01))
	if !d.Log || d.Least != 0.01 || d.Min != 0 {
		t.Errorf("LogFrom(0.01) begins at %v, its range at %v", d.Least, d.Min)
	}
	for _, text := range []string{"0", "0.001", "2"} {
		if got, err := d.Parse(text); got != text || err != nil {
			t.Errorf("%s is read as %q, %v", text, got, err)
		}
	}
	for name, f := range map[string]func(){
		"from 0":         func() { declare(0, 1, Log) },
		"from below":     func() { declare(0.5, 1, LogFrom(0.1)) },
		"from its end":   func() { declare(0, 1, LogFrom(1)) },
		"from less than": func() { declare(-1, 1, LogFrom(-0.5)) },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s: declared", name)
				}
			}()
			f()
		}()
	}
}
