package wire

// The words that the programs and the shell agree on, beside the dials'. The shell has them in
// wasm/shell/words.js, and its types from there; a test holds both together.
var (
	// Kinds are what a Command may ask for.
	Kinds = []string{
		"open", "set", "play", "pause", "step", "reset", "seed", "poke", "draw",
		"csv", "about", "check", "curves", "describe", "beside", "status",
	}
	// PageKeys are the keys of an address that are the page's own: no exhibit knows them.
	PageKeys = []string{"embed", "theme", "paused", "play"}
	// Themes are the looks, in the order in which they are offered.
	Themes = []string{"dark", "light", "projector"}
)
