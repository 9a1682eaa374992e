package engine

import (
	"errors"
	"fmt"
	"hash/fnv"

	"driftlab/engine/run"
	"driftlab/engine/wire"
)

const (
	fileFormat = "driftlab run"
	// maxFile bounds what is read as a saved run: more than the largest network needs.
	maxFile = 256 << 20
	// maxAddress is longer than the address of a run with all dials turned.
	maxAddress = 4096
)

// Hash is a fingerprint of an experiment's parameters: 16 hexadecimal digits (FNV-1a of
// their bits). The same seed, dials and step give the same hash on every machine.
func Hash(s Sim) string {
	h := fnv.New64a()
	h.Write(s.AppendParameters(nil))
	return fmt.Sprintf("%016x", h.Sum64())
}

// Save is the whole session as a file.
func (s *Session) Save() ([]byte, error) {
	state, err := s.sim.AppendState(nil)
	if err != nil {
		return nil, err
	}
	f := wire.File{Format: fileFormat, Version: wire.FileVersion, Address: s.wholeAddress(), Touched: s.touched, Kept: s.exhibit.State, State: state}
	f.Sum = checksum(&f)
	return f.MarshalMsg(nil)
}

// Load opens a saved session, paused, with the assets that its exhibit names. It goes on to
// the same bits as the one that was saved. The error is a sentence for the visitor.
func Load(file []byte, assets run.Assets) (*Session, error) {
	if len(file) > maxFile {
		return nil, errors.New("the file is too large for a saved run")
	}
	var f wire.File
	rest, err := f.UnmarshalMsg(file)
	switch {
	case f.Format != fileFormat:
		return nil, errors.New("the file is not a saved run of driftlab")
	case f.Version > wire.FileVersion:
		return nil, fmt.Errorf("the run was saved by a newer driftlab (its file has version %d, this one knows %d)", f.Version, wire.FileVersion)
	case err != nil || len(rest) > 0 || f.Version < 1 || len(f.Address) > maxAddress || f.Sum != checksum(&f):
		return nil, errors.New("the saved run is cut short or damaged")
	}
	s, o, err := openAddress(f.Address, assets) // which has no keys but dials
	if err != nil {
		return nil, err
	}
	if unknown := append(s.notices, o.foreign...); len(unknown) > 0 {
		return nil, fmt.Errorf("the saved run has what this driftlab does not know: %s", unknown[0])
	}
	if known := s.exhibit.State; f.Kept > known {
		return nil, fmt.Errorf("the run was saved by a newer driftlab (its %s has version %d, this one knows %d)", s.exhibit.Name, f.Kept, known)
	}
	if err := s.sim.RestoreState(f.State); err != nil {
		return nil, err
	}
	s.touched = f.Touched
	return s, nil
}

func checksum(f *wire.File) uint64 {
	h := fnv.New64a()
	h.Write([]byte(f.Address))
	if f.Touched {
		h.Write([]byte{1})
	} else {
		h.Write([]byte{0})
	}
	if f.Version > 1 {
		fmt.Fprint(h, f.Kept, ";")
	}
	h.Write(f.State)
	return h.Sum64()
}
