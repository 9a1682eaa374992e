package wire

//go:generate go tool msgp -tests=false -io=false -o leg_gen.go
//msgp:limit arrays:8 maps:16
//msgp:tuple Leg

// A Leg is a part of a network's course, on its way to a helper or back: where it begins, or what has come of it.
type Leg struct {
	Stops []int64 `msg:"stops"` // steps
	At    Bytes   `msg:"at"`    // the network at the beginning
	Ends  []Bytes `msg:"ends"`  // and at each of the stops, as far as it came
}
