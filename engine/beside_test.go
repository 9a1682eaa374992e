package engine

import (
	"strings"
	"testing"

	"driftlab/engine/wire"
)

// The address of a run beside itself opens two networks of the same world, which differ in one dial.
func TestBesideItself(t *testing.T) {
	for address, changed := range map[string]string{
		"scene=track&preset=fig2&seed=7&tempo=max": "noise-kind",
		"scene=track&preset=adam":                  "rate",
		"scene=track&preset=sed":                   "rate",
		"scene=track&preset=tiny&noise=0":          "rate",
		"scene=track&noise-kind=label&label=3":     "noise-kind",
	} {
		s, err := Open(address, data)
		if err != nil {
			t.Fatal(err)
		}
		r := s.Do(wire.Command{Kind: "beside"})
		if r.Error != "" || !strings.HasPrefix(r.Text, "B is the same network ") || Check(r.Address) != nil {
			t.Fatalf("%s: %+v, %v", address, r, Check(r.Address))
		}
		two, err := Open(r.Address, data)
		if err != nil {
			t.Fatal(err)
		}
		if two.Exhibit() != "rules" || len(two.Status().Notices) > 0 || two.Status().Params["nets"] != "2" {
			t.Errorf("%s: %+v", address, two.Status())
		}
		var differ []string
		for name, value := range s.Status().Params {
			p := two.Status().Params
			if a, ok := p["a-"+name]; ok {
				if a != value {
					t.Errorf("%s: %s is %s in A and was %s", address, name, a, value)
				}
				if p["b-"+name] != a {
					differ = append(differ, name)
				}
			} else if got, ok := p[name]; ok && name != "preset" && got != value {
				t.Errorf("%s: %s is %s and was %s", address, name, got, value)
			}
		}
		if len(differ) != 1 || differ[0] != changed {
			t.Errorf("%s: %v differ", address, differ)
		}
	}
	s, _ := Open("scene=valley", data)
	if r := s.Do(wire.Command{Kind: "beside"}); r.Error == "" {
		t.Error("the valley is beside itself")
	}
}
