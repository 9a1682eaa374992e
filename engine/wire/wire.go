package wire

// A Command asks something of a run. The shell and the view send it to the engine as JSON.
type Command struct {
	// Kind is what to do: "open" (Address), "set" (Values), "play", "pause",
	// "step" (N steps, then paused), "reset" (same seed, same weights), "seed" (a new
	// seed: Values["seed"]), "poke" (X, Y in the model's coordinates, or Values["x"] and
	// Values["y"] as somebody typed them), "draw" (Ink, or none to take the drawing away), "csv" and "about" (Version, and in Address the
	// page that the run's address belongs to), "check" (whether all of Address can be
	// opened), "curves", "describe", "beside" (the address of the run beside itself) and "status".
	Kind    string            `json:"kind"`
	ID      int               `json:"id,omitempty"` // repeated in the Reply
	Address string            `json:"address,omitempty"`
	Values  map[string]string `json:"values,omitempty"` // dial name to value
	N       int               `json:"n,omitempty"`
	X       float32           `json:"x,omitempty"`
	Y       float32           `json:"y,omitempty"`
	Ink     []byte            `json:"ink,omitempty"`     // of each pixel; base64
	Version string            `json:"version,omitempty"` // of the program that asks
}

// A Reply answers one Command. Error is a sentence for the visitor, or empty.
type Reply struct {
	ID    int    `json:"id"`
	Error string `json:"error,omitempty"`
	Wants string `json:"wants,omitempty"` // the file of data for want of which it failed
	Left  int    `json:"left,omitempty"`  // "step": how many are yet to be taken; ask again for those
	Text  string `json:"text,omitempty"`  // "csv": the table, after the run's facts; "describe", "poke", "draw", "beside": sentences
	// Address is, of "beside", that of the run to be opened: the same beside itself, or one of its runs.
	Address string  `json:"address,omitempty"`
	About   *About  `json:"about,omitempty"`  // "about"
	Curves  *Curves `json:"curves,omitempty"` // "curves"
}

// About is what is needed to have a run again, and to see that it is the same. It costs a
// hash, so it is told only when asked for.
type About struct {
	Exhibit string   `json:"exhibit"`
	Preset  string   `json:"preset"`
	Seed    string   `json:"seed"`
	Step    int64    `json:"step"`
	Changed []string `json:"changed"` // dials that differ from the preset: "noise 0.05"
	Hash    string   `json:"hash"`    // of the parameters: 16 hexadecimal digits
	Vector  bool     `json:"vector"`  // SIMD is in use
	// Command takes the same run to the same hash on the command line. It is empty if no
	// command can: dials were turned or the model was poked on the way.
	Command string `json:"command"`
	Facts   []Fact `json:"facts"` // the same in words, for files
}

// A Fact is one thing to say of a run, such as that its seed is 7.
type Fact struct {
	Name string `json:"name"`
	Text string `json:"text"`
}

// Status is what a run says of itself, at most ten times a second.
type Status struct {
	Exhibit  string             `json:"exhibit"`
	Playing  bool               `json:"playing"`
	Step     int64              `json:"step"`
	Rate     float64            `json:"rate"`     // steps per second, measured: of the last one, or, where there is an Of, of all
	Phase    string             `json:"phase"`    // in words; may be empty
	Caption  string             `json:"caption"`  // one sentence: what is going on now
	Measures map[string]float64 `json:"measures"` // finite values only, by CSV column
	Params   map[string]string  `json:"params"`   // every dial, with preset, tempo and speed
	Link     string             `json:"link"`     // the canonical address, without "#"
	// Keep is the address under which to keep what is done of the run beyond the visit, without what concerns the
	// view and the tempo; empty where that is not worth it, or where the address does not tell the whole run.
	Keep    string   `json:"keep,omitempty"`
	Notices []string `json:"notices"` // what the address asked that could not be done
	Trouble string   `json:"trouble"` // "diverged at step 312"; empty when healthy
	Advice  string   `json:"advice"`  // the next step when there is trouble
	Share   float64  `json:"share"`   // how much of a long job is done, from 0 to 1
	Of      int      `json:"of"`      // how many steps it has, where each is a job for itself; else 0
	Left    float64  `json:"left"`    // about how many seconds it still takes; 0 where that cannot be told
	Canvas  *Canvas  `json:"canvas,omitempty"`
}

// A Canvas is what is said beside the canvas, of an exhibit that has one.
type Canvas struct {
	Drawn bool   `json:"drawn"` // there is a drawing
	Text  string `json:"text"`  // what is made of it, or what to draw
}
