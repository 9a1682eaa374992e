package minima

// Layout is for the tests.
var Layout = &layout
