package main

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"driftlab/engine/param"
)

// A dial is one control of the page.
type dial struct {
	*param.Dial
	ID string // of its input element: "track-rate"
}

// A dialGroup is controls under a heading.
type dialGroup struct {
	param.Group
	Dials []dial
}

// sortDials splits the dials into those that the words name, in that order, those of groups, and the rest.
func sortDials(exhibit string, set *param.Set, named []string) (first []dial, groups []dialGroup, rest []dial, err error) {
	for _, name := range named {
		d := set.Lookup(name)
		if d == nil {
			return nil, nil, nil, fmt.Errorf("the words of %s name the dial %q, which it does not have", exhibit, name)
		}
		first = append(first, dial{d, exhibit + "-" + name})
	}
	for _, d := range set.All() {
		one := dial{d, exhibit + "-" + d.Name}
		switch n := len(groups); {
		case slices.Contains(named, d.Name):
		case d.Group == param.Group{}:
			rest = append(rest, one)
		case n > 0 && groups[n-1].Group == d.Group:
			groups[n-1].Dials = append(groups[n-1].Dials, one)
		default:
			groups = append(groups, dialGroup{d.Group, []dial{one}})
		}
	}
	return first, groups, rest, nil
}

// Number reports whether the dial takes a number.
func (d dial) Number() bool { return d.Kind == param.Float || d.Kind == param.Int }

// Slides reports whether a slider makes sense: not for seeds, whose neighbours have
// nothing in common.
func (d dial) Slides() bool {
	const most = 1e6 // values of a whole number
	return d.Number() && (d.Kind == param.Float || d.Max-d.Min <= most)
}

// Hint is shown while the pointer rests on the dial: its range, and its name in addresses.
func (d dial) Hint() string { return d.Name + ": " + d.Range() }

// Step is the finest step of a linear slider: a round number of which some hundreds to
// a thousand make the whole range, and 1 or more for a whole number.
func (d dial) Step() float64 {
	const steps = 300
	step := math.Pow(10, math.Floor(math.Log10((d.Max-d.Min)/steps)))
	if d.Kind == param.Int {
		return math.Max(step, 1)
	}
	return step
}

// Range is the dial's range as text for reading, with a dash.
func (d dial) Range() string {
	if !d.Number() {
		return strings.Join(d.Choices, ", ")
	}
	return strings.NewReplacer("[", "", ", ", " – ", "]", "").Replace(d.Dial.Range())
}
