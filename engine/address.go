package engine

import (
	"fmt"
	"net/url"
	"slices"
	"strings"

	"driftlab/engine/param"
)

// AddressVersion is the version of addresses that this program writes.
const AddressVersion = "1"

// opening is what an address asks for, as far as it could be understood.
type opening struct {
	exhibit Exhibit
	preset  param.Preset
	sim     Sim
	notices []string
	foreign []string // keys that were passed over in silence
	held    []string // dials that are as an earlier edition of the preset had them
}

// readAddress finds the exhibit that an address names, and turns its dials and the tempo's.
// Whatever can't be understood is noted, and the rest applied.
func readAddress(address string, tempo *param.Set) opening {
	address = strings.TrimLeft(address, "#?")
	o := opening{exhibit: Exhibits[0]}
	values := o.parse(address)
	if v := values.Get("v"); v != "" && v != AddressVersion {
		o.note(fmt.Sprintf("v: the address is of version %s and this page knows version %s; what it understands was applied", cut(v), AddressVersion))
	}
	if name := values.Get("scene"); name != "" {
		if e, ok := Lookup(name); ok {
			o.exhibit = e
		} else {
			o.note(fmt.Sprintf("scene: there is no exhibit %q; this is %q", cut(name), o.exhibit.Name))
		}
	}
	o.sim = o.exhibit.New()
	rename(values, o.sim.Dials())
	share(values, o.sim.Dials())
	o.preset = o.sim.Dials().Presets[0]
	if name := values.Get("preset"); name != "" {
		if p, err := o.sim.Dials().Preset(name); err == nil {
			o.preset = p
			o.sim.Dials().Apply(p)
			o.hold(values)
		} else {
			o.note(err.Error())
		}
	}
	o.applyDials(values, tempo)
	return o
}

// rename calls dials by their names of today.
func rename(values url.Values, dials *param.Set) {
	for _, d := range dials.All() {
		given, old := values[d.Former]
		if d.Former == "" || !old {
			continue
		}
		if !values.Has(d.Name) {
			values[d.Name] = given
		}
		delete(values, d.Former)
	}
}

// share takes a shard as the command line has it, 3/40, apart.
func share(values url.Values, dials *param.Set) {
	if i, n, ok := strings.Cut(values.Get("shard"), "/"); ok && dials.Lookup("shards") != nil {
		values.Set("shard", i)
		values.Set("shards", n)
	}
}

// parse reads the pairs of an address. One that is not well formed is noted if it is ours.
func (o *opening) parse(address string) url.Values {
	values := url.Values{}
	for pair := range strings.SplitSeq(address, "&") {
		one, err := url.ParseQuery(pair)
		if key, _, _ := strings.Cut(pair, "="); err != nil && relative(key, nil) != "" {
			o.note(fmt.Sprintf("%s: its value is not well formed", cut(key)))
		}
		for key, v := range one {
			values[key] = append(values[key], v...)
		}
	}
	return values
}

// applyDials turns what the address names, in the order of the names so that the notices
// are always the same.
func (o *opening) applyDials(values url.Values, tempo *param.Set) {
	names := make([]string, 0, len(values))
	for name := range values {
		if !slices.Contains(pageKeys, name) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	for _, name := range names {
		set := o.sim.Dials()
		if tempo.Lookup(name) != nil {
			set = tempo
		}
		if set.Lookup(name) == nil {
			o.pass(name, set)
		} else if err := set.Set(name, values.Get(name)); err != nil {
			o.note(err.Error())
		}
	}
}

// pass passes over a key that is no dial here. It is noted only if it seems to be meant for
// us: an address collects others' keys on its way.
func (o *opening) pass(key string, dials *param.Set) {
	switch near := relative(key, dials); near {
	case "":
		o.foreign = append(o.foreign, key)
	case key:
		o.note(fmt.Sprintf("%s: the exhibit %s has no such dial", key, o.exhibit.Name))
	default:
		o.note(fmt.Sprintf("%q is not known here; did you mean %q?", cut(key), near))
	}
}

func (o *opening) note(text string) { o.notices = append(o.notices, text) }

// cut shortens a stranger's text to fit a sentence.
func cut(s string) string {
	if r := []rune(s); len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return s
}

// address is the canonical address: the exhibit, the preset, and what differs from it.
func (s *Session) address() string {
	b := new(strings.Builder)
	b.WriteString(s.modelAddress(true))
	for _, v := range s.clock.dials.ChangedFrom(param.Preset{}) {
		fmt.Fprintf(b, "&%s=%s", v.Name, url.QueryEscape(v.Value))
	}
	return b.String()
}

// keep is the address under which a run is kept beyond the visit: what follows from that alone.
func (s *Session) keep() string {
	if l, ok := s.sim.(Lasting); !ok || !l.Lasts() || s.touched {
		return ""
	}
	return fmt.Sprintf("%s&state=%d", s.modelAddress(false), s.exhibit.State)
}

// modelAddress is the address without the tempo, with the view's dials or without them too.
func (s *Session) modelAddress(view bool) string {
	b := new(strings.Builder)
	fmt.Fprintf(b, "v=%s&scene=%s&preset=%s", AddressVersion, s.exhibit.Name, edited(s.preset))
	dials := s.sim.Dials()
	fmt.Fprintf(b, "&seed=%s", dials.Lookup("seed").Value())
	for _, v := range dials.ChangedFrom(s.preset) {
		if v.Name != "seed" && (view || !dials.Lookup(v.Name).View) {
			fmt.Fprintf(b, "&%s=%s", v.Name, url.QueryEscape(v.Value))
		}
	}
	return b.String()
}
