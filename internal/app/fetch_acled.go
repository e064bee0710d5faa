package app

import "orrery/internal/dataset/acled"

// FetchACLED says how to get the data: ACLED gives them to registered people only, so that there is nothing to download without an account. It is
// always an error of code Unreachable.
func (a *App) FetchACLED() error {
	source, err := acled.Source()
	if err != nil {
		return err
	}
	return &Error{Code: Unreachable, Field: "url", Text: "ACLED gives its data to registered people only, and this program keeps no passwords",
		Do: "register at " + source.Page + " (free for many uses; read its terms), open the data export tool there, choose countries and days and leave all event types in, download the CSV file, and run `orrery import acled FILE`"}
}
