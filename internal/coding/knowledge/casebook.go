package knowledge

import "orrery/casebook"

// OfCasebook is what a casebook tells the coder. Errors: those of casebook.Records.
func OfCasebook(book *casebook.Casebook) (*Region, error) {
	rows, err := casebook.Records(book)
	if err != nil {
		return nil, err
	}
	k := &Region{}
	for _, row := range rows {
		k.Add(row.Body)
	}
	return k, nil
}
