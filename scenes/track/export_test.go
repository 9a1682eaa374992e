package track

// For the tests.
var (
	TrackLayout  = &trackLayout
	RandomLayout = &randomLayout

	SpectralLayout = &spectralLayout
)
