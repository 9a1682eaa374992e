package hebbian

// For the tests.
var Layout = &layout
