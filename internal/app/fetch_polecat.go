package app

import (
	"context"

	"orrery/internal/dataset/polecat"
)

// FetchPOLECAT brings files of POLECAT from its Dataverse, as FetchICEWS does.
func (a *App) FetchPOLECAT(ctx context.Context, q DataverseFetch) (ReportsFetch, error) {
	source, err := polecat.Source()
	if err != nil {
		return ReportsFetch{}, err
	}
	return a.fetchDataverse(ctx, source, polecatDOI, q)
}
