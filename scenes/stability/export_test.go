package stability

// For the tests.
var Layouts = layouts[1:]
