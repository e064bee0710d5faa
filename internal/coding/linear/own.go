package linear

import _ "embed"

//go:embed data/types.tsv
var ownTypes string

//go:embed data/calibration.tsv
var ownCalibration string

// Own is the model that comes with the program. Errors: faults in its files, with their lines.
func Own() (*Model, *Calibration, error) {
	m, err := ReadModel("linear/data/types.tsv", ownTypes)
	if err != nil {
		return nil, nil, err
	}
	c, err := ReadCalibration("linear/data/calibration.tsv", ownCalibration)
	return m, c, err
}
