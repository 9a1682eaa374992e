package rules

// For the tests.
var Layouts = layouts[2:]
