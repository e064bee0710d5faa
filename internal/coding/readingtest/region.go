package readingtest

import (
	"errors"
	"fmt"

	"orrery/casebook"
	"orrery/casebook/postsoviet"
	"orrery/internal/coding/knowledge"
)

// Region is the embedded casebook as the coder knows it.
func Region() (*knowledge.Region, error) {
	c, faults, err := casebook.Read(postsoviet.Files)
	if err != nil {
		return nil, err
	}
	if len(faults) > 0 {
		return nil, errors.New(fmt.Sprint(faults[0]))
	}
	return knowledge.OfCasebook(c)
}
