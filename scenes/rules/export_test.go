package rules

import "slices"

// For the tests.
var Layouts = slices.Concat(layouts[2][:], layouts[3][:], layouts[4][:])
