package wire

//go:generate go tool msgp -tests=false -io=false -o file_gen.go
//msgp:limit arrays:268435456 maps:16

// FileVersion is the version of saved runs that this program writes.
const FileVersion = 2

// A File is a saved run.
type File struct {
	Format  string `msg:"format"`  // "driftlab run"
	Version int    `msg:"version"` // FileVersion
	Address string `msg:"address"` // exhibit, preset, seed, every dial but the view's, and of those what differs
	Touched bool   `msg:"touched"` // dials turned or the model poked on the way: About.Command
	Kept    int    `msg:"kept"`    // the version of the exhibit's State; from file version 2 on
	State   []byte `msg:"state"`   // the exhibit's State
	Sum     uint64 `msg:"sum"`     // FNV-1a of Address, Touched (a byte), Kept (in digits, and a semicolon; from version 2 on) and State
}
