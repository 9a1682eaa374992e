package param

import (
	"fmt"
	"strconv"
)

// A Set is the dials of one exhibit in the order of their declaration.
// The zero value is empty and ready to use.
type Set struct {
	Presets []Preset // named values; the first is the default

	dials []*Dial
	index map[string]*Dial
}

// A Preset is a named set of dial values, applied over the defaults.
type Preset struct {
	Name    string
	Title   string // in words, for the page
	Edition int    // one more for every change of what it sets; 0 is 1
	Values  []Setting
}

// A Setting gives one dial a value.
type Setting struct{ Name, Value string }

func (s *Set) add(d *Dial, options []Option) {
	for _, o := range options {
		o(d)
	}
	if s.index == nil {
		s.index = map[string]*Dial{}
	}
	for _, name := range [...]string{d.Name, d.Former} {
		if s.index[name] != nil {
			panic("param: dial " + name + " declared twice")
		}
	}
	if d.Log && !(d.Least > 0 && d.Least >= d.Min && d.Least < d.Max) {
		panic("param: the logarithmic control of " + d.Name + " begins at " + number(d.Least))
	}
	d.Default = d.get()
	if _, err := d.Parse(d.Default); err != nil {
		panic("param: default of " + err.Error())
	}
	s.dials = append(s.dials, d)
	s.index[d.Name] = d
	if d.Former != "" {
		s.index[d.Former] = d
	}
}

// Float declares a dial for a real number in [lo, hi].
func (s *Set) Float(p *float64, name string, lo, hi float64, label string, options ...Option) {
	s.add(&Dial{
		Name: name, Label: label, Kind: Float, Min: lo, Max: hi,
		get: func() string { return number(*p) },
		set: func(text string) { *p, _ = strconv.ParseFloat(text, 64) },
	}, options)
}

// Int declares a dial for a whole number in [lo, hi].
func (s *Set) Int(p *int, name string, lo, hi int, label string, options ...Option) {
	s.add(&Dial{
		Name: name, Label: label, Kind: Int, Min: float64(lo), Max: float64(hi),
		get: func() string { return strconv.Itoa(*p) },
		set: func(text string) { *p, _ = strconv.Atoi(text) },
	}, options)
}

// Choice declares a dial for one of a few words.
func (s *Set) Choice(p *string, name string, choices []string, label string, options ...Option) {
	s.add(&Dial{
		Name: name, Label: label, Kind: Choice, Choices: choices,
		get: func() string { return *p },
		set: func(text string) { *p = text },
	}, options)
}

// Bool declares a dial that is on or off.
func (s *Set) Bool(p *bool, name, label string, options ...Option) {
	s.add(&Dial{
		Name: name, Label: label, Kind: Bool,
		get: func() string { return strconv.FormatBool(*p) },
		set: func(text string) { *p = text == "true" },
	}, options)
}

// All returns the dials in the order of their declaration.
func (s *Set) All() []*Dial { return s.dials }

// Lookup returns the dial that has or had that name, or nil.
func (s *Set) Lookup(name string) *Dial { return s.index[name] }

// Set turns a dial. A bad name or value leaves everything as it was; the error
// is a sentence for the visitor.
func (s *Set) Set(name, value string) error {
	d := s.index[name]
	if d == nil {
		return fmt.Errorf("%s: there is no such dial", quote(name))
	}
	text, err := d.Parse(value)
	if err != nil {
		return err
	}
	d.set(text)
	return nil
}

// Reset turns every dial back to its default.
func (s *Set) Reset() {
	for _, d := range s.dials {
		d.set(d.Default)
	}
}

// Preset finds a preset by name.
func (s *Set) Preset(name string) (Preset, error) {
	for _, p := range s.Presets {
		if p.Name == name {
			return p, nil
		}
	}
	return Preset{}, fmt.Errorf("preset: there is no preset %s", quote(name))
}

// Apply turns every dial to what the preset says, and the rest to their defaults.
// A preset that does not fit its own dials is a mistake in the program and panics.
func (s *Set) Apply(p Preset) {
	s.Reset()
	for _, v := range p.Values {
		if err := s.Set(v.Name, v.Value); err != nil {
			panic("param: preset " + p.Name + ": " + err.Error())
		}
	}
}

// ChangedFrom lists what differs from the preset, in the order of declaration:
// what an address has to say beside the preset's name.
func (s *Set) ChangedFrom(p Preset) []Setting {
	base := make(map[string]string, len(p.Values))
	for _, v := range p.Values {
		base[v.Name] = v.Value
	}
	var out []Setting
	for _, d := range s.dials {
		was, named := base[d.Name]
		if !named {
			was = d.Default
		} else if text, err := d.Parse(was); err == nil {
			was = text
		}
		if v := d.Value(); v != was {
			out = append(out, Setting{d.Name, v})
		}
	}
	return out
}
