package stability

import (
	"errors"
	"fmt"

	"driftlab/engine/run"
	"driftlab/engine/task/digits"
)

// Assets are the files of data that Restart wants.
var Assets = []string{digits.Asset}

// open reads the digits.
func open(assets run.Assets) (*digits.Data, error) {
	if assets == nil {
		return nil, errors.New("the digits are missing: this program has come without its data")
	}
	file, err := assets.ReadFile(digits.Asset)
	if err != nil {
		return nil, fmt.Errorf("the digits are missing: %w", err)
	}
	data, err := digits.Read(file)
	if err != nil {
		return nil, err
	}
	for label := range 10 {
		if len(data.Train.Of(label)) == 0 || len(data.Test.Of(label)) < mostProbes/2 {
			return nil, fmt.Errorf("the file of digits has too few of %d", label)
		}
	}
	return data, nil
}
