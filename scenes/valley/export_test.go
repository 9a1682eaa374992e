package valley

// Layout is for the tests.
var Layout = &layout
